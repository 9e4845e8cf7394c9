import { randomUUID } from 'node:crypto'
import * as ops from '@weft/contract/goals/operations.ts'
import { goalsIn, ratingsOf, stepsOf } from '@weft/contract/goals/slice.ts'
import type { Operation } from '@weft/contract/operation.ts'
import { ownChannel } from '@weft/contract/own/channel.ts'
import { getOwn } from '@weft/contract/own/operations.ts'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { convergesFor, eventsOf } from '../../../test/talk.ts'
import { type Actor, makeWorld, type World } from '../../../test/world.ts'
import { subject } from './subject.ts'

let world: World
let kofi: Actor
let goalId: string
beforeAll(async () => {
  world = await makeWorld({ operationLimits: {} })
  kofi = await world.as('kofi')
})
afterAll(() => world.close())
beforeEach(async () => {
  goalId = await add('Walk to the canal')
})

const now = () => world.clock.now().toISOString()
const input = (more: object = {}, by = kofi) => ({
  personId: by.scope.personId as string,
  changeId: randomUUID(),
  at: now(),
  ...more,
})
const act = (operation: Operation, more: object = {}, by = kofi) => by.try(operation, input({ goalId, ...more }, by))
const add = async (words: string, more: object = {}, by = kofi) => {
  const made = randomUUID()
  await by.call(ops.addGoal, input({ goalId: made, words, type: 'physical_health', ...more }, by))
  return made
}
const addStep = async (text: string) => {
  const stepId = randomUUID()
  expect(await act(ops.addStep, { stepId, text })).toMatchObject({ ok: true })
  return stepId
}
const slice = async (by = kofi) => (await by.call(getOwn, { personId: by.scope.personId as string })).goals
const goal = async () => (await slice()).goals.find((one) => one.goalId === goalId)
const texts = async () => stepsOf(await slice(), goalId).map((step) => step.text)
const versions = async () =>
  (await kofi.call(ops.listGoalHistory, { personId: kofi.scope.personId as string, goalId })).versions

describe('whoever listens sees what a newcomer sees', () => {
  test('of every act on a goal', async () => {
    await convergesFor(world, kofi, ownChannel, { personId: kofi.scope.personId as string }, async () => {
      const [first, second] = [await addStep('Find my boots'), await addStep('Ring Sam')]
      await act(ops.changeGoal, { words: 'Walk', why: 'Air', was: { words: 'Walk to the canal' } })
      await act(ops.changeStep, { stepId: second, text: 'Ring Sam today', was: { text: 'Ring Sam' } })
      await act(ops.starGoal, { important: true })
      await act(ops.moveStep, { stepId: second, beforeStepId: first })
      await act(ops.tickStep, { stepId: first })
      await act(ops.rateGoal, { ratingId: randomUUID(), value: 3, forDate: '2026-04-15' })
      await act(ops.pauseGoal)
      await act(ops.resumeGoal)
      await act(ops.achieveGoal, { achievedOn: '2026-04-15' })
      await act(ops.untickStep, { stepId: first })
      await act(ops.removeStep, { stepId: first })
      await act(ops.restoreStep, { stepId: first })
      await act(ops.stopRating)
      await act(ops.letGoOfGoal)
      await act(ops.deleteGoal)
      await act(ops.restoreGoal)
    })
    expect(await goal()).toMatchObject({ words: 'Walk', why: 'Air', state: 'let_go', important: true, isRated: false })
    expect(await texts()).toEqual(['Ring Sam today', 'Find my boots'])
  })
})

