import { localDate } from '@weft/contract/conversations/zone-time.ts'
import * as goal from '@weft/contract/goals/goal-acts.ts'
import type { Goals } from '@weft/contract/goals/shapes.ts'
import type { Refusal } from '@weft/contract/goals/slice.ts'
import * as step from '@weft/contract/goals/step-acts.ts'
import { rateTogether, tickTogether } from '@weft/contract/goals/team.ts'
import { ProblemError } from '@weft/contract/problem.ts'
import { PERSON_ZONE } from '@weft/contract/scalars.ts'
import { type Ctx, handle } from '../../platform/feature.ts'
import { Refused } from '../../platform/runner.ts'
import type { AccountScope } from '../../platform/scope.ts'
import { loadGoals, lockGoals } from './load-goals.ts'
import type { Standing } from './policy.ts'
import { saveGoals } from './save-goals.ts'

/** A worker and the person, side by side. The step says for ever who ticked it, until the person takes the tick back. */
export const tick = handle(tickTogether, async (ctx: Ctx<AccountScope>, input) => {
  const { personId } = await ctx.require<Standing>('goal.assist', input)
  const { goalId, stepId } = input
  await besideThem(ctx, personId, { goalId, act: tickTogether.name }, (goals, assistedBy) =>
    step.tickTogether(goals, { goalId, stepId, assistedBy }, ctx.now.toISOString()),
  )
  return {}
})

/** The number is the person's; who was there stands beside it. */
export const rate = handle(rateTogether, async (ctx: Ctx<AccountScope>, input) => {
  const { personId } = await ctx.require<Standing>('goal.assist', input)
  const { goalId, ratingId, value } = input
  const about = { personId, changeId: ratingId, at: ctx.now.toISOString(), goalId, ratingId, value }
  const forDate = localDate(ctx.now.getTime(), PERSON_ZONE)
  await besideThem(ctx, personId, { goalId, act: rateTogether.name }, (goals, present) => {
    const today = goals.ratings.find((one) => one.goalId === goalId && one.forDate === forDate)
    return today?.value === value && today.present === present
      ? goals
      : goal.rate(goals, { ...about, forDate, present }, about.at)
  })
  return {}
})

async function besideThem(
  ctx: Ctx<AccountScope>,
  personId: string,
  { goalId, act }: { goalId: string; act: string },
  change: (goals: Goals, workerName: string) => Goals | Refusal,
): Promise<void> {
  const { staffId } = ctx.scope
  if (!staffId) throw new Refused('no_relation')
  await ctx.tx.asSystem('access', async () => {
    const { rows } = await ctx.tx.query('select display_name from account where id = $1', [ctx.scope.accountId])
    await lockGoals(ctx, personId)
    const before = await loadGoals(ctx, personId, goalId)
    const after = change(before, rows[0].display_name)
    if (after === 'wrong-state') throw new ProblemError('wrong-state')
    if (typeof after === 'string') throw new Refused('no_relation')
    await saveGoals(ctx, personId, { before, after, act, assistedBy: staffId })
  })
}
