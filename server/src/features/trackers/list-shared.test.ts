import { randomUUID } from 'node:crypto'
import { startSharing, stopSharing } from '@weft/contract/sharing/operations.ts'
import {
  addProblem,
  listSharedTrackers,
  logMood,
  logSleep,
  markMoment,
  rateProblem,
  removeSleep,
} from '@weft/contract/trackers/operations.ts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Actor, makeWorld, usualMoment, type World } from '../../../test/world.ts'

let world: World
let kofi: Actor
let sam: Actor
let personId: string
let serviceId: string
const recordedAt = usualMoment
const problems = { voices: randomUUID(), panic: randomUUID() }
const act = () => ({ personId, changeId: randomUUID() })
const sleep = (forDate: string, note: string) =>
  kofi.call(logSleep, { ...act(), forDate, recordedAt, minutesSlept: 360, note })
const share = (scope: string, from: 'now' | 'everything' = 'everything') =>
  kofi.call(startSharing, { ...act(), shareId: randomUUID(), serviceId, scope, from })
const stop = (scope: string) => kofi.call(stopSharing, { ...act(), serviceId, scope })
const window = { from: '2026-04-01', to: '2026-04-15' }
const look = (by: Actor, service = serviceId) => by.try(listSharedTrackers, { personId, serviceId: service, ...window })
const seen = async () => JSON.stringify(await sam.call(listSharedTrackers, { personId, serviceId, ...window }))

beforeAll(async () => {
  world = await makeWorld({ operationLimits: {} })
  kofi = await world.as('kofi')
  sam = await world.as('sam')
  personId = kofi.scope.personId as string
  serviceId = world.cast.services.wellbeing
  await sleep('2026-04-14', 'a-night')
  await kofi.call(logMood, {
    ...act(),
    moodId: randomUUID(),
    forDate: '2026-04-14',
    recordedAt,
    face: 1,
    note: 'a-mood',
  })
  for (const [words, problemId] of Object.entries(problems)) {
    await kofi.call(addProblem, { ...act(), problemId, words })
    await kofi.call(rateProblem, {
      ...act(),
      problemId,
      forDate: '2026-04-14',
      recordedAt,
      value: 7,
      note: `rated-${words}`,
    })
  }
  await kofi.call(markMoment, { ...act(), momentId: randomUUID(), words: 'a-moment', onDate: '2026-04-13' })
})
afterAll(() => world.close())

describe('the team of a service', () => {
  it('is told the same of somebody who shares nothing and of somebody who has nothing', async () => {
    const other = { personId: world.cast.people.meera.personId as string, serviceId, ...window }
    expect(await seen()).toBe(JSON.stringify(await sam.call(listSharedTrackers, other)))
    expect(await seen()).toBe('{"problems":[]}')
  })

  it('sees exactly what is shared with it, from the moment it is', async () => {
    await share('sleep')
    expect(await seen()).toMatch(/a-night/)
    expect(await seen()).not.toMatch(/a-mood|rated|a-moment|voices|panic/)
    await share(`problem:${problems.voices}`)
    expect(await seen()).toMatch(/a-night.*"voices".*rated-voices/)
    expect(await seen()).not.toMatch(/a-mood|panic|a-moment/)
    await sleep('2026-04-15', 'another-night')
    expect(await seen()).toMatch(/another-night/)
  })

  it('leaves a line in the log for each kind that it was shown, and none for what it was not', async () => {
    const count = async () =>
      (
        await world.sql(
          `select item_kind from access_log where person_id = $1 and actor_id = $2 and action = 'read' and record_class = 'personal' order by item_kind`,
          [personId, sam.scope.accountId],
        )
      ).map((row) => row.item_kind)
    const before = await count()
    await seen()
    const after = await count()
    expect(after.filter((kind) => kind === 'sleep').length).toBe(before.filter((kind) => kind === 'sleep').length + 1)
    expect(after.filter((kind) => kind === 'problem').length).toBe(
      before.filter((kind) => kind === 'problem').length + 1,
    )
    expect(after).not.toContain('mood')
  })

  it('sees of what is shared from now on only what is logged from then, also once an older entry is changed', async () => {
    world.clock.advance({ minutes: 1 })
    await share('mood', 'now')
    expect(await seen()).not.toMatch(/a-mood/)
    await kofi.call(logMood, {
      ...act(),
      moodId: randomUUID(),
      forDate: '2026-04-15',
      recordedAt,
      face: 4,
      note: 'new-mood',
    })
    expect(await seen()).toMatch(/new-mood/)
    expect(await seen()).not.toMatch(/a-mood/)
  })

  it('no longer sees what was removed', async () => {
    await kofi.call(removeSleep, { ...act(), forDate: '2026-04-15' })
    expect(await seen()).toMatch(/a-night/)
    expect(await seen()).not.toMatch(/another-night/)
  })

  it('sees nothing from the moment that sharing stops', async () => {
    await stop('sleep')
    await stop('mood')
    await stop(`problem:${problems.voices}`)
    expect(await seen()).toBe('{"problems":[]}')
    expect(await world.sql(`select 1 from sleep_entry where visibility = 'shared'`)).toEqual([])
    expect(await world.sql(`select 1 from problem_rating where visibility = 'shared'`)).toEqual([])
  })
})

