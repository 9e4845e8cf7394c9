import type { Ctx } from '../../platform/feature.ts'
import { closeAsks } from './ask-rows.ts'
import { endShares } from './end-shares.ts'

/**
 * Two records have become one. What was chosen for the record that goes ends with it, and is kept as the person's own history: nobody
 * comes to see the things of one record by a choice that was made over the other.
 */
export async function moveShares(
  ctx: Ctx,
  { fromPersonId, intoPersonId }: { fromPersonId: string; intoPersonId: string },
): Promise<void> {
  await endShares(ctx, { personId: fromPersonId }, 'expired')
  await closeAsks(ctx, { personId: fromPersonId }, 'lapsed')
  await ctx.tx.asSystem('access', () =>
    ctx.tx.query(
      `update share_grant set person_id = $2, moved_from = coalesce(moved_from, person_id), version = version + 1 where person_id = $1`,
      [fromPersonId, intoPersonId],
    ),
  )
  await ctx.tx.asSystem('access', () =>
    ctx.tx.query(
      `update share_ask set person_id = $2, moved_from = coalesce(moved_from, person_id), version = version + 1 where person_id = $1`,
      [fromPersonId, intoPersonId],
    ),
  )
}
