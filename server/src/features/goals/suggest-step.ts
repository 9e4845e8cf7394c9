import { DECLINED_COUNTS_DAYS, OFFERED_STEPS_MAX } from '@weft/contract/goals/shapes.ts'
import { suggestStep } from '@weft/contract/goals/team.ts'
import { ProblemError } from '@weft/contract/problem.ts'
import { type Ctx, handle } from '../../platform/feature.ts'
import type { AccountScope } from '../../platform/scope.ts'
import { publishOwn } from '../own/own-change.ts'
import { toSuggestedStep } from './goal-rows.ts'
import { lockGoals } from './load-goals.ts'
import type { Standing } from './policy.ts'

const DAY_MS = 86_400_000

/** Repeating is safe, answered meanwhile or not. Only the person's devices hear of it: to the team what comes of it is the goal as it stands. */
export const offerStep = handle(suggestStep, async (ctx: Ctx<AccountScope>, input) => {
  const { personId } = await ctx.require<Standing>('goal.assist', input)
  const { suggestionId, serviceId, goalId, text } = input
  const { accountId, hat } = ctx.scope
  await ctx.tx.asSystem('access', async () => {
    await lockGoals(ctx, personId)
    const { rows } = await ctx.tx.query('select * from suggested_step where id = $1', [suggestionId])
    const [earlier] = rows
    if (earlier) {
      if (earlier.created_by !== accountId) throw new ProblemError('id-taken')
      const isSame = earlier.words === text && earlier.goal_id === goalId && earlier.service_id === serviceId
      if (!isSame) throw new ProblemError('same-id-other-words')
      return
    }
    await needRoom(ctx, goalId, serviceId)
    // A step takes the suggestion's id: it may not carry that of a step there is.
    const { rows: made } = await ctx.tx.query(
      `insert into suggested_step (id, person_id, service_id, goal_id, words, by_name, by_role, controller_id, legal_basis,
         retention_class, created_at, created_by, created_hat)
       select $1, e.person_id, e.service_id, $4, $5, a.display_name, st.job_title, e.controller_id, e.legal_basis,
         e.retention_class, $6, a.id, $8
       from enrolment e, account a join staff st on st.account_id = a.id
       where e.person_id = $2 and e.service_id = $3 and e.state in ('active', 'ending') and a.id = $7
         and not exists (select from goal_step where id = $1)
       limit 1 on conflict (id) do nothing returning *`,
      [suggestionId, personId, serviceId, goalId, text, ctx.now, accountId, hat],
    )
    if (!made[0]) throw new ProblemError('id-taken')
    await publishOwn(ctx, personId, 'stepSuggestion.offered', toSuggestedStep(made[0]))
  })
  return {}
})

/** A goal is not to be buried under what others would have somebody do. */
async function needRoom(ctx: Ctx, goalId: string, serviceId: string): Promise<void> {
  const { rows } = await ctx.tx.query(
    `select count(*)::int as n from suggested_step
     where goal_id = $1 and service_id = $2 and (state = 'offered' or (state = 'declined' and created_at > $3))`,
    [goalId, serviceId, new Date(ctx.now.getTime() - DECLINED_COUNTS_DAYS * DAY_MS)],
  )
  if (rows[0].n >= OFFERED_STEPS_MAX) throw new ProblemError('wrong-state')
}

export async function answerSuggestedStep(ctx: Ctx, suggestionId: string, state: 'accepted' | 'declined') {
  await ctx.tx.query(
    `update suggested_step set state = $2, answered_at = $3, version = version + 1 where id = $1 and state = 'offered'`,
    [suggestionId, state, ctx.now],
  )
}
