import { randomUUID } from 'node:crypto'
import * as ops from '@weft/contract/goals/operations.ts'
import {
  listSharedGoals,
  listSuggestedGoals,
  suggestedGoalsChannel,
  suggestGoal,
  tickTogether,
} from '@weft/contract/goals/team.ts'
import { addTeamMember, listCaseload, listTeam, removeTeamMember } from '@weft/contract/organisations/operations.ts'
import { ownChannel } from '@weft/contract/own/channel.ts'
import { getOwn } from '@weft/contract/own/operations.ts'
import { startSharing, stopSharing } from '@weft/contract/sharing/operations.ts'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { convergesFor, eventsOf } from '../../../test/talk.ts'
import { type Actor, makeWorld, type World } from '../../../test/world.ts'

let world: World
let kofi: Actor
let sam: Actor
let nia: Actor
let personId: string
let serviceId: string
let goalId: string
beforeAll(async () => {
  world = await makeWorld({ operationLimits: {} })
  ;[kofi, sam, nia] = await Promise.all([world.as('kofi'), world.as('sam'), world.as('nia')])
  personId = kofi.scope.personId as string
  serviceId = world.cast.services.wellbeing
})
afterAll(() => world.close())

const now = () => world.clock.now().toISOString()
const input = (more: object = {}) => ({ personId, changeId: randomUUID(), at: now(), ...more })
const add = async (words: string, more: object = {}) => {
  const made = randomUUID()
  await kofi.call(ops.addGoal, input({ goalId: made, words, type: 'physical_health', ...more }))
  return made
}
const choice = (scope: string) => ({ personId, serviceId, scope, changeId: randomUUID() })
const share = (scope = `goal:${goalId}`, from: 'now' | 'everything' = 'everything') =>
  kofi.call(startSharing, { ...choice(scope), from, shareId: randomUUID() })
const stop = (scope = `goal:${goalId}`) => kofi.call(stopSharing, choice(scope))
const seenBy = async (by: Actor) => (await by.call(listSharedGoals, { personId, serviceId })).goals
const words = async (by = sam) => (await seenBy(by)).map((goal) => goal.words)
const mine = async () => (await kofi.call(getOwn, { personId })).goals

