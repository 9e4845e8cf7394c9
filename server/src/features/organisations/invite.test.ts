import { randomUUID } from 'node:crypto'
import { getConversation } from '@weft/contract/conversations/operations.ts'
import { acceptInvite, inviteToService, listMyEnrolments } from '@weft/contract/organisations/operations.ts'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type Actor, makeWorld, type World } from '../../../test/world.ts'

let world: World
let sam: Actor
let gary: Actor
let record: string

beforeEach(async () => {
  // A code's own five tries are looked at here, not how many an account has in a day.
  world = await makeWorld({ operationLimits: {} })
  ;[sam, gary] = await Promise.all([world.as('sam'), world.as('gary')])
  record = randomUUID()
  await world.sql(
    `insert into person (id, given_name, family_name, known_as, born_on, nhs_number, address, controller_id)
     values ($1, 'Gareth', 'Stone', 'Gareth', '1990-06-15', '9990001375', '4 Weaver Row', $2)`,
    [record, world.cast.orgs.trust],
  )
  await world.sql(`update person set identity_level = 'L0' where id = $1`, [gary.scope.personId])
})
afterEach(() => world.close())

const invitation = (over: Record<string, unknown> = {}) => ({
  serviceId: world.cast.services.wellbeing,
  enrolmentId: randomUUID(),
  personId: record,
  ...over,
})
const accept = (code: string, bornOn = '1990-06-15', who = gary) => who.try(acceptInvite, { code, bornOn })
const refused = { ok: false, status: 401, problem: { code: 'code-not-right' } }

test('the code and the date of birth make the record one with its person, who is known and with the service', async () => {
  expect(await gary.call(listMyEnrolments, {})).toEqual({ enrolments: [] })
  const { code, enrolment, expiresAt } = await sam.call(inviteToService, invitation())
  expect(enrolment).toMatchObject({ state: 'invited', personId: record })
  expect(expiresAt).toBe('2026-04-22T09:20:00.000Z')
  const joined = await gary.call(acceptInvite, { code: ` ${code.toLowerCase()} `, bornOn: '1990-06-15' })
  expect(joined).toMatchObject({ state: 'active', personId: gary.scope.personId, startedOn: '2026-04-15' })

  const people = await world.sql('select * from person where id = any ($1) order by merged_into nulls first', [
    [record, gary.scope.personId],
  ])
  expect(people).toMatchObject([
    {
      id: gary.scope.personId,
      nhs_number: '9990001375',
      address: '4 Weaver Row',
      identity_level: 'L2',
      given_name: 'Gary',
    },
    { id: record, merged_into: gary.scope.personId, given_name: 'Gareth' },
  ])
  const [conversation] = await world.sql(
    `select id from conversation where kind = 'person_team' and enrolment_id = $1`,
    [joined.enrolmentId],
  )
  for (const actor of [gary, sam]) {
    expect((await actor.try(getConversation, { conversationId: conversation.id })).status).toBe(200)
  }
})

test('what other services hold of the record comes along, with its conversation', async () => {
  const { people, services, contracts, orgs } = world.cast
  const other = randomUUID()
  await world.app.runner.act('access', async (ctx) => {
    await ctx.tx.query(
      `insert into enrolment (id, person_id, service_id, contract_id, state, started_on, controller_id, legal_basis, retention_class)
       values ($1, $2, $3, $4, 'active', '2026-04-01', $5, '6(1)(e)', 'adult_care')`,
      [other, record, services.coaching, contracts.coaching, orgs.coaching],
    )
    await ctx.announce('enrolment.activated', { enrolmentId: other, personId: record, serviceId: services.coaching })
  })
  const { code } = await sam.call(inviteToService, invitation())
  await gary.call(acceptInvite, { code, bornOn: '1990-06-15' })
  const { enrolments } = await gary.call(listMyEnrolments, {})
  expect(enrolments.map(({ serviceName }) => serviceName)).toEqual(['Health Coaching', 'Lichfield Wellbeing'])
  const [conversation] = await world.sql(
    `select id from conversation where kind = 'person_team' and enrolment_id = $1`,
    [other],
  )
  const priya = await world.as('priya', 'practitioner')
  for (const actor of [gary, priya]) {
    expect((await actor.try(getConversation, { conversationId: conversation.id })).status).toBe(200)
  }
  expect(people.priya.name).toBe('Priya Shah')
})

test('every refusal is one answer: wrong code, wrong date, no such invitation, nonsense', async () => {
  const { code } = await sam.call(inviteToService, invitation())
  const wrongDigits = `${code.slice(0, 6)}${code.endsWith('000000') ? '111111' : '000000'}`
  const answers = [
    await accept(wrongDigits),
    await accept(code, '1990-06-16'),
    await accept(`ZZZZZ-${code.slice(6)}`),
    await accept('nonsense'),
  ]
  const bodies = answers.map((answer) => !answer.ok && { ...answer.problem, requestId: '' })
  for (const answer of answers) expect(answer).toMatchObject(refused)
  expect(new Set(bodies.map((body) => JSON.stringify(body))).size).toBe(1)
  expect(await accept(code)).toMatchObject({ ok: true })
})

