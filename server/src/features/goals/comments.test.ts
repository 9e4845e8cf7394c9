import { randomUUID } from 'node:crypto'
import { listAccessLog } from '@weft/contract/audit/operations.ts'
import * as ops from '@weft/contract/goals/operations.ts'
import { listSharedGoals, withdrawComment, writeComment } from '@weft/contract/goals/team.ts'
import { ownChannel } from '@weft/contract/own/channel.ts'
import { getOwn } from '@weft/contract/own/operations.ts'
import { sharedChannel } from '@weft/contract/sharing/channel.ts'
import { startSharing, stopSharing } from '@weft/contract/sharing/operations.ts'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { convergesFor, eventsOf } from '../../../test/talk.ts'
import { type Actor, makeWorld, type World } from '../../../test/world.ts'
import { features } from '../../features.ts'
import type { JobTools } from '../../platform/feature.ts'
import { subject } from './subject.ts'

let world: World
let kofi: Actor
let sam: Actor
let nia: Actor
let priya: Actor
let personId: string
let wellbeing: string
let coaching: string
let goalId: string
beforeAll(async () => {
  world = await makeWorld({ operationLimits: {} })
  ;[kofi, sam, nia, priya] = await Promise.all([
    world.as('kofi'),
    world.as('sam'),
    world.as('nia'),
    world.as('priya', 'practitioner'),
  ])
  personId = kofi.scope.personId as string
  ;({ wellbeing, coaching } = world.cast.services)
  const enrolmentId = randomUUID()
  await world.sql(
    `insert into enrolment (id, person_id, service_id, contract_id, lead_worker_id, state, started_on, controller_id, legal_basis, retention_class)
     select $1, $2, service_id, contract_id, lead_worker_id, 'active', started_on, controller_id, legal_basis, retention_class
     from enrolment where id = $3`,
    [enrolmentId, personId, world.cast.enrolments.denise],
  )
  await world.app.runner.act('access', (ctx) =>
    ctx.announce('enrolment.activated', { enrolmentId, personId, serviceId: coaching }),
  )
})
afterAll(() => world.close())

beforeEach(async () => {
  goalId = randomUUID()
  await own(ops.addGoal, { words: 'Drink less', type: 'alcohol' })
})

const at = () => world.clock.now().toISOString()
const own = (operation: typeof ops.addGoal | typeof ops.letGoOfGoal, more: object = {}) =>
  kofi.call(operation as typeof ops.addGoal, { personId, changeId: randomUUID(), goalId, at: at(), ...more } as never)
const choice = (serviceId: string) => ({ personId, serviceId, scope: `goal:${goalId}`, changeId: randomUUID() })
const share = (serviceId = wellbeing) =>
  kofi.call(startSharing, { ...choice(serviceId), from: 'everything', shareId: randomUUID() })
const stop = (serviceId = wellbeing) => kofi.call(stopSharing, choice(serviceId))
const about = (commentId: string, serviceId = wellbeing) => ({ personId, serviceId, goalId, commentId })
const comment = (text: string, { by = sam, commentId = randomUUID(), serviceId = wellbeing } = {}) =>
  by.try(writeComment, { ...about(commentId, serviceId), text })
const takeBack = (commentId: string, by = sam) => by.try(withdrawComment, about(commentId))
const mine = async () => (await kofi.call(getOwn, { personId })).goals.comments.filter((one) => one.goalId === goalId)
const seen = async (by = sam, serviceId = wellbeing) =>
  (await by.call(listSharedGoals, { personId, serviceId })).comments.filter((one) => one.goalId === goalId)
const texts = async (...asked: Parameters<typeof seen>) => (await seen(...asked)).map(({ text }) => text)
const converges = (act: () => Promise<unknown>) => convergesFor(world, kofi, ownChannel, { personId }, act)

test('a comment is said once, to the person with name and role, and to the writer’s team', async () => {
  await share()
  const commentId = randomUUID()
  await converges(() => comment('Well done this week', { commentId }))
  expect(await comment('Well done this week', { commentId })).toMatchObject({ status: 201 })
  expect(await comment('Other words', { commentId })).toMatchObject({ problem: { code: 'same-id-other-words' } })
  expect(await comment('Well done this week', { commentId, by: nia })).toMatchObject({ problem: { code: 'id-taken' } })
  expect(await mine()).toEqual([
    {
      commentId,
      goalId,
      text: 'Well done this week',
      serviceId: wellbeing,
      serviceName: 'Lichfield Wellbeing',
      byName: 'Sam Okafor',
      byRole: 'nurse',
      writtenAt: at(),
      isNew: true,
    },
  ])
  expect(await seen()).toMatchObject([{ commentId, isMine: true }])
  expect(await seen(nia)).toMatchObject([{ commentId, isMine: false }])
  const told = await eventsOf(world, sharedChannel.topicOf({ personId, serviceId: wellbeing }))
  expect(told.at(-1)).toMatchObject({ name: 'shared.changed', data: { scope: `goal:${goalId}` } })
  expect(JSON.stringify(told)).not.toContain('Well done')
  const { lines } = await kofi.call(listAccessLog, {})
  expect(lines).toContainEqual(expect.objectContaining({ name: 'Sam Okafor', itemKind: 'goal', action: 'write' }))
})

