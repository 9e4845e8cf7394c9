/** Clocks of a zone by `Intl` alone, so that a phone need not load a time library. Dates are `2026-04-13`, times `09:00`. */

const MINUTE_MS = 60_000
const DAY_MS = 86_400_000
/** Every zone changes its clock on a quarter of an hour of UTC, so one offset holds for each quarter. */
const QUARTER_MS = 15 * MINUTE_MS

const formats = new Map<string, Intl.DateTimeFormat>()
const offsets = new Map<string, number>()
const OFFSETS_KEPT = 2_000

function formatOf(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone)
  if (known) return known
  const numeric = '2-digit' as const
  const parts = { month: numeric, day: numeric, hour: numeric, minute: numeric }
  const made = new Intl.DateTimeFormat('en-GB', { timeZone: zone, hourCycle: 'h23', year: 'numeric', ...parts })
  formats.set(zone, made)
  return made
}

/** Milliseconds by which the zone's clock is ahead of UTC at an instant. */
export function offsetAt(at: number, zone: string): number {
  const quarter = Math.floor(at / QUARTER_MS)
  const key = `${zone} ${quarter}`
  const known = offsets.get(key)
  if (known !== undefined) return known
  const parts = formatOf(zone).formatToParts(quarter * QUARTER_MS)
  const part = (type: string) => Number(parts.find((one) => one.type === type)?.value)
  const wall = Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'))
  if (offsets.size >= OFFSETS_KEPT) offsets.clear()
  offsets.set(key, wall - quarter * QUARTER_MS)
  return wall - quarter * QUARTER_MS
}

/** The calendar date on the zone's clock. */
export function localDate(at: number, zone: string): string {
  return new Date(at + offsetAt(at, zone)).toISOString().slice(0, 10)
}

/**
 * The first instant of `date` at which the zone's clock shows `time` or later: of a repeated hour the first, and in a skipped one the
 * moment after the skip.
 */
export function instantOf(date: string, time: string, zone: string): number {
  const wall = Date.parse(`${date}T${time}:00Z`)
  const before = offsetAt(wall - DAY_MS, zone)
  const after = offsetAt(wall + DAY_MS, zone)
  if (before === after) return wall - before
  for (const offset of [Math.max(before, after), Math.min(before, after)]) {
    if (offsetAt(wall - offset, zone) === offset) return wall - offset
  }
  let early = wall - Math.max(before, after)
  let late = wall - Math.min(before, after)
  while (late - early > MINUTE_MS) {
    const middle = early + Math.floor((late - early) / 2 / MINUTE_MS) * MINUTE_MS
    if (offsetAt(middle, zone) === after) late = middle
    else early = middle
  }
  return late
}

export function addDays(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00Z`) + days * DAY_MS).toISOString().slice(0, 10)
}

/** Whole days from one date to another. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00Z`) - Date.parse(`${from}T00:00Z`)) / DAY_MS)
}

/** 1 = Monday … 7 = Sunday. */
export function weekdayOf(date: string): number {
  return new Date(`${date}T00:00Z`).getUTCDay() || 7
}
