import type { Goal, Goals } from '@weft/contract/goals/shapes.ts'
import type { Ctx, Facts } from '../../platform/feature.ts'
import type {} from '../access/facts.ts'
import { loadGoals, lockGoals } from './load-goals.ts'
import { saveGoals } from './save-goals.ts'
import { refreshSuggestions } from './suggestions.ts'

/**
 * A person began or stopped sharing one goal, or all of a type. What is shared one by one stays so when its type is not shared any more; what
 * they take back one by one is private, whatever its type.
 */
export async function followSharing(
  ctx: Ctx,
  { personId, scope, isShared, from, since }: Facts['share.changed'],
): Promise<void> {
  const [kind, of] = scope.split(':')
  if (kind !== 'goal' && kind !== 'goals') return
  await ctx.tx.asSystem('access', async () => {
    await lockGoals(ctx, personId)
    const before = await loadGoals(ctx, personId)
    const about = before.goals.filter((goal) => (kind === 'goal' ? goal.goalId === of : goal.type === of))
    const singly = kind === 'goals' && !isShared ? await sharedSingly(ctx, personId) : new Set<string>()
    const visibility = isShared ? 'shared' : 'private'
    // Of a type shared from now on, what there is already stays as it is, but for what was open before a stop that is undone.
    const opens = from === 'everything' || since !== undefined
    const shut = kind === 'goals' && isShared ? await staysShut(ctx, personId, since) : new Set<string>()
    const isMoved = ({ goalId, ...goal }: Goal) =>
      goal.visibility !== visibility && !singly.has(goalId) && !shut.has(goalId)
    const moved = kind === 'goals' && isShared && !opens ? [] : about.filter(isMoved)
    if (kind === 'goal')
      await ctx.tx.query('update goal set is_kept = $3 where id = $2 and person_id = $1', [personId, of, !isShared])
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

/** What they took back one by one, and of an undone stop what was not open before. */
async function staysShut(ctx: Ctx, personId: string, since: Date | undefined): Promise<Set<string>> {
  const { rows } = await ctx.tx.query(
    'select id from goal where person_id = $1 and (is_kept or ($2::timestamptz is not null and created_at < $2))',
    [personId, since ?? null],
  )
  return new Set(rows.map((row) => row.id as string))
}

async function sharedSingly(ctx: Ctx, personId: string): Promise<Set<string>> {
  const { rows } = await ctx.tx.query(
    `select substr(scope, 6) as goal_id from share_grant where person_id = $1 and state = 'granted' and scope like 'goal:%'`,
    [personId],
  )
  return new Set(rows.map((row) => row.goal_id as string))
}
