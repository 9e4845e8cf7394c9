import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { SelectField } from './select-field.tsx'

afterEach(cleanup)

it('a select field is named, described and hands on the choice', () => {
  const chosen = vi.fn()
  const options = ['Sleep', 'Mood'].map((label) => ({ value: label.toLowerCase(), label }))
  render(
    <SelectField
      label="Show"
      hint="One at a time"
      options={options}
      onChange={(event) => chosen(event.target.value)}
    />,
  )
  const box = screen.getByRole('combobox', { name: 'Show', description: 'One at a time' })
  fireEvent.change(box, { target: { value: 'mood' } })
  expect(chosen.mock.calls).toEqual([['mood']])
})

describe('its choices', () => {
  it('are all there, in order', () => {
    render(<SelectField label="Show" options={[1, 2, 3].map((n) => ({ value: `${n}`, label: `${n} days` }))} />)
    expect(screen.getAllByRole('option').map((option) => option.textContent)).toEqual(['1 days', '2 days', '3 days'])
  })
})
