import type { Ctx, Facts } from '../../platform/feature.ts'
import type {} from '../access/facts.ts'
import { publishOwn } from '../own/own-change.ts'
import { loadCoping } from './coping-rows.ts'
import { lockPlans } from './plan-rules.ts'

type Change = Facts['share.changed']

/**
 * With nobody left all ideas are private; after an undone stop those are open again that were before it, but for what is kept since. A
 * beginning moves none. Each that moved is told to its owner's devices.
 */
export async function followCoping(ctx: Ctx, { personId, isShared, stopped = [], again }: Change): Promise<void> {
  await lockPlans(ctx, personId)
  for (const { shareId, since } of stopped)
    await ctx.tx.query(
      `update coping_strategy set seen_until = array_append(seen_until, $2::uuid)
       where person_id = $1 and visibility = 'shared' and ($3::timestamptz is null or created_at >= $3)`,
      [personId, shareId, since],
    )
  const moved = new Set<string>()
  const move = async (sql: string, values: unknown[]) => {
    const { rows } = await ctx.tx.query(`update coping_strategy set ${sql} returning id`, values)
    for (const row of rows) moved.add(row.id as string)
  }
  if (!isShared) await move(`visibility = 'private' where person_id = $1 and visibility = 'shared'`, [personId])
  else if (again)
    await move(
      `visibility = 'shared' where person_id = $1 and visibility = 'private' and $2 = any (seen_until) and not is_kept`,
      [personId, again],
    )
  for (const one of await loadCoping(ctx, personId))
    if (moved.has(one.copingId)) await publishOwn(ctx, personId, 'coping.changed', one)
}
