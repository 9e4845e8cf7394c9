import { randomUUID } from 'node:crypto'
import type { OutputOf } from '@weft/contract/operation.ts'
import { endEnrolment, resumeEnrolment } from '@weft/contract/organisations/operations.ts'
import { ownChannel } from '@weft/contract/own/channel.ts'
import { sharedChannel } from '@weft/contract/sharing/channel.ts'
import { getShared, listShares, startSharing, stopSharing } from '@weft/contract/sharing/operations.ts'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { convergesFor, eventsOf, listenAs } from '../../../test/talk.ts'
import { type Actor, makeWorld, type World } from '../../../test/world.ts'
import type { Ctx, Facts } from '../../platform/feature.ts'
import { requireShared } from '../access/require-shared.ts'

let world: World
let kofi: Actor
let sam: Actor
let personId: string
let serviceId: string
async function newWorld() {
  await world?.close()
  world = await makeWorld()
  ;[kofi, sam] = await Promise.all([world.as('kofi'), world.as('sam')])
  personId = kofi.scope.personId as string
  serviceId = world.cast.services.wellbeing
}
beforeAll(newWorld)
afterAll(() => world.close())
beforeEach(async () => {
  for (const { scope } of (await kofi.call(listShares, { personId })).shares) await stop(scope)
})

const choice = <const More extends object>(scope: string, more = {} as More) => ({
  personId,
  serviceId,
  scope,
  changeId: randomUUID(),
  ...more,
})
const start = (scope: string, from: 'now' | 'everything' = 'now', more: object = {}) =>
  kofi.try(startSharing, choice(scope, { from, shareId: randomUUID(), ...more }))
const stop = (scope: string) => kofi.call(stopSharing, choice(scope))
const scopes = async (by = sam): Promise<OutputOf<typeof getShared>['scopes']> =>
  (await by.call(getShared, { personId, serviceId })).scopes
const names = async () => (await scopes()).map(({ scope }) => scope)
const announce = <K extends keyof Facts>(fact: K, data: Facts[K]) =>
  world.app.runner.act('access', (ctx) => ctx.announce(fact, data))
const may = (by: Actor, scope: string, more: object = {}) =>
  world.app.db
    .as(by.scope, (tx) =>
      requireShared({ scope: by.scope, tx, now: tx.now } as Ctx, { personId, serviceId, scope, ...more }),
    )
    .then(
      ({ thing }) => thing,
      (error: { reason?: string }) => error.reason,
    )
const grantsOf = async (by: Actor) =>
  (
    await world.sql(
      `select category from authz_grant where account_id = $1 and person_id = $2 and category = 'shared'`,
      [by.scope.accountId, personId],
    )
  ).length

test('what is shared may be read by that team from its commit to its end, and by nobody besides', async () => {
  expect([await may(sam, 'sleep'), await grantsOf(sam)]).toEqual(['not_shared', 0])
  await start('sleep')
  expect([await may(sam, 'sleep'), await grantsOf(sam)]).toEqual([{ personId, from: world.clock.now() }, 1])
  expect(await may(sam, 'mood')).toBe('not_shared')
  expect(await may(sam, 'sleep', { visibility: 'private' })).toBe('private')
  for (const other of ['priya', 'helen', 'gary', 'denise'] as const)
    expect(await may(await world.as(other), 'sleep')).toBe('no_relation')
  await stop('sleep')
  await stop('sleep')
  expect([await may(sam, 'sleep'), await grantsOf(sam), await names()]).toEqual(['not_shared', 0, []])
})

test('from now leaves out what was made before; everything takes it in, and now after everything narrows nothing', async () => {
  const before = world.clock.now()
  world.clock.advance({ minutes: 1 })
  await start('sleep')
  expect(await may(sam, 'sleep', { madeAt: before })).toBe('not_shared')
  expect(await may(sam, 'sleep', { madeAt: world.clock.now() })).toEqual({ personId, from: world.clock.now() })
  await start('sleep', 'everything')
  expect(await may(sam, 'sleep', { madeAt: before })).toEqual({ personId, from: undefined })
  await start('sleep', 'now')
  expect(await scopes()).toMatchObject([{ scope: 'sleep', from: 'everything' }])
})

test('a stop that is undone opens exactly what was open', async () => {
  const shareId = randomUUID()
  await start('sleep', 'now', { shareId })
  const since = world.clock.now()
  world.clock.advance({ seconds: 5 })
  await stop('sleep')
  await start('sleep', 'now', { again: shareId })
  expect(await may(sam, 'sleep')).toEqual({ personId, from: since })
  await stop('sleep')
  await start('sleep', 'now', { again: randomUUID() })
  expect(await may(sam, 'sleep')).toEqual({ personId, from: world.clock.now() })
})

