import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, expect, it, vi } from 'vitest'
import { Stepper } from './stepper.tsx'

afterEach(cleanup)

it('a stepper moves by taps and by keys, says its value in words, and stops at its ends', () => {
  const onChange = vi.fn()
  const draw = (value: number) => (
    <Stepper label="Hours" value={value} min={0} max={60} step={30} onChange={onChange} say={(at) => `${at} min`} />
  )
  const { rerender } = render(draw(30))
  const value = screen.getByRole('spinbutton', { name: 'Hours' })
  expect(value.getAttribute('aria-valuetext')).toBe('30 min')
  fireEvent.click(screen.getByRole('button', { name: 'Less: Hours' }))
  fireEvent.click(screen.getByRole('button', { name: 'More: Hours' }))
  fireEvent.keyDown(value, { key: 'ArrowUp' })
  fireEvent.keyDown(value, { key: 'Home' })
  rerender(draw(60))
  fireEvent.click(screen.getByRole('button', { name: 'More: Hours' }))
  fireEvent.keyDown(value, { key: 'ArrowDown' })
  expect(onChange.mock.calls).toEqual([[0], [60], [60], [0], [30]])
})
