import { addDays, localDate } from '../conversations/zone-time.ts'
import { PERSON_ZONE } from '../scalars.ts'

/** How far back a day may be logged or changed, counted from when the device recorded it. */
export const DAYS_BACK = 7
/** A clock may be wrong by so much before a date is in the future. */
const DAYS_AHEAD = 1

export type DayFault = 'too-long-ago' | 'in-the-future'

/**
 * Whether `forDate` may still be logged or changed in something that the device recorded at `recordedAt`, however late it arrives; `now` is the
 * clock of whoever asks. Ends of the range are let in.
 */
export function dayFault(
  { forDate, recordedAt }: { forDate: string; recordedAt: string },
  now: Date,
  zone = PERSON_ZONE,
): DayFault | undefined {
  const recordedOn = localDate(Date.parse(recordedAt), zone)
  const latest = addDays(localDate(now.getTime(), zone), DAYS_AHEAD)
  if (recordedOn > latest || forDate > latest || forDate > addDays(recordedOn, DAYS_AHEAD)) return 'in-the-future'
  return forDate < addDays(recordedOn, -DAYS_BACK) ? 'too-long-ago' : undefined
}

/** The date on a person's own clock. */
export function today(now: Date, zone = PERSON_ZONE): string {
  return localDate(now.getTime(), zone)
}