test('what was written while nothing was shared is not opened by a stop that is undone much later', async () => {
  const shareId = randomUUID()
  await start('sleep', 'now', { shareId })
  await stop('sleep')
  world.clock.advance({ minutes: 11 })
  await start('sleep', 'now', { again: shareId })
  expect(await may(sam, 'sleep')).toEqual({ personId, from: world.clock.now() })
})

test('the same act again, or the same id for another, changes nothing', async () => {
  const act = choice('sleep', { from: 'now', shareId: randomUUID() })
  const answers = await Promise.all(Array.from({ length: 8 }, () => kofi.try(startSharing, act)))
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]))
  await stop('sleep')
  expect(await kofi.try(startSharing, act)).toMatchObject({ status: 200 })
  expect(await names()).toEqual([])
  expect(await start('mood', 'now', { shareId: act.shareId })).toMatchObject({ status: 409 })
})

test('nobody shares with a service that they are not with, one that is not, or in somebody’s name', async () => {
  const elsewhere = [world.cast.services.coaching, randomUUID()]
  for (const other of elsewhere) expect((await start('sleep', 'now', { serviceId: other })).status).toBe(404)
  const act = choice('sleep', { from: 'now', shareId: randomUUID() })
  for (const name of ['sam', 'nia', 'gary', 'meera'] as const)
    expect((await (await world.as(name)).try(startSharing, act)).status).toBe(404)
  expect((await start('diary:everything')).status).toBe(422)
})

test('whoever listens sees what a newcomer sees: the team', async () => {
  await start('mood')
  await convergesFor(world, sam, sharedChannel, { personId, serviceId }, async () => {
    await start('sleep', 'everything')
    await announce('personal.changed', { personId, scope: 'sleep', isShared: true })
    await announce('personal.changed', { personId, scope: 'goal:x', isShared: true, alsoUnder: ['mood'] })
    await stop('mood')
  })
  expect(await scopes()).toMatchObject([{ scope: 'sleep', revision: 2 }])
})

test('of what stays private nothing moves, so nobody learns that it is there', async () => {
  await start('sleep')
  const topic = sharedChannel.topicOf({ personId, serviceId })
  const before = await eventsOf(world, topic)
  await announce('personal.changed', { personId, scope: 'sleep', isShared: false })
  await announce('personal.changed', { personId, scope: 'mood', isShared: true })
  expect(await eventsOf(world, topic)).toEqual(before)
})

test('sharing and stopping are in the log', async () => {
  await start('sleep')
  await stop('sleep')
  const rows = await world.sql(
    `select item_kind, item_id, reason_code, service_id from access_log where person_id = $1 and action = 'share'`,
    [personId],
  )
  const row = { item_kind: 'sleep', item_id: 'sleep', reason_code: 'owner', service_id: serviceId }
  expect(rows.slice(-2)).toEqual([row, row])
})

test('whoever of the team is shown what is shared is in the log for it, and for nothing shown is not', async () => {
  const looks = async () =>
    (
      await world.sql(`select 1 from access_log where item_kind = 'sharing' and action = 'read' and actor_id = $1`, [
        sam.scope.accountId,
      ])
    ).length
  const before = await looks()
  expect([await names(), await looks()]).toEqual([[], before])
  await start('sleep')
  expect([await names(), await looks()]).toEqual([['sleep'], before + 1])
})

describe('a socket', () => {
  beforeEach(newWorld)
  test('of a colleague who has left the team hears nothing of what is shared afterwards', async () => {
    const nia = await world.as('nia')
    const url = await world.listen()
    const [still, left] = await Promise.all([listenAs(nia, url), listenAs(sam, url)])
    const topic = sharedChannel.topicOf({ personId, serviceId })
    await Promise.all([still.join(topic), left.join(topic)])
    await world.sql('update team_member set to_at = $2 where id = $1', [world.cast.teams.sam, world.clock.now()])
    await start('sleep')
    await expect.poll(() => still.events.map(({ name }) => name)).toEqual(['share.started'])
    await expect.poll(() => left.kicked).toEqual([topic])
    expect(left.events).toEqual([])
    still.close()
    left.close()
  })

  test('that comes back from before the stop is told of the stop, and reads nothing', async () => {
    await start('sleep')
    const url = await world.listen()
    const topic = sharedChannel.topicOf({ personId, serviceId })
    const first = await listenAs(sam, url)
    const { value } = await first.join(topic)
    first.close()
    await stop('sleep')
    const back = await listenAs(sam, url)
    const resumed = await back.join(topic, { epoch: value.epoch, seq: value.seq })
    expect(resumed.value.events.map(({ name }: { name: string }) => name)).toEqual(['share.stopped'])
    expect(await may(sam, 'sleep')).toBe('not_shared')
    back.close()
  })
})

