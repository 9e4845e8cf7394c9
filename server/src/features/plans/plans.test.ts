import { randomUUID } from 'node:crypto'
import { ownChannel } from '@weft/contract/own/channel.ts'
import { getOwn } from '@weft/contract/own/operations.ts'
import * as ops from '@weft/contract/plans/operations.ts'
import { startSharing, stopSharing } from '@weft/contract/sharing/operations.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { convergesFor, eventsOf } from '../../../test/talk.ts'
import { type Actor, makeWorld, type World } from '../../../test/world.ts'
import { type ReceivedPlan, receiveCarePlan } from './care-plans.ts'
import { subject } from './subject.ts'

let world: World
let kofi: Actor
let sam: Actor
let personId: string
let serviceId: string
beforeAll(async () => {
  world = await makeWorld()
  kofi = await world.as('kofi')
  sam = await world.as('sam')
  personId = kofi.scope.personId as string
  serviceId = world.cast.services.wellbeing
})
afterAll(() => world.close())

const act = (more: object = {}) => ({ personId, changeId: randomUUID(), ...more })
const plans = async () => (await kofi.call(getOwn, { personId })).plans
const share = (scope: string, from: 'now' | 'everything' = 'everything') =>
  kofi.call(startSharing, act({ shareId: randomUUID(), serviceId, scope, from }))
const stop = (scope: string) => kofi.call(stopSharing, act({ serviceId, scope }))
const asked = () => ({ personId, serviceId })
const save = (parts: object, baseVersion: number) => act({ parts, baseVersion })
const nothing = { coping: [] }

async function idea(words: string, visibility: 'private' | 'shared' = 'private'): Promise<string> {
  const copingId = randomUUID()
  await kofi.call(ops.addCoping, act({ copingId, words, visibility }))
  return copingId
}
const ideaOf = async (copingId: string) => (await plans()).coping.find((one) => one.copingId === copingId)

test('whoever listens sees what a newcomer sees', async () => {
  await convergesFor(world, kofi, ownChannel, { personId }, async () => {
    const walk = await idea('A walk')
    const song = await idea('The blue song')
    await kofi.call(ops.changeCoping, act({ copingId: walk, words: 'A long walk', trigger: 'Rows', baseVersion: 1 }))
    await kofi.call(ops.tapCoping, act({ copingId: walk, tapId: randomUUID(), kind: 'helped' }))
    for (const copingId of [walk, song, await idea('Tea')])
      await kofi.call(ops.pinCoping, act({ copingId, isPinned: true }))
    await share('coping')
    await idea('Open from the start', 'shared')
    await kofi.call(ops.deleteCoping, act({ copingId: song }))
    await kofi.call(ops.saveSafetyPlan, save({ signs: [{ text: 'I stop eating' }] }, 0))
    await kofi.call(ops.saveSafetyPlan, save({ people: [{ text: 'Ama', phone: '07700 900123' }] }, 1))
    await share('safety_plan', 'now')
    await kofi.call(ops.saveAboutMe, act({ texts: { hobbies: 'Fishing' }, baseVersion: 0 }))
    await kofi.call(ops.deleteAboutMe, act())
    const { shares } = (await kofi.call(getOwn, { personId })).sharing
    await stop('coping')
    const again = shares.find(({ scope }) => scope === 'coping')?.shareId
    const coping = { serviceId, scope: 'coping', from: 'everything', again }
    await kofi.call(startSharing, act({ ...coping, shareId: randomUUID() }))
    await stop('coping')
    await stop('safety_plan')
  })
})

test('a third pin takes the place of the one pinned longest, and a deleted idea is pinned no more', async () => {
  const [one, two, three] = [await idea('One'), await idea('Two'), await idea('Three')]
  for (const copingId of [one, two, three]) {
    world.clock.advance({ seconds: 1 })
    await kofi.call(ops.pinCoping, act({ copingId, isPinned: true }))
  }
  const pinned = async () => (await plans()).coping.filter(({ pinnedAt }) => pinnedAt).map(({ words }) => words)
  expect((await pinned()).sort()).toEqual(['Three', 'Two'])
  await kofi.call(ops.deleteCoping, act({ copingId: two }))
  await kofi.call(ops.restoreCoping, act({ copingId: two }))
  expect(await pinned()).toEqual(['Three'])
})

