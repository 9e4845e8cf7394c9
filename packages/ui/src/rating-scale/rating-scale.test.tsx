import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, expect, it, vi } from 'vitest'
import { RatingScale } from './rating-scale.tsx'

afterEach(cleanup)

it('a rating is one of eleven radios, and what the ends mean is heard with each', () => {
  const onChange = vi.fn()
  render(<RatingScale legend="How much?" value={0} onChange={onChange} low="very little" high="a great deal" />)
  expect(screen.getByRole('group', { name: 'How much?' })).toBeTruthy()
  const radios = screen.getAllByRole<HTMLInputElement>('radio')
  expect(new Set(radios.map((radio) => radio.name)).size).toBe(1)
  expect(radios).toHaveLength(11)
  const none = screen.getByRole<HTMLInputElement>('radio', { name: '0', description: '0 very little 10 a great deal' })
  expect(none.checked).toBe(true)
  fireEvent.click(screen.getByRole('radio', { name: '10' }))
  expect(onChange.mock.calls).toEqual([[10]])
})

it('an error is read with the question', () => {
  render(
    <RatingScale id="how" legend="How much?" value={null} onChange={() => {}} low="a" high="b" error="Choose one" />,
  )
  expect(screen.getByRole('group', { name: 'How much?', description: 'Choose one' })).toBeTruthy()
  expect(document.getElementById('how')).toBe(screen.getByRole('radio', { name: '0' }))
})