describe('nobody else', () => {
  beforeAll(async () => {
    await share('sleep')
    await share('mood')
    await share(`problem:${problems.voices}`)
  })

  it('reads it: not another service, not an ex-partner, not a carer, not even the person by this door', async () => {
    const others = [
      await world.as('gary'),
      await world.as('denise'),
      await world.as('raj', 'carer'),
      await world.as('priya', 'practitioner'),
      await world.as('helen'),
      await world.as('admin'),
      kofi,
    ]
    for (const other of others) expect(await look(other)).toMatchObject({ status: 404 })
    expect(await look(await world.as('priya', 'practitioner'), world.cast.services.coaching)).toMatchObject({
      status: 404,
    })
    expect(await look(sam, world.cast.services.coaching)).toMatchObject({ status: 404 })
  })

  it('finds a row by asking the database past the product, but for what is shared with them', async () => {
    const rows = (by: Actor, table: string) =>
      world.app.db.as(
        by.scope,
        async (tx) => (await tx.query(`select * from ${table} where person_id = $1`, [personId])).rows,
      )
    const [gary, priya] = [await world.as('gary'), await world.as('priya', 'practitioner')]
    for (const table of ['sleep_entry', 'mood_entry', 'problem_rating', 'tracker', 'key_moment', 'tracker_version']) {
      expect([table, await rows(gary, table), await rows(priya, table)]).toEqual([table, [], []])
    }
    expect((await rows(sam, 'sleep_entry')).map((row) => row.note)).toEqual(['a-night'])
    expect(await rows(sam, 'key_moment')).toEqual([])
    expect(await rows(sam, 'tracker_version')).toEqual([])
    const shared = await rows(sam, 'tracker')
    expect(shared.map((row) => row.id)).not.toContain(problems.panic)
    await stop('sleep')
    expect(await rows(sam, 'sleep_entry')).toEqual([])
  })
})

it('opens nothing of before to the service that is left, nor tells it of a change there', async () => {
  const { coaching } = world.cast.services
  await world.sql(
    `insert into enrolment (id, person_id, service_id, contract_id, state, controller_id, legal_basis, retention_class)
     select $1, $2, $3, id, 'active', controller_id, 'a', 'adult_care' from contract where service_id = $3`,
    [randomUUID(), personId, coaching],
  )
  world.clock.advance({ seconds: 1 })
  const also = { serviceId: coaching, scope: 'sleep', from: 'now' as const }
  await kofi.call(startSharing, { ...act(), shareId: randomUUID(), ...also })
  await share('sleep', 'now')
  await kofi.call(stopSharing, { ...act(), serviceId: coaching, scope: 'sleep' })
  const revision = () =>
    world.sql(`select revision from share_grant where scope = 'sleep' and state = 'granted' and person_id = $1`, [
      personId,
    ])
  const before = await revision()
  expect(before).toHaveLength(1)
  await sleep('2026-04-14', 'changed')
  expect(await revision()).toEqual(before)
  await stop('sleep')
})
