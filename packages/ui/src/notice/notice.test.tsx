import { cleanup, render, screen } from '@testing-library/react'
import { afterEach, expect, it } from 'vitest'
import { Notice } from './notice.tsx'

afterEach(cleanup)

it('a notice is read where it stands, in words, and interrupts nobody', () => {
  const { container } = render(
    <Notice tone="danger" title="Nobody on duty" action={<button type="button">Find cover</button>}>
      <p>From 5pm.</p>
    </Notice>,
  )
  expect(container.textContent).toBe('Nobody on dutyFrom 5pm.Find cover')
  expect(container.querySelector('[role],[aria-live]')).toBeNull()
  expect(container.querySelector('svg')?.getAttribute('aria-hidden')).toBe('true')
  expect(screen.getByText('Nobody on duty')).toBeTruthy()
})
