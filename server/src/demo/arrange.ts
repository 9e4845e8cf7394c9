import { linkCarer } from '../features/access/commands.ts'
import { hashPassword } from '../features/people/password.ts'
import type { Ctx } from '../platform/feature.ts'
import { type DemoStaff, organisations, serviceHours, services } from './agencies.ts'
import { type Calendar, holidayDay } from './calendar.ts'
import type { DemoCarer } from './carers.ts'
import type { DemoPerson } from './people.ts'
import { demoId } from './random.ts'

/** Agencies, services and contracts. */
export async function arrangeAgencies(ctx: Ctx, calendar: Calendar): Promise<void> {
  for (const one of organisations) {
    await ctx.tx.query(
      `insert into organisation (id, name, kinds, email_domains, dpo_contact) values ($1, $2, $3, $4, $5)`,
      [one.id, one.name, one.kinds, [one.domain], `dpo@${one.domain}`],
    )
  }
  for (const one of services) {
    const org = organisationId(one.orgKey)
    await ctx.tx.query(
      `insert into service (id, org_id, name, plain_name, sensitive_kind, hours, closures, reply_target_minutes, phone)
       values ($1, $2, $3, $3, $4, $5, $6, $7, $8)`,
      [
        one.id,
        org,
        one.name,
        one.sensitiveKind,
        JSON.stringify(serviceHours),
        [calendar.dateOf(holidayDay)],
        one.replyTargetMinutes,
        one.phone,
      ],
    )
    await ctx.tx.query(
      `insert into contract (id, service_id, provider_id, commissioner_id, controller_id, basis_art6, basis_art9, retention_default, starts_on, ends_on, signed_at, state)
       values ($1, $2, $3, $4, $3, '6(1)(e)', '9(2)(h)', $5, $6, $7, $8, 'active')`,
      [
        one.contractId,
        one.id,
        org,
        organisationId('county'),
        one.key === 'wellbeing' ? 'mental_health' : 'adult_care',
        calendar.dateOf(-300),
        calendar.dateOf(800),
        calendar.at(-320, '11:00'),
      ],
    )
  }
}

export const organisationId = (key: string): string => demoId(`organisation ${key}`)

export async function arrangeStaff(
  ctx: Ctx,
  calendar: Calendar,
  staff: readonly DemoStaff[],
  passwords: ReadonlyMap<string, string>,
): Promise<void> {
  for (const one of staff) {
    await addAccount(
      ctx,
      { id: one.accountId, name: one.name, email: one.email, hats: one.hats, isWork: true },
      passwords,
    )
    await ctx.tx.query(
      `insert into staff (id, account_id, org_id, job_title, work_email, work_phone, training_at, attested_at) values ($1, $2, $3, $4, $5, '01632 960100', $6, $6)`,
      [one.id, one.accountId, organisationId(one.orgKey), one.job, one.email, calendar.at(0, '10:00')],
    )
  }
  for (const one of staff.filter((each) => each.service)) {
    const serviceId = services.find(({ key }) => key === one.service)?.id as string
    const teamMemberId = demoId(`team member ${one.key}`)
    await ctx.tx.query(
      `insert into team_member (id, staff_id, service_id, role, from_at) values ($1, $2, $3, $4, $5)`,
      [teamMemberId, one.id, serviceId, one.teamRole, calendar.at(-60, '09:00')],
    )
    await ctx.announce('team.joined', { teamMemberId, staffId: one.id, accountId: one.accountId, serviceId })
  }
}

export async function arrangePerson(
  ctx: Ctx,
  calendar: Calendar,
  one: DemoPerson,
  passwords: ReadonlyMap<string, string>,
): Promise<void> {
  await ctx.tx.query(
    `insert into person (id, given_name, family_name, known_as, pronouns, born_on, nhs_number, address, postcode, phones, household_id, communication_needs, safe_contact, identity_level, created_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, 'WS13 0AA', $9, $10, $11, $12, $13, $14)`,
    [
      one.id,
      one.given,
      one.family,
      one.knownAs,
      one.pronouns ?? null,
      one.bornOn,
      one.nhsNumber,
      `${one.household + 1} Weaver Row, Lichfield`,
      JSON.stringify([{ number: `07700 900${String(one.household).padStart(3, '0')}`, kind: 'mobile' }]),
      demoId(`household ${one.household}`),
      JSON.stringify({ interpreter: one.interpreter ?? false, ...(one.language ? { language: one.language } : {}) }),
      JSON.stringify(one.safeContact ?? {}),
      one.account ? 'L2' : 'L0',
      calendar.at(0, '09:00'),
    ],
  )
  if (one.account) {
    const account = {
      id: one.account.id,
      personId: one.id,
      name: `${one.given} ${one.family}`,
      email: one.account.email,
      hats: ['patient'],
      isWork: false,
    }
    await addAccount(ctx, account, passwords)
  }
}

