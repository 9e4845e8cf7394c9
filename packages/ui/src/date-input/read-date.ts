import { latinFigures } from '../text-field/latin-figures.ts'

export interface DateParts {
  day: string
  month: string
  year: string
}

export type DatePart = keyof DateParts

export type DateProblem =
  /** Nothing was filled in. */
  | { kind: 'blank' }
  | { kind: 'missing'; parts: DatePart[] }
  /** No such day: 31 June, a month called “Febtober”. */
  | { kind: 'not-a-date'; part: DatePart }
  | { kind: 'short-year' }
  | { kind: 'too-late' }
  | { kind: 'too-early' }

export type DateReading = { ok: true; date: string } | { ok: false; problem: DateProblem }

export interface ReadDateOptions {
  /** January first, in the person's language; their first three letters are accepted too. */
  monthNames?: readonly string[]
  /** Calendar dates, `2026-04-22`, both allowed themselves. */
  notAfter?: string
  notBefore?: string
}

export const englishMonths = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const

const read = (text: string) => latinFigures(text.trim())
const whole = (text: string) => (/^\d{1,4}$/.test(text) ? Number(text) : undefined)

function monthOf(text: string, names: readonly string[]): number | undefined {
  const number = whole(text)
  if (number !== undefined) return number >= 1 && number <= 12 ? number : undefined
  const plain = text.toLocaleLowerCase().replace(/\.$/, '')
  const at = names.findIndex((name) => {
    const full = name.toLocaleLowerCase()
    return full === plain || (plain.length >= 3 && full.startsWith(plain))
  })
  return at === -1 ? undefined : at + 1
}

/** Reads three boxes as a calendar date. Month names count; a year is four figures, so nobody is born in the year 85. */
export function readDate(parts: DateParts, options: ReadDateOptions = {}): DateReading {
  const given = { day: read(parts.day), month: read(parts.month), year: read(parts.year) }
  const missing = (['day', 'month', 'year'] as const).filter((part) => given[part] === '')
  if (missing.length === 3) return no({ kind: 'blank' })
  if (missing.length > 0) return no({ kind: 'missing', parts: missing })

  const month = monthOf(given.month, options.monthNames ?? englishMonths)
  if (month === undefined) return no({ kind: 'not-a-date', part: 'month' })
  const year = whole(given.year)
  if (year === undefined) return no({ kind: 'not-a-date', part: 'year' })
  if (year < 1000) return no({ kind: 'short-year' })
  const day = whole(given.day)
  if (day === undefined || day < 1 || day > daysIn(year, month)) return no({ kind: 'not-a-date', part: 'day' })

  const date = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
  if (options.notAfter && date > options.notAfter) return no({ kind: 'too-late' })
  if (options.notBefore && date < options.notBefore) return no({ kind: 'too-early' })
  return { ok: true, date }
}

const no = (problem: DateProblem): DateReading => ({ ok: false, problem })

const daysIn = (year: number, month: number) => new Date(Date.UTC(year, month, 0)).getUTCDate()
