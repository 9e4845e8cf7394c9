import type { Enrolment, Service, TeamMember } from '@weft/contract/organisations/shapes.ts'
import type { Ctx } from '../../platform/feature.ts'
import { toHours } from './service-hours.ts'

const serviceSql = `select s.*, o.name as organisation_name from service s join organisation o on o.id = s.org_id`

/** Services as the contract has them, by name. */
export async function describeServices(ctx: Ctx, serviceIds: readonly string[]): Promise<Service[]> {
  const { rows } = await ctx.tx.query(`${serviceSql} where s.id = any($1::uuid[]) order by s.name, s.id`, [serviceIds])
  return rows.map((row) => ({
    serviceId: row.id,
    organisationId: row.org_id,
    organisationName: row.organisation_name,
    name: row.name,
    plainName: row.plain_name,
    sensitiveKind: row.sensitive_kind,
    messaging: row.messaging,
    phone: row.phone,
    state: row.state,
    hours: toHours(row),
    version: row.version,
  }))
}

export async function describeService(ctx: Ctx, serviceId: string): Promise<Service> {
  return (await describeServices(ctx, [serviceId]))[0] as Service
}

/** Members of teams by name, coordinators first. Names are accounts', which nobody else may read: read as the worker `access`. */
export async function describeTeam(
  ctx: Ctx,
  which: { serviceId: string } | { teamMemberId: string },
): Promise<TeamMember[]> {
  const [condition, value] =
    'serviceId' in which
      ? ['t.service_id = $1 and t.from_at <= app_now() and (t.to_at is null or t.to_at > app_now())', which.serviceId]
      : ['t.id = $1', which.teamMemberId]
  const { rows } = await ctx.tx.asSystem('access', () =>
    ctx.tx.query(
      `select t.*, a.display_name, st.job_title, o.name as organisation_name
       from team_member t join staff st on st.id = t.staff_id join account a on a.id = st.account_id
       join organisation o on o.id = st.org_id
       where ${condition} order by t.role <> 'coordinator', a.display_name, t.id`,
      [value],
    ),
  )
  return rows.map((row) => ({
    teamMemberId: row.id,
    staffId: row.staff_id,
    name: row.display_name,
    jobTitle: row.job_title,
    organisation: row.organisation_name,
    role: row.role,
    from: row.from_at.toISOString(),
    to: row.to_at?.toISOString(),
  }))
}

const enrolmentSql = `select e.*, s.plain_name from enrolment e join service s on s.id = e.service_id`

// biome-ignore lint/suspicious/noExplicitAny: one row of the statement above
function toEnrolment(row: any): Enrolment {
  return {
    enrolmentId: row.id,
    personId: row.person_id,
    serviceId: row.service_id,
    serviceName: row.plain_name,
    state: row.state,
    startedOn: row.started_on ?? undefined,
    endsAt: row.ends_at?.toISOString(),
    exitAskedBy: row.exit_asked_by ?? undefined,
    leadWorkerId: row.lead_worker_id ?? undefined,
    version: row.version,
  }
}

/** Whatever row-level security lets the asker see of one enrolment; the caller has asked access. */
export async function describeEnrolment(ctx: Ctx, enrolmentId: string): Promise<Enrolment> {
  const { rows } = await ctx.tx.query(`${enrolmentSql} where e.id = $1`, [enrolmentId])
  return toEnrolment(rows[0])
}

/** What a person is or was with. An invitation is not theirs to see before its code is spent. */
export async function describeEnrolmentsOf(ctx: Ctx, personId: string): Promise<Enrolment[]> {
  const { rows } = await ctx.tx.query(
    `${enrolmentSql} where e.person_id = $1 and e.state in ('active', 'ending', 'ended')
     order by e.state = 'ended', s.plain_name, e.created_at`,
    [personId],
  )
  return rows.map(toEnrolment)
}