describe('an ex-partner who is a carer', () => {
  let raj: Actor
  beforeAll(async () => {
    await newWorld()
    raj = await world.as('raj', 'carer')
    await world.sql(
      `insert into carer_link (id, carer_account_id, person_id, relationship, basis, scopes, services, state)
       values ($1, $2, $3, 'ex-partner', 'consent', '{shared_goals,shared_trackers,shared_plan}', $4, 'active')`,
      [randomUUID(), raj.scope.accountId, personId, [serviceId]],
    )
    await announce('access.changed', { personId })
  })
  const asCarer = (scope: string, more: object = {}) => may(raj, scope, { serviceId: undefined, ...more })

  test('reads what the scopes open, never the diary, and nothing once it is stopped', async () => {
    const diary = `diary:${randomUUID()}`
    for (const scope of ['sleep', diary]) await start(scope, 'everything')
    expect(await asCarer('sleep')).toEqual({ personId, from: undefined })
    expect(await asCarer('sleep', { visibility: 'private' })).toBe('private')
    expect(await asCarer(diary)).toBe('carer_no_scope')
    await stop('sleep')
    expect(await asCarer('sleep')).toBe('carer_no_scope')
  })

  test('learns nothing of what is shared with a service that the link does not name', async () => {
    const { coaching } = world.cast.services
    await world.sql(
      `insert into enrolment (id, person_id, service_id, contract_id, state, controller_id, legal_basis, retention_class)
       select $1, $2, $3, id, 'active', controller_id, 'a', 'adult_care' from contract where service_id = $3`,
      [randomUUID(), personId, coaching],
    )
    expect((await start('sleep', 'everything', { serviceId: coaching })).status).toBe(200)
    expect(await asCarer('sleep')).toBe('carer_no_scope')
    expect(await may(await world.as('priya'), 'sleep', { serviceId: coaching })).toMatchObject({ personId })
    expect(await may(sam, 'sleep')).toBe('not_shared')
    expect(await names()).toEqual([])
  })

  test('may neither look at nor change the choices', async () => {
    for (const [operation, input] of [
      [listShares, { personId }],
      [getShared, { personId, serviceId }],
      [stopSharing, choice('sleep')],
    ] as const)
      expect((await raj.try(operation, input)).status).toBe(404)
  })
})

describe('a service that is left', () => {
  beforeEach(newWorld)
  test('is gone from the person’s devices, and whoever listens sees what a newcomer sees', async () => {
    await convergesFor(world, kofi, ownChannel, { personId }, async () => {
      await start('sleep')
      await start('mood', 'everything')
      await start('sleep', 'everything')
      await stop('mood')
      await kofi.call(endEnrolment, { enrolmentId: world.cast.enrolments.kofi, reason: 'declined' })
    })
  })

  test('at the person’s wish loses all at once, and going back restores nothing', async () => {
    await start('sleep', 'everything')
    await kofi.call(endEnrolment, { enrolmentId: world.cast.enrolments.kofi, reason: 'declined' })
    expect([await may(sam, 'sleep'), await names()]).toEqual(['not_shared', []])
    expect((await start('sleep')).status).toBe(404)
    await kofi.call(resumeEnrolment, { enrolmentId: world.cast.enrolments.kofi })
    expect([await may(sam, 'sleep'), await grantsOf(sam)]).toEqual(['not_shared', 0])
    expect((await start('sleep')).status).toBe(200)
  })

  test('at the service’s wish keeps what is shared to the end, and not a millisecond more', async () => {
    await start('sleep', 'everything')
    await sam.call(endEnrolment, { enrolmentId: world.cast.enrolments.kofi, reason: 'finished' })
    const [{ ends_at: endsAt }] = await world.sql('select ends_at from enrolment where id = $1', [
      world.cast.enrolments.kofi,
    ])
    await world.sql(`update session set ends_at = '2027-01-01'`)
    world.clock.set(new Date(endsAt.getTime() - 1))
    expect(await may(sam, 'sleep')).toMatchObject({ personId })
    world.clock.set(endsAt)
    expect(await may(sam, 'sleep')).toBe('no_relation')
    await world.app.jobs.run('enrolment.finish')
    expect(await world.sql('select state from share_grant')).toEqual([{ state: 'expired' }])
    expect([await grantsOf(sam), (await kofi.call(listShares, { personId })).shares]).toEqual([0, []])
  })
})
