const dayMs = 86_400_000
/** Day 0 as the specification writes it: Monday 13 April 2026. */
const writtenDayZero = Date.UTC(2026, 3, 13)
/** The written Day 21, a bank holiday; shifted, it is a listed closure. */
export const holidayDay = 21

/** The demo's days as dates of Europe/London, shifted by whole weeks from how they are written. */
export interface Calendar {
  /** `2026-04-13` for day 0. */
  dateOf(day: number): string
  /** The instant of a local wall-clock time on a day. */
  at(day: number, time: string): Date
}

/** Day 27 is the latest Sunday that has passed, or, for the browser suite, the written one. */
export function createCalendar(options: { now: Date } | { asWritten: true }): Calendar {
  const weeks = 'now' in options ? Math.floor((options.now.getTime() - (writtenDayZero + 28 * dayMs)) / (7 * dayMs)) : 0
  const dayZero = writtenDayZero + weeks * 7 * dayMs
  const dateOf = (day: number) => new Date(dayZero + day * dayMs).toISOString().slice(0, 10)
  return { dateOf, at: (day, time) => londonInstant(dateOf(day), time) }
}

const offsetFormat = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/London', timeZoneName: 'longOffset' })

function londonInstant(date: string, time: string): Date {
  const asUtc = new Date(`${date}T${time}:00Z`)
  const name = offsetFormat.formatToParts(asUtc).find((part) => part.type === 'timeZoneName')?.value
  return new Date(asUtc.getTime() - (name === 'GMT+01:00' ? 3_600_000 : 0))
}
