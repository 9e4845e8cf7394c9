import { randomUUID } from 'node:crypto'
import { writeEntry } from '@weft/contract/diary/operations.ts'
import { addGoal, addStep, rateGoal, seeComments } from '@weft/contract/goals/operations.ts'
import { writeComment } from '@weft/contract/goals/team.ts'
import { addCoping, saveAboutMe, saveSafetyPlan, tapCoping } from '@weft/contract/plans/operations.ts'
import { startSharing, stopSharing } from '@weft/contract/sharing/operations.ts'
import { addProblem, listSharedTrackers, logMood, logSleep, rateProblem } from '@weft/contract/trackers/operations.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { arrangeThings, cases, type Stranger, type Things } from '../../../test/strangers.ts'
import { type Actor, makeWorld, requestOf, type World } from '../../../test/world.ts'
import { features } from '../../features.ts'

// Q5 of quality.md: what somebody keeps to themself leaves no trace in any byte that anybody else can get, whatever they may see besides.

let world: World
let things: Things
let kofi: Actor
let personId: string
let serviceId: string
beforeAll(async () => {
  world = await makeWorld({ operationLimits: {} })
  things = await arrangeThings(world)
  kofi = await world.as('kofi')
  personId = kofi.scope.personId as string
  serviceId = world.cast.services.wellbeing
  const raj = world.cast.people.raj.accountId
  await world.sql(
    `insert into carer_link (id, carer_account_id, person_id, relationship, basis, scopes, services, state)
     values ($1, $2, $3, 'ex-partner', 'consent', '{shared_goals,shared_trackers,shared_plan,appointments,my_team}', $4, 'active')`,
    [randomUUID(), raj, personId, [serviceId]],
  )
  await world.app.runner.act('access', (ctx) => ctx.announce('access.changed', { personId }))
})
afterAll(() => world.close())

const others: readonly Stranger[] = [
  ['sam'],
  ['nia'],
  ['priya', 'practitioner'],
  ['helen'],
  ['admin'],
  ['raj', 'carer'],
  ['meera'],
  ['gary'],
]

/** Looking at one’s own log writes nothing into it, but all these looks do. */
const reads = features
  .flatMap((feature) => feature.operations ?? [])
  .map(({ operation }) => operation)
  .filter(({ method, permission, name }) => method === 'GET' && permission !== 'public' && name !== 'accessLog.list')

/** All that everybody else can ask about Kofi, as it comes over the wire but for each request's own id. */
async function everybodysBytes(): Promise<Record<string, string>> {
  const bytes: Record<string, string> = {}
  for (const [name, hat] of others) {
    const actor = await world.as(name, hat)
    for (const operation of reads) {
      const one = cases[operation.name]
      if (!one || one.kind === 'public') continue
      const input = one.kind === 'refused' ? one.real(world, things) : (one.input ?? {})
      const { url } = requestOf(operation, input)
      const reply = await world.inject({
        method: 'GET',
        url,
        headers: { cookie: actor.cookie, 'weft-app': actor.scope.app },
      })
      bytes[`${name} ${hat ?? ''} ${operation.name}`] =
        `${reply.statusCode} ${reply.body.replace(/"requestId":"[^"]*"/, '')}`
    }
  }
  return bytes
}

/** Everything that a socket of somebody else's could hear. */
const topics = () =>
  world.sql(`select topic, seq from topic_head where topic not like 'own:%' order by topic`) as Promise<unknown[]>

const at = () => world.clock.now().toISOString()
const act = (more: object) => ({ personId, changeId: randomUUID(), ...more })
const share = (scope: string, from: 'now' | 'everything' = 'now') =>
  kofi.call(startSharing, act({ shareId: randomUUID(), serviceId, scope, from }))
const stop = (scope: string) => kofi.call(stopSharing, act({ serviceId, scope }))

const goalId = randomUUID()
const problemId = randomUUID()
const privately: Record<string, () => Promise<unknown>> = {
  sleep: () =>
    kofi.call(logSleep, act({ forDate: '2026-04-15', recordedAt: at(), minutesSlept: 390, timesWoken: 2, note: 'x' })),
  mood: () => kofi.call(logMood, act({ moodId: randomUUID(), forDate: '2026-04-15', recordedAt: at(), face: 1 })),
  problem: async () => {
    await kofi.call(addProblem, act({ problemId, words: 'voices' }))
    await kofi.call(rateProblem, act({ problemId, forDate: '2026-04-15', recordedAt: at(), value: 8 }))
  },
  goal: async () => {
    await kofi.call(addGoal, act({ goalId, at: at(), words: 'leave', type: 'relationships' }))
    await kofi.call(addStep, act({ goalId, stepId: randomUUID(), at: at(), text: 'pack a bag' }))
    await kofi.call(rateGoal, act({ goalId, at: at(), ratingId: randomUUID(), value: 3, forDate: '2026-04-15' }))
  },
  diary: () => kofi.call(writeEntry, act({ entryId: randomUUID(), text: 'nobody knows', writtenAt: at() })),
  coping: () => kofi.call(addCoping, act({ copingId: randomUUID(), words: 'walk the dog' })),
  safety_plan: () => kofi.call(saveSafetyPlan, act({ parts: { signs: [{ text: 'not sleeping' }] }, baseVersion: 0 })),
  about_me: () => kofi.call(saveAboutMe, act({ texts: { hobbies: 'boxing' }, baseVersion: 0 })),
}