describe('a goal', () => {
  beforeEach(async () => {
    for (const { goalId: id } of (await mine()).goals) await kofi.call(ops.deleteGoal, input({ goalId: id }))
    goalId = await add('Walk to the canal', { notes: 'Ade comes along' })
  })

  test('that is private is as good as none, to every byte', async () => {
    const before = await sam.try(listSharedGoals, { personId, serviceId })
    const events = await eventsOf(world, `shared:${personId}:${serviceId}`)
    await kofi.call(ops.addStep, input({ goalId, stepId: randomUUID(), text: 'Find my boots' }))
    await add('Another')
    expect(before).toEqual({ ok: true, status: 200, value: { goals: [], comments: [] } })
    expect(await sam.try(listSharedGoals, { personId, serviceId })).toEqual(before)
    expect(await eventsOf(world, `shared:${personId}:${serviceId}`)).toEqual(events)
  })

  test('that is shared is read live with its steps and ratings, by that team, and by nobody else', async () => {
    await share()
    const stepId = randomUUID()
    await kofi.call(ops.addStep, input({ goalId, stepId, text: 'Find my boots' }))
    await kofi.call(ops.rateGoal, input({ goalId, ratingId: randomUUID(), value: 4, forDate: '2026-04-15' }))
    const [seen] = await seenBy(sam)
    expect(seen).toMatchObject({
      words: 'Walk to the canal',
      notes: 'Ade comes along',
      steps: [{ stepId, text: 'Find my boots' }],
      ratings: [{ value: 4 }],
    })
    expect(await seenBy(nia)).toEqual([seen])
    const told = await eventsOf(world, `shared:${personId}:${serviceId}`)
    expect(told.at(-1)).toMatchObject({ name: 'shared.changed', data: { scope: `goal:${goalId}` } })
    expect(JSON.stringify(told)).not.toMatch(/canal|boots|Ade/)
    for (const by of [await world.as('gary'), await world.as('priya', 'coordinator'), await world.as('helen'), kofi])
      expect(await by.try(listSharedGoals, { personId, serviceId })).toMatchObject({ status: 404 })
    const priya = await world.as('priya', 'coordinator')
    const elsewhere = { personId, serviceId: world.cast.services.coaching }
    expect(await priya.try(listSharedGoals, elsewhere)).toMatchObject({ status: 404 })
    const log = await world.sql(
      `select action, item_kind from access_log where person_id = $1 and actor_id = $2 and item_kind = 'goal'`,
      [personId, sam.scope.accountId],
    )
    expect(log.at(-1)).toEqual({ action: 'read', item_kind: 'goal' })
  })

  test('that is not shared any more, or is deleted, is gone from them at once', async () => {
    await share()
    expect(await words()).toEqual(['Walk to the canal'])
    await kofi.call(ops.deleteGoal, input({ goalId }))
    expect(await words()).toEqual([])
    await kofi.call(ops.restoreGoal, input({ goalId }))
    expect(await words()).toEqual(['Walk to the canal'])
    await stop()
    expect(await words()).toEqual([])
    expect((await mine()).goals.find((goal) => goal.goalId === goalId)?.visibility).toBe('private')
    expect(await behindTheFence(sam)).toEqual([0, 0, 0])
  })

  test('is behind the second fence as well: steps and ratings with it, and never what it was', async () => {
    await kofi.call(ops.addStep, input({ goalId, stepId: randomUUID(), text: 'Find my boots' }))
    await kofi.call(ops.rateGoal, input({ goalId, ratingId: randomUUID(), value: 4, forDate: '2026-04-15' }))
    const other = await add('Secret')
    await kofi.call(ops.addStep, input({ goalId: other, stepId: randomUUID(), text: 'Not for anybody' }))
    await share()
    expect(await behindTheFence(sam)).toEqual([1, 1, 1])
    expect(await behindTheFence(await world.as('priya', 'coordinator'))).toEqual([0, 0, 0])
    const { rows } = await world.app.db.as(sam.scope, (tx) => tx.query('select * from goal_version'))
    expect(rows).toEqual([])
  })

  test('has a step ticked by a worker with the person there, who sees by whom and can take it back', async () => {
    const stepId = randomUUID()
    await kofi.call(ops.addStep, input({ goalId, stepId, text: 'Find my boots' }))
    const tick = (by: Actor, more: object = {}) =>
      by.try(tickTogether, { personId, serviceId, goalId, stepId, isPersonPresent: true, ...more })
    expect(await tick(sam)).toMatchObject({ status: 404 })
    await share()
    expect(await tick(sam, { isPersonPresent: false })).toMatchObject({ status: 422 })
    expect(await tick(await world.as('priya', 'coordinator'))).toMatchObject({ status: 404 })
    expect(await tick(sam, { stepId: randomUUID() })).toMatchObject({ status: 404 })
    expect(await tick(sam)).toMatchObject({ ok: true })
    expect(await tick(nia)).toMatchObject({ ok: true })
    const steps = async () => (await mine()).steps.filter((step) => step.goalId === goalId)
    expect(await steps()).toMatchObject([{ doneAt: now(), assistedBy: 'Sam Okafor' }])
    expect((await seenBy(nia))[0]?.steps).toMatchObject([{ assistedBy: 'Sam Okafor' }])
    const [row] = await world.sql('select assisted_by, created_hat from goal_step where id = $1', [stepId])
    expect(row).toEqual({ assisted_by: sam.scope.staffId, created_hat: 'patient' })
    await kofi.call(ops.untickStep, input({ goalId, stepId }))
    expect((await steps())[0]).not.toHaveProperty('assistedBy')
    const log = await world.sql(
      `select action, item_id from access_log where person_id = $1 and actor_id = $2 and action = 'write' order by at`,
      [personId, sam.scope.accountId],
    )
    expect(log).toContainEqual({ action: 'write', item_id: goalId })
    await convergesFor(world, kofi, ownChannel, { personId }, () => tick(sam))
  })

  test('of a type that is shared stays as it was; a new one starts as its form says', async () => {
    const money = await add('Pay the gas', { type: 'money' })
    await share('goals:physical_health')
    expect(await words()).toEqual([])
    await add('Swim', { visibility: 'shared' })
    await add('Run')
    await add('Save a little', { type: 'money', visibility: 'shared' })
    expect(await words()).toEqual(['Swim'])
    const saved = (await mine()).goals.filter((goal) => goal.type === 'money' && !goal.deletedAt)
    expect(saved.map((goal) => goal.visibility)).toEqual(['private', 'private'])
    goalId = money
    await share()
    await stop('goals:physical_health')
    expect(await words()).toEqual(['Pay the gas'])
    await stop()
  })
})

