import { addDays, instantOf, localDate, weekdayOf } from '../conversations/zone-time.ts'

/** When something is to be said, on the clock of a place: at these times of these weekdays. */
export interface Schedule {
  /** Local times, `09:00`, in any order. */
  times: readonly string[]
  /** 1 = Monday … 7 = Sunday. */
  days: readonly number[]
  zone: string
}

export interface Occurrence {
  /** The date and time that name it for ever, `2026-04-15T09:00`; in a skipped hour the clock never shows them. */
  localAt: string
  at: number
}

/**
 * The occurrences later than `after`, without end. A time that the clock skips comes at the next moment there is, a time that it shows
 * twice comes the first time; two that fall on one moment are one.
 */
function* occurrencesAfter({ times, days, zone }: Schedule, after: number): Generator<Occurrence> {
  const inOrder = [...new Set(times)].sort()
  if (inOrder.length === 0 || !days.some((day) => day >= 1 && day <= 7)) return
  let last = after
  // From the day before: a time skipped at the end of a day comes at the beginning of the next.
  for (let date = addDays(localDate(after, zone), -1); ; date = addDays(date, 1)) {
    if (!days.includes(weekdayOf(date))) continue
    for (const time of inOrder) {
      const at = instantOf(date, time, zone)
      if (at <= last) continue
      last = at
      yield { localAt: `${date}T${time}`, at }
    }
  }
}

/** Date and time on the zone's clock, `2026-04-15T09:00`. */
export function clockAt(at: number, zone: string): string {
  const clock = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' })
  return clock.format(at).replace(' ', 'T')
}

export interface Snoozable extends Schedule {
  /** Quiet until then, and due once at that moment. */
  snoozedUntil?: string | undefined
}

/** The occurrences of a reminder later than `after`: while it is snoozed none, then one, then as ever. */
function* remindersAfter(reminder: Snoozable, after: number): Generator<Occurrence> {
  const wakes = reminder.snoozedUntil === undefined ? Number.NaN : Date.parse(reminder.snoozedUntil)
  if (!(wakes > after)) return yield* occurrencesAfter(reminder, after)
  yield { localAt: clockAt(wakes, reminder.zone), at: wakes }
  yield* occurrencesAfter(reminder, wakes)
}

/** At most `count` of them, in order. */
export function nextOccurrences(reminder: Snoozable, after: number, count = 5): Occurrence[] {
  const next: Occurrence[] = []
  if (count < 1) return next
  for (const occurrence of remindersAfter(reminder, after)) {
    next.push(occurrence)
    if (next.length >= count) break
  }
  return next
}
