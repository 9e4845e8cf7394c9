import * as z from 'zod/mini'
import { defineOwnSlice, upsert } from '../own/part.ts'
import { Id } from '../scalars.ts'
import { Reminder } from './shapes.ts'

/** Reminders that are on, in the order in which they were made. */
const Reminders = z.object({ reminders: z.array(Reminder) })
export type Reminders = z.infer<typeof Reminders>

const madeFirst = (a: Reminder, b: Reminder) =>
  a.createdAt < b.createdAt ? -1 : a.createdAt > b.createdAt ? 1 : a.reminderId < b.reminderId ? -1 : 1

export const put = ({ reminders }: Reminders, row: Reminder): Reminders => ({
  reminders: upsert(reminders, row, (one) => one.reminderId, madeFirst),
})

export const without = ({ reminders }: Reminders, reminderId: string): Reminders => ({
  reminders: reminders.filter((one) => one.reminderId !== reminderId),
})

export const remindersSlice = defineOwnSlice({
  state: Reminders,
  empty: { reminders: [] },
  events: { 'reminder.changed': Reminder, 'reminder.stopped': z.object({ reminderId: Id }) },
  apply: {
    'reminder.changed': put,
    'reminder.stopped': (slice, { reminderId }) => without(slice, reminderId),
  },
})
