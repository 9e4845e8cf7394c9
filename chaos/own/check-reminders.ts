import { slowOccurrences } from '@weft/contract/notifications/occurrences.reference.ts'
import type { OwnHistory, OwnTruth, ReminderTruth } from './history.ts'

const DAY_MS = 86_400_000

/** What must have come of a reminder, worked out another way than the product's. */
function expected({ times, zone, firedFrom, firedThrough }: ReminderTruth): number[] {
  const first = new Date(firedFrom - DAY_MS).toISOString().slice(0, 10)
  const days = Math.ceil((firedThrough - firedFrom) / DAY_MS) + 3
  return slowOccurrences({ times, zone, days: [1, 2, 3, 4, 5, 6, 7] }, first, days)
    .map(({ at }) => at)
    .filter((at) => at > firedFrom && at <= firedThrough)
}

const shortly = (at: number) => new Date(at).toISOString().slice(0, 16)

/** I13: each occurrence has its notice, and the newest was told of where nothing is quiet. */
export function lostNotices({ reminders }: OwnTruth): string[] {
  return reminders.flatMap((reminder) => {
    const there = new Set(reminder.notices.map(({ at }) => at))
    const missing = expected(reminder).filter((at) => !there.has(at))
    const newest = reminder.notices.toSorted((a, b) => b.at - a.at)[0]
    const isTold = reminder.isQuiet ? newest?.state === 'waiting' : newest?.state === 'sent'
    return [
      ...missing.slice(0, 3).map((at) => `I13 nothing tells of ${shortly(at)} of ${reminder.reminderId}`),
      ...(reminder.isBehind ? [`I13 ${reminder.reminderId} has not come as far as now`] : []),
      ...(newest && !isTold ? [`I13 the newest of ${reminder.reminderId} is ${newest.state}`] : []),
    ]
  })
}

/** I13: and no more than one. */
export function doubledNotices({ reminders }: OwnTruth): string[] {
  return reminders.flatMap((reminder) => {
    const due = new Set(expected(reminder))
    const times = Map.groupBy(reminder.notices, ({ at }) => at)
    return [...times]
      .filter(([at, notices]) => notices.length > 1 || !due.has(at))
      .slice(0, 3)
      .map(([at, notices]) => `I13 ${notices.length} notices of ${shortly(at)} of ${reminder.reminderId}, due or not`)
  })
}

/** I13: none leaves in quiet hours, which every quiet account has all through the run. */
export function quietHoursBroken({ pushed }: OwnHistory, { reminders }: OwnTruth): string[] {
  const left = new Set(pushed)
  return reminders
    .filter(({ isQuiet }) => isQuiet)
    .flatMap(({ notices }) => notices.filter(({ noticeId, sentAt }) => sentAt !== undefined || left.has(noticeId)))
    .map(({ at }) => `I13 a notice of ${shortly(at)} left in quiet hours`)
}
