import { randomUUID } from 'node:crypto'
import { deleteEntry, writeEntry } from '@weft/contract/diary/operations.ts'
import * as ops from '@weft/contract/goals/operations.ts'
import { listSharedGoals, rateTogether, suggestGoal, suggestStep } from '@weft/contract/goals/team.ts'
import { ownChannel } from '@weft/contract/own/channel.ts'
import { getOwn } from '@weft/contract/own/operations.ts'
import { listShares, startSharing, stopSharing } from '@weft/contract/sharing/operations.ts'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { convergesFor, eventsOf } from '../../../test/talk.ts'
import { type Actor, makeWorld, type World } from '../../../test/world.ts'
import { features } from '../../features.ts'
import type { JobTools } from '../../platform/feature.ts'

let world: World
let kofi: Actor
let sam: Actor
let personId: string
let serviceId: string
let goalId: string
beforeAll(async () => {
  world = await makeWorld({ operationLimits: {} })
  ;[kofi, sam] = await Promise.all([world.as('kofi'), world.as('sam')])
  personId = kofi.scope.personId as string
  serviceId = world.cast.services.wellbeing
})
afterAll(() => world.close())

const now = () => world.clock.now().toISOString()
const input = (more: object = {}) => ({ personId, changeId: randomUUID(), at: now(), ...more })
const add = async (words: string, type = 'physical_health', visibility?: 'shared') => {
  const made = randomUUID()
  await kofi.call(ops.addGoal, input({ goalId: made, words, type, visibility }))
  return made
}
const choice = (scope: string) => ({ personId, serviceId, scope, changeId: randomUUID() })
const share = (scope: string, more: object = {}) =>
  kofi.call(startSharing, { ...choice(scope), from: 'everything', shareId: randomUUID(), ...more })
const stop = (scope: string) => kofi.call(stopSharing, choice(scope))
const mine = async () => (await kofi.call(getOwn, { personId })).goals
const seen = async () => (await sam.call(listSharedGoals, { personId, serviceId })).goals
const scopes = async () => (await kofi.call(listShares, { personId })).shares.map(({ scope }) => scope)
const run = (name: string) =>
  features
    .flatMap(({ jobs = [] }) => jobs)
    .find((job) => job.name === name)
    ?.run({ act: world.app.runner.act, now: () => world.clock.now() } as unknown as JobTools)

beforeEach(async () => {
  for (const scope of await scopes()) await stop(scope)
  for (const { goalId: id } of (await mine()).goals) await kofi.call(ops.deleteGoal, input({ goalId: id }))
  goalId = await add('Walk to the canal')
})

test('a suggested step is the person’s to add, once, and a no is told to nobody', async () => {
  await share(`goal:${goalId}`)
  const [yes, no] = [randomUUID(), randomUUID()]
  const offer = (suggestionId: string, text: string, by = sam) =>
    by.try(suggestStep, { personId, serviceId, goalId, suggestionId, text })
  await convergesFor(world, kofi, ownChannel, { personId }, async () => {
    await offer(yes, 'Ring Ade')
    await offer(yes, 'Ring Ade')
    await offer(no, 'Buy boots')
  })
  expect(await offer(yes, 'Ring Bo')).toMatchObject({ problem: { code: 'same-id-other-words' } })
  expect((await mine()).suggestedSteps).toHaveLength(2)
  expect((await seen())[0]?.steps).toEqual([])
  await convergesFor(world, kofi, ownChannel, { personId }, async () => {
    await kofi.call(ops.acceptStep, input({ goalId, suggestionId: yes }))
    await kofi.call(ops.acceptStep, input({ goalId, suggestionId: yes }))
  })
  const told = await eventsOf(world, `shared:${personId}:${serviceId}`)
  await convergesFor(world, kofi, ownChannel, { personId }, () =>
    kofi.call(ops.declineStep, input({ goalId, suggestionId: no })),
  )
  expect(await eventsOf(world, `shared:${personId}:${serviceId}`)).toEqual(told)
  expect((await seen())[0]?.steps.map(({ text }) => text)).toEqual(['Ring Ade'])
  expect((await mine()).suggestedSteps).toEqual([])
  expect(await offer(randomUUID(), 'x', await world.as('priya', 'practitioner'))).toMatchObject({ status: 404 })
  await stop(`goal:${goalId}`)
  expect(await offer(randomUUID(), 'x')).toMatchObject({ status: 404 })
})

