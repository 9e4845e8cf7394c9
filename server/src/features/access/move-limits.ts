import type { Ctx } from '../../platform/feature.ts'
import { refreshGrants } from './grants.ts'

/** Carer links, bars and masks of one record are about the other from now on, and nobody holds a right over the first. */
export async function moveLimits(
  ctx: Ctx,
  { fromPersonId, intoPersonId }: { fromPersonId: string; intoPersonId: string },
): Promise<void> {
  const move = (update: string) =>
    ctx.tx.query(
      `${update} person_id = $2, moved_from = coalesce(moved_from, person_id), version = version + 1 where person_id = $1`,
      [fromPersonId, intoPersonId],
    )
  await ctx.tx.asSystem('access', async () => {
    await move('update carer_link set')
    await move('update restriction set')
    await move('update mask set')
  })
  await refreshGrants(ctx, { personId: fromPersonId })
  await refreshGrants(ctx, { personId: intoPersonId })
}
