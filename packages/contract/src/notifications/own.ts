import { defineOwnPart } from '../own/part.ts'
import { addReminder, changeReminder, settleReminder, snoozeReminder, stopReminder } from './operations.ts'
import { put, type Reminders, remindersSlice, without } from './own-slice.ts'
import type { Reminder } from './shapes.ts'

type Asked = Pick<Reminder, 'about' | 'times' | 'days' | 'zone'> & { words?: string | undefined }

/** Times and days are kept in order, each once; words only where there are any. */
export const asAsked = ({ about, words, times, days, zone }: Asked) => ({
  about,
  ...(words !== undefined && { words }),
  times: [...new Set(times)].sort(),
  days: [...new Set(days)].sort(),
  zone,
})

function changed(slice: Reminders, reminderId: string, change: (row: Reminder) => Reminder): Reminders {
  const row = slice.reminders.find((one) => one.reminderId === reminderId)
  return row ? put(slice, { ...change(row), version: row.version + 1 }) : slice
}

const later = (one: string, other: string) => (Date.parse(one) >= Date.parse(other) ? one : other)

/** The rules of each act, the same on the server and on the device that foresees it. */
export const asAdded = (reminderId: string, asked: Asked, at: string): Reminder => ({
  reminderId,
  ...asAsked(asked),
  settledThrough: at,
  createdAt: at,
  version: 1,
})
export const asChanged = (row: Reminder, asked: Asked, at: string): Reminder => ({
  ...asAdded(row.reminderId, asked, at),
  createdAt: row.createdAt,
  version: row.version,
})
export function asSnoozed({ snoozedUntil: _, ...row }: Reminder, until: string, at: string): Reminder {
  const settled = { ...row, settledThrough: later(row.settledThrough, at) }
  return Date.parse(until) > Date.parse(at) ? { ...settled, snoozedUntil: until } : settled
}
/** Nobody sees to what has not come yet. */
export function asSettled(row: Reminder, through: string, at: string): Reminder {
  const seen = Date.parse(through) > Date.parse(at) ? at : through
  return { ...row, settledThrough: later(row.settledThrough, seen) }
}

export const remindersPart = defineOwnPart({
  ...remindersSlice,
  pushes: {
    'reminder.add': addReminder,
    'reminder.change': changeReminder,
    'reminder.stop': stopReminder,
    'reminder.snooze': snoozeReminder,
    'reminder.settle': settleReminder,
  },
  foresee: {
    // On its way and already in the slice, it is what the server says.
    'reminder.add': (slice, input, at) =>
      slice.reminders.some((one) => one.reminderId === input.reminderId)
        ? slice
        : put(slice, asAdded(input.reminderId, input, at)),
    'reminder.change': (slice, input, at) => changed(slice, input.reminderId, (row) => asChanged(row, input, at)),
    'reminder.stop': (slice, { reminderId }) => without(slice, reminderId),
    'reminder.snooze': (slice, { reminderId, until }, at) =>
      changed(slice, reminderId, (row) => asSnoozed(row, until, at)),
    'reminder.settle': (slice, { reminderId, through }, at) =>
      changed(slice, reminderId, (row) => asSettled(row, through, at)),
  },
})