test('five steps of one service wait for a goal at most, and room for another does not tell of a no', async () => {
  await share(`goal:${goalId}`)
  const offer = (suggestionId: string, goal = goalId) =>
    sam.try(suggestStep, { personId, serviceId, goalId: goal, suggestionId, text: 'Ring Ade' })
  const ids = Array.from({ length: 5 }, () => randomUUID())
  for (const id of ids) expect((await offer(id)).status).toBe(201)
  expect(await offer(randomUUID())).toMatchObject({ status: 409, problem: { code: 'wrong-state' } })
  expect((await offer(ids[4] as string)).status).toBe(201)
  await kofi.call(ops.declineStep, input({ goalId, suggestionId: ids[0] }))
  expect(await offer(randomUUID())).toMatchObject({ problem: { code: 'wrong-state' } })
  await kofi.call(ops.acceptStep, input({ goalId, suggestionId: ids[1] }))
  expect((await offer(randomUUID())).status).toBe(201)
  const other = await add('Another')
  await share(`goal:${other}`)
  expect((await offer(randomUUID(), other)).status).toBe(201)
})

test('a rating made together says who was there, one a day, and fits among three', async () => {
  await share(`goal:${goalId}`)
  const rate = (value: number, goal = goalId) =>
    sam.try(rateTogether, {
      personId,
      serviceId,
      goalId: goal,
      ratingId: randomUUID(),
      value,
      isPersonPresent: true as const,
    })
  await convergesFor(world, kofi, ownChannel, { personId }, () => rate(4))
  await rate(6)
  expect((await mine()).ratings.filter((one) => one.goalId === goalId)).toMatchObject([
    { value: 6, present: 'Sam Okafor', forDate: '2026-04-15' },
  ])
  expect(await rate(11)).toMatchObject({ status: 422 })
  const others = [await add('a'), await add('b'), await add('c')]
  for (const id of others) await share(`goal:${id}`)
  expect((await rate(1, others[0])).status).toBe(200)
  expect((await rate(1, others[1])).status).toBe(200)
  expect(await rate(1, others[2])).toMatchObject({ problem: { code: 'wrong-state' } })
})

test('a suggestion may not carry the id of a goal, and says the same whatever became of it', async () => {
  await share(`goal:${goalId}`)
  const suggest = () =>
    sam.try(suggestGoal, { personId, serviceId, suggestionId: goalId, words: 'Other words', type: 'other' })
  const refused = { problem: { code: 'id-taken' } }
  expect(await suggest()).toMatchObject(refused)
  await stop(`goal:${goalId}`)
  expect(await suggest()).toMatchObject(refused)
  await kofi.call(ops.deleteGoal, input({ goalId }))
  await world.sql(`update goal set deleted_at = '2026-03-01' where id = $1`, [goalId])
  await run('goals.erase')
  expect(await suggest()).toMatchObject(refused)
})

test('what was taken back one by one stays back when its type is shared again, or its stop undone', async () => {
  const back = await add('Debts', 'money')
  const shareId = randomUUID()
  await share('goals:money', { shareId })
  await add('Save', 'money', 'shared')
  await share(`goal:${back}`)
  await stop(`goal:${back}`)
  const words = async () => (await seen()).map((goal) => goal.words)
  expect(await words()).toEqual(['Save'])
  await stop('goals:money')
  await share('goals:money', { again: shareId })
  expect(await words()).toEqual(['Save'])
  await stop('goals:money')
  await share('goals:money')
  expect(await words()).toEqual([])
  await share(`goal:${back}`)
  expect(await words()).toEqual(['Debts'])
})

test('an undone stop of a type opens what was seen by it, and nothing before it or kept since', async () => {
  await add('Before', 'work')
  world.clock.advance({ minutes: 1 })
  const shareId = randomUUID()
  await share('goals:work', { shareId, from: 'now' })
  const since = randomUUID()
  await kofi.call(ops.addGoal, input({ goalId: since, words: 'Since', type: 'work', visibility: 'shared' }))
  await add('Only me', 'work')
  await stop('goals:work')
  await share('goals:work', { from: 'now', again: shareId })
  expect((await seen()).map((goal) => goal.words)).toEqual(['Since'])
})

test('a choice ends with what it was about, when that is erased', async () => {
  const entryId = randomUUID()
  await kofi.call(writeEntry, { personId, changeId: randomUUID(), entryId, text: 'a line', writtenAt: now() })
  await share(`diary:${entryId}`)
  await share(`goal:${goalId}`)
  await share('mood')
  await kofi.call(ops.deleteGoal, input({ goalId }))
  await kofi.call(deleteEntry, { personId, changeId: randomUUID(), entryId })
  expect((await scopes()).sort()).toEqual([`diary:${entryId}`, `goal:${goalId}`, 'mood'].sort())
  await world.sql(`update goal set deleted_at = '2026-03-01' where id = $1`, [goalId])
  await world.sql(`update diary_entry set deleted_at = '2026-03-01' where id = $1`, [entryId])
  await convergesFor(world, kofi, ownChannel, { personId }, async () => {
    await run('goals.erase')
    await run('diary.eraseDeleted')
  })
  expect(await scopes()).toEqual(['mood'])
})
