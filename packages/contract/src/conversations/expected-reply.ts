import type { BankHoliday } from '../organisations/bank-holidays.ts'
import type { ServiceHours } from '../organisations/shapes.ts'
import { addDays, daysBetween, instantOf, localDate, weekdayOf } from './zone-time.ts'

/** How a day is said from where one stands: later than in six days, or gone by, with its date. */
export type DayForm = 'today' | 'tomorrow' | 'weekday' | 'date'

/** What an app says about when the team will answer. Words are the app's. */
export interface ReplyPromise {
  isOpen: boolean
  /** When closed: the next opening, if it is within 14 days. */
  opensAt?: Date
  opensForm?: DayForm
  dueAt?: Date
  /** How to say `dueAt`; `unknown`: “We cannot say when we will reply. Call {phone}.” */
  form: DayForm | 'unknown'
  /** `dueAt` has gone by without an answer. */
  isLate: boolean
  /** A bank holiday on the way to `dueAt` on which the team would otherwise have been open. */
  holidayName?: string
}

const MINUTE_MS = 60_000
const DAY_MS = 86_400_000
/** Without an opening by then nothing is promised (domain.md 4.4). */
const OPENS_WITHIN_MS = 14 * DAY_MS
/** Longer than any target can take; hours that never add up to it end here. */
const HORIZON_DAYS = 4_000

interface Opening {
  from: number
  to: number
}

/**
 * The instant at which `replyTargetMinutes` of open time have passed since `sentAt` (domain.md 4.4).
 *
 * Open time is the weekday's intervals [open, close) of each local date as instants of the service's zone, without bank holidays and
 * closures. `bankHolidays` are those of the service's nation from `sentAt` on. Nothing when the service does not open within 14 days.
 */
export function dueAt(sentAt: Date, hours: ServiceHours, bankHolidays: readonly BankHoliday[]): Date | undefined {
  let missing = hours.replyTargetMinutes * MINUTE_MS
  for (const { from, to } of openingsFrom(sentAt.getTime(), hours, bankHolidays)) {
    if (to - from >= missing) return new Date(from + missing)
    missing -= to - from
  }
  return undefined
}

/** When the service next opens: `at` itself when it is open; nothing when it does not open within 14 days. */
export function nextOpening(at: Date, hours: ServiceHours, bankHolidays: readonly BankHoliday[]): Date | undefined {
  const [first] = openingsFrom(at.getTime(), hours, bankHolidays)
  return first && new Date(first.from)
}

/**
 * What to say at `at`, before sending or after. Once a message is sent its own `dueAt` is given; without one the promise is worked out
 * as for a message sent now. Days are counted on the service's clock.
 */
export function describePromise(
  at: Date,
  hours: ServiceHours,
  bankHolidays: readonly BankHoliday[],
  sent?: { dueAt?: Date },
): ReplyPromise {
  const opensAt = nextOpening(at, hours, bankHolidays)
  const isOpen = opensAt?.getTime() === at.getTime()
  const due = sent ? sent.dueAt : dueAt(at, hours, bankHolidays)
  const until = due ?? opensAt
  const holiday = until && holidayBetween(at, until, hours, bankHolidays)
  return {
    isOpen,
    ...(opensAt && !isOpen && { opensAt, opensForm: dayForm(opensAt, at, hours.zone) }),
    ...(due && { dueAt: due }),
    form: due ? dayForm(due, at, hours.zone) : 'unknown',
    isLate: due !== undefined && due < at,
    ...(holiday && { holidayName: holiday.name }),
  }
}

/** How to say the day of `instant`, seen from `now`, on a zone's clock. */
export function dayForm(instant: Date, now: Date, zone: string): DayForm {
  const days = daysBetween(localDate(now.getTime(), zone), localDate(instant.getTime(), zone))
  if (days === 0) return 'today'
  if (days === 1) return 'tomorrow'
  return days > 1 && days <= 6 ? 'weekday' : 'date'
}

/** Openings that are not over at `at`, in order, the first cut to begin there. None when the first begins 14 days later or more. */
function* openingsFrom(at: number, hours: ServiceHours, bankHolidays: readonly BankHoliday[]): Generator<Opening> {
  const shut = new Set([...bankHolidays.map((holiday) => holiday.date), ...hours.closures])
  const today = localDate(at, hours.zone)
  let isFirst = true
  for (let day = 0; day < HORIZON_DAYS; day += 1) {
    if (isFirst && day > 15) return
    const date = addDays(today, day)
    if (shut.has(date)) continue
    for (const { from, to } of openingsOn(date, hours)) {
      if (to <= at) continue
      if (isFirst && from >= at + OPENS_WITHIN_MS) return
      isFirst = false
      yield { from: Math.max(from, at), to }
    }
  }
}

/** A date's intervals as instants, in order; overlapping ones are one. */
function openingsOn(date: string, { hours, zone }: ServiceHours): Opening[] {
  const weekday = weekdayOf(date)
  const openings = hours
    .filter((interval) => interval.weekday === weekday && interval.open < interval.close)
    .map(({ open, close }) => ({ from: instantOf(date, open, zone), to: instantOf(date, close, zone) }))
    .filter(({ from, to }) => from < to)
    .sort((a, b) => a.from - b.from)
  const joined: Opening[] = []
  for (const opening of openings) {
    const last = joined.at(-1)
    if (last && opening.from <= last.to) last.to = Math.max(last.to, opening.to)
    else joined.push({ ...opening })
  }
  return joined
}

function holidayBetween(
  from: Date,
  to: Date,
  hours: ServiceHours,
  bankHolidays: readonly BankHoliday[],
): BankHoliday | undefined {
  const first = localDate(from.getTime(), hours.zone)
  const last = localDate(to.getTime(), hours.zone)
  return bankHolidays
    .filter(({ date }) => first <= date && date <= last && openingsOn(date, hours).length > 0)
    .sort((a, b) => (a.date < b.date ? -1 : 1))[0]
}
