import { getConversation } from '@weft/contract/conversations/operations.ts'
import { markStaffLeft } from '@weft/contract/organisations/operations.ts'
import { getSession } from '@weft/contract/people/operations.ts'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { makeWorld, type World } from '../../../test/world.ts'

let world: World
beforeEach(async () => {
  world = await makeWorld()
})
afterEach(() => world.close())

test('a leaver’s memberships, grants and sessions end in one go, and saying so again is no matter', async () => {
  const [nia, sam] = await Promise.all([world.as('nia'), world.as('sam')])
  const staffId = world.cast.people.sam.staffId as string
  expect((await sam.try(getConversation, { conversationId: world.cast.conversations.kofi })).status).toBe(200)
  await nia.call(markStaffLeft, { staffId })
  await nia.call(markStaffLeft, { staffId })
  expect((await sam.try(getSession, {})).status).toBe(401)
  const { accountId } = sam.scope
  expect(await world.sql('select from session where account_id = $1 and ended_at is null', [accountId])).toEqual([])
  expect(await world.sql('select from authz_grant where account_id = $1', [accountId])).toEqual([])
  expect(await world.sql('select from team_member where staff_id = $1 and to_at is null', [staffId])).toEqual([])
  expect(
    await world.sql('select from conversation_member where account_id = $1 and last_number is null', [accountId]),
  ).toEqual([])
})

test('the platform administrator may say so of anybody', async () => {
  const admin = await world.as('admin')
  await admin.call(markStaffLeft, { staffId: world.cast.people.priya.staffId })
  expect(
    await world.sql(`select from staff where id = $1 and state = 'left'`, [world.cast.people.priya.staffId]),
  ).toHaveLength(1)
})

test.each([
  ['a coordinator of another team', 'priya', 'coordinator'],
  ['a practitioner', 'sam', undefined],
  ['a privacy officer', 'helen', undefined],
] as const)('%s cannot', async (_, name, hat) => {
  const stranger = await world.as(name, hat)
  const answer = await stranger.try(markStaffLeft, { staffId: world.cast.people.nia.staffId })
  expect(answer.status).toBe(404)
  expect(
    await world.sql(`select from staff where id = $1 and state = 'left'`, [world.cast.people.nia.staffId]),
  ).toEqual([])
})
