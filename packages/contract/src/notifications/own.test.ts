import { expect, test } from 'vitest'
import { dueNow } from './due.ts'
import { asAdded, asChanged, asSettled, asSnoozed, remindersPart } from './own.ts'

const reminderId = '019d8e39-1980-7cb7-b9af-c94a9cc3aa31'
const at = '2026-04-15T09:20:00.000Z'
const asked = { about: 'sleep' as const, times: ['21:00', '09:00', '09:00'], days: [7, 1, 3], zone: 'Europe/London' }
const reminder = asAdded(reminderId, asked, at)
const input = { personId: reminderId, changeId: reminderId, reminderId }

test('a reminder keeps its times and days in order, each once', () => {
  expect(reminder).toMatchObject({ times: ['09:00', '21:00'], days: [1, 3, 7], settledThrough: at, version: 1 })
})

test('the device shows each act before the server has it, and sees the server’s word when it comes', () => {
  const { foresee, apply, empty } = remindersPart
  const added = foresee['reminder.add'](empty, { ...input, ...asked }, at)
  expect(added.reminders).toEqual([reminder])
  expect(foresee['reminder.add'](added, { ...input, ...asked }, at)).toBe(added)
  expect(apply['reminder.changed'](added, reminder, undefined as never)).toEqual(added)
  const snoozed = foresee['reminder.snooze'](added, { ...input, until: '2026-04-15T10:20:00Z' }, at)
  expect(snoozed.reminders[0]).toMatchObject({ snoozedUntil: '2026-04-15T10:20:00Z', version: 2 })
  expect(foresee['reminder.stop'](added, input, at)).toEqual(empty)
  expect(foresee['reminder.settle'](empty, { ...input, through: at }, at)).toBe(empty)
})

test('a change starts afresh', () => {
  const snoozed = asSnoozed(reminder, '2026-04-16T09:00:00Z', at)
  const changed = asChanged(snoozed, { ...asked, about: 'mood' }, '2026-04-15T12:00:00.000Z')
  expect(changed).toMatchObject({ about: 'mood', settledThrough: '2026-04-15T12:00:00.000Z', createdAt: at })
  expect(changed).not.toHaveProperty('snoozedUntil')
})

test('a snooze that was over before it arrived is none', () => {
  expect(asSnoozed(reminder, '2026-04-15T09:00:00Z', at)).not.toHaveProperty('snoozedUntil')
})

test('nobody sees to what has not come, and seeing to it again takes nothing back', () => {
  expect(asSettled(reminder, '2027-01-01T00:00:00Z', at).settledThrough).toBe(at)
  expect(asSettled(reminder, '2026-01-01T00:00:00Z', at).settledThrough).toBe(at)
})

test('what came last and was not seen to is due, until it was or is long past', () => {
  const time = (text: string) => Date.parse(text)
  expect(dueNow(reminder, time('2026-04-15T19:59Z'))).toBeUndefined()
  expect(dueNow(reminder, time('2026-04-15T20:10Z'))?.localAt).toBe('2026-04-15T21:00')
  expect(
    dueNow(asSettled(reminder, '2026-04-15T20:10:00Z', '2026-04-15T20:10:00Z'), time('2026-04-15T20:11Z')),
  ).toBeUndefined()
  expect(dueNow(reminder, time('2026-04-16T15:00Z'))).toBeUndefined()
})
