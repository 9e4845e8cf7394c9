import * as step from '@weft/contract/goals/step-acts.ts'
import { tickTogether } from '@weft/contract/goals/team.ts'
import { type Ctx, handle } from '../../platform/feature.ts'
import { Refused } from '../../platform/runner.ts'
import type { AccountScope } from '../../platform/scope.ts'
import { loadGoals, lockGoals } from './load-goals.ts'
import type { Standing } from './policy.ts'
import { saveGoals } from './save-goals.ts'

/** A worker and the person, side by side. The step says for ever who ticked it, until the person takes the tick back. */
export const together = handle(tickTogether, async (ctx: Ctx<AccountScope>, { goalId, stepId, ...input }) => {
  const { personId } = await ctx.require<Standing>('goal.assist', { goalId, ...input })
  const { staffId } = ctx.scope
  if (!staffId) throw new Refused('no_relation')
  await ctx.tx.asSystem('access', async () => {
    const { rows } = await ctx.tx.query('select display_name from account where id = $1', [ctx.scope.accountId])
    await lockGoals(ctx, personId)
    const before = await loadGoals(ctx, personId, goalId)
    const about = { goalId, stepId, assistedBy: rows[0].display_name as string }
    const after = step.tickTogether(before, about, ctx.now.toISOString())
    if (typeof after === 'string') throw new Refused('no_relation')
    await saveGoals(ctx, personId, { before, after, act: tickTogether.name, assistedBy: staffId })
  })
  return {}
})
