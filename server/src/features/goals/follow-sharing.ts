import type { Goal, Goals } from '@weft/contract/goals/shapes.ts'
import type { Ctx, Facts } from '../../platform/feature.ts'
import type {} from '../access/facts.ts'
import { loadGoals, lockGoals } from './load-goals.ts'
import { saveGoals } from './save-goals.ts'
import { refreshSuggestions } from './suggestions.ts'

type Change = Facts['share.changed']

/**
 * A person began or stopped sharing one goal, or all of a type. Of a type that begins to be shared each goal stays as it is: only one that is
 * shared already is covered (ADR 27). What is shared one by one stays so when its type is not shared any more; what they take back one by one
 * is private, whatever its type.
 */
export async function followSharing(ctx: Ctx, change: Change): Promise<void> {
  const { personId, scope, isShared } = change
  const [kind, of] = scope.split(':') as [string, string]
  if (kind !== 'goal' && kind !== 'goals') return
  await ctx.tx.asSystem('access', async () => {
    await lockGoals(ctx, personId)
    if (kind === 'goal')
      await ctx.tx.query('update goal set is_kept = $3 where id = $2 and person_id = $1', [personId, of, !isShared])
    else await rememberSeen(ctx, change, of)
    const before = await loadGoals(ctx, personId)
    const about = before.goals.filter((goal) => (kind === 'goal' ? goal.goalId === of : goal.type === of))
    const visibility = isShared ? 'shared' : 'private'
    const follows = kind === 'goal' ? () => true : await whichFollow(ctx, change)
    const moved = about.filter((goal) => goal.visibility !== visibility && follows(goal))
    const after: Goals = {
      ...before,
      goals: before.goals.map((goal) => (moved.includes(goal) ? { ...goal, visibility } : goal)),
    }
    await saveGoals(ctx, personId, { before, after, act: isShared ? 'share.start' : 'share.stop' })
    const rest = about.filter((goal) => goal.origin === 'suggested' && !moved.includes(goal))
    await refreshSuggestions(
      ctx,
      rest.map((goal) => goal.goalId),
    )
  })
}

/** What each choice that ends showed: undoing its stop opens that again. */
async function rememberSeen(ctx: Ctx, { personId, stopped = [] }: Change, type: string): Promise<void> {
  for (const { shareId, since } of stopped)
    await ctx.tx.query(
      `update goal set seen_until = array_append(seen_until, $3::uuid)
       where person_id = $1 and type = $2 and visibility = 'shared' and ($4::timestamptz is null or created_at >= $4)`,
      [personId, type, shareId, since],
    )
}

/** Of a type: with nobody left all but those shared one by one; after an undone stop those that were open before it and are not kept since. */
async function whichFollow(ctx: Ctx, { personId, isShared, again }: Change): Promise<(goal: Goal) => boolean> {
  if (!isShared) {
    const singly = await idsOf(
      ctx,
      `select substr(scope, 6) as id from share_grant where person_id = $1 and state = 'granted' and scope like 'goal:%'`,
      [personId],
    )
    return ({ goalId }) => !singly.has(goalId)
  }
  if (!again) return () => false
  const seen = await idsOf(ctx, 'select id from goal where person_id = $1 and $2 = any (seen_until) and not is_kept', [
    personId,
    again,
  ])
  return ({ goalId }) => seen.has(goalId)
}

async function idsOf(ctx: Ctx, sql: string, values: unknown[]): Promise<Set<string>> {
  const { rows } = await ctx.tx.query(sql, values)
  return new Set(rows.map((row) => row.id as string))
}
