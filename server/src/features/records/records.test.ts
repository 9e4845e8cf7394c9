import { randomUUID } from 'node:crypto'
import { sayWhy } from '@weft/contract/access/operations.ts'
import { addGoal, changeGoal } from '@weft/contract/goals/operations.ts'
import { endEnrolment } from '@weft/contract/organisations/operations.ts'
import { ownChannel } from '@weft/contract/own/channel.ts'
import { getOwn } from '@weft/contract/own/operations.ts'
import { addCoping } from '@weft/contract/plans/operations.ts'
import { addCopy, getCopy, listCopies } from '@weft/contract/records/operations.ts'
import { startSharing, stopSharing } from '@weft/contract/sharing/operations.ts'
import { addProblem, logMood, logSleep, rateProblem } from '@weft/contract/trackers/operations.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { convergesFor } from '../../../test/talk.ts'
import { type Actor, makeWorld, type World } from '../../../test/world.ts'
import { features } from '../../features.ts'

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

const at = () => world.clock.now().toISOString()
const act = (more: object = {}) => ({ personId, changeId: randomUUID(), ...more })
const share = (scope: string) =>
  kofi.call(startSharing, act({ shareId: randomUUID(), serviceId, scope, from: 'everything' }))
const stop = (scope: string) => kofi.call(stopSharing, act({ serviceId, scope }))
const night = (forDate: string, minutesSlept: number) =>
  kofi.call(logSleep, act({ forDate, recordedAt: at(), minutesSlept, timesWoken: 1 }))
const week = { from: '2026-04-09', to: '2026-04-15' }
const take = (scopes: string[], more: object = {}, by = sam) =>
  by.try(addCopy, { personId, serviceId, copyId: randomUUID(), scopes, ...more })
const inRecord = async (by = sam) => (await by.call(listCopies, { personId, serviceId })).copies
const told = async () => (await kofi.call(getOwn, { personId })).records.copies

test('a copy holds what was on the screen that day, whatever the person does with theirs afterwards', async () => {
  await night('2026-04-08', 300)
  await night('2026-04-10', 390)
  const problemId = randomUUID()
  await kofi.call(addProblem, act({ problemId, words: 'voices' }))
  await kofi.call(rateProblem, act({ problemId, forDate: '2026-04-12', recordedAt: at(), value: 7 }))
  await kofi.call(logMood, act({ moodId: randomUUID(), forDate: '2026-04-12', recordedAt: at(), face: 2, note: 'low' }))
  for (const scope of ['sleep', `problem:${problemId}`, 'mood']) await share(scope)
  const answer = await take(['sleep', `problem:${problemId}`], week)
  if (!answer.ok) throw new Error(answer.problem.code)
  const copy = answer.value
  expect(copy).toMatchObject({
    ...week,
    serviceName: 'Lichfield Wellbeing',
    byName: 'Sam Okafor',
    byRole: 'nurse',
    takenAt: at(),
    items: [{ scope: 'sleep' }, { scope: `problem:${problemId}`, words: 'voices' }],
  })
  await night('2026-04-10', 120)
  for (const scope of ['sleep', `problem:${problemId}`, 'mood']) await stop(scope)

  for (const by of [sam, await world.as('nia'), kofi]) {
    const { content } = await by.call(getCopy, { copyId: copy.copyId })
    expect(content.trackers?.sleep).toMatchObject([{ forDate: '2026-04-10', minutesSlept: 390 }])
    expect(content.trackers?.problems).toMatchObject([{ problem: { words: 'voices' }, ratings: [{ value: 7 }] }])
    expect(JSON.stringify(content)).not.toContain('low')
  }
  expect([await inRecord(), await told()]).toEqual([[copy], [copy]])
})

test('goals and plans are copied one by one, and only what was named', async () => {
  const [goalId, other] = [randomUUID(), randomUUID()]
  await kofi.call(addGoal, act({ goalId, at: at(), words: 'Swim', type: 'physical_health' }))
  await kofi.call(addGoal, act({ goalId: other, at: at(), words: 'Save', type: 'money' }))
  for (const scope of [`goal:${goalId}`, `goal:${other}`, 'coping']) await share(scope)
  await kofi.call(addCoping, act({ copingId: randomUUID(), words: 'walk the dog', visibility: 'shared' }))
  const answer = await take([`goal:${goalId}`, 'coping'])
  if (!answer.ok) throw new Error(answer.problem.code)
  await kofi.call(changeGoal, act({ goalId, at: at(), words: 'Dive', was: { words: 'Swim' } }))
  const { content } = await sam.call(getCopy, { copyId: answer.value.copyId })
  expect(content.goals?.map(({ words }) => words)).toEqual(['Swim'])
  expect(content.plan?.coping).toMatchObject([{ words: 'walk the dog' }])
  expect(content.trackers).toBeUndefined()
  expect(answer.value.items).toContainEqual({ scope: `goal:${goalId}`, words: 'Swim' })
  for (const scope of [`goal:${goalId}`, `goal:${other}`, 'coping']) await stop(scope)
})

test('nothing is copied unless all of it is shared at that moment, and the refusal says nothing of what is there', async () => {
  await share('mood')
  const before = await inRecord()
  const refusals = [
    await take(['sleep'], week),
    await take(['mood', 'sleep'], week),
    await take(['mood'], { from: '2026-03-01', to: '2026-03-07' }),
    await take([`goal:${randomUUID()}`]),
    await take([`diary:${randomUUID()}`]),
  ]
  expect(refusals.map(({ status }) => status)).toEqual([404, 404, 404, 404, 404])
  await stop('mood')
  expect(await take(['mood'], week)).toMatchObject({ status: 404 })
  expect(await inRecord()).toEqual(before)
})

