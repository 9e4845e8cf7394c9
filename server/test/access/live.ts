import { randomUUID } from 'node:crypto'
import type { App } from '../../src/app.ts'
import { hashToken, newToken } from '../../src/platform/secrets.ts'
import type { World as Live } from '../world.ts'
import type { Thing, World } from './oracle.ts'
import { keepPersonalRows, type PersonalRow, readPersonalRows } from './personal-rows.ts'
import type { Setting } from './worlds.ts'

/** A random world that lives in the product: its rows, sessions that can be used, and the conversations that the product opened. */
export interface Populated {
  /** Read back from the database after each command: what the oracle goes by. */
  read(): Promise<World>
  cookieOf(sessionId: string): string
  conversations(): Promise<Conversation[]>
  links: string[]
  personalRows(): Promise<PersonalRow[]>
}

export interface Conversation {
  id: string
  kind: string
  personId: string
  serviceId: string
  carerLinkId?: string
  state: string
}

const date = (at: number | undefined) => (at === undefined ? null : new Date(at).toISOString())
const peoplesHats = ['patient', 'carer']

/** Puts a random world into the database and tells the product what is true of it, as the commands would. */
export async function populate(live: Live, { world, now }: Setting): Promise<Populated> {
  const { sql, app } = live
  live.clock.set(new Date(now - 400 * 86_400_000))
  const rows = async (text: string, values: unknown) => void (await sql(text, [JSON.stringify(values)]))
  const from = (columns: string) => `from json_to_recordset($1::json) as r (${columns})`

  await rows(
    `insert into organisation (id, name, kinds, state) select id, 'Org', '{provider}', state ${from('id uuid, state text')}`,
    world.organisations.map((one) => ({ id: one.id, state: one.isActive ? 'active' : 'left' })),
  )
  await rows(
    `insert into service (id, org_id, name, plain_name) select id, "organisationId", 'Service', 'Service' ${from('id uuid, "organisationId" uuid')}`,
    world.services,
  )
  await rows(
    `insert into contract (id, service_id, provider_id, commissioner_id, controller_id, basis_art6, basis_art9, retention_default, starts_on, ends_on, state)
    select gen_random_uuid(), id, "organisationId", "organisationId", "organisationId", 'a', 'b', 'adult_care', '2020-01-01', '2030-01-01', 'active' ${from('id uuid, "organisationId" uuid')}`,
    world.services,
  )
  await rows(
    `insert into person (id, given_name, family_name, known_as, born_on, identity_level, identity_level_at, household_id)
    select id, 'P', id::text, 'P', "bornOn", level, "levelAt", "householdId" ${from('id uuid, "bornOn" date, level text, "levelAt" timestamptz, "householdId" uuid')}`,
    world.people.map((one) => ({ ...one, levelAt: date(one.levelAt) })),
  )
  await rows(
    `insert into account (id, person_id, display_name, state) select id, "personId", 'A', state ${from('id uuid, "personId" uuid, state text')}`,
    world.accounts.map((one) => ({ ...one, state: one.isActive ? 'active' : 'suspended' })),
  )
  await rows(
    `insert into account_hat (account_id, hat) select id, hat ${from('id uuid, hat text')}`,
    world.accounts.flatMap(({ id, hats }) => hats.map((hat) => ({ id, hat }))),
  )
  await rows(
    `insert into staff (id, account_id, org_id, job_title, work_email, state) select id, account_id, org_id, 'job', 'x@x', state ${from('id uuid, account_id uuid, org_id uuid, state text')}`,
    world.accounts
      .filter((one) => one.staff)
      .map(({ id, staff }) => ({
        id,
        account_id: id,
        org_id: staff?.organisationId,
        state: staff?.isActive ? 'active' : 'left',
      })),
  )

  const cookies = new Map<string, string>()
  const sessions = world.sessions.map((one) => {
    const token = newToken()
    const which = peoplesHats.includes(one.hat) ? 'people' : 'staff'
    cookies.set(one.id, `__Host-weft_${which}=${token}`)
    return {
      id: one.id,
      account_id: one.accountId,
      hat: one.hat,
      app: which,
      hash: hashToken(token).toString('hex'),
      ends_at: date(one.endsAt),
      ended_at: date(one.endedAt),
      now: date(now),
    }
  })
  await rows(
    `insert into session (id, account_id, app, hat, token_hash, created_at, last_used_at, ends_at, idle_seconds, ended_at)
    select id, account_id, app, hat, decode(hash, 'hex'), now, now, ends_at, 100000000, ended_at
    ${from('id uuid, account_id uuid, app text, hat text, hash text, ends_at timestamptz, ended_at timestamptz, now timestamptz')}`,
    sessions,
  )
  await rows(
    `insert into team_member (id, staff_id, service_id, role, is_volunteer, from_at, to_at)
    select gen_random_uuid(), account_id, service_id, role, is_volunteer, from_at, to_at ${from('account_id uuid, service_id uuid, role text, is_volunteer boolean, from_at timestamptz, to_at timestamptz')}`,
    world.memberships.map((one) => ({
      account_id: one.accountId,
      service_id: one.serviceId,
      role: one.isCoordinator ? 'coordinator' : 'member',
      is_volunteer: one.isVolunteer,
      from_at: date(one.from),
      to_at: date(one.to),
    })),
  )

  live.clock.set(new Date(now))
  await app.runner.act('access', async (ctx) => {
    for (const one of world.accounts)
      if (one.personId) await ctx.announce('account.opened', { accountId: one.id, personId: one.personId })
  })
  // What is over came first: somebody is with a service once at a time.
  const isOver = (one: World['enrolments'][number]) => one.state === 'ended' || one.state === 'archived'
  for (const one of world.enrolments.filter(isOver)) await enrol(app, one)
  for (const one of world.enrolments.filter((each) => !isOver(each))) await enrol(app, one)
  for (const one of world.links) await link(app, one)
  await rows(
    `insert into restriction (id, person_id, kind, account_id, service_id, reason) select gen_random_uuid(), "personId", kind, "accountId", "serviceId", 'x'
    ${from('"personId" uuid, kind text, "accountId" uuid, "serviceId" uuid')}`,
    world.restrictions,
  )
  await rows(
    `insert into mask (id, person_id, account_id, service_id) select gen_random_uuid(), "personId", "accountId", "serviceId" ${from('"personId" uuid, "accountId" uuid, "serviceId" uuid')}`,
    world.masks,
  )
  await rows(
    `insert into share_grant (id, person_id, service_id, scope, state, from_at, started_at)
    select gen_random_uuid(), "personId", "serviceId", scope, state, "from", '2026-01-01' ${from('"personId" uuid, "serviceId" uuid, scope text, state text, "from" timestamptz')}`,
    world.shares.map((one) => ({ ...one, from: date(one.from) })),
  )
  await rows(
    `insert into reading_reason (id, person_id, service_id, account_id, reason, said_at, until)
    select gen_random_uuid(), "personId", "serviceId", "accountId", 'complaint', '2026-01-01', until ${from('"personId" uuid, "serviceId" uuid, "accountId" uuid, until timestamptz')}`,
    world.reasons.map((one) => ({ ...one, until: date(one.until) })),
  )
  await app.runner.act('access', async (ctx) => {
    for (const { id: personId } of world.people) await ctx.announce('access.changed', { personId })
  })

  const personIds = world.people.map(({ id }) => id)
  await keepPersonalRows(live, personIds, now)
  return {
    personalRows: () => readPersonalRows(live, personIds),
    links: world.links.map(({ id }) => id),
    cookieOf: (sessionId) => cookies.get(sessionId) as string,
    read: () => readBack(live, world, personIds),
    async conversations() {
      const found = await sql('select * from conversation where person_id = any ($1) order by id', [personIds])
      return found.map((row) => ({
        id: row.id,
        kind: row.kind,
        personId: row.person_id,
        serviceId: row.service_id,
        carerLinkId: row.carer_link_id ?? undefined,
        state: row.state,
      }))
    },
  }
}

