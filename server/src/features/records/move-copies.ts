import type { Ctx } from '../../platform/feature.ts'
import { publishOwn } from '../own/own-change.ts'
import { loadCopies } from './copy-rows.ts'

/** Two records have become one: the copies of the one that goes lie in the one that stays, and its owner is told of them. */
export async function moveCopies(
  ctx: Ctx,
  { fromPersonId, intoPersonId }: { fromPersonId: string; intoPersonId: string },
): Promise<void> {
  const { rows } = await ctx.tx.asSystem('access', () =>
    ctx.tx.query(
      `update record_copy set person_id = $2, moved_from = coalesce(moved_from, person_id), version = version + 1
       where person_id = $1 returning id`,
      [fromPersonId, intoPersonId],
    ),
  )
  const moved = new Set(rows.map((row) => row.id as string))
  if (moved.size === 0) return
  const copies = await ctx.tx.asSystem('access', () => loadCopies(ctx, intoPersonId))
  for (const copy of copies) if (moved.has(copy.copyId)) await publishOwn(ctx, intoPersonId, 'copy.added', copy)
}
