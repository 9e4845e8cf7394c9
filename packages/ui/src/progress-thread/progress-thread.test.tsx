import { cleanup, render, screen } from '@testing-library/react'
import { afterEach, expect, it } from 'vitest'
import { ProgressThread } from './progress-thread.tsx'

afterEach(cleanup)

it('a progress thread says the step in words and draws as many lengths as there are steps', () => {
  const { container } = render(<ProgressThread step={2} of={3} />)
  expect(screen.getByText('Step 2 of 3')).toBeTruthy()
  const line = container.querySelector('[aria-hidden]')!
  expect(line.children).toHaveLength(3)
  expect(line.querySelectorAll('[data-reached]')).toHaveLength(2)
})