/** From that moment the person is with the service; the product itself opens their conversation. */
export async function arrangeEnrolment(
  ctx: Ctx,
  calendar: Calendar,
  person: DemoPerson,
  enrolment: DemoPerson['enrolments'][number],
): Promise<void> {
  const service = services.find(({ key }) => key === enrolment.service) as (typeof services)[number]
  await ctx.tx.query(
    `insert into enrolment (id, person_id, service_id, contract_id, lead_worker_id, state, started_on, controller_id, legal_basis, retention_class, created_at)
     values ($1, $2, $3, $4, $5, 'active', $6, $7, '6(1)(e)+9(2)(h)', $8, $9)`,
    [
      enrolment.id,
      person.id,
      service.id,
      service.contractId,
      enrolment.lead ? demoId(`staff ${enrolment.lead}`) : null,
      calendar.dateOf(enrolment.fromDay),
      organisationId(service.orgKey),
      service.key === 'wellbeing' ? 'mental_health' : 'adult_care',
      ctx.now,
    ],
  )
  await ctx.announce('enrolment.activated', { enrolmentId: enrolment.id, personId: person.id, serviceId: service.id })
}

export async function arrangeCarer(
  ctx: Ctx,
  carer: DemoCarer,
  person: DemoPerson,
  passwords: ReadonlyMap<string, string>,
): Promise<void> {
  if (carer.hasAccountAlready)
    await ctx.tx.query(`insert into account_hat (account_id, hat) values ($1, 'carer')`, [carer.accountId])
  else
    await addAccount(
      ctx,
      { id: carer.accountId, name: carer.name, email: carer.email, hats: ['carer'], isWork: false },
      passwords,
    )
  const serviceIds = person.enrolments.map(
    (enrolment) => services.find(({ key }) => key === enrolment.service)?.id as string,
  )
  const { linkId, accountId, relationship, basis, scopes, state } = carer
  if (state === 'active' || state === 'suspended') {
    const link = {
      carerLinkId: linkId,
      carerAccountId: accountId,
      personId: person.id,
      relationship,
      basis,
      scopes,
      serviceIds,
    }
    await linkCarer(ctx, link)
    return
  }
  // A request that is waiting, or was refused: nothing of the person's has changed, and nobody is told.
  await ctx.tx.query(
    `insert into carer_link (id, carer_account_id, person_id, relationship, basis, services, state, created_at) values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [linkId, accountId, person.id, relationship, basis, serviceIds, state, ctx.now],
  )
}

/** An account of a carer or a worker begins to be used for themself as well. */
export async function arrangeOwnHat(ctx: Ctx, name: string, accountId: string): Promise<void> {
  const personId = demoId(`person of ${accountId}`)
  await ctx.tx.query('insert into person (id, known_as, created_at) values ($1, $2, $3)', [personId, name, ctx.now])
  await ctx.tx.query('update account set person_id = $2 where id = $1', [accountId, personId])
  await ctx.tx.query(`insert into account_hat (account_id, hat) values ($1, 'patient')`, [accountId])
  await grantOwn(ctx, accountId, personId)
}

interface DemoAccount {
  id: string
  personId?: string
  name: string
  email: string
  hats: string[]
  isWork: boolean
}

async function addAccount(ctx: Ctx, one: DemoAccount, passwords: ReadonlyMap<string, string>): Promise<void> {
  const password = passwords.get(one.email)
  await ctx.tx.query(
    `insert into account (id, person_id, display_name, ${one.isWork ? 'staff_password_hash' : 'password_hash'}, created_at) values ($1, $2, $3, $4, $5)`,
    [one.id, one.personId ?? null, one.name, password ? await hashPassword(password) : null, ctx.now],
  )
  for (const hat of one.hats)
    await ctx.tx.query(`insert into account_hat (account_id, hat) values ($1, $2)`, [one.id, hat])
  await ctx.tx.query(
    `insert into account_address (id, account_id, kind, value, verified_at, is_work) values ($1, $2, 'email', $3, $4, $5)`,
    [demoId(`address ${one.email}`), one.id, one.email, ctx.now, one.isWork],
  )
  if (one.personId) await grantOwn(ctx, one.id, one.personId)
}

function grantOwn(ctx: Ctx, accountId: string, personId: string) {
  return ctx.tx.asSystem('access', () =>
    ctx.tx.query(
      `insert into authz_grant (account_id, person_id, category, valid_from) values ($1, $2, 'own', $3) on conflict do nothing`,
      [accountId, personId, ctx.now],
    ),
  )
}
