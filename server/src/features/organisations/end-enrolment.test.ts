import { randomUUID } from 'node:crypto'
import { sayWhy } from '@weft/contract/access/operations.ts'
import { getConversation, sendMessage } from '@weft/contract/conversations/operations.ts'
import { endEnrolment, listMyEnrolments, resumeEnrolment } from '@weft/contract/organisations/operations.ts'
import { proveAgain } from '@weft/contract/people/operations.ts'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { givePassword, goodPassword } from '../../../test/device.ts'
import { type Actor, makeWorld, type World } from '../../../test/world.ts'

let world: World
let kofi: Actor
let sam: Actor
let nia: Actor
let enrolmentId: string

beforeEach(async () => {
  world = await makeWorld()
  ;[kofi, sam, nia] = await Promise.all([world.as('kofi'), world.as('sam'), world.as('nia')])
  enrolmentId = world.cast.enrolments.kofi
})
afterEach(() => world.close())

const opens = async (actor: Actor) =>
  (await actor.try(getConversation, { conversationId: world.cast.conversations.kofi })).status
const leave = (over: Record<string, unknown> = {}) => ({ enrolmentId, reason: 'finished' as const, ...over })
const letters = () => world.sql(`select to_address, subject, body, link from mail where effect_key like 'leaving %'`)
const mine = async () => (await kofi.call(listMyEnrolments, {})).enrolments[0]

test('a person who leaves has fourteen days in which everything goes on, then the team is out and they may still read', async () => {
  const ending = await kofi.call(endEnrolment, leave())
  expect(ending).toMatchObject({ state: 'ending', exitAskedBy: 'person', endsAt: '2026-04-29T09:20:00.000Z' })
  world.clock.set('2026-04-29T09:19:59.999Z')
  const alsoSam = await freshly('sam')
  expect(await opens(alsoSam)).toBe(200)
  await world.app.jobs.run('enrolment.finish')
  expect(await mine()).toMatchObject({ state: 'ending' })

  world.clock.advance({ ms: 1 })
  expect(await opens(alsoSam)).toBe(404)
  await world.app.jobs.run('enrolment.finish')
  expect(await mine()).toMatchObject({ state: 'ended', endsAt: '2026-04-29T09:20:00.000Z' })
  expect(await opens(alsoSam)).toBe(404)
  expect(await opens(kofi)).toBe(200)
  const late = await kofi.try(sendMessage, {
    conversationId: world.cast.conversations.kofi,
    messageId: randomUUID(),
    body: 'hello?',
  })
  expect(late).toMatchObject({ ok: false, problem: { code: 'closed' } })
})

test('after the end the service’s coordinator may still read, having said why, in that hat; a practitioner may not', async () => {
  await kofi.call(endEnrolment, leave({ today: true }))
  expect(await opens(nia)).toBe(403)
  const about = { personId: kofi.scope.personId as string, serviceId: world.cast.services.wellbeing }
  await nia.call(sayWhy, { ...about, reasonId: randomUUID(), reason: 'complaint' })
  expect(await opens(nia)).toBe(200)
  expect(await opens(sam)).toBe(404)
  expect(await nia.try(endEnrolment, leave())).toMatchObject({ status: 404 })
})

test('only the person may end it today, and may cut a grace short', async () => {
  expect(await sam.try(endEnrolment, leave({ today: true }))).toMatchObject({ problem: { code: 'not-acceptable' } })
  expect(await sam.call(endEnrolment, leave())).toMatchObject({ state: 'ending', exitAskedBy: 'service' })
  expect(await kofi.call(endEnrolment, leave({ today: true }))).toMatchObject({
    state: 'ended',
    exitAskedBy: 'service',
  })
  expect(await kofi.try(endEnrolment, leave({ today: true }))).toMatchObject({ problem: { code: 'wrong-state' } })
})

test.each([
  ['today', { today: true }],
  ['in fourteen days', {}],
])('whoever finds the phone unlocked cannot leave %s', async (_, when) => {
  await givePassword(world, 'kofi')
  world.clock.advance({ minutes: 10, ms: 1 })
  expect(await kofi.try(endEnrolment, leave(when))).toMatchObject({ status: 403, problem: { code: 'prove-again' } })
  expect(await mine()).toMatchObject({ state: 'active' })
  await kofi.call(proveAgain, { password: goodPassword })
  await kofi.call(endEnrolment, leave(when))
  expect(await mine()).not.toMatchObject({ state: 'active' })
})

test('a worker needs no password to end somebody’s time with the service', async () => {
  world.clock.advance({ minutes: 11 })
  expect(await sam.call(endEnrolment, leave())).toMatchObject({ state: 'ending', exitAskedBy: 'service' })
})

test('a person who leaves is told by a letter that says nothing; one whom the service lets go is not told so', async () => {
  await sam.call(endEnrolment, leave())
  expect(await letters()).toEqual([])
  await kofi.call(endEnrolment, leave({ today: true }))
  await kofi.try(endEnrolment, leave({ today: true }))
  expect(await letters()).toEqual([
    { to_address: 'kofi@demo.example', subject: 'You have an update', body: 'You have an update.', link: '/sign-in' },
  ])
})

test.each([
  ['the person', 'kofi', 'sam'],
  ['the service', 'sam', 'kofi'],
] as const)('when %s asked to part, only they take it back', async (_, asker, other) => {
  const [askedBy, otherSide] = [await world.as(asker), await world.as(other)]
  await askedBy.call(endEnrolment, leave())
  expect(await otherSide.try(resumeEnrolment, { enrolmentId })).toMatchObject({ problem: { code: 'wrong-state' } })
  const back = await askedBy.call(resumeEnrolment, { enrolmentId })
  expect(back).toMatchObject({ state: 'active' })
  expect(back.endsAt).toBeUndefined()
  expect(await opens(sam)).toBe(200)
  expect(await world.sql('select from authz_grant where until is not null')).toEqual([])
})

test('a grace that is over cannot be taken back, even before the job came by', async () => {
  await kofi.call(endEnrolment, leave())
  world.clock.set('2026-04-29T09:20:00.000Z')
  expect(await kofi.try(resumeEnrolment, { enrolmentId })).toMatchObject({ problem: { code: 'wrong-state' } })
})

test('a stale version is refused, and two endings at once are one', async () => {
  expect(await kofi.try(endEnrolment, leave({ version: 7 }))).toMatchObject({ problem: { code: 'conflict' } })
  const both = await Promise.all([kofi.try(endEnrolment, leave()), sam.try(endEnrolment, leave())])
  expect(both.map(({ status }) => status).sort()).toEqual([200, 409])
})

test.each(['denise', 'gary', 'priya', 'raj', 'helen', 'admin'] as const)('%s has no say in it', async (name) => {
  const stranger = await world.as(name)
  for (const operation of [endEnrolment, resumeEnrolment]) {
    expect((await stranger.try(operation, operation === endEnrolment ? leave() : { enrolmentId })).status).toBe(404)
  }
  expect(await mine()).toMatchObject({ state: 'active' })
})

/** Staff sessions idle out after a quarter of an hour, so a later moment needs a later sign-in. */
async function freshly(name: 'sam'): Promise<Actor> {
  const { accountId } = world.cast.people[name]
  await world.sql('update session set last_used_at = $2, ends_at = $3 where account_id = $1', [
    accountId,
    world.clock.now(),
    new Date(world.clock.now().getTime() + 86_400_000),
  ])
  return world.as(name)
}