test('each tap counts once, however often it is sent, and one taken back does not', async () => {
  const copingId = await idea('Cold water')
  const tap = act({ copingId, tapId: randomUUID(), kind: 'used' })
  await Promise.all([1, 2, 3].map(() => kofi.call(ops.tapCoping, tap)))
  await kofi.call(ops.tapCoping, { ...tap, changeId: randomUUID() })
  for (let at = 0; at < 22; at++) await kofi.call(ops.tapCoping, act({ copingId, tapId: randomUUID(), kind: 'helped' }))
  const counted = await ideaOf(copingId)
  expect(counted).toMatchObject({ usedCount: 1, helpedCount: 22 })
  expect(counted?.taps).toHaveLength(20)
  await kofi.call(ops.untapCoping, act({ copingId, tapId: counted?.taps[0]?.tapId }))
  expect(await ideaOf(copingId)).toMatchObject({ helpedCount: 21 })
})

test('two devices that changed different parts of the safety plan both keep theirs; of one part it is a conflict', async () => {
  const before = (await plans()).safetyPlan?.version ?? 0
  await kofi.call(ops.saveSafetyPlan, save({ alone: [{ text: 'Run' }] }, before))
  await kofi.call(ops.saveSafetyPlan, save({ reasons: [{ text: 'My sister' }] }, before))
  const stale = save({ alone: [{ text: 'Swim' }] }, before)
  expect(await kofi.try(ops.saveSafetyPlan, stale)).toMatchObject({ status: 409, problem: { code: 'conflict' } })
  const { safetyPlan } = await plans()
  expect(safetyPlan).toMatchObject({
    version: before + 2,
    parts: {
      alone: { items: [{ text: 'Run' }], changedIn: before + 1 },
      reasons: { items: [{ text: 'My sister' }], changedIn: before + 2 },
    },
  })
  const { versions } = await kofi.call(ops.listSafetyPlanVersions, { personId })
  expect(versions.slice(0, 2).map(({ version, parts }) => [version, parts.reasons.items.length])).toEqual([
    [before + 2, 1],
    [before + 1, 0],
  ])
})

test('a worker’s wording becomes the person’s when they take it, under the worker’s name, and the worker is told nothing', async () => {
  const [taken, left] = [randomUUID(), randomUUID()]
  const wording = { ...asked(), proposalId: taken, key: 'howToTalk' as const, text: 'Speak plainly' }
  await convergesFor(world, kofi, ownChannel, { personId }, async () => {
    await sam.call(ops.proposeAboutMe, wording)
    await sam.call(ops.proposeAboutMe, wording)
    await sam.call(ops.proposeAboutMe, {
      ...wording,
      proposalId: left,
      key: 'hobbies' as const,
      text: 'Fishing on Sundays',
    })
    await kofi.call(ops.acceptProposal, act({ proposalId: taken }))
    await kofi.call(ops.declineProposal, act({ proposalId: left }))
  })
  expect(await sam.try(ops.proposeAboutMe, { ...wording, text: 'Other words' })).toMatchObject({ status: 422 })
  const { aboutMe, proposals } = await plans()
  expect(proposals).toEqual([])
  expect(aboutMe?.texts.howToTalk).toMatchObject({ text: 'Speak plainly', byName: 'Sam Okafor', byRole: 'nurse' })
  expect(await kofi.try(ops.acceptProposal, act({ proposalId: left }))).toMatchObject({ status: 409 })
  const { versions } = await kofi.call(ops.listAboutMeVersions, { personId })
  expect(versions[0]).toMatchObject({ byName: 'Sam Okafor', byRole: 'nurse' })
  expect(await sam.call(ops.getSharedPlan, asked())).toEqual(nothing)
})