async function behindTheFence(by: Actor): Promise<number[]> {
  return world.app.db.as(by.scope, async (tx) => {
    const counts: number[] = []
    for (const table of ['goal', 'goal_step', 'goal_rating'])
      counts.push((await tx.query(`select * from ${table} where person_id = $1`, [personId])).rows.length)
    return counts
  })
}

describe('a suggestion', () => {
  const offer = async (by = sam, more: object = {}) => {
    const suggestionId = randomUUID()
    const offered = {
      personId,
      serviceId,
      suggestionId,
      words: 'Try the walking group',
      type: 'physical_health',
      ...more,
    }
    return { suggestionId, answer: await by.try(suggestGoal, offered as never) }
  }
  const stateOf = async (suggestionId: string, by = sam) =>
    (await by.call(listSuggestedGoals, { personId, serviceId })).suggestions.find(
      (one) => one.suggestionId === suggestionId,
    )?.state
  const accept = (suggestionId: string) => kofi.call(ops.acceptSuggestion, input({ suggestionId }))
  const decline = (suggestionId: string) => kofi.call(ops.declineSuggestion, input({ suggestionId }))

  test('waits in the person’s own feed and in the team’s list, once however often it is sent', async () => {
    const { suggestionId, answer } = await offer()
    expect(answer).toMatchObject({ status: 201, value: { byName: 'Sam Okafor', byRole: 'nurse', state: 'waiting' } })
    expect((await mine()).suggestions).toMatchObject([
      { suggestionId, words: 'Try the walking group', serviceName: 'Lichfield Wellbeing' },
    ])
    expect((await mine()).goals.some((goal) => goal.goalId === suggestionId)).toBe(false)
    expect(await offer(sam, { suggestionId })).toMatchObject({ answer })
    expect(await offer(sam, { suggestionId, words: 'Other words' })).toMatchObject({ answer: { status: 422 } })
    expect(await offer(nia, { suggestionId })).toMatchObject({ answer: { status: 409 } })
    expect(await stateOf(suggestionId, nia)).toBe('waiting')
    await decline(suggestionId)
  })

  test('kept by the person to themself is to the team what one that was declined is, to the byte', async () => {
    const topic = `suggested-goals:${personId}:${serviceId}`
    const tellOf = async (answer: (suggestionId: string) => Promise<unknown>) => {
      const { suggestionId } = await offer()
      const before = (await eventsOf(world, topic)).length
      await answer(suggestionId)
      const events = ((await eventsOf(world, topic)) as { name: string; data: unknown }[])
        .slice(before)
        .map(({ name, data }) => ({ name, data }))
      const { suggestions } = await sam.call(listSuggestedGoals, { personId, serviceId })
      const listed = suggestions.find((one) => one.suggestionId === suggestionId)
      return JSON.stringify([events, listed, await words()]).replaceAll(suggestionId, 'it')
    }
    const [kept, declined] = [await tellOf(accept), await tellOf(decline)]
    expect(kept).toEqual(declined)
    expect(kept).toContain('not_taken_up')
    expect((await mine()).goals.filter((goal) => goal.origin === 'suggested' && !goal.deletedAt)).toHaveLength(1)
  })

  test('taken up and shared is a goal that the team reads, for as long as it is', async () => {
    const { suggestionId } = await offer()
    await accept(suggestionId)
    await accept(suggestionId)
    expect((await mine()).goals.filter((goal) => goal.goalId === suggestionId)).toMatchObject([
      { state: 'active', origin: 'suggested', visibility: 'private' },
    ])
    await share(`goal:${suggestionId}`)
    expect(await stateOf(suggestionId)).toBe('taken_up')
    expect(await words()).toContain('Try the walking group')
    await stop(`goal:${suggestionId}`)
    expect(await stateOf(suggestionId)).toBe('not_taken_up')
  })

  test('is its team’s alone: no other service, no carer, no colleague elsewhere, and not by way of the person', async () => {
    const { suggestionId } = await offer()
    const outside = [await world.as('priya', 'coordinator'), await world.as('helen'), await world.as('gary'), kofi]
    for (const by of outside) {
      expect(await by.try(listSuggestedGoals, { personId, serviceId })).toMatchObject({ status: 404 })
      expect((await offer(by)).answer).toMatchObject({ status: 404 })
    }
    const gary = await world.as('gary')
    const his = { ...input({ suggestionId }), personId: gary.scope.personId as string }
    expect(await gary.try(ops.acceptSuggestion, his)).toMatchObject({ status: 404 })
    await decline(suggestionId)
  })

  test('leads whoever listened to what a newcomer sees, on both sides', async () => {
    const answered = async () => {
      const [first, second] = [await offer(), await offer(nia, { words: 'Swim' })]
      await accept(first.suggestionId)
      await share(`goal:${first.suggestionId}`)
      await decline(second.suggestionId)
      await offer(sam, { words: 'Sing' })
    }
    await convergesFor(world, sam, suggestedGoalsChannel, { personId, serviceId }, answered)
    await convergesFor(world, kofi, ownChannel, { personId }, answered)
  })

  test('is not told to somebody who has left the team', async () => {
    const [member] = await world.sql('select id from team_member where staff_id = $1 and to_at is null', [
      sam.scope.staffId,
    ])
    await nia.call(removeTeamMember, { serviceId, teamMemberId: member.id })
    const events = await eventsOf(world, `suggested-goals:${personId}:${serviceId}`)
    expect(events.at(-1)).toMatchObject({ name: 'access.changed', data: { accountId: sam.scope.accountId } })
    expect(await sam.try(listSuggestedGoals, { personId, serviceId })).toMatchObject({ status: 404 })
    const back = {
      serviceId,
      teamMemberId: randomUUID(),
      staffId: sam.scope.staffId as string,
      role: 'member' as const,
    }
    await nia.call(addTeamMember, back)
    expect(await sam.try(listSuggestedGoals, { personId, serviceId })).toMatchObject({ ok: true })
  })
})