describe('an act', () => {
  test('sent twice, at once or much later, is done once', async () => {
    const again = input({ goalId: randomUUID(), words: 'Only once', type: 'other' })
    await Promise.all(Array.from({ length: 8 }, () => kofi.call(ops.addGoal, again)))
    const before = await eventsOf(world, `own:${kofi.scope.personId}`)
    world.clock.advance({ days: 20 })
    await world.sql(`update session set last_used_at = $1, ends_at = $1::timestamptz + interval '1 day'`, [now()])
    expect(await kofi.try(ops.addGoal, again)).toMatchObject({ ok: true })
    expect(await eventsOf(world, `own:${kofi.scope.personId}`)).toHaveLength(before.length)
    expect(goalsIn(await slice(), 'active').filter((one) => one.words === 'Only once')).toHaveLength(1)
  })

  test('done long ago with no signal keeps its day; one from the future is of now', async () => {
    const stepId = await addStep('Find my boots')
    await act(ops.tickStep, { stepId, at: '2026-04-02T10:00:00.000Z' })
    expect(stepsOf(await slice(), goalId)[0]?.doneAt).toBe('2026-04-02T10:00:00.000Z')
    const ahead = await add('Swim', { at: '2031-01-01T00:00:00.000Z' })
    expect((await slice()).goals.find((one) => one.goalId === ahead)?.createdAt).toBe(now())
    await act(ops.achieveGoal, { achievedOn: '2031-01-01' })
    expect((await goal())?.achievedOn).toBe(now().slice(0, 10))
  })

  test('on what the person does not have changes nothing and tells nothing', async () => {
    const before = await eventsOf(world, `own:${kofi.scope.personId}`)
    for (const operation of [ops.pauseGoal, ops.deleteGoal, ops.stopRating])
      expect(await act(operation, { goalId: randomUUID() })).toMatchObject({ status: 404 })
    expect(await act(ops.tickStep, { stepId: randomUUID() })).toMatchObject({ status: 404 })
    expect(await eventsOf(world, `own:${kofi.scope.personId}`)).toHaveLength(before.length)
  })

  test('out of turn is refused, and twenty steps are enough', async () => {
    await act(ops.pauseGoal)
    const achieved = await act(ops.achieveGoal, { achievedOn: '2026-04-15' })
    expect(achieved).toMatchObject({ status: 409, problem: { code: 'wrong-state' } })
    for (let count = 0; count < 20; count++) await addStep(`Step ${count}`)
    expect(await act(ops.addStep, { stepId: randomUUID(), text: 'One more' })).toMatchObject({ status: 422 })
    const ratings = { ratingId: randomUUID(), value: 11, forDate: '2026-04-15' }
    expect(await act(ops.rateGoal, ratings)).toMatchObject({ status: 422 })
    expect(await act(ops.rateGoal, { ...ratings, value: 5, forDate: '2036-01-01' })).toMatchObject({ status: 422 })
  })
})

describe('two devices with no signal', () => {
  test('that both add to one goal both have their step', async () => {
    await Promise.all([addStep('From my phone'), addStep('From my tablet')])
    expect((await texts()).sort()).toEqual(['From my phone', 'From my tablet'])
  })

  test('that change the same words differently: the later is told, and nothing of it is stored', async () => {
    const was = { words: 'Walk to the canal' }
    expect(await act(ops.changeGoal, { words: 'Walk daily', was })).toMatchObject({ ok: true })
    const later = await act(ops.changeGoal, { words: 'Walk at weekends', notes: 'With Ade', was })
    expect(later).toMatchObject({ status: 409, problem: { code: 'conflict' } })
    expect(JSON.stringify(later)).not.toMatch(/Walk|Ade/)
    expect(await goal()).toMatchObject({ words: 'Walk daily' })
    expect(await goal()).not.toHaveProperty('notes')
    const mine = { words: 'Walk at weekends', was: { words: 'Walk daily' } }
    expect(await act(ops.changeGoal, mine)).toMatchObject({ ok: true })
    expect((await goal())?.words).toBe('Walk at weekends')
  })

  test('that change different words of it both have their way', async () => {
    await act(ops.changeGoal, { notes: 'By the canal', was: {} })
    await act(ops.changeGoal, { words: 'Walk', was: { words: 'Walk to the canal' } })
    expect(await goal()).toMatchObject({ words: 'Walk', notes: 'By the canal' })
  })

  test('that rate one day: the last one said stands, the first is kept', async () => {
    const rate = (value: number) => act(ops.rateGoal, { ratingId: randomUUID(), value, forDate: '2026-04-14' })
    await Promise.all([rate(3), rate(3)])
    await rate(6)
    expect(ratingsOf(await slice(), goalId)).toMatchObject([{ value: 6, forDate: '2026-04-14' }])
    expect((await versions()).filter((one) => one.rating).map((one) => one.rating?.value)).toContain(3)
    await act(ops.stopRating)
  })
})

test('the history keeps every word and state, newest first, though a goal is opened again', async () => {
  await act(ops.changeGoal, { words: 'Walk', was: { words: 'Walk to the canal' } })
  await act(ops.achieveGoal, { achievedOn: now().slice(0, 10) })
  await act(ops.reopenGoal)
  expect(await goal()).not.toHaveProperty('achievedOn')
  expect((await versions()).map(({ act: done, goal: was }) => [done, was?.words, was?.achievedOn])).toEqual([
    ['goal.reopen', 'Walk', now().slice(0, 10)],
    ['goal.achieve', 'Walk', undefined],
    ['goal.change', 'Walk to the canal', undefined],
  ])
})

