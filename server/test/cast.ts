import { randomUUID } from 'node:crypto'
import type { Hat } from '@weft/contract/people/shapes.ts'
import type { App } from '../src/app.ts'

export type Name = 'kofi' | 'denise' | 'meera' | 'raj' | 'sam' | 'nia' | 'priya' | 'helen' | 'admin' | 'gary'

export interface CastMember {
  name: string
  accountId: string
  hats: Hat[]
  personId?: string
  staffId?: string
}

type Sql = (text: string, values?: unknown[]) => Promise<unknown[]>

/**
 * Kofi and Meera are with Lichfield Wellbeing, whose team is Sam (nurse) and Nia (coordinator); Raj cares for Meera.
 * Denise is with Health Coaching, whose team is Priya. Helen is a privacy officer, admin a platform administrator.
 * Gary has an account and no relation to anybody.
 */
const plan: Record<Name, { name: string; hats: Hat[]; isPerson?: true; job?: string; org?: 'trust' | 'coaching' }> = {
  kofi: { name: 'Kofi Mensah', hats: ['patient'], isPerson: true },
  denise: { name: 'Denise Archer', hats: ['patient'], isPerson: true },
  meera: { name: 'Meera Patel', hats: ['patient'], isPerson: true },
  raj: { name: 'Raj Patel', hats: ['carer', 'patient'], isPerson: true },
  sam: { name: 'Sam Okafor', hats: ['practitioner'], job: 'nurse', org: 'trust' },
  nia: { name: 'Nia Hughes', hats: ['coordinator'], job: 'team coordinator', org: 'trust' },
  priya: { name: 'Priya Shah', hats: ['coordinator', 'practitioner'], job: 'coach', org: 'coaching' },
  helen: { name: 'Helen Marsh', hats: ['privacy_officer'], job: 'privacy officer', org: 'trust' },
  admin: { name: 'Ade Bello', hats: ['platform_admin'], job: 'platform administrator', org: 'trust' },
  gary: { name: 'Gary Stone', hats: ['patient'], isPerson: true },
}