/** Lives through an enrolment's states, so that the product does what each asks of it. */
async function enrol(app: App, one: World['enrolments'][number]): Promise<void> {
  await app.runner.act('access', async (ctx) => {
    const about = { enrolmentId: randomUUID(), personId: one.personId, serviceId: one.serviceId }
    const first = one.state === 'invited' ? 'invited' : 'active'
    await ctx.tx.query(
      `insert into enrolment (id, person_id, service_id, contract_id, state, started_on, controller_id, legal_basis, retention_class)
       select $1, $2, s.id, c.id, $4, '2026-01-01', s.org_id, 'a', 'adult_care' from service s join contract c on c.service_id = s.id where s.id = $3`,
      [about.enrolmentId, one.personId, one.serviceId, first],
    )
    if (one.state === 'invited') return
    await ctx.announce('enrolment.activated', about)
    if (one.state === 'active') return
    await ctx.tx.query('update enrolment set state = $2, ends_at = $3 where id = $1', [
      about.enrolmentId,
      one.state,
      date(one.endsAt),
    ])
    if (one.state === 'ending') await ctx.announce('enrolment.ending', { ...about, askedBy: 'person' })
    else await ctx.announce('enrolment.ended', about)
  })
}

export async function link(app: App, one: World['links'][number]): Promise<void> {
  await app.runner.act('access', async (ctx) => {
    await ctx.tx.query(
      `insert into carer_link (id, carer_account_id, person_id, relationship, basis, scopes, services, state, is_parental, granted_at)
       values ($1, $2, $3, 'someone', $4, $5, $6, $7, $8, $9)`,
      [
        one.id,
        one.accountId,
        one.personId,
        one.basis,
        one.scopes,
        one.services,
        one.state,
        one.isParent,
        date(one.grantedAt),
      ],
    )
    const { id: carerLinkId, personId, accountId, services: serviceIds } = one
    if (one.state === 'active' || one.state === 'suspended')
      await ctx.announce('carer.linked', { carerLinkId, personId, accountId, serviceIds })
  })
}

