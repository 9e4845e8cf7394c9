import * as z from 'zod/mini'
import { defineOwnPart, upsert } from '../own/part.ts'
import { Id } from '../scalars.ts'
import { addReminder, changeReminder, settleReminder, snoozeReminder, stopReminder } from './operations.ts'
import { Reminder } from './shapes.ts'

/** Reminders that are on, in the order in which they were made. */
export const Reminders = z.object({ reminders: z.array(Reminder) })
export type Reminders = z.infer<typeof Reminders>

type Asked = Pick<Reminder, 'about' | 'times' | 'days' | 'zone'> & { words?: string | undefined }

/** Times and days are kept in order, each once; words only where there are any. */
export const asAsked = ({ about, words, times, days, zone }: Asked) => ({
  about,
  ...(words !== undefined && { words }),
  times: [...new Set(times)].sort(),
  days: [...new Set(days)].sort(),
  zone,
})

const madeFirst = (a: Reminder, b: Reminder) =>
  a.createdAt < b.createdAt ? -1 : a.createdAt > b.createdAt ? 1 : a.reminderId < b.reminderId ? -1 : 1

const put = ({ reminders }: Reminders, row: Reminder): Reminders => ({
  reminders: upsert(reminders, row, (one) => one.reminderId, madeFirst),
})

function changed(slice: Reminders, reminderId: string, change: (row: Reminder) => Reminder): Reminders {
  const row = slice.reminders.find((one) => one.reminderId === reminderId)
  return row ? put(slice, { ...change(row), version: row.version + 1 }) : slice
}

const without = ({ reminders }: Reminders, reminderId: string): Reminders => ({
  reminders: reminders.filter((one) => one.reminderId !== reminderId),
})

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
  state: Reminders,
  empty: { reminders: [] },
  events: { 'reminder.changed': Reminder, 'reminder.stopped': z.object({ reminderId: Id }) },
  pushes: {
    'reminder.add': addReminder,
    'reminder.change': changeReminder,
    'reminder.stop': stopReminder,
    'reminder.snooze': snoozeReminder,
    'reminder.settle': settleReminder,
  },
  apply: {
    'reminder.changed': put,
    'reminder.stopped': (slice, { reminderId }) => without(slice, reminderId),
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
