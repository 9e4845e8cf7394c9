import { markStaffLeft } from '@weft/contract/organisations/operations.ts'
import { handle } from '../../platform/feature.ts'
import { endMembership } from './change-team.ts'

/**
 * A colleague left the organisation: every membership ends, then the staff hats do. Announces `team.left` for each membership and
 * then `staff.left`, on which people ends all sessions and their sockets. Repeating is safe.
 */
export const leave = handle(markStaffLeft, async (ctx, input) => {
  const staff = await ctx.require<{ id: string; account_id: string; state: string }>('staff.manage', input)
  const memberships = await ctx.tx.db
    .selectFrom('team_member')
    .select(['id', 'staff_id', 'service_id'])
    .where('staff_id', '=', staff.id)
    .where((eb) => eb.or([eb('to_at', 'is', null), eb('to_at', '>', ctx.now)]))
    .orderBy('service_id')
    .execute()
  for (const member of memberships) await endMembership(ctx, { ...member, account_id: staff.account_id })
  const { numUpdatedRows } = await ctx.tx.db
    .updateTable('staff')
    .set((eb) => ({ state: 'left' as const, version: eb('version', '+', 1) }))
    .where('id', '=', staff.id)
    .where('state', '!=', 'left')
    .executeTakeFirst()
  if (numUpdatedRows > 0n) await ctx.announce('staff.left', { staffId: staff.id, accountId: staff.account_id })
  return {}
})