test('the fifth wrong try kills the code; a new one for the same invitation works', async () => {
  const input = invitation()
  const { code } = await sam.call(inviteToService, input)
  for (let tries = 0; tries < 5; tries += 1) expect(await accept(code, '1991-01-01')).toMatchObject(refused)
  expect(await accept(code)).toMatchObject(refused)
  const again = await sam.call(inviteToService, input)
  expect(again.enrolment.enrolmentId).toBe(input.enrolmentId)
  expect(await accept(again.code)).toMatchObject({ ok: true })
})

test('a newer code is the only one, and of two who spend it at once one does', async () => {
  const input = invitation()
  const first = await sam.call(inviteToService, input)
  const second = await sam.call(inviteToService, input)
  expect(await accept(first.code)).toMatchObject(refused)
  world.clock.advance({ days: 7, ms: -1 })
  await world.sql('update session set last_used_at = $1, ends_at = $2', [world.clock.now(), '2027-01-01'])
  const [once, twice] = await Promise.all([accept(second.code), accept(second.code)])
  expect([once.status, twice.status].sort()).toEqual([201, 401])
})

test('seven days later the code is dead', async () => {
  const { code } = await sam.call(inviteToService, invitation())
  world.clock.advance({ days: 7 })
  expect(await accept(code)).toMatchObject(refused)
})

describe('nobody is guessed:', () => {
  test('a record that is somebody’s already', async () => {
    await world.sql('update person set controller_id = $1 where id = $2', [
      world.cast.orgs.trust,
      world.cast.people.denise.personId,
    ])
    const { code } = await sam.call(inviteToService, invitation({ personId: world.cast.people.denise.personId }))
    expect(await accept(code)).toMatchObject(refused)
    const denise = await world.as('denise')
    expect(await accept(code, '1990-06-15', denise)).toMatchObject({ ok: true })
  })

  test('another NHS number', async () => {
    await world.sql(`update person set nhs_number = '9990002118' where id = $1`, [gary.scope.personId])
    const { code } = await sam.call(inviteToService, invitation())
    expect(await accept(code)).toMatchObject(refused)
  })

  test('somebody younger than the service takes', async () => {
    await world.sql(`update person set born_on = '2013-04-16' where id = $1`, [record])
    await world.sql(`update person set born_on = null where id = $1`, [gary.scope.personId])
    const { code } = await sam.call(inviteToService, invitation())
    expect(await accept(code, '2013-04-16')).toMatchObject(refused)
    world.clock.set('2026-04-15T23:00:00.000Z')
    expect(await accept(code, '2013-04-16')).toMatchObject({ ok: true })
  })

  test('a carer, and staff, for whom an invitation is not', async () => {
    const { code } = await sam.call(inviteToService, invitation())
    for (const other of [await world.as('raj', 'carer'), await world.as('nia')]) {
      expect((await accept(code, '1990-06-15', other)).status).toBe(404)
    }
  })
})

describe('whoever invites', () => {
  test('is of the service’s team, and the person on its organisation’s record', async () => {
    const [nia, priya, helen] = await Promise.all([
      world.as('nia'),
      world.as('priya', 'practitioner'),
      world.as('helen'),
    ])
    expect((await nia.try(inviteToService, invitation())).status).toBe(201)
    for (const actor of [priya, helen, gary]) expect((await actor.try(inviteToService, invitation())).status).toBe(404)
    const unknown = await sam.try(inviteToService, invitation({ personId: gary.scope.personId }))
    const absent = await sam.try(inviteToService, invitation({ personId: randomUUID() }))
    expect([unknown.status, absent.status]).toEqual([404, 404])
  })

  test('may not when barred, and not somebody who is with the service already', async () => {
    await world.sql(
      `insert into restriction (id, person_id, kind, account_id, reason) values ($1, $2, 'bar_actor', $3, 'x')`,
      [randomUUID(), record, sam.scope.accountId],
    )
    expect((await sam.try(inviteToService, invitation())).status).toBe(404)
    const again = await sam.try(inviteToService, invitation({ personId: world.cast.people.kofi.personId }))
    expect(again).toMatchObject({ status: 409, problem: { code: 'wrong-state' } })
  })

  test('and does so several times in one moment makes one invitation', async () => {
    const input = invitation()
    const answers = await Promise.all(Array.from({ length: 4 }, () => sam.try(inviteToService, input)))
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201, 201])
    expect(await world.sql('select id from enrolment where person_id = $1', [record])).toEqual([
      { id: input.enrolmentId },
    ])
  })

  test('does not take another invitation’s id', async () => {
    const input = invitation()
    await sam.call(inviteToService, input)
    const meera = { ...input, personId: world.cast.people.meera.personId }
    expect(await sam.try(inviteToService, meera)).toMatchObject({ problem: { code: 'id-taken' } })
  })
})
