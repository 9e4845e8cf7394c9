/** The reference that the ten-year test holds `nextOccurrences` against: the zone's clock as a list of stretches between its changes. */

const HOUR_MS = 3_600_000
const MINUTE_MS = 60_000
const DAY_MS = 86_400_000

/** Some days more at both ends than anything that is asked. */
const from = Date.UTC(2024, 11, 1)
const until = Date.UTC(2036, 11, 31)

interface Stretch {
  start: number
  end: number
  /** Milliseconds by which the clock is ahead of UTC. */
  offset: number
}

const known = new Map<string, Stretch[]>()

export function stretchesOf(zone: string): Stretch[] {
  const before = known.get(zone)
  if (before) return before
  const name = new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'longOffset', year: 'numeric' })
  const offsetAt = (at: number) => {
    const [, sign, hours, minutes = '0'] = /GMT(?:([+-])(\d{2}):?(\d{2})?)?$/.exec(name.format(at)) ?? []
    if (!sign) return 0
    return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * MINUTE_MS
  }
  const stretches: Stretch[] = []
  let current: Stretch = { start: from, end: until, offset: offsetAt(from) }
  for (let at = from; at < until; at += HOUR_MS) {
    if (offsetAt(at + HOUR_MS) === current.offset) continue
    let change = at + MINUTE_MS
    while (offsetAt(change) === current.offset) change += MINUTE_MS
    stretches.push({ ...current, end: change })
    current = { start: change, end: until, offset: offsetAt(change) }
  }
  stretches.push(current)
  known.set(zone, stretches)
  return stretches
}

/** The first moment at which the clock shows this date and time; if it never does, the moment at which it jumps past. */
export function slowInstant(localAt: string, zone: string): number {
  const wall = Date.parse(`${localAt}:00Z`)
  const stretches = stretchesOf(zone)
  const shown = stretches.find(({ start, end, offset }) => wall - offset >= start && wall - offset < end)
  if (shown) return wall - shown.offset
  const jumped = stretches.find(({ start, offset }) => start + offset > wall)
  if (!jumped) throw new RangeError(`${localAt} is beyond the reference`)
  return jumped.start
}

/** Every occurrence of a schedule whose date is from `firstDate` on, for so many days. */
export function slowOccurrences(
  { times, days, zone }: { times: readonly string[]; days: readonly number[]; zone: string },
  firstDate: string,
  dayCount: number,
): { localAt: string; at: number }[] {
  const all = Array.from({ length: dayCount }, (_, n) => new Date(Date.parse(firstDate) + n * DAY_MS))
    .filter((date) => days.includes(date.getUTCDay() === 0 ? 7 : date.getUTCDay()))
    .flatMap((date) => [...times].sort().map((time) => `${date.toISOString().slice(0, 10)}T${time}`))
    .map((localAt) => ({ localAt, at: slowInstant(localAt, zone) }))
  const seen = new Set<number>()
  return all.filter(({ at }) => !seen.has(at) && seen.add(at))
}
