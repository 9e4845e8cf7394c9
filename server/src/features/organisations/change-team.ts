import type { InputOf } from '@weft/contract/operation.ts'
import { addTeamMember, changeTeamRole, removeTeamMember } from '@weft/contract/organisations/operations.ts'
import type { TeamMember } from '@weft/contract/organisations/shapes.ts'
import { ProblemError } from '@weft/contract/problem.ts'
import { type Ctx, handle } from '../../platform/feature.ts'
import { Refused } from '../../platform/runner.ts'
import { describeTeam } from './describe.ts'

/**
 * Adds an active colleague of the service's organisation. The same `teamMemberId` again answers what is stored. Announces
 * `team.joined`: every open conversation of the team gets a member and a joiner line.
 */
export const addToTeam = handle(addTeamMember, async (ctx, input) => {
  await ctx.require('service.manage', input)
  const { serviceId, teamMemberId, staffId } = input
  const member = (await findMember(ctx, teamMemberId)) ?? (await takeIn(ctx, input))
  if (member.service_id !== serviceId || member.staff_id !== staffId) throw new ProblemError('id-taken')
  return describeMember(ctx, teamMemberId)
})

/** Of several who say the same in one moment one makes the membership, and all find it. */
async function takeIn(ctx: Ctx, { serviceId, teamMemberId, staffId, role }: InputOf<typeof addTeamMember>) {
  const colleague = await ctx.tx.db
    .selectFrom('staff as st')
    .innerJoin('service as s', 's.org_id', 'st.org_id')
    .select('st.account_id')
    .where('st.id', '=', staffId)
    .where('st.state', '=', 'active')
    .where('s.id', '=', serviceId)
    .executeTakeFirst()
  if (!colleague) throw new Refused('no_relation')
  const { rowCount } = await ctx.tx.query(
    `insert into team_member (id, staff_id, service_id, role, from_at) values ($1, $2, $3, $4, $5) on conflict do nothing`,
    [teamMemberId, staffId, serviceId, role, ctx.now],
  )
  const member = await findMember(ctx, teamMemberId)
  if (!member) throw new ProblemError('wrong-state')
  if (rowCount === 1)
    await ctx.announce('team.joined', { teamMemberId, staffId, accountId: colleague.account_id, serviceId })
  return member
}

/** Announces `team.roleChanged`. */
export const changeRole = handle(changeTeamRole, async (ctx, input) => {
  await ctx.require('service.manage', input)
  const { serviceId, teamMemberId, role } = input
  const member = await findMember(ctx, teamMemberId)
  if (member?.service_id !== serviceId) throw new Refused('no_relation')
  if (member.to_at) throw new ProblemError('wrong-state')
  if (member.role !== role) {
    await ctx.tx.db.updateTable('team_member').set({ role }).where('id', '=', teamMemberId).execute()
    const { staff_id: staffId, account_id: accountId } = member
    await ctx.announce('team.roleChanged', { teamMemberId, staffId, accountId, serviceId })
  }
  return describeMember(ctx, teamMemberId)
})

/** Ends a membership now. Repeating is safe. Announces `team.left`. */
export const removeFromTeam = handle(removeTeamMember, async (ctx, input) => {
  await ctx.require('service.manage', input)
  const member = await findMember(ctx, input.teamMemberId)
  if (member?.service_id !== input.serviceId) throw new Refused('no_relation')
  await endMembership(ctx, member)
  return {}
})

interface Member {
  id: string
  staff_id: string
  service_id: string
  account_id: string
}

/** More than the clocks of two nodes differ (platform/shared-clock.ts). */
const CLOCKS_DIFFER = '10 seconds'

/**
 * Ends it a moment ago by anybody's clock, for access compares times: a node that is a little behind must not believe that they still
 * belong. Whom they led in this service has no lead until somebody takes over.
 */
export async function endMembership(ctx: Ctx, member: Member): Promise<void> {
  const { id: teamMemberId, staff_id: staffId, account_id: accountId, service_id: serviceId } = member
  const { rowCount } = await ctx.tx.query(
    `update team_member set to_at = greatest($2::timestamptz - interval '${CLOCKS_DIFFER}', from_at) where id = $1 and (to_at is null or to_at > $2)`,
    [teamMemberId, ctx.now],
  )
  if (rowCount === 0) return
  await ctx.tx.asSystem('access', () =>
    ctx.tx.query(
      `update enrolment set lead_worker_id = null, version = version + 1
       where service_id = $1 and lead_worker_id = $2 and state in ('invited', 'active', 'ending')`,
      [serviceId, staffId],
    ),
  )
  await ctx.announce('team.left', { teamMemberId, staffId, accountId, serviceId })
}

function findMember(ctx: Ctx, teamMemberId: string) {
  return ctx.tx.db
    .selectFrom('team_member as t')
    .innerJoin('staff as st', 'st.id', 't.staff_id')
    .select(['t.id', 't.staff_id', 't.service_id', 't.role', 't.to_at', 'st.account_id'])
    .where('t.id', '=', teamMemberId)
    .forUpdate('t')
    .executeTakeFirst()
}

const describeMember = async (ctx: Ctx, teamMemberId: string) =>
  (await describeTeam(ctx, { teamMemberId }))[0] as TeamMember
