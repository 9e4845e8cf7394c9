import { suggestStep } from '@weft/contract/goals/team.ts'
import { ProblemError } from '@weft/contract/problem.ts'
import { type Ctx, handle } from '../../platform/feature.ts'
import type { AccountScope } from '../../platform/scope.ts'
import { publishOwn } from '../own/own-change.ts'
import { toSuggestedStep } from './goal-rows.ts'
import type { Standing } from './policy.ts'

/** Repeating is safe, answered meanwhile or not. Only the person's devices hear of it: to the team what comes of it is the goal as it stands. */
export const offerStep = handle(suggestStep, async (ctx: Ctx<AccountScope>, input) => {
  const { personId } = await ctx.require<Standing>('goal.assist', input)
  const { suggestionId, serviceId, goalId, text } = input
  const { accountId, hat } = ctx.scope
  await ctx.tx.asSystem('access', async () => {
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
    if (made[0]) return void (await publishOwn(ctx, personId, 'stepSuggestion.offered', toSuggestedStep(made[0])))
    const { rows } = await ctx.tx.query('select * from suggested_step where id = $1', [suggestionId])
    if (rows[0]?.created_by !== accountId) throw new ProblemError('id-taken')
    const isSame = rows[0].words === text && rows[0].goal_id === goalId && rows[0].service_id === serviceId
    if (!isSame) throw new ProblemError('same-id-other-words')
  })
  return {}
})

export async function answerSuggestedStep(ctx: Ctx, suggestionId: string, state: 'accepted' | 'declined') {
  await ctx.tx.query(
    `update suggested_step set state = $2, answered_at = $3, version = version + 1 where id = $1 and state = 'offered'`,
    [suggestionId, state, ctx.now],
  )
}
