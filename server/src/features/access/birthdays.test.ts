import { randomUUID } from 'node:crypto'
import { getConversation } from '@weft/contract/conversations/operations.ts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Actor, makeWorld, type World } from '../../../test/world.ts'
import { linkCarer } from './commands.ts'
import { birthdayAt } from './load-fact.ts'

test.each([
  ['2013-04-15', 13, '2026-04-14T23:00:00.000Z'],
  ['2010-12-01', 16, '2026-12-01T00:00:00.000Z'],
  ['2012-02-29', 13, '2025-03-01T00:00:00.000Z'],
  ['2012-02-29', 16, '2028-02-29T00:00:00.000Z'],
  ['2013-03-29', 13, '2026-03-29T00:00:00.000Z'],
])('somebody born on %s turns %i at 00:00 local', (bornOn, years, at) => {
  expect(birthdayAt(bornOn, years).toISOString()).toBe(at)
})

describe('a parent who may read the thread of someone under 13', () => {
  let world: World
  let raj: Actor
  const carerLinkId = randomUUID()

  beforeAll(async () => {
    world = await makeWorld({ now: '2026-04-14T22:00:00.000Z' })
    await world.sql(`update person set born_on = '2013-04-15' where id = $1`, [world.cast.people.kofi.personId])
    raj = await world.as('raj', 'carer')
    await world.app.runner.act('access', (ctx) =>
      linkCarer(ctx, {
        carerLinkId,
        carerAccountId: raj.scope.accountId,
        personId: world.cast.people.kofi.personId as string,
        relationship: 'father',
        basis: 'parental_responsibility',
        scopes: ['messages'],
        serviceIds: [world.cast.services.wellbeing],
      }),
    )
  })
  afterAll(() => world.close())

  const opens = async () => (await raj.try(getConversation, { conversationId: world.cast.conversations.kofi })).status
  const state = async () => (await world.sql('select state from carer_link where id = $1', [carerLinkId]))[0].state

  test('may until the last millisecond of the day before', async () => {
    world.clock.set('2026-04-14T22:59:59.999Z')
    await world.app.jobs.run('carer.birthdays')
    expect([await opens(), await state()]).toEqual([200, 'active'])
  })

  test('may not from 00:00 local on, before any job has come by', async () => {
    world.clock.set('2026-04-14T23:00:00.000Z')
    expect(await opens()).toBe(404)
  })

  test('and the job makes the rows say so, and with them the second fence', async () => {
    await world.app.jobs.run('carer.birthdays')
    expect(await state()).toBe('suspended')
    const grants = await world.sql('select category from authz_grant where account_id = $1 and person_id = $2', [
      raj.scope.accountId,
      world.cast.people.kofi.personId,
    ])
    expect(grants).toEqual([{ category: 'carer_team' }])
  })
})