test('to another service that sees the same goal not a byte changes and nothing moves', async () => {
  await share()
  await share(coaching)
  const asSeen = () => priya.try(listSharedGoals, { personId, serviceId: coaching })
  const theirs = () => eventsOf(world, sharedChannel.topicOf({ personId, serviceId: coaching }))
  const before = [await asSeen(), await theirs()]
  const commentId = randomUUID()
  await comment('See you on Tuesday', { commentId })
  await takeBack(commentId)
  await comment('See you on Wednesday')
  expect([await asSeen(), await theirs()]).toEqual(before)
  await comment('From the other team', { by: priya, serviceId: coaching })
  expect(await texts()).toEqual(['See you on Wednesday'])
  expect(await texts(priya, coaching)).toEqual(['From the other team'])
  expect((await mine()).map(({ serviceName }) => serviceName).sort()).toEqual([
    'Health Coaching',
    'Lichfield Wellbeing',
  ])
  expect(await comment('As if of theirs', { serviceId: coaching })).toMatchObject({ status: 404 })
})

test('nobody comments on what is not shared with them, and a goal that was let go is at rest', async () => {
  const refused = { status: 404, problem: { code: 'not-found' } }
  expect(await comment('x')).toMatchObject(refused)
  await share(coaching)
  expect(await comment('x')).toMatchObject(refused)
  await share()
  for (const by of [kofi, await world.as('gary'), await world.as('helen')])
    expect(await comment('x', { by })).toMatchObject({ status: 404 })
  expect(await comment('  ')).toMatchObject({ status: 422 })
  expect(await comment('x'.repeat(501))).toMatchObject({ status: 422 })
  await own(ops.letGoOfGoal)
  expect(await comment('x')).toMatchObject({ status: 409, problem: { code: 'wrong-state' } })
  expect(await mine()).toEqual([])
})

test('a stop takes comments from the team with the goal; the person keeps them, and sharing again brings them back', async () => {
  await share()
  const commentId = randomUUID()
  await comment('Well done', { commentId })
  await stop()
  expect(await seen()).toEqual([])
  expect(await takeBack(commentId)).toMatchObject({ status: 404 })
  expect(await mine()).toHaveLength(1)
  await share()
  expect(await texts()).toEqual(['Well done'])
})

test('only its writer takes a comment back; it leaves every screen and stands without its words in what is taken along', async () => {
  await share()
  const commentId = randomUUID()
  await comment('Meant for somebody else', { commentId })
  expect(await takeBack(commentId, nia)).toMatchObject({ status: 404 })
  expect(await takeBack(randomUUID())).toMatchObject({ status: 404 })
  await converges(() => takeBack(commentId))
  expect(await takeBack(commentId)).toMatchObject({ status: 200 })
  expect(await comment('Meant for somebody else', { commentId })).toMatchObject({ status: 201 })
  expect(await mine()).toEqual([])
  expect(await seen(nia)).toEqual([])
  const held = await world.app.runner.act('access', (ctx) => subject.export(ctx, personId))
  const kept = (held.goalComments as { goal_id: string }[]).filter((one) => one.goal_id === goalId)
  expect(kept).toMatchObject([{ words: null, by_name: 'Sam Okafor', withdrawn_at: world.clock.now() }])
})

test('whether it was read is the person’s own: their devices agree, and the team’s bytes and topic stay as they were', async () => {
  await share()
  const commentId = randomUUID()
  await comment('Well done', { commentId })
  const asSeen = () => sam.try(listSharedGoals, { personId, serviceId: wellbeing })
  const theirs = () => eventsOf(world, sharedChannel.topicOf({ personId, serviceId: wellbeing }))
  const before = [await asSeen(), await theirs()]
  await converges(() => own(ops.seeComments as never, { commentId }))
  expect(await mine()).toMatchObject([{ isNew: false }])
  expect([await asSeen(), await theirs()]).toEqual(before)
})

test('a deleted goal takes its comments along, and back; erased, they are only the service’s record', async () => {
  await share()
  await comment('Well done')
  await own(ops.deleteGoal)
  expect(await seen()).toEqual([])
  expect(await comment('x')).toMatchObject({ status: 404 })
  await own(ops.restoreGoal)
  expect(await texts()).toEqual(['Well done'])
  await own(ops.deleteGoal)
  await world.sql(`update goal set deleted_at = '2026-03-01' where id = $1`, [goalId])
  const job = features.flatMap(({ jobs = [] }) => jobs).find(({ name }) => name === 'goals.erase')
  const tools = { act: world.app.runner.act, now: () => world.clock.now() } as unknown as JobTools
  await converges(async () => job?.run(tools))
  expect(await mine()).toEqual([])
  expect(await seen()).toEqual([])
  expect(await world.sql('select words from goal_comment where goal_id = $1', [goalId])).toEqual([
    { words: 'Well done' },
  ])
})

test('when an account is erased the record stays with the service, and when it was read does not', async () => {
  await share()
  const commentId = randomUUID()
  await comment('Well done', { commentId })
  await own(ops.seeComments as never, { commentId })
  await world.app.runner.act('access', async (ctx) => subject.forget?.(ctx, personId))
  expect(await world.sql('select words, seen_at from goal_comment where id = $1', [commentId])).toEqual([
    { words: 'Well done', seen_at: null },
  ])
})
