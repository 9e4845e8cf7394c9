import { describe, expect, test } from 'vitest'
import { bankHolidayOn, bankHolidays, bankHolidayYears } from './bank-holidays.ts'
import { Nation } from './shapes.ts'

const { first, last } = bankHolidayYears
const years = Array.from({ length: last - first + 1 }, (_, index) => first + index)
const weekdayOf = (date: string) => new Date(`${date}T12:00:00Z`).getUTCDay()

/** Anonymous Gregorian computus; written apart from the table to check it. */
function easterSunday(year: number): string {
  const [a, b, c] = [year % 19, Math.floor(year / 100), year % 100]
  const h = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7
  const m = Math.floor((a + 11 * h + 22 * l) / 451)
  const sum = h + l - 7 * m + 114
  return `${year}-${String(Math.floor(sum / 31)).padStart(2, '0')}-${String((sum % 31) + 1).padStart(2, '0')}`
}

const shift = (date: string, days: number) =>
  new Date(Date.parse(`${date}T12:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)

describe.each(Nation.options)('bank holidays of %s', (nation) => {
  test.each(years)('%i: every one is a weekday, in order and only once', (year) => {
    const dates = bankHolidays(nation, year).map(({ date }) => date)
    expect(dates.every((date) => weekdayOf(date) >= 1 && weekdayOf(date) <= 5)).toBe(true)
    expect(dates).toEqual([...new Set(dates)].sort())
  })

  test.each(years)('%i: Easter falls where it is computed', (year) => {
    const sunday = easterSunday(year)
    expect(bankHolidayOn(nation, shift(sunday, -2))?.name).toBe('Good Friday')
    expect(bankHolidayOn(nation, shift(sunday, 1))?.name).toBe(nation === 'scotland' ? undefined : 'Easter Monday')
  })

  test.each(years)('%i: Christmas and Boxing Day are two weekdays on or after the 25th', (year) => {
    const names = bankHolidays(nation, year).filter(({ date }) => date >= `${year}-12-25`)
    expect(names.map(({ name }) => name.replace(' (substitute day)', ''))).toEqual(['Christmas Day', 'Boxing Day'])
  })
})

test('each nation keeps its own number of days', () => {
  const counts = Object.fromEntries(Nation.options.map((nation) => [nation, bankHolidays(nation, 2027).length]))
  expect(counts).toEqual({ england: 8, wales: 8, scotland: 9, northern_ireland: 10 })
})

test('the demo’s Day 21, Monday 4 May 2026, is a bank holiday everywhere', () => {
  for (const nation of Nation.options) expect(bankHolidayOn(nation, '2026-05-04')).toBeDefined()
})

test('a year beyond the table has none, rather than wrong ones', () => {
  expect(bankHolidays('england', last + 1)).toEqual([])
})
