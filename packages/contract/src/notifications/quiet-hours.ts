import { addDays, instantOf, localDate, weekdayOf } from '../conversations/zone-time.ts'
import type { Channel } from './shapes.ts'

/** From one local time until another, over midnight where the second is the earlier; every day. */
export interface Quiet {
  from: string
  until: string
}

/** The account's own quiet hours, absent when switched off, on the clock of its zone. */
export interface Hours {
  zone: string
  quiet?: Quiet | undefined
}

/** Texts and e-mails go on weekdays from 8 to 6 (domain.md 11). */
const letterHours = { open: '08:00', close: '18:00' }
const isWeekday = (date: string) => weekdayOf(date) <= 5

/** The end of the quiet stretch that holds this instant; nothing when none does. */
export function quietUntil(at: number, { zone, quiet }: Hours): number | undefined {
  if (!quiet) return undefined
  const today = localDate(at, zone)
  for (const date of [addDays(today, -1), today]) {
    const end = instantOf(quiet.until > quiet.from ? date : addDays(date, 1), quiet.until, zone)
    if (instantOf(date, quiet.from, zone) <= at && at < end) return end
  }
  return undefined
}

/** Whether a wall-clock time of no particular day is a quiet one. */
export const isQuietTime = (time: string, { from, until }: Quiet): boolean =>
  from < until ? from <= time && time < until : from <= time || time < until

/** From when on a letter may go. */
function letterFrom(at: number, zone: string): number {
  for (let date = localDate(at, zone); ; date = addDays(date, 1)) {
    if (isWeekday(date) && at < instantOf(date, letterHours.close, zone))
      return Math.max(at, instantOf(date, letterHours.open, zone))
  }
}

/** More changes between quiet and open than any fortnight has. */
const STEPS = 40

/**
 * When a notice of this instant may leave by a channel: at once, or when the hours that hold it end. Held, never dropped; whoever is quiet
 * at every hour at which letters go has none.
 */
export function mayLeaveAt(at: number, channel: Channel, hours: Hours): number {
  let when = at
  for (let step = 0; step < STEPS; step += 1) {
    const open = channel === 'push' ? when : letterFrom(when, hours.zone)
    const next = quietUntil(open, hours) ?? open
    if (next === when) return when
    when = next
  }
  return when
}
