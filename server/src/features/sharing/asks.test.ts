import { randomUUID } from 'node:crypto'
import { endEnrolment } from '@weft/contract/organisations/operations.ts'
import { ownChannel } from '@weft/contract/own/channel.ts'
import { getOwn } from '@weft/contract/own/operations.ts'
import {
  answerAsk,
  askToSee,
  getShared,
  keepSharing,
  listAsks,
  startSharing,
  stopSharing,
} from '@weft/contract/sharing/operations.ts'
import { isDueForCheck } from '@weft/contract/sharing/shapes.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { convergesFor } from '../../../test/talk.ts'
import { type Actor, makeWorld, type World } from '../../../test/world.ts'
import type { JobTools } from '../../platform/feature.ts'
import { lapseAsks } from './lapse-asks.ts'

let world: World
let kofi: Actor
let sam: Actor
let personId: string
let serviceId: string
beforeAll(async () => {
  world = await makeWorld()
  ;[kofi, sam] = await Promise.all([world.as('kofi'), world.as('sam')])
  personId = kofi.scope.personId as string
  serviceId = world.cast.services.wellbeing
})
afterAll(() => world.close())

const act = (more: object = {}) => ({ personId, changeId: randomUUID(), ...more })
const ask = (scope: string, more: object = {}, by = sam) =>
  by.try(askToSee, { personId, serviceId, askId: randomUUID(), scope: scope as 'sleep', ...more })
const answer = (askId: string, isYes: boolean) =>
  kofi.call(answerAsk, act({ askId, shareId: randomUUID(), isYes, from: 'now' }))
const waiting = async () => (await kofi.call(getOwn, { personId })).sharing.asks
const toTeam = async (by = sam) => (await by.call(listAsks, { personId, serviceId })).asks
const shared = async () => (await sam.call(getShared, { personId, serviceId })).scopes.map(({ scope }) => scope)
/** So many days go by, in which everybody keeps looking in. */
async function days(count: number): Promise<void> {
  world.clock.advance({ days: count })
  await world.sql(`update session set last_used_at = $1, ends_at = $1::timestamptz + interval '1 day'`, [
    world.clock.now(),
  ])
}
const lapse = () => lapseAsks.run({ act: world.app.runner.act, now: () => world.clock.now() } as unknown as JobTools)
async function made(scope: string): Promise<string> {
  const answered = await ask(scope)
  if (!answered.ok) throw new Error(answered.problem.code)
  return answered.value.askId
}

test('asking shares nothing; a yes shares, and both are once', async () => {
  const askId = randomUUID()
  const first = await ask('sleep', { askId })
  expect(await ask('sleep', { askId })).toEqual(first)
  expect(await ask('mood', { askId })).toMatchObject({ problem: { code: 'same-id-other-words' } })
  expect(await waiting()).toMatchObject([{ askId, scope: 'sleep', byName: 'Sam Okafor', byRole: 'nurse' }])
  expect(await shared()).toEqual([])
  await convergesFor(world, kofi, ownChannel, { personId }, () => answer(askId, true))
  expect([await shared(), await waiting()]).toEqual([['sleep'], []])
  await answer(askId, true)
  expect(await shared()).toEqual(['sleep'])
  await kofi.call(stopSharing, act({ serviceId, scope: 'sleep' }))
})

test('to the team a no, a silence and a yes taken back are the same bytes, then and ever after', async () => {
  const [no, silence] = [await made('mood'), await made('coping')]
  await convergesFor(world, kofi, ownChannel, { personId }, () => answer(no, false))
  const looks = async () => {
    const asks = await toTeam()
    const of = (scope: string) => asks.filter((one) => one.scope === scope).map(({ askId, scope: _, ...rest }) => rest)
    const again = [await ask('mood'), await ask('coping'), await ask('sleep')]
    return [of('mood'), of('coping'), of('sleep'), again.map(({ status }) => status)]
  }
  const heads = () => world.sql(`select topic, seq from topic_head where topic like 'shared:%' order by 1`)
  const before = await heads()
  const [mood, coping, sleep, again] = await looks()
  expect([coping, sleep]).toEqual([mood, mood])
  expect(again).toEqual([409, 409, 409])
  await days(29)
  await lapse()
  expect(await waiting()).toMatchObject([{ askId: silence }])
  await days(1)
  await convergesFor(world, kofi, ownChannel, { personId }, lapse)
  expect(await waiting()).toEqual([])
  expect((await looks())[3]).toEqual([409, 409, 409])
  expect(await heads()).toEqual(before)
  await days(29)
  expect((await looks())[3]).toEqual([409, 409, 409])
  await days(1)
  expect(await toTeam()).toEqual([])
  expect((await looks())[3]).toEqual([201, 201, 201])
})