/** Puts the cast into an empty database and lets the product itself open their conversations. */
export async function castOf(app: App, sql: Sql) {
  const orgs = { trust: randomUUID(), coaching: randomUUID() }
  const services = { wellbeing: randomUUID(), coaching: randomUUID() }
  const contracts = { wellbeing: randomUUID(), coaching: randomUUID() }
  await sql(
    `insert into organisation (id, name, kinds) values ($1, 'Whitlow Mental Health Trust', '{provider,host}'), ($2, 'Kindling Coaching', '{provider}')`,
    [orgs.trust, orgs.coaching],
  )
  const hours = JSON.stringify([1, 2, 3, 4, 5].map((weekday) => ({ weekday, open: '09:00', close: '17:00' })))
  await sql(
    `insert into service (id, org_id, name, plain_name, hours, phone) values
      ($1, $2, 'Lichfield Wellbeing', 'Lichfield Wellbeing', $5, '01632 960001'),
      ($3, $4, 'Health Coaching', 'Health Coaching', $5, '01632 960002')`,
    [services.wellbeing, orgs.trust, services.coaching, orgs.coaching, hours],
  )
  await sql(
    `insert into contract (id, service_id, provider_id, commissioner_id, controller_id, basis_art6, basis_art9, retention_default, starts_on, ends_on, state)
     select c.id, c.service_id, c.org_id, c.org_id, c.org_id, '6(1)(e)', '9(2)(h)', 'mental_health', '2025-04-01', '2028-03-31', 'active'
     from (values ($1::uuid, $2::uuid, $3::uuid), ($4::uuid, $5::uuid, $6::uuid)) as c (id, service_id, org_id)`,
    [contracts.wellbeing, services.wellbeing, orgs.trust, contracts.coaching, services.coaching, orgs.coaching],
  )

  const people = {} as Record<Name, CastMember>
  for (const [key, one] of Object.entries(plan) as [Name, (typeof plan)[Name]][])
    people[key] = await addSomebody(key, one, orgs, sql)

  const links = { raj: randomUUID() }
  await sql(
    `insert into carer_link (id, carer_account_id, person_id, relationship, basis, services, state) values ($1, $2, $3, 'husband', 'listening', $4, 'active')`,
    [links.raj, people.raj.accountId, people.meera.personId, [services.wellbeing]],
  )
  const teams = { sam: randomUUID(), nia: randomUUID(), priya: randomUUID() }
  const roles = { sam: 'member', nia: 'coordinator', priya: 'coordinator' } as const
  const enrolments = { kofi: randomUUID(), meera: randomUUID(), denise: randomUUID() }

  await app.runner.act('access', async (ctx) => {
    for (const name of ['sam', 'nia', 'priya'] as const) {
      const serviceId = name === 'priya' ? services.coaching : services.wellbeing
      const { staffId, accountId } = people[name] as Required<CastMember>
      await sql(`insert into team_member (id, staff_id, service_id, role, from_at) values ($1, $2, $3, $4, $5)`, [
        teams[name],
        staffId,
        serviceId,
        roles[name],
        '2026-01-05T09:00:00Z',
      ])
      await ctx.announce('team.joined', { teamMemberId: teams[name], staffId, accountId, serviceId })
    }
    for (const name of ['kofi', 'meera', 'denise'] as const) {
      const service = name === 'denise' ? 'coaching' : 'wellbeing'
      const personId = people[name].personId as string
      await sql(
        `insert into enrolment (id, person_id, service_id, contract_id, lead_worker_id, state, started_on, controller_id, legal_basis, retention_class)
         values ($1, $2, $3, $4, $5, 'active', '2026-04-01', $6, '6(1)(e)+9(2)(h)', 'mental_health')`,
        [
          enrolments[name],
          personId,
          services[service],
          contracts[service],
          service === 'coaching' ? people.priya.staffId : people.sam.staffId,
          service === 'coaching' ? orgs.coaching : orgs.trust,
        ],
      )
      await ctx.announce('enrolment.activated', {
        enrolmentId: enrolments[name],
        personId,
        serviceId: services[service],
      })
    }
    await ctx.announce('carer.linked', {
      carerLinkId: links.raj,
      personId: people.meera.personId as string,
      accountId: people.raj.accountId,
      serviceIds: [services.wellbeing],
    })
  })

  const conversations = {
    kofi: await idOf(sql, `kind = 'person_team' and enrolment_id = $1`, enrolments.kofi),
    meera: await idOf(sql, `kind = 'person_team' and enrolment_id = $1`, enrolments.meera),
    denise: await idOf(sql, `kind = 'person_team' and enrolment_id = $1`, enrolments.denise),
    raj: await idOf(sql, `kind = 'carer_team' and carer_link_id = $1`, links.raj),
  }
  return { people, orgs, services, contracts, teams, enrolments, links, conversations }
}

async function idOf(sql: Sql, where: string, id: string): Promise<string> {
  const [row] = (await sql(`select id from conversation where ${where}`, [id])) as { id: string }[]
  if (!row) throw new Error(`No conversation where ${where}`)
  return row.id
}

async function addSomebody(
  key: Name,
  one: (typeof plan)[Name],
  orgs: Record<string, string>,
  sql: Sql,
): Promise<CastMember> {
  const accountId = randomUUID()
  const personId = one.isPerson && randomUUID()
  const staffId = one.job && randomUUID()
  const [given, family] = one.name.split(' ')
  if (personId) {
    await sql(
      `insert into person (id, given_name, family_name, known_as, born_on, identity_level) values ($1, $2, $3, $2, '1990-06-15', 'L2')`,
      [personId, given, family],
    )
  }
  await sql(`insert into account (id, person_id, display_name) values ($1, $2, $3)`, [
    accountId,
    personId ?? null,
    one.name,
  ])
  for (const hat of one.hats) await sql(`insert into account_hat (account_id, hat) values ($1, $2)`, [accountId, hat])
  await sql(
    `insert into account_address (id, account_id, kind, value, verified_at, is_work) values ($1, $2, 'email', $3, now(), $4)`,
    [randomUUID(), accountId, `${key}@demo.example`, staffId !== undefined],
  )
  if (personId)
    await sql(`insert into authz_grant (account_id, person_id, category) values ($1, $2, 'own')`, [accountId, personId])
  if (staffId) {
    await sql(
      `insert into staff (id, account_id, org_id, job_title, work_email, training_at) values ($1, $2, $3, $4, $5, '2026-01-05')`,
      [staffId, accountId, orgs[one.org as string], one.job, `${key}@demo.example`],
    )
  }
  return { name: one.name, accountId, hats: one.hats, personId: personId || undefined, staffId: staffId || undefined }
}
