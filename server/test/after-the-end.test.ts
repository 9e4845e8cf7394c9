import { randomUUID } from 'node:crypto'
import { acceptStep, acceptSuggestion, addGoal } from '@weft/contract/goals/operations.ts'
import { suggestGoal, suggestStep } from '@weft/contract/goals/team.ts'
import { endEnrolment } from '@weft/contract/organisations/operations.ts'
import { ownChannel } from '@weft/contract/own/channel.ts'
import { getOwn } from '@weft/contract/own/operations.ts'
import { acceptProposal, proposeAboutMe } from '@weft/contract/plans/operations.ts'
import { startSharing } from '@weft/contract/sharing/operations.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { convergesFor } from './talk.ts'
import { makeWorld, type World } from './world.ts'

let world: World
beforeAll(async () => {
  world = await makeWorld()
})
afterAll(() => world.close())

test('what a service had offered is open no longer when it ends, on no device, and answers as if it had never been', async () => {
  const [kofi, sam] = await Promise.all([world.as('kofi'), world.as('sam')])
  const personId = kofi.scope.personId as string
  const serviceId = world.cast.services.wellbeing
  const [goalId, goal, step, about] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()]
  const act = () => ({ personId, changeId: randomUUID(), at: world.clock.now().toISOString() })
  const of = { personId, serviceId }
  await kofi.call(addGoal, { ...act(), goalId, words: 'Walk to the canal', type: 'physical_health' })
  const choice = {
    ...of,
    changeId: randomUUID(),
    shareId: randomUUID(),
    scope: `goal:${goalId}`,
    from: 'everything' as const,
  }
  await kofi.call(startSharing, choice)
  await sam.call(suggestGoal, { ...of, suggestionId: goal, words: 'Ring Ade', type: 'relationships' })
  await sam.call(suggestStep, { ...of, goalId, suggestionId: step, text: 'Find your boots' })
  await sam.call(proposeAboutMe, { ...of, proposalId: about, key: 'howToTalk', text: 'Knock twice.' })
  const open = async () => {
    const { goals, plans } = await kofi.call(getOwn, { personId })
    return [goals.suggestions, goals.suggestedSteps, plans.proposals].map((all) => all.length)
  }
  expect(await open()).toEqual([1, 1, 1])

  await convergesFor(world, kofi, ownChannel, { personId }, () =>
    kofi.call(endEnrolment, { enrolmentId: world.cast.enrolments.kofi, reason: 'finished', today: true }),
  )
  expect(await open()).toEqual([0, 0, 0])
  const absent = { ok: false, status: 404 }
  expect(await kofi.try(acceptSuggestion, { ...act(), suggestionId: goal })).toMatchObject(absent)
  expect(await kofi.try(acceptStep, { ...act(), goalId, suggestionId: step })).toMatchObject(absent)
  expect(await kofi.try(acceptProposal, { personId, changeId: randomUUID(), proposalId: about })).toMatchObject(absent)
})
