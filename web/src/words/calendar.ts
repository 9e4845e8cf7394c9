import { daysBetween as daysBetweenDates, localDate } from '@weft/contract/conversations/zone-time.ts'

/** Dates and wall-clock time in a zone, without words. */

export type At = number | string | Date

const formats = new Map<string, Intl.DateTimeFormat>()

/** `Intl.DateTimeFormat` is dear to make and lists make thousands: one per zone and shape is kept. */
export function formatIn(zone: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${zone} ${JSON.stringify(options)}`
  let made = formats.get(key)
  if (!made) {
    made = new Intl.DateTimeFormat('en-GB', { timeZone: zone, ...options })
    formats.set(key, made)
  }
  return made
}

export function partsIn(zone: string, options: Intl.DateTimeFormatOptions, at: At): Record<string, string> {
  const parts = formatIn(zone, options).formatToParts(new Date(at))
  return Object.fromEntries(parts.map((part) => [part.type, part.value]))
}

let here: { zone: string; offset: number } | undefined

/** Dear to ask, and lists ask for each row: asked again once the clock's distance from UTC is another one, as it is for whoever travels. */
export function deviceZone(): string {
  const offset = new Date().getTimezoneOffset()
  if (here?.offset !== offset) here = { zone: Intl.DateTimeFormat().resolvedOptions().timeZone, offset }
  return here.zone
}

export function wallTime(at: At, zone: string): { hour: number; minute: number } {
  const parts = partsIn(zone, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }, at)
  return { hour: Number(parts.hour), minute: Number(parts.minute) }
}

/** The calendar date there, `2026-04-22`. */
export const localDay = (at: At, zone: string) => localDate(new Date(at).getTime(), zone)

/** Whole calendar days from `from` to `to`; negative when `to` is earlier. */
export const daysBetween = (from: At, to: At, zone: string) =>
  daysBetweenDates(localDay(from, zone), localDay(to, zone))

export const isSameYear = (a: At, b: At, zone: string) =>
  localDay(a, zone).slice(0, 4) === localDay(b, zone).slice(0, 4)

/** Completed years between a date of birth and a day there. Someone born on 29 February turns on 1 March in other years. */
export function ageOn(bornOn: string, now: At, zone: string): number {
  const [year = 0, month = 1, day = 1] = bornOn.split('-').map(Number)
  const [thisYear = 0, thisMonth = 1, thisDay = 1] = localDay(now, zone).split('-').map(Number)
  const had = thisMonth > month || (thisMonth === month && thisDay >= day)
  return thisYear - year - (had ? 0 : 1)
}
