import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, expect, it, vi } from 'vitest'
import { Faces } from './faces.tsx'

afterEach(cleanup)

it('a face is chosen and heard by its word', () => {
  const onChange = vi.fn()
  const labels = { 1: 'Very low', 2: 'Low', 3: 'OK', 4: 'Good', 5: 'Very good' }
  const { container } = render(<Faces legend="How do you feel?" labels={labels} value={2} onChange={onChange} />)
  expect(screen.getAllByRole('radio')).toHaveLength(5)
  expect(screen.getByRole<HTMLInputElement>('radio', { name: 'Low' }).checked).toBe(true)
  fireEvent.click(screen.getByRole('radio', { name: 'Very good' }))
  expect(onChange.mock.calls).toEqual([[5]])
  expect(container.querySelectorAll('svg:not([aria-hidden])')).toHaveLength(0)
})
