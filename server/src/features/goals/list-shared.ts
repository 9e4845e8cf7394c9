import type { Goal, SharedGoal } from '@weft/contract/goals/shapes.ts'
import { ratingsOf, stepsOf } from '@weft/contract/goals/slice.ts'
import { listSharedGoals } from '@weft/contract/goals/team.ts'
import { handle } from '../../platform/feature.ts'
import type { AccountScope } from '../../platform/scope.ts'
import type { Sharing } from '../access/require-shared.ts'
import { listComments } from './comments.ts'
import { toGoal, toRating } from './goal-rows.ts'
import { withHelpers } from './load-goals.ts'

/** Which goals is asked of the person's choices; their rows are read as the asker, behind the second fence. */
export const listShared = handle(listSharedGoals, async (ctx, input) => {
  const { personId, shares } = await ctx.require<Sharing>('goal.readShared', input)
  if (shares.length === 0) return nothing
  const { rows } = await ctx.tx.asSystem('access', () =>
    ctx.tx.query('select goal_id from goal_shared where person_id = $1 and service_id = $2', [
      personId,
      input.serviceId,
    ]),
  )
  const ids = rows.map((row) => row.goal_id as string)
  if (ids.length === 0) return nothing
  const { db } = ctx.tx
  const ofPerson = (table: 'goal_step' | 'goal_rating') =>
    db.selectFrom(table).where('person_id', '=', personId).where('goal_id', 'in', ids)
  const goals = await db.selectFrom('goal').selectAll().where('id', 'in', ids).execute()
  const steps = await withHelpers(ctx, await ofPerson('goal_step').selectAll('goal_step').execute())
  const ratings = (await ofPerson('goal_rating').selectAll('goal_rating').execute()).map(toRating)
  const shown = goals.map(toGoal).sort(byLife)
  return {
    goals: shown.map((goal) => toShared(goal, { steps, ratings })),
    comments: await listComments(
      ctx,
      { serviceId: input.serviceId, goalIds: ids },
      (ctx.scope as AccountScope).accountId,
    ),
  }
})

const nothing = { goals: [], comments: [] }

const states: readonly Goal['state'][] = ['active', 'draft', 'paused', 'achieved', 'let_go']

/** What is under way first, then as in every list: important, then newest. */
const byLife = (a: Goal, b: Goal) =>
  states.indexOf(a.state) - states.indexOf(b.state) ||
  Number(b.important) - Number(a.important) ||
  (a.goalId < b.goalId ? 1 : -1)

function toShared(goal: Goal, all: Parameters<typeof stepsOf>[0] & Parameters<typeof ratingsOf>[0]): SharedGoal {
  const { visibility: _, isRated: __, deletedAt: ___, ...shared } = goal
  const steps = stepsOf(all, goal.goalId).map(({ deletedAt: ____, ...step }) => step)
  return { ...shared, steps, ratings: ratingsOf(all, goal.goalId) }
}