test('of two answers the last to arrive counts, and a late yes is a yes', async () => {
  const [mood, coping] = (await waiting()).sort((a, b) => (a.scope < b.scope ? 1 : -1)).map(({ askId }) => askId)
  await answer(mood as string, true)
  await answer(mood as string, false)
  expect(await shared()).toEqual([])
  await answer(coping as string, false)
  await answer(coping as string, true)
  expect(await shared()).toHaveLength(1)
  const [scope] = await shared()
  await kofi.call(stopSharing, act({ serviceId, scope }))
})

test('what is shared already is not asked for, and sharing it answers the ask', async () => {
  await days(61)
  await lapse()
  await made('safety_plan')
  const start = { serviceId, scope: 'safety_plan', shareId: randomUUID(), from: 'now' } as const
  await convergesFor(world, kofi, ownChannel, { personId }, () => kofi.call(startSharing, act(start)))
  expect(await waiting()).toEqual([])
  await days(61)
  expect(await ask('safety_plan')).toMatchObject({ problem: { code: 'wrong-state' } })
  await kofi.call(stopSharing, act({ serviceId, scope: 'safety_plan' }))
})

test('nothing but a kind is asked for, and by nobody but the team', async () => {
  for (const scope of [`goal:${randomUUID()}`, `diary:${randomUUID()}`, 'goals:money'])
    expect(await ask(scope)).toMatchObject({ status: 422 })
  for (const stranger of ['priya', 'helen', 'gary', 'kofi'] as const) {
    expect(await ask('about_me', {}, await world.as(stranger))).toMatchObject({ status: 404 })
    expect(await (await world.as(stranger)).try(listAsks, { personId, serviceId })).toMatchObject({ status: 404 })
  }
  await made('about_me')
  for (const by of [sam, await world.as('priya')])
    expect((await world.app.db.as(by.scope, (tx) => tx.query('select from share_ask'))).rows).toEqual([])
})

test('a year on each choice is asked about again, and ends by itself for nobody', async () => {
  await kofi.call(startSharing, act({ serviceId, scope: 'sleep', shareId: randomUUID(), from: 'now' }))
  const share = async () => (await kofi.call(getOwn, { personId })).sharing.shares[0]
  const isDue = async () => isDueForCheck((await share()) as never, world.clock.now().getTime())
  await days(364)
  expect(await isDue()).toBe(false)
  await days(1)
  expect([await isDue(), await shared()]).toEqual([true, ['sleep']])
  await convergesFor(world, kofi, ownChannel, { personId }, () =>
    kofi.call(keepSharing, act({ serviceId, scope: 'sleep' })),
  )
  expect([await isDue(), await shared()]).toEqual([false, ['sleep']])
})

test('who leaves is asked for nothing more; how to leave is in their hands', async () => {
  const service = async () => (await kofi.call(getOwn, { personId })).sharing.services[0]
  const { enrolmentId, keepsUntil, leavesAt } = (await service()) ?? {}
  expect([enrolmentId, leavesAt]).toEqual([world.cast.enrolments.kofi, undefined])
  expect(keepsUntil).toBe(world.clock.now().getUTCFullYear() + 20)
  expect(await waiting()).toHaveLength(1)
  await world.sql('update session set proved_at = $1', [world.clock.now()])
  await convergesFor(world, kofi, ownChannel, { personId }, () =>
    kofi.call(endEnrolment, { enrolmentId, reason: 'finished' }),
  )
  expect([await waiting(), await shared()]).toEqual([[], []])
  expect(await service()).toMatchObject({ isLeaving: true, isOwnWish: true, leavesAt: expect.any(String) })
})