test('what was deleted can be put back for 14 days, and then nothing of it is left', async () => {
  const stepId = await addStep('Find my boots')
  await act(ops.rateGoal, { ratingId: randomUUID(), value: 3, forDate: now().slice(0, 10) })
  await act(ops.deleteGoal, { at: '2026-01-01T00:00:00.000Z' })
  const later = async (days: number) => {
    world.clock.advance({ days })
    await world.sql(`update session set last_used_at = $1, ends_at = $1::timestamptz + interval '1 day'`, [now()])
    await world.app.jobs.run('goals.erase')
  }
  await later(13)
  await act(ops.restoreGoal)
  expect(stepsOf(await slice(), goalId)).toMatchObject([{ stepId }])
  await act(ops.removeStep, { stepId })
  await act(ops.deleteGoal)
  await later(15)
  expect(await act(ops.restoreGoal)).toMatchObject({ status: 404 })
  expect(JSON.stringify(await slice())).not.toContain(goalId)
  for (const table of ['goal_step', 'goal_rating', 'goal_version'])
    expect(await world.sql(`select 1 from ${table} where goal_id = $1`, [goalId])).toEqual([])
  const events = await eventsOf(world, `own:${kofi.scope.personId}`)
  expect(events).toContainEqual(expect.objectContaining({ name: 'goal.erased', data: { goalId } }))
})

describe('nobody else', () => {
  test('acts on a goal or a step by way of their own record', async () => {
    const stepId = await addStep('Find my boots')
    const denise = await world.as('denise')
    const hers = await add('Hers', {}, denise)
    const before = await world.sql('select * from goal where id = $1', [goalId])
    for (const operation of [ops.pauseGoal, ops.letGoOfGoal, ops.deleteGoal, ops.restoreGoal, ops.stopRating])
      expect(await act(operation, {}, denise)).toMatchObject({ status: 404 })
    for (const of of [goalId, hers])
      for (const operation of [ops.tickStep, ops.removeStep, ops.moveStep])
        expect(await act(operation, { goalId: of, stepId }, denise)).toMatchObject({ status: 404 })
    const taken = { goalId, words: 'Mine now', type: 'other' }
    expect(await act(ops.addGoal, taken, denise)).toMatchObject({ status: 409, problem: { code: 'id-taken' } })
    const history = { personId: denise.scope.personId as string, goalId }
    expect(await denise.try(ops.listGoalHistory, history)).toMatchObject({ status: 404 })
    expect(await world.sql('select * from goal where id = $1', [goalId])).toEqual(before)
  })
})

describe('what goals hold about a person', () => {
  test('is given to them whole, private and past as well', async () => {
    await act(ops.changeGoal, { words: 'New words', notes: 'a-private-note', was: { words: 'Walk to the canal' } })
    const text = JSON.stringify(await world.app.runner.act('jobs', (ctx) => subject.export(ctx, personIdOf(kofi))))
    expect(text).toContain('a-private-note')
    expect(text).toContain('Walk to the canal')
    expect(text).not.toContain('Hers')
  })

  test('moves with the record that it was made for, and its devices hear of it', async () => {
    const [gary, meera] = [await world.as('gary'), await world.as('meera')]
    const moved = await add('Garys own', {}, gary)
    const { wellbeing } = world.cast.services
    await world.sql(
      `insert into goal_comment (id, person_id, service_id, goal_id, words, by_name, controller_id, legal_basis, retention_class, created_at, created_by, created_hat)
       values ($1, $2, $3, $4, 'Well done', 'Sam Okafor', $3, 'x', 'x', $5, $2, 'practitioner')`,
      [randomUUID(), personIdOf(gary), wellbeing, moved, world.clock.now()],
    )
    await convergesFor(world, meera, ownChannel, { personId: personIdOf(meera) }, () =>
      world.app.runner.act('access', (ctx) => subject.merge(ctx, personIdOf(gary), personIdOf(meera))),
    )
    expect((await slice(meera)).goals).toMatchObject([{ goalId: moved }])
    expect((await slice(meera)).comments).toMatchObject([{ goalId: moved, text: 'Well done' }])
    expect((await slice(gary)).goals).toEqual([])
  })

  test('is gone after erasure, and nobody else’s is', async () => {
    await world.app.runner.act('erasure', (ctx) => subject.erase(ctx, personIdOf(kofi)))
    for (const table of ['goal', 'goal_step', 'goal_rating', 'goal_version', 'suggested_goal', 'goal_comment'])
      expect(await world.sql(`select 1 from ${table} where person_id = $1`, [personIdOf(kofi)])).toEqual([])
    expect((await world.sql('select words from goal order by words')).map((row) => row.words)).toEqual([
      'Garys own',
      'Hers',
    ])
  })
})

const personIdOf = (by: Actor) => by.scope.personId as string
