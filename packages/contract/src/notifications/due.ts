import { nextOccurrences, type Occurrence } from './occurrences.ts'
import type { Reminder } from './shapes.ts'

/** A reminder that nobody saw to for so long is over. */
const DUE_FOR_MS = 18 * 3_600_000
/** `ReminderTimes` allows six a day, and one more comes after a snooze. */
const MOST_IN_A_DAY = 7

/** The newest occurrence that came and was not seen to; nothing when there is none. The device works this out by itself, with no signal. */
export function dueNow(reminder: Reminder, now: number): Occurrence | undefined {
  const since = Math.max(Date.parse(reminder.settledThrough), now - DUE_FOR_MS)
  return nextOccurrences(reminder, since, MOST_IN_A_DAY).findLast(({ at }) => at <= now)
}
