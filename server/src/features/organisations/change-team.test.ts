import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { getConversation, listConversations } from '@weft/contract/conversations/operations.ts'
import { addTeamMember, changeTeamRole, listTeam, removeTeamMember } from '@weft/contract/organisations/operations.ts'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type Actor, makeWorld, type World } from '../../../test/world.ts'

let world: World
let nia: Actor
let serviceId: string

beforeEach(async () => {
  world = await makeWorld()
  nia = await world.as('nia')
  serviceId = world.cast.services.wellbeing
})
afterEach(() => world.close())

/** Moves Priya to the trust, so that she is a colleague who is not in the team. */
const hirePriya = () =>
  world.sql('update staff set org_id = $1 where id = $2', [world.cast.orgs.trust, world.cast.people.priya.staffId])
const joining = (over: Record<string, unknown> = {}) => ({
  serviceId,
  teamMemberId: randomUUID(),
  staffId: world.cast.people.priya.staffId,
  role: 'member' as const,
  ...over,
})
const opens = async (actor: Actor, conversationId = world.cast.conversations.kofi) =>
  (await actor.try(getConversation, { conversationId })).status

test('a colleague who joins has every open conversation of the team, and the team says so', async () => {
  await hirePriya()
  const priya = await world.as('priya', 'practitioner')
  expect(await opens(priya)).toBe(404)
  const input = joining()
  const member = await nia.call(addTeamMember, input)
  expect(member).toMatchObject({ name: 'Priya Shah', jobTitle: 'coach', role: 'member' })
  expect(await nia.call(addTeamMember, input)).toEqual(member)
  expect(await opens(priya)).toBe(200)
  const { rows } = await priya.call(listConversations, { accountId: priya.scope.accountId, hat: 'practitioner' })
  expect(rows.map((row) => row.personName)).toEqual(expect.arrayContaining(['Kofi', 'Meera']))
  const { members } = await nia.call(listTeam, { serviceId })
  expect(members.map(({ name }) => name)).toEqual(['Nia Hughes', 'Priya Shah', 'Sam Okafor'])
})

test('one id is one membership, and one person is in a team once', async () => {
  await hirePriya()
  const input = joining()
  await nia.call(addTeamMember, input)
  expect(await nia.try(addTeamMember, { ...input, staffId: world.cast.people.sam.staffId })).toMatchObject({
    problem: { code: 'id-taken' },
  })
  expect(await nia.try(addTeamMember, joining())).toMatchObject({ problem: { code: 'wrong-state' } })
})

test('said many times in one moment it is one membership and one line, and everybody is told the same', async () => {
  await hirePriya()
  const input = joining()
  const answers = await Promise.all(Array.from({ length: 5 }, () => nia.try(addTeamMember, input)))
  expect(answers.map(({ status }) => status)).toEqual([201, 201, 201, 201, 201])
  expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1)
  const { messages } = await nia.call(getConversation, { conversationId: world.cast.conversations.kofi })
  expect(messages.filter(({ line }) => line?.name === 'Priya Shah')).toHaveLength(1)
})

test('somebody of another organisation, or who left, cannot be added and is as good as absent', async () => {
  const absent = await nia.try(addTeamMember, joining({ staffId: randomUUID() }))
  const elsewhere = await nia.try(addTeamMember, joining())
  await hirePriya()
  await world.sql(`update staff set state = 'left' where id = $1`, [world.cast.people.priya.staffId])
  const gone = await nia.try(addTeamMember, joining())
  expect([absent, elsewhere, gone].map(({ status }) => status)).toEqual([404, 404, 404])
})

test('whoever is removed opens nothing any more, leads nobody, and removing again is no matter', async () => {
  const sam = await world.as('sam')
  expect(await opens(sam)).toBe(200)
  const gone = { serviceId, teamMemberId: world.cast.teams.sam }
  await nia.call(removeTeamMember, gone)
  await nia.call(removeTeamMember, gone)
  expect(await opens(sam)).toBe(404)
  expect(await sam.call(listConversations, { accountId: sam.scope.accountId, hat: 'practitioner' })).toMatchObject({
    rows: [],
  })
  expect(await world.sql('select from enrolment where lead_worker_id = $1', [world.cast.people.sam.staffId])).toEqual(
    [],
  )
  expect(await world.sql('select from authz_grant where account_id = $1', [sam.scope.accountId])).toEqual([])
})

test('a member of another team cannot be removed by way of one’s own', async () => {
  const answer = await nia.try(removeTeamMember, { serviceId, teamMemberId: world.cast.teams.priya })
  expect(answer.status).toBe(404)
  expect(
    await world.sql('select from team_member where id = $1 and to_at is null', [world.cast.teams.priya]),
  ).toHaveLength(1)
})

test('a role changes in place; that of somebody who left does not', async () => {
  const change = { serviceId, teamMemberId: world.cast.teams.sam, role: 'duty' as const }
  expect(await nia.call(changeTeamRole, change)).toMatchObject({ role: 'duty', teamMemberId: world.cast.teams.sam })
  await nia.call(removeTeamMember, { serviceId, teamMemberId: world.cast.teams.sam })
  expect(await nia.try(changeTeamRole, change)).toMatchObject({ problem: { code: 'wrong-state' } })
})

test('somebody joining the team and somebody enrolling with it at one moment see each other', async () => {
  await hirePriya()
  const priya = await world.as('priya', 'practitioner')
  const { people, contracts, orgs } = world.cast
  const enrolmentId = randomUUID()
  let other: Promise<unknown> | undefined
  await world.app.runner.act('access', async (ctx) => {
    await ctx.tx.query(
      `insert into enrolment (id, person_id, service_id, contract_id, state, started_on, controller_id, legal_basis, retention_class)
       values ($1, $2, $3, $4, 'active', '2026-04-15', $5, '6(1)(e)', 'adult_care')`,
      [enrolmentId, people.denise.personId, serviceId, contracts.wellbeing, orgs.trust],
    )
    await ctx.announce('enrolment.activated', { enrolmentId, personId: people.denise.personId as string, serviceId })
    // Before this commits the other comes by, and either waits or is done.
    other = nia.call(addTeamMember, joining())
    await Promise.race([other, somebodyWaits()])
  })
  await other
  const [conversation] = await world.sql(
    `select id from conversation where enrolment_id = $1 and kind = 'person_team'`,
    [enrolmentId],
  )
  expect(await opens(priya, conversation.id)).toBe(200)
})

async function somebodyWaits(): Promise<void> {
  while (
    (
      await world.sql(
        'select from pg_locks where not granted and database = (select oid from pg_database where datname = current_database())',
      )
    ).length === 0
  )
    await sleep(5)
}
