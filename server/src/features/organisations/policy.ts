import type { Ctx, Guard } from '../../platform/feature.ts'
import { Refused } from '../../platform/runner.ts'

/** The asker's current memberships under the hat they wear; the coordinator hat opens only what it coordinates. */
export async function membershipsOf(ctx: Ctx): Promise<{ serviceId: string; isCoordinator: boolean }[]> {
  const { scope } = ctx
  if (scope.kind !== 'account' || (scope.hat !== 'practitioner' && scope.hat !== 'coordinator')) return []
  const rows = await ctx.tx.db
    .selectFrom('team_member as t')
    .innerJoin('staff as st', 'st.id', 't.staff_id')
    .innerJoin('organisation as o', 'o.id', 'st.org_id')
    .select(['t.service_id', 't.role'])
    .where('st.account_id', '=', scope.accountId)
    .where('st.state', '=', 'active')
    .where('o.state', '=', 'active')
    .where('t.from_at', '<=', ctx.now)
    .where((eb) => eb.or([eb('t.to_at', 'is', null), eb('t.to_at', '>', ctx.now)]))
    .execute()
  return rows
    .map((row) => ({ serviceId: row.service_id, isCoordinator: row.role === 'coordinator' }))
    .filter((row) => scope.hat === 'practitioner' || row.isCoordinator)
}

const isPlatformAdmin = ({ scope }: Ctx) => scope.kind === 'account' && scope.hat === 'platform_admin'

/** What is not about a person: a service and who works in it. Its team, and whoever keeps the deployment running. */
const readService: Guard = async (ctx, { serviceId }) => {
  const mine = await membershipsOf(ctx)
  if (!mine.some((one) => one.serviceId === serviceId) && !(isPlatformAdmin(ctx) && (await exists(ctx, serviceId))))
    throw new Refused('no_relation')
  return { thing: serviceId }
}

/** A coordinator's powers end at their own services (domain.md 1). */
const manageService: Guard = async (ctx, { serviceId }) => {
  const mine = await membershipsOf(ctx)
  const { scope } = ctx
  const isTheirs = mine.some((one) => one.serviceId === serviceId && one.isCoordinator)
  if (!isTheirs || scope.kind !== 'account' || scope.hat !== 'coordinator') throw new Refused('no_relation')
  return { thing: serviceId }
}

/** A coordinator for whoever is or was in a team of theirs; the platform administrator for everybody. */
const manageStaff: Guard = async (ctx, { staffId }) => {
  const staff = await ctx.tx.db.selectFrom('staff').selectAll().where('id', '=', String(staffId)).executeTakeFirst()
  if (staff && isPlatformAdmin(ctx)) return { thing: staff }
  const { scope } = ctx
  if (!staff || scope.kind !== 'account' || scope.hat !== 'coordinator') throw new Refused('no_relation')
  const coordinated = (await membershipsOf(ctx)).map((one) => one.serviceId)
  const shared =
    coordinated.length > 0 &&
    (await ctx.tx.db
      .selectFrom('team_member')
      .select('id')
      .where('staff_id', '=', staff.id)
      .where('service_id', 'in', coordinated)
      .executeTakeFirst())
  if (!shared) throw new Refused('no_relation')
  return { thing: staff }
}

async function exists(ctx: Ctx, serviceId: unknown): Promise<boolean> {
  const row = await ctx.tx.db.selectFrom('service').select('id').where('id', '=', String(serviceId)).executeTakeFirst()
  return row !== undefined
}

export const permissions = {
  'service.read': readService,
  'service.manage': manageService,
  'staff.manage': manageStaff,
} satisfies Record<string, Guard>