test('the team reads what is shared, part by part, and nothing once it is not', async () => {
  expect(await sam.call(ops.getSharedPlan, asked())).toEqual(nothing)
  world.clock.advance({ seconds: 1 })
  await share('coping', 'now')
  expect(await sam.call(ops.getSharedPlan, asked())).toEqual(nothing)
  world.clock.advance({ seconds: 1 })
  const after = await idea('Made after sharing began', 'shared')
  await idea('Written as only mine')
  await share('safety_plan')
  await share('about_me')
  const shared = await sam.call(ops.getSharedPlan, asked())
  expect(shared.coping.map(({ words }) => words)).toEqual(['Made after sharing began'])
  expect(shared.safetyPlan?.parts.alone.items).toEqual([{ text: 'Run' }])
  expect(shared.aboutMe?.texts.howToTalk?.text).toBe('Speak plainly')
  expect(shared.coping[0]).not.toHaveProperty('pinnedAt')

  const keepToMyself = { copingId: after, words: 'Made after sharing began', baseVersion: 1 }
  await kofi.call(ops.changeCoping, act({ ...keepToMyself, visibility: 'private' }))
  expect((await sam.call(ops.getSharedPlan, asked())).coping).toEqual([])
  await kofi.call(ops.changeCoping, act({ ...keepToMyself, visibility: 'shared' }))
  expect((await sam.call(ops.getSharedPlan, asked())).coping).toHaveLength(1)

  await kofi.call(ops.deleteSafetyPlan, act())
  expect((await sam.call(ops.getSharedPlan, asked())).safetyPlan).toBeUndefined()
  await kofi.call(ops.restoreSafetyPlan, act())
  await kofi.call(ops.changeCoping, act({ ...keepToMyself, visibility: 'private' }))
  const open = await idea('Open again with the rest', 'shared')
  const { shares } = (await kofi.call(getOwn, { personId })).sharing
  await stop('coping')
  expect(await ideaOf(open)).toMatchObject({ visibility: 'private' })
  const again = shares.find(({ scope }) => scope === 'coping')?.shareId as string
  await kofi.call(startSharing, act({ shareId: randomUUID(), serviceId, scope: 'coping', from: 'now', again }))
  const words = async () => (await sam.call(ops.getSharedPlan, asked())).coping.map((one) => one.words)
  expect(await words()).toEqual(['Open again with the rest'])
  await share('coping')
  expect(await words()).toEqual(['Open again with the rest'])

  for (const scope of ['coping', 'safety_plan', 'about_me']) await stop(scope)
  expect(await sam.call(ops.getSharedPlan, asked())).toEqual(nothing)
  await idea('Written while it was thought to be shared', 'shared')
  expect((await plans()).coping.every(({ visibility }) => visibility === 'private')).toBe(true)
})

test('what is kept to oneself stays so when ideas are shared with one service more, or one fewer', async () => {
  const { coaching } = world.cast.services
  await world.sql(
    `insert into enrolment (id, person_id, service_id, contract_id, state, controller_id, legal_basis, retention_class)
     select $1, $2, $3, id, 'active', controller_id, 'a', 'adult_care' from contract where service_id = $3`,
    [randomUUID(), personId, coaching],
  )
  const withCoaching = { serviceId: coaching, scope: 'coping', from: 'everything' as const }
  await share('coping')
  await idea('For them too', 'shared')
  world.clock.advance({ seconds: 1 })
  const mine = await idea('Only mine, always')
  const wordsSeen = async () => (await sam.call(ops.getSharedPlan, asked())).coping.map(({ words }) => words)
  expect(await wordsSeen()).not.toContain('Only mine, always')
  await kofi.call(startSharing, act({ shareId: randomUUID(), ...withCoaching }))
  expect(await ideaOf(mine)).toMatchObject({ visibility: 'private' })
  await kofi.call(stopSharing, act({ serviceId: coaching, scope: 'coping' }))
  expect(await ideaOf(mine)).toMatchObject({ visibility: 'private' })
  expect(await wordsSeen()).toEqual(['For them too'])
  await stop('coping')
})

test('the second fence shows the team no private idea, no tap of one and no earlier version', async () => {
  await share('safety_plan')
  const seen = await world.app.db.as(sam.scope, async (tx) => {
    const count = async (table: string) =>
      (await tx.query(`select from ${table} where person_id = $1`, [personId])).rows.length
    return [await count('coping_strategy'), await count('coping_tap'), await count('person_text_version')]
  })
  expect(seen).toEqual([0, 0, 0])
  await stop('safety_plan')
})

test('whoever looked is on record, and looking at nothing is not', async () => {
  const looked = () =>
    world.sql(`select item_kind from access_log where person_id = $1 and item_kind in ('plan', 'care_plan')`, [
      personId,
    ])
  const before = (await looked()).length
  await sam.call(ops.getSharedPlan, asked())
  expect(await looked()).toHaveLength(before)
  await share('coping')
  await idea('For whoever looks', 'shared')
  await sam.call(ops.getSharedPlan, asked())
  expect(await looked()).toHaveLength(before + 1)
  await stop('coping')
})