test('of what is private nobody else gets a byte, and no topic of theirs moves', async () => {
  const [bytes, heads] = [await everybodysBytes(), await topics()]
  expect(Object.keys(bytes).length).toBeGreaterThan(100)
  for (const [kind, add] of Object.entries(privately)) {
    await add()
    expect({ kind, heads: await topics() }).toEqual({ kind, heads })
  }
  expect(await everybodysBytes()).toEqual(bytes)
})

test('nor where other things of the same person are shared', async () => {
  await share('mood')
  const [bytes, heads] = [await everybodysBytes(), await topics()]
  const { mood: _shared, problem: _once, goal: _too, safety_plan: _plan, about_me: _text, ...rest } = privately
  for (const add of Object.values(rest)) await add()
  await kofi.call(addGoal, act({ goalId: randomUUID(), at: at(), words: 'another', type: 'money' }))
  expect(await topics()).toEqual(heads)
  expect(await everybodysBytes()).toEqual(bytes)
  await stop('mood')
})

test.each(['now', 'everything'] as const)('nor of what was there before sharing began, %s', async (from) => {
  await share('coping', from)
  const before = await everybodysBytes()
  await stop('coping')
  const copingId = randomUUID()
  await kofi.call(addCoping, act({ copingId, words: 'hide the knives' }))
  world.clock.advance({ ms: 1 })
  await share('coping', from)
  const heads = await topics()
  await kofi.call(tapCoping, act({ copingId, tapId: randomUUID(), kind: 'used' }))
  expect(await topics()).toEqual(heads)
  const stamps = (bytes: Record<string, string>) => JSON.parse(JSON.stringify(bytes).replace(/\.\d{3}Z/g, ''))
  expect(stamps(await everybodysBytes())).toEqual(stamps(before))
  await stop('coping')
})

test('what one team writes about a goal changes nothing for anybody but the person and that team, and reading it nothing for anybody', async () => {
  const shared = randomUUID()
  await kofi.call(addGoal, act({ goalId: shared, at: at(), words: 'drink less', type: 'alcohol' }))
  await kofi.call(startSharing, act({ shareId: randomUUID(), serviceId, scope: `goal:${shared}`, from: 'everything' }))
  const ofOthers = (bytes: Record<string, string>) =>
    Object.entries(bytes).filter(([asked]) => !/^(sam|nia) /.test(asked))
  const [bytes, heads] = [ofOthers(await everybodysBytes()), await topics()]
  const commentId = randomUUID()
  await (await world.as('sam')).call(writeComment, {
    personId,
    serviceId,
    goalId: shared,
    commentId,
    text: 'well done',
  })
  const moved = (await topics()).filter((head, place) => JSON.stringify(head) !== JSON.stringify(heads[place]))
  expect(moved).toMatchObject([{ topic: `shared:${personId}:${serviceId}` }])
  expect(ofOthers(await everybodysBytes())).toEqual(bytes)
  const [written, after] = [await everybodysBytes(), await topics()]
  await kofi.call(seeComments, act({ goalId: shared, at: at(), commentId }))
  expect(await everybodysBytes()).toEqual(written)
  expect(await topics()).toEqual(after)
})

test('an undone stop opens exactly what was open', async () => {
  const window = { personId, serviceId, from: '2026-04-08', to: '2026-04-15' }
  const sam = await world.as('sam')
  const shown = async () => (await sam.call(listSharedTrackers, window)).sleep?.map(({ forDate }) => forDate)
  const night = (forDate: string) =>
    kofi.call(logSleep, act({ forDate, recordedAt: at(), minutesSlept: 300, timesWoken: 1 }))
  await night('2026-04-10')
  world.clock.advance({ ms: 1 })
  const shareId = randomUUID()
  await kofi.call(startSharing, act({ shareId, serviceId, scope: 'sleep', from: 'now' }))
  await night('2026-04-12')
  await stop('sleep')
  expect(await shown()).toBeUndefined()
  await kofi.call(startSharing, act({ shareId: randomUUID(), serviceId, scope: 'sleep', from: 'now', again: shareId }))
  expect(await shown()).toEqual(['2026-04-12'])
  await stop('sleep')
})
