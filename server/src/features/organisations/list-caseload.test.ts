import { randomUUID } from 'node:crypto'
import { listConversations, readConversation, sendMessage } from '@weft/contract/conversations/operations.ts'
import { endEnrolment, listCaseload } from '@weft/contract/organisations/operations.ts'
import pg from 'pg'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { type Actor, makeWorld, type World } from '../../../test/world.ts'

let world: World
let sam: Actor
let nia: Actor
let kofi: Actor

beforeEach(async () => {
  world = await makeWorld()
  ;[sam, nia, kofi] = await Promise.all([world.as('sam'), world.as('nia'), world.as('kofi')])
})
afterEach(async () => {
  vi.restoreAllMocks()
  await world.close()
})

const say = (body: string, from = kofi, conversationId = world.cast.conversations.kofi) =>
  from.call(sendMessage, { conversationId, messageId: randomUUID(), body })
const namesFor = async (actor: Actor, input = {}) =>
  (await actor.call(listCaseload, input)).rows.map(({ name }) => name)

/** Adds people to the wellbeing service, as the owner of the database; answers the statement count of one page. */
async function enrolMany(count: number): Promise<void> {
  await world.sql(
    `with made as (
       insert into person (id, given_name, family_name, known_as) select gen_random_uuid(), 'Person', 'No ' || lpad(n::text, 4, '0'), 'P' from generate_series(1, $1) n returning id
     ), joined as (
       insert into enrolment (id, person_id, service_id, contract_id, state, started_on, controller_id, legal_basis, retention_class)
       select gen_random_uuid(), id, $2, $3, 'active', '2026-04-01', $4, '6(1)(e)', 'adult_care' from made returning id, person_id
     )
     insert into conversation (id, person_id, kind, service_id, enrolment_id, last_at, controller_id, legal_basis, retention_class)
     select gen_random_uuid(), person_id, 'person_team', $2, id, '2026-04-10T10:00:00Z', $4, '6(1)(e)', 'adult_care' from joined`,
    [count, world.cast.services.wellbeing, world.cast.contracts.wellbeing, world.cast.orgs.trust],
  )
}

test('the people of the asker’s teams, newest activity first, with carers, lead and unread', async () => {
  world.clock.advance({ minutes: 5 })
  await say('Are you there?')
  await say('Hello?')
  const { rows, total } = await sam.call(listCaseload, {})
  expect(total).toBe(2)
  expect(rows).toMatchObject([
    {
      name: 'Kofi Mensah',
      unread: 2,
      isMine: true,
      leadWorker: 'Sam Okafor',
      lastActivityAt: '2026-04-15T09:25:00.000Z',
    },
    { name: 'Meera Patel', unread: 0, carers: [{ name: 'Raj Patel', relationship: 'husband' }] },
  ])
  expect((await nia.call(listCaseload, {})).rows.map((row) => row.isMine)).toEqual([false, false])
})

test('unread is what the list of conversations says it is', async () => {
  const sent = await say('one')
  await say('two')
  await say('three', await world.as('raj', 'carer'), world.cast.conversations.raj)
  await sam.call(readConversation, { conversationId: world.cast.conversations.kofi, through: sent.number })
  const { rows: conversations } = await sam.call(listConversations, {
    accountId: sam.scope.accountId,
    hat: 'practitioner',
  })
  const counted = (personId: string) =>
    conversations.filter((row) => row.personId === personId).reduce((sum, row) => sum + row.unread, 0)
  const { rows } = await sam.call(listCaseload, {})
  expect(rows.map(({ unread }) => unread)).toEqual(rows.map(({ personId }) => counted(personId)))
  expect(rows.map(({ unread }) => unread).sort()).toEqual([1, 1])
})

test('former people are the coordinator’s, by name and end only, after the others', async () => {
  await kofi.call(endEnrolment, { enrolmentId: world.cast.enrolments.kofi, reason: 'finished', today: true })
  expect(await namesFor(sam)).toEqual(['Meera Patel'])
  const { rows, total } = await nia.call(listCaseload, {})
  expect(total).toBe(2)
  expect(rows[1]).toEqual({
    personId: world.cast.people.kofi.personId,
    name: 'Kofi Mensah',
    serviceId: world.cast.services.wellbeing,
    serviceName: 'Lichfield Wellbeing',
    enrolmentState: 'ended',
    endedAt: '2026-04-15T09:20:00.000Z',
    isMine: false,
    unread: 0,
    carers: [],
  })
})

test('whoever is barred from somebody has one fewer, in rows, total and search', async () => {
  await world.sql(
    `insert into restriction (id, person_id, kind, account_id, reason) values ($1, $2, 'bar_actor', $3, 'x')`,
    [randomUUID(), world.cast.people.kofi.personId, sam.scope.accountId],
  )
  expect(await sam.call(listCaseload, {})).toMatchObject({ total: 1, rows: [{ name: 'Meera Patel' }] })
  expect(await sam.call(listCaseload, { text: 'kofi' })).toEqual({ rows: [], total: 0 })
})

test('a text finds any part of a name, and nothing in it is a pattern', async () => {
  expect(await namesFor(sam, { text: 'MENS' })).toEqual(['Kofi Mensah'])
  expect(await namesFor(sam, { text: 'fi men' })).toEqual(['Kofi Mensah'])
  for (const text of ['%', '_', '\\', 'denise']) expect(await namesFor(sam, { text })).toEqual([])
})

test('pages hold everybody once, in one order, and take as many statements for many as for few', async () => {
  const query = vi.spyOn(pg.Client.prototype, 'query')
  const statements = async () => {
    query.mockClear()
    await sam.call(listCaseload, { limit: 200 })
    return query.mock.calls.length
  }
  const few = await statements()
  await enrolMany(260)
  await statements()
  expect(await statements()).toBe(few)
  const seen: string[] = []
  let after: string | undefined
  do {
    const page = await sam.call(listCaseload, { limit: 100, ...(after && { after }) })
    expect(page.total).toBe(262)
    seen.push(...page.rows.map(({ personId }) => personId))
    after = page.next
  } while (after)
  expect(seen).toHaveLength(262)
  expect(new Set(seen).size).toBe(262)
})

test('each person shown is an audit row, and a search says that it was one', async () => {
  await sam.call(listCaseload, {})
  await sam.call(listCaseload, { text: 'meera' })
  const rows = await world.sql(
    `select person_id, action from access_log where actor_id = $1 and item_kind = 'caseload' order by id`,
    [sam.scope.accountId],
  )
  const { kofi: one, meera: other } = world.cast.people
  expect(rows).toEqual(
    expect.arrayContaining([
      { person_id: one.personId, action: 'read' },
      { person_id: other.personId, action: 'read' },
      { person_id: other.personId, action: 'search_hit' },
    ]),
  )
  expect(rows).toHaveLength(3)
})

test.each(['helen', 'admin'] as const)('%s has no caseload', async (name) => {
  const actor = await world.as(name)
  expect(await actor.call(listCaseload, {})).toEqual({ rows: [], total: 0 })
})

test('a place in the list that nobody gave out is refused', async () => {
  expect(await sam.try(listCaseload, { after: 'x' })).toMatchObject({ problem: { code: 'malformed' } })
})