test('a care plan is the newest copy, for its own team and for a person known well enough', async () => {
  const copy = (at: string, matters?: string): ReceivedPlan => ({
    carePlanId: randomUUID(),
    personId,
    serviceId,
    source: 'Rio (demo)',
    asAt: new Date(at),
    ...(matters && {
      content: {
        me: { matters },
        team: {},
        goals: [],
        triggers: [],
        contingency: {},
        crisis: {},
        daily: [],
        needs: {},
      },
    }),
  })
  const receive = (plan: ReceivedPlan) => world.app.runner.act('jobs', (ctx) => receiveCarePlan(ctx, plan))
  const newest = copy('2026-04-14T08:00:00Z', 'My sister')
  await convergesFor(world, kofi, ownChannel, { personId }, async () => {
    await receive(newest)
    await receive(newest)
    await receive(copy('2026-04-01T08:00:00Z'))
  })
  expect((await plans()).carePlans).toMatchObject([{ asAt: '2026-04-14T08:00:00.000Z', serviceId }])
  for (const reader of [kofi, sam]) {
    const { carePlans } = await reader.call(ops.listCarePlans, asked())
    expect(carePlans.map((plan) => plan.content?.me.matters)).toEqual(['My sister', undefined])
  }
  await world.sql(`update person set identity_level = 'L1' where id = $1`, [personId])
  expect((await plans()).carePlans).toEqual([])
  expect(await kofi.try(ops.listCarePlans, asked())).toMatchObject({ status: 404 })
  const told = (await eventsOf(world, `own:${personId}`)).length
  await receive(copy('2026-04-15T08:00:00Z', 'Football'))
  expect(await eventsOf(world, `own:${personId}`)).toHaveLength(told)
  await world.sql(`update person set identity_level = 'L2' where id = $1`, [personId])
})

test('what was deleted can be put back for 14 days and then leaves nothing', async () => {
  const copingId = await idea('Soon gone')
  await kofi.call(ops.deleteCoping, act({ copingId }))
  await kofi.call(ops.deleteSafetyPlan, act())
  await convergesFor(world, kofi, ownChannel, { personId }, async () => {
    world.clock.advance({ days: 14, seconds: 1 })
    await world.app.jobs.run('plans.eraseDeleted')
  })
  expect(await ideaOf(copingId)).toBeUndefined()
  expect((await plans()).safetyPlan).toBeUndefined()
  expect((await kofi.call(ops.listSafetyPlanVersions, { personId })).versions).toEqual([])
  await kofi.call(ops.saveSafetyPlan, save({ signs: [{ text: 'Anew' }] }, 0))
  expect((await plans()).safetyPlan).toMatchObject({ version: 1 })
})

test('a merged record brings its own, of what there is one of the kept stays; erased, nothing is left', async () => {
  const [gary, meera] = [await world.as('gary'), await world.as('meera')]
  const [from, into] = [gary.scope.personId as string, meera.scope.personId as string]
  for (const [actor, personOf] of [
    [gary, from],
    [meera, into],
  ] as const) {
    const acting = (more: object) => ({ personId: personOf, changeId: randomUUID(), ...more })
    const copingId = randomUUID()
    await actor.call(ops.addCoping, acting({ copingId, words: `An idea of ${actor.name}` }))
    await actor.call(ops.pinCoping, acting({ copingId, isPinned: true }))
    await actor.call(ops.saveAboutMe, acting({ texts: { hobbies: `Hobbies of ${actor.name}` }, baseVersion: 0 }))
  }
  await gary.call(ops.saveSafetyPlan, {
    personId: from,
    changeId: randomUUID(),
    parts: { signs: [{ text: 'A sign' }] },
    baseVersion: 0,
  })
  await world.app.runner.act('jobs', (ctx) => subject.merge(ctx, from, into))
  expect((await eventsOf(world, `own:${into}`)).at(-1)).toMatchObject({ name: 'aboutMe.saved', data: { version: 3 } })
  const both = (await meera.call(getOwn, { personId: into })).plans
  expect(both.coping.map(({ words, pinnedAt }) => [words, pinnedAt !== undefined]).sort()).toEqual([
    ['An idea of gary', false],
    ['An idea of meera', true],
  ])
  expect(both.aboutMe?.texts.hobbies?.text).toBe('Hobbies of meera')
  expect(both.safetyPlan?.parts.signs.items).toEqual([{ text: 'A sign' }])
  const exported = await world.app.runner.act('jobs', (ctx) => subject.export(ctx, into))
  expect(exported).toMatchObject({ safetyPlanVersions: [{ version: 1 }], aboutMeVersions: { length: 3 } })
  const { versions } = await meera.call(ops.listAboutMeVersions, { personId: into })
  expect(versions.map(({ version, texts }) => [version, texts.hobbies?.text])).toEqual([
    [3, 'Hobbies of meera'],
    [2, 'Hobbies of gary'],
    [1, 'Hobbies of meera'],
  ])
  expect(JSON.stringify(exported)).not.toContain('kofi')
  await world.sql('update person set merged_into = $2 where id = $1', [from, into])
  await world.app.runner.act('jobs', (ctx) => subject.erase(ctx, into))
  expect((await meera.call(getOwn, { personId: into })).plans).toEqual({ coping: [], proposals: [], carePlans: [] })
  for (const table of ['person_text', 'person_text_version'])
    expect(await world.sql(`select from ${table} where person_id = any ($1)`, [[from, into]])).toEqual([])
})