test('a worker’s own goals, and that they have any, are nobody’s at work to see', async () => {
  const own = randomUUID()
  const { accountId } = sam.scope
  const asked = async () =>
    JSON.stringify([
      await nia.call(listTeam, { serviceId }),
      await nia.call(listCaseload, {}),
      await nia.try(listSharedGoals, { personId: own, serviceId }),
      await nia.try(suggestGoal, { personId: own, serviceId, suggestionId: randomUUID(), words: 'x', type: 'other' }),
    ]).replace(/"requestId":"[^"]+"/g, '')
  const before = await asked()
  await world.sql(`insert into person (id, known_as, identity_level) values ($1, 'Sam', 'L2')`, [own])
  await world.sql('update account set person_id = $2 where id = $1', [accountId, own])
  await world.sql(`insert into account_hat (account_id, hat) values ($1, 'patient')`, [accountId])
  await world.sql(`insert into authz_grant (account_id, person_id, category) values ($1, $2, 'own')`, [accountId, own])
  const atHome = await world.as('sam', 'patient')
  atHome.scope.personId satisfies string | undefined
  const added = {
    personId: own,
    changeId: randomUUID(),
    at: now(),
    goalId: randomUUID(),
    words: 'Drink less',
    type: 'alcohol',
  }
  await atHome.call(ops.addGoal, added as never)
  expect((await atHome.call(getOwn, { personId: own })).goals.goals).toHaveLength(1)
  expect(await asked()).toBe(before)
  for (const by of [sam, nia, await world.as('helen'), await world.as('admin')]) {
    expect(await by.try(getOwn, { personId: own })).toMatchObject({ status: 404 })
    expect(await by.try(ops.listGoalHistory, { personId: own, goalId: added.goalId })).toMatchObject({ status: 404 })
  }
})
