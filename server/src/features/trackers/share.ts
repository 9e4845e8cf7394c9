import type { Ctx } from '../../platform/feature.ts'
import { takeTurns } from './keep.ts'

interface Change {
  personId: string
  scope: string
  isShared: boolean
  from?: 'now' | 'everything'
  since?: Date
}

/**
 * A person began or stopped sharing a tracker. With nobody left everything in it is private again; begun with `everything`, or of one
 * problem, all there is is shared; begun with `now`, only what is logged from here on, and after an undone stop what was open before it. Where
 * one service of several is told no more, nothing opens.
 */
export async function changeVisibility(ctx: Ctx, { personId, scope, isShared, from, since }: Change): Promise<void> {
  const [kind = '', problemId] = scope.split(':')
  if (kind !== 'sleep' && kind !== 'mood' && kind !== 'problem') return
  await ctx.tx.asSystem('access', async () => {
    await takeTurns(ctx, personId)
    const visibility = isShared ? 'shared' : 'private'
    if (kind === 'problem') {
      await ctx.tx.query('update tracker set visibility = $3 where person_id = $1 and id = $2', [
        personId,
        problemId,
        visibility,
      ])
      await ctx.tx.query('update problem_rating set visibility = $3 where person_id = $1 and tracker_id = $2', [
        personId,
        problemId,
        visibility,
      ])
      return
    }
    await ctx.tx.query(
      `insert into tracker (id, person_id, kind, visibility, created_at, created_by, created_hat)
       select gen_random_uuid(), $1, $2, $3, $4, a.id, 'patient' from account a where a.person_id = $1 limit 1
       on conflict (person_id, kind) where kind <> 'problem' do update set visibility = excluded.visibility`,
      [personId, kind, visibility, ctx.now],
    )
    if (isShared && from !== 'everything' && !since) return
    await ctx.tx.query(
      `update ${kind === 'sleep' ? 'sleep_entry' : 'mood_entry'} set visibility = $2
       where person_id = $1 and visibility <> $2 and ($3::timestamptz is null or created_at >= $3)`,
      [personId, visibility, since],
    )
  })
}
