import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { DateInput } from './date-input.tsx'
import { type DateParts, type DateProblem, readDate } from './read-date.ts'

afterEach(cleanup)

const parts = (day: string, month: string, year: string): DateParts => ({ day, month, year })

describe('reading a date', () => {
  it.each<[string, DateParts, string]>([
    ['figures', parts('15', '3', '1984'), '1984-03-15'],
    ['leading noughts and spaces', parts(' 05 ', '03', '1984 '), '1984-03-05'],
    ['a month in words', parts('15', 'March', '1984'), '1984-03-15'],
    ['a short month', parts('1', 'sept', '2001'), '2001-09-01'],
    ['a short month with a stop', parts('1', 'Dec.', '2001'), '2001-12-01'],
    ['29 February in a leap year', parts('29', '2', '2024'), '2024-02-29'],
  ])('takes %s', (_name, given, date) => {
    expect(readDate(given)).toEqual({ ok: true, date })
  })

  it.each<[string, DateParts, DateProblem]>([
    ['nothing', parts('', ' ', ''), { kind: 'blank' }],
    ['no year', parts('15', '3', ''), { kind: 'missing', parts: ['year'] }],
    ['29 February in another year', parts('29', '2', '2023'), { kind: 'not-a-date', part: 'day' }],
    ['31 June', parts('31', '6', '1984'), { kind: 'not-a-date', part: 'day' }],
    ['month 13', parts('1', '13', '1984'), { kind: 'not-a-date', part: 'month' }],
    ['a month that could be two', parts('1', 'Ju', '1984'), { kind: 'not-a-date', part: 'month' }],
    ['a year of two figures', parts('1', '1', '84'), { kind: 'short-year' }],
    ['words for a year', parts('1', '1', 'last'), { kind: 'not-a-date', part: 'year' }],
  ])('refuses %s, and says which', (_name, given, problem) => {
    expect(readDate(given)).toEqual({ ok: false, problem })
  })

  it('keeps to its limits, which are themselves allowed', () => {
    const limits = { notBefore: '2026-04-15', notAfter: '2026-04-22' }
    const on = (day: string) => readDate(parts(day, '4', '2026'), limits)
    expect(on('15').ok).toBe(true)
    expect(on('22').ok).toBe(true)
    expect(on('14')).toEqual({ ok: false, problem: { kind: 'too-early' } })
    expect(on('23')).toEqual({ ok: false, problem: { kind: 'too-late' } })
  })

  it('knows the months of the language it is given', () => {
    const monthNames = [
      'Ionawr',
      'Chwefror',
      'Mawrth',
      'Ebrill',
      'Mai',
      'Mehefin',
      'Gorffennaf',
      'Awst',
      'Medi',
      'Hydref',
      'Tachwedd',
      'Rhagfyr',
    ]
    expect(readDate(parts('1', 'hydref', '2001'), { monthNames })).toEqual({ ok: true, date: '2001-10-01' })
    expect(readDate(parts('1', 'October', '2001'), { monthNames }).ok).toBe(false)
  })
})

describe('a date input', () => {
  it('is a group named by its legend, with three labelled boxes a device can fill in', () => {
    render(<DateInput legend="When were you born?" value={parts('', '', '')} onChange={() => {}} autoComplete="bday" />)
    expect(screen.getByRole('group', { name: 'When were you born?' })).toBeTruthy()
    const asked = ['Day', 'Month', 'Year'].map((name) =>
      screen.getByRole('textbox', { name }).getAttribute('autocomplete'),
    )
    expect(asked).toEqual(['bday-day', 'bday-month', 'bday-year'])
  })

  it('hands on every part as typed, and focus stays put', () => {
    const onChange = vi.fn()
    render(<DateInput legend="Born" value={parts('1', '', '')} onChange={onChange} />)
    const day = screen.getByRole('textbox', { name: 'Day' })
    day.focus()
    fireEvent.change(day, { target: { value: '15' } })
    expect(onChange.mock.calls).toEqual([[parts('15', '', '')]])
    expect(document.activeElement).toBe(day)
  })

  it('marks only the boxes that are wrong', () => {
    render(
      <DateInput
        legend="Born"
        value={parts('31', '6', '1984')}
        onChange={() => {}}
        error="June has 30 days"
        wrong={['day']}
      />,
    )
    const marks = ['Day', 'Month', 'Year'].map((name) =>
      screen.getByRole('textbox', { name }).getAttribute('aria-invalid'),
    )
    expect(marks).toEqual(['true', null, null])
    expect(screen.getByRole('group', { description: /June has 30 days/ })).toBeTruthy()
  })
})
