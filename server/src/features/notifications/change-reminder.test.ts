import { randomUUID } from 'node:crypto'
import {
  addReminder,
  changeReminder,
  settleReminder,
  snoozeReminder,
  stopReminder,
} from '@weft/contract/notifications/operations.ts'
import { ownChannel } from '@weft/contract/own/channel.ts'
import { getOwn } from '@weft/contract/own/operations.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { convergesFor } from '../../../test/talk.ts'
import { type Actor, makeWorld, type World } from '../../../test/world.ts'

let world: World
let kofi: Actor
let personId: string
beforeAll(async () => {
  world = await makeWorld()
  kofi = await world.as('kofi')
  personId = kofi.scope.personId as string
})
afterAll(() => world.close())

const act = () => ({ personId, changeId: randomUUID() })
const bedtime = { about: 'sleep', times: ['21:00'], days: [1, 3, 5], zone: 'Europe/London' } as const
const mine = async () => (await kofi.call(getOwn, { personId })).reminders.reminders
const rowOf = async (id: string) =>
  (await world.sql('select next_at, stopped_at, settled_through from reminder where id = $1', [id]))[0]

async function added(more: object = {}): Promise<string> {
  const reminderId = randomUUID()
  await kofi.call(addReminder, { ...act(), reminderId, ...bedtime, ...more } as never)
  return reminderId
}

test('whoever listens sees what a newcomer sees, whatever is done to a reminder', async () => {
  await convergesFor(world, kofi, ownChannel, { personId }, async () => {
    const one = await added({ words: 'Phone away' })
    const other = await added({ about: 'other', words: 'Water the plants', times: ['09:00', '08:00', '09:00'] })
    await kofi.call(changeReminder, { ...act(), reminderId: one, ...bedtime, times: ['22:15'] } as never)
    await kofi.call(snoozeReminder, { ...act(), reminderId: other, until: '2026-04-15T10:20:00.000Z' })
    await kofi.call(settleReminder, { ...act(), reminderId: one, through: '2026-04-15T09:20:00.000Z' })
    await kofi.call(stopReminder, { ...act(), reminderId: other })
  })
  expect(await mine()).toEqual([expect.objectContaining({ about: 'sleep', times: ['22:15'], version: 3 })])
  expect((await mine())[0]).not.toHaveProperty('words')
})

test('the row knows when it speaks next, on the clock of its zone', async () => {
  const id = await added()
  expect((await rowOf(id)).next_at).toEqual(new Date('2026-04-15T20:00:00Z'))
  await kofi.call(snoozeReminder, { ...act(), reminderId: id, until: '2026-04-20T12:00:00.000Z' })
  expect((await rowOf(id)).next_at).toEqual(new Date('2026-04-20T12:00:00Z'))
  await kofi.call(changeReminder, { ...act(), reminderId: id, ...bedtime, zone: 'America/New_York' } as never)
  expect((await rowOf(id)).next_at).toEqual(new Date('2026-04-16T01:00:00Z'))
  await kofi.call(stopReminder, { ...act(), reminderId: id })
  expect((await rowOf(id)).next_at).toBeNull()
})

test('what was done with no signal, after another device stopped it, does no harm; a change brings it back', async () => {
  const id = await added()
  await kofi.call(stopReminder, { ...act(), reminderId: id })
  await kofi.call(stopReminder, { ...act(), reminderId: id })
  await kofi.call(snoozeReminder, { ...act(), reminderId: id, until: '2026-04-16T09:00:00.000Z' })
  await kofi.call(settleReminder, { ...act(), reminderId: id, through: '2026-04-15T09:00:00.000Z' })
  expect((await mine()).map((one) => one.reminderId)).not.toContain(id)
  await kofi.call(changeReminder, { ...act(), reminderId: id, ...bedtime } as never)
  expect((await mine()).map((one) => one.reminderId)).toContain(id)
})

test('the same act twice is one, and an id is one reminder’s', async () => {
  const first = { ...act(), reminderId: randomUUID(), ...bedtime }
  await Promise.all([1, 2, 3].map(() => kofi.call(addReminder, first as never)))
  expect((await mine()).filter((one) => one.reminderId === first.reminderId)).toHaveLength(1)
  expect(await kofi.try(addReminder, { ...first, changeId: randomUUID() } as never)).toMatchObject({ status: 409 })
})

test.each([
  ['a time that is none', { times: ['25:00'] }],
  ['no time', { times: [] }],
  ['no day', { days: [] }],
  ['an eighth day', { days: [8] }],
  ['a zone that is none', { zone: 'Europe/Lichfield' }],
  ['something else without words', { about: 'other' }],
  ['words that are too long', { words: 'a'.repeat(121) }],
])('%s is refused', async (_, more) => {
  const answer = await kofi.try(addReminder, { ...act(), reminderId: randomUUID(), ...bedtime, ...more } as never)
  expect(answer).toMatchObject({ status: 422 })
})

test('thirty at once are enough', async () => {
  const meera = await world.as('meera')
  const hers = { personId: meera.scope.personId, ...bedtime }
  const one = () => ({ ...hers, changeId: randomUUID(), reminderId: randomUUID() }) as never
  for (let n = 0; n < 30; n += 1) await meera.call(addReminder, one())
  expect(await meera.try(addReminder, one())).toMatchObject({ status: 409, problem: { code: 'wrong-state' } })
})

test('nobody else reads, adds or stops one, and a reminder is nobody’s by way of another person', async () => {
  const id = await added()
  for (const stranger of [await world.as('sam'), await world.as('gary'), await world.as('raj', 'carer')]) {
    expect(await stranger.try(stopReminder, { ...act(), reminderId: id })).toMatchObject({ status: 404 })
  }
  const meera = await world.as('meera')
  const hers = { personId: meera.scope.personId as string, changeId: randomUUID() }
  expect(await meera.try(stopReminder, { ...hers, reminderId: id })).toMatchObject({ status: 404 })
  expect((await rowOf(id)).stopped_at).toBeNull()
})