const ms = (at: Date | null) => (at === null ? undefined : at.getTime())

async function readBack({ sql }: Live, made: World, people: string[]): Promise<World> {
  const accounts = made.accounts.map(({ id }) => id)
  const sessions = await sql('select * from session where account_id = any ($1)', [accounts])
  const members = await sql(
    'select t.*, s.account_id from team_member t join staff s on s.id = t.staff_id where s.account_id = any ($1)',
    [accounts],
  )
  const enrolments = await sql('select * from enrolment where person_id = any ($1)', [people])
  const links = await sql('select * from carer_link where person_id = any ($1)', [people])
  const restrictions = await sql(`select * from restriction where person_id = any ($1) and state = 'live'`, [people])
  const masks = await sql(`select * from mask where person_id = any ($1) and state = 'live'`, [people])
  const shares = await sql('select * from share_grant where person_id = any ($1)', [people])
  const reasons = await sql('select * from reading_reason where person_id = any ($1) order by until, person_id', [
    people,
  ])
  const staff = await sql('select * from staff where account_id = any ($1)', [accounts])
  const named = (row: { person_id: string; account_id: string | null; service_id: string | null }) => ({
    personId: row.person_id,
    ...(row.account_id && { accountId: row.account_id }),
    ...(row.service_id && { serviceId: row.service_id }),
  })
  const stateOf = new Map(staff.map((row) => [row.account_id, row.state === 'active']))
  return {
    ...made,
    accounts: made.accounts.map((one) =>
      one.staff ? { ...one, staff: { ...one.staff, isActive: stateOf.get(one.id) === true } } : one,
    ),
    sessions: made.sessions.map((one) => {
      const row = sessions.find((each) => each.id === one.id)
      return { ...one, endedAt: ms(row.ended_at), endsAt: row.ends_at.getTime() }
    }),
    memberships: members.map((row) => ({
      accountId: row.account_id,
      serviceId: row.service_id,
      isCoordinator: row.role === 'coordinator',
      isVolunteer: row.is_volunteer,
      from: row.from_at.getTime(),
      to: ms(row.to_at),
    })),
    enrolments: enrolments.map((row) => ({
      personId: row.person_id,
      serviceId: row.service_id,
      state: row.state,
      endsAt: ms(row.ends_at),
    })),
    links: links.map((row) => ({
      id: row.id,
      accountId: row.carer_account_id,
      personId: row.person_id,
      basis: row.basis,
      scopes: row.scopes,
      services: row.services,
      state: row.state,
      isParent: row.is_parental,
      grantedAt: row.granted_at.getTime(),
    })),
    restrictions: restrictions.map((row) => ({ ...named(row), kind: row.kind })),
    masks: masks.map(named),
    shares: shares.map((row) => ({
      personId: row.person_id,
      serviceId: row.service_id,
      scope: row.scope,
      state: row.state,
      from: ms(row.from_at),
    })),
    reasons: reasons.map((row) => ({
      personId: row.person_id,
      serviceId: row.service_id,
      accountId: row.account_id,
      until: row.until.getTime(),
    })),
  }
}

export const thingOf = (one: Conversation): Thing => ({
  personId: one.personId,
  serviceId: one.serviceId,
  recordClass: 'service',
  kind: one.kind,
  ...(one.kind === 'team_note' && { staffOnly: true }),
  ...(one.kind === 'carer_team' && { carerLinkId: one.carerLinkId }),
})