test('a stop that commits first leaves nothing to copy', async () => {
  await share('mood')
  const held = await world.app.db.as({ kind: 'system', system: 'access', requestId: 'test' }, async (tx) => {
    await tx.query(`update share_grant set state = 'revoked', to_at = $2 where person_id = $1 and state = 'granted'`, [
      personId,
      world.clock.now(),
    ])
    // Begun while the stop is on its way: it waits for it, and finds nothing shared.
    const taking = take(['mood'], week)
    await waiting(1)
    return { taking }
  })
  expect(await held.taking).toMatchObject({ status: 404 })
})

/** Until so many statements wait for a lock. */
async function waiting(count: number): Promise<void> {
  for (;;) {
    const [row] = await world.sql(
      `select count(*)::int as n from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
    )
    if (row.n >= count) return
  }
}

test('taking it twice is taking it once; its id is good for nothing else', async () => {
  await share('mood')
  const copyId = randomUUID()
  const [first, again] = [await take(['mood'], { copyId, ...week }), await take(['mood'], { copyId, ...week })]
  expect(again).toEqual(first)
  expect(await take(['mood'], { copyId, from: '2026-04-10', to: '2026-04-15' })).toMatchObject({
    problem: { code: 'same-id-other-words' },
  })
  expect(await take(['mood'], { copyId, ...week }, await world.as('nia'))).toMatchObject({
    problem: { code: 'id-taken' },
  })
  await stop('mood')
  expect(await take(['mood'], { copyId, ...week })).toEqual(first)
})

test('taken several times in one moment it is one copy, told and logged once', async () => {
  await share('mood')
  await share('sleep')
  const copyId = randomUUID()
  const answers = await Promise.all(Array.from({ length: 4 }, () => take(['mood', 'sleep'], { copyId, ...week })))
  expect(answers.map(({ status }) => status)).toEqual([201, 201, 201, 201])
  const logged = await world.sql(`select from access_log where item_id = $1 and item_kind = 'record_copy'`, [copyId])
  expect(logged).toHaveLength(1)
  expect(await take(['mood'], { copyId, ...week })).toMatchObject({ problem: { code: 'same-id-other-words' } })
  await stop('mood')
  await stop('sleep')
})

test('the person’s devices hear of it, and who took it is in their log', async () => {
  await share('mood')
  await convergesFor(world, kofi, ownChannel, { personId }, () => take(['mood'], week))
  const rows = await world.sql(
    `select item_kind, action, record_class from access_log where person_id = $1 and actor_id = $2 order by id desc limit 2`,
    [personId, sam.scope.accountId],
  )
  expect(rows).toEqual([
    { item_kind: 'record_copy', action: 'write', record_class: 'snapshot' },
    { item_kind: 'mood', action: 'read', record_class: 'personal' },
  ])
  await stop('mood')
})

test('another service of the same person, carers and everybody else learn of no copy, by no road', async () => {
  const copies = await inRecord()
  expect(copies.length).toBeGreaterThan(2)
  const coaching = world.cast.services.coaching
  await world.app.runner.act('access', async (ctx) => {
    const enrolmentId = randomUUID()
    await world.sql(
      `insert into enrolment (id, person_id, service_id, contract_id, state, started_on, controller_id, legal_basis, retention_class)
       values ($1, $2, $3, $4, 'active', '2026-04-01', $5, '6(1)(e)+9(2)(h)', 'adult_care')`,
      [enrolmentId, personId, coaching, world.cast.contracts.coaching, world.cast.orgs.coaching],
    )
    await ctx.announce('enrolment.activated', { enrolmentId, personId, serviceId: coaching })
  })
  const priya = await world.as('priya', 'practitioner')
  expect(await priya.call(listCopies, { personId, serviceId: coaching })).toEqual({ copies: [] })
  for (const stranger of [priya, await world.as('raj', 'carer'), await world.as('helen'), await world.as('gary')]) {
    expect(await stranger.try(listCopies, { personId, serviceId })).toMatchObject({ status: 404 })
    for (const { copyId } of copies) expect(await stranger.try(getCopy, { copyId })).toMatchObject({ status: 404 })
    const seen = await world.app.db.as(stranger.scope, (tx) => tx.query('select from record_copy'))
    expect(seen.rows).toEqual([])
  }
})

test('nobody changes a copy, whatever they may do otherwise', async () => {
  const change = (scope: Actor['scope'] | { kind: 'system'; system: 'access'; requestId: string }) =>
    world.app.db.as(scope, (tx) => tx.query(`update record_copy set content = '{}'`))
  for (const { scope } of [sam, kofi]) expect((await change(scope)).rowCount).toBe(0)
  const asAccess = change({ kind: 'system', system: 'access', requestId: 'test' })
  await expect(asAccess).rejects.toThrow('never changed')
})

test('it goes into the person’s own export, and stays in the record when they leave', async () => {
  const copies = await told()
  const subject = features.find(({ name }) => name === 'records')?.subject
  const exported = await world.app.runner.act('access', async (ctx) => subject?.export(ctx, personId))
  expect(exported?.copiesInRecords).toHaveLength(copies.length)
  expect(JSON.stringify(exported)).toContain('walk the dog')

  await kofi.call(endEnrolment, { enrolmentId: world.cast.enrolments.kofi, reason: 'finished', today: true })
  const nia = await world.as('nia')
  expect(await sam.try(listCopies, { personId, serviceId })).toMatchObject({ status: 404 })
  await nia.call(sayWhy, { personId, serviceId, reasonId: randomUUID(), reason: 'records_request' })
  expect([await inRecord(nia), await told()]).toEqual([copies, copies])
  expect(await take(['mood'], week, nia)).toMatchObject({ status: 404 })
})
