import { getConversation } from '@weft/contract/conversations/operations.ts'
import { changeServiceHours, getService } from '@weft/contract/organisations/operations.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeWorld, type World } from '../../../test/world.ts'

let world: World
beforeAll(async () => {
  world = await makeWorld()
})
afterAll(() => world.close())

const evening = { weekday: 2, open: '17:00', close: '20:00' }

test('a coordinator changes what they name and the rest stays, and the conversation’s head says so', async () => {
  const nia = await world.as('nia')
  const serviceId = world.cast.services.wellbeing
  const before = await nia.call(getService, { serviceId })
  const after = await nia.call(changeServiceHours, {
    serviceId,
    hours: [evening, { weekday: 1, open: '09:00', close: '12:30' }],
    closures: ['2026-12-24', '2026-05-29', '2026-12-24'],
    version: before.version,
  })
  expect(after.hours).toEqual({
    ...before.hours,
    hours: [{ weekday: 1, open: '09:00', close: '12:30' }, evening],
    closures: ['2026-05-29', '2026-12-24'],
  })
  expect(after.version).toBe(before.version + 1)
  const kofi = await world.as('kofi')
  const { head } = await kofi.call(getConversation, { conversationId: world.cast.conversations.kofi })
  expect(head.hours).toEqual(after.hours)
})

test('whoever changed it first is not written over', async () => {
  const nia = await world.as('nia')
  const serviceId = world.cast.services.wellbeing
  const { version } = await nia.call(getService, { serviceId })
  const changes = await Promise.all(
    [60, 120].map((replyTargetMinutes) => nia.try(changeServiceHours, { serviceId, replyTargetMinutes, version })),
  )
  expect(changes.map(({ status }) => status).sort()).toEqual([200, 409])
})

test.each([
  ['ends before it begins', [{ weekday: 1, open: '12:00', close: '09:00' }]],
  ['is no time at all', [{ weekday: 1, open: '09:00', close: '09:00' }]],
  ['overlaps another', [evening, { weekday: 2, open: '19:59', close: '21:00' }]],
])('an opening time that %s is refused', async (_, hours) => {
  const nia = await world.as('nia')
  const answer = await nia.try(changeServiceHours, { serviceId: world.cast.services.wellbeing, hours })
  expect(answer).toMatchObject({ status: 422, problem: { code: 'not-acceptable' } })
})

test('two openings of one day may touch', async () => {
  const nia = await world.as('nia')
  const hours = [evening, { weekday: 2, open: '20:00', close: '21:00' }]
  const { status } = await nia.try(changeServiceHours, { serviceId: world.cast.services.wellbeing, hours })
  expect(status).toBe(200)
})

test.each([
  ['a practitioner of that team', 'sam', undefined],
  ['a coordinator of another service', 'priya', 'coordinator'],
  ['a platform administrator', 'admin', undefined],
  ['the person', 'kofi', undefined],
] as const)('%s cannot change it', async (_, name, hat) => {
  const stranger = await world.as(name, hat)
  const answer = await stranger.try(changeServiceHours, {
    serviceId: world.cast.services.wellbeing,
    replyTargetMinutes: 5,
  })
  expect(answer.status).toBe(404)
})
