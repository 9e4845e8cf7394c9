import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { makeWorld, type World } from '../../../test/world.ts'
import { subject as logged } from '../audit/subject.ts'
import { subject as enrolled } from '../organisations/subject.ts'
import { setRestriction } from './commands.ts'
import { subject } from './subject.ts'

let world: World
let meera: string
beforeEach(async () => {
  world = await makeWorld()
  meera = world.cast.people.meera.personId as string
})
afterEach(() => world.close())

test('a person’s copy holds their services and carers, and nothing that names whom they are kept from', async () => {
  const copy = await world.app.runner.act('access', async (ctx) => {
    const restriction = { restrictionId: randomUUID(), personId: meera, kind: 'bar_actor' as const, reason: 'a secret' }
    await setRestriction(ctx, { ...restriction, accountId: world.cast.people.gary.accountId })
    return [await enrolled.export(ctx, meera), await subject.export(ctx, meera), await logged.export(ctx, meera)]
  })
  expect(copy).toMatchObject([
    { enrolments: [{ service: 'Lichfield Wellbeing', state: 'active' }] },
    { carers: [{ relationship: 'husband', basis: 'listening' }], objections: [] },
    { accessLog: [] },
  ])
  expect(JSON.stringify(copy)).not.toMatch(/secret|bar_actor/)
})

test('once erased, nobody holds a right over the person, nothing readable is left, and the log stays', async () => {
  await world.sql(
    `insert into access_log (person_id, at, record_class, item_kind, item_id, action, purpose, reason_code, request_id)
     values ($1, now(), 'service', 'person', 'x', 'read', 'care', 'team', 'r')`,
    [meera],
  )
  await world.app.runner.act('erasure', async (ctx) => {
    for (const one of [enrolled, subject, logged]) await one.erase(ctx, meera)
  })
  const staff = [world.cast.people.sam.accountId, world.cast.people.nia.accountId, world.cast.people.raj.accountId]
  expect(
    await world.sql('select from authz_grant where person_id = $1 and account_id = any ($2)', [meera, staff]),
  ).toEqual([])
  expect(await world.sql('select relationship, state from carer_link where person_id = $1', [meera])).toEqual([
    { relationship: '', state: 'expired' },
  ])
  expect(
    await world.sql('select state, exit_reason, lead_worker_id from enrolment where person_id = $1', [meera]),
  ).toEqual([{ state: 'archived', exit_reason: null, lead_worker_id: null }])
  expect(await world.sql('select from access_log where person_id = $1', [meera])).toHaveLength(1)
})
