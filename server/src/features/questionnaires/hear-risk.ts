import type { InputOf } from '@weft/contract/operation.ts'
import { RISK_ITEM, riskOf } from '@weft/contract/questionnaires/answers.ts'
import { measures } from '@weft/contract/questionnaires/measures.ts'
import type { answerQuestions } from '@weft/contract/questionnaires/operations.ts'
import type { Before, Ctx } from '../../platform/feature.ts'
import type { AccountScope } from '../../platform/scope.ts'
import type {} from './facts.ts'
import type { Assignment } from './policy.ts'

/**
 * What an answer says about self-harm, and a wish for a call, are heard before anything is decided about keeping the answer: a set that was
 * withdrawn while the phone had no signal, or sent from another one, is refused, and the flag stands all the same. Announces `risk.seen` when
 * there is more to say than was said about this set before; again and again is once.
 */
export async function hearRisk({ scope, act }: Before, input: InputOf<typeof answerQuestions>): Promise<void> {
  const level = riskOf(input.answers)
  if (scope.kind !== 'account' || scope.hat !== 'patient' || (!level && !input.wantsCall)) return
  await act('access', async (ctx) => {
    const set = await findOwn(ctx, scope, input.assignmentId)
    if (!set || (level && !measures[set.measure].items.some(({ key }) => key === RISK_ITEM))) return
    const { rows } = await ctx.tx.query(
      `insert into question_response as r (assignment_id, person_id, answers, is_complete, wants_call, risk_level, started_at)
       values ($1, $2, '{}', false, $3, $4, $5)
       on conflict (assignment_id) do update set wants_call = r.wants_call or excluded.wants_call,
         risk_level = case when r.risk_level = 'urgent' then r.risk_level else coalesce(excluded.risk_level, r.risk_level) end
       where (excluded.wants_call and not r.wants_call)
         or (excluded.risk_level <> coalesce(r.risk_level, '') and r.risk_level is distinct from 'urgent')
       returning risk_level, wants_call`,
      [set.id, set.person_id, input.wantsCall === true, level ?? null, ctx.now],
    )
    const [more] = rows
    if (!more?.risk_level) return
    await ctx.announce('risk.seen', {
      personId: set.person_id,
      serviceId: set.service_id,
      aboutId: set.id,
      source: 'item9',
      level: level ?? more.risk_level,
      wantsCall: more.wants_call,
    })
  })
}

/** A set of whoever answers, also of the record that theirs became one with; withdrawn or not. */
async function findOwn(ctx: Ctx, { personId }: AccountScope, assignmentId: string): Promise<Assignment | undefined> {
  const { rows } = await ctx.tx.query(
    `select a.* from question_assignment a join person p on p.id = $2 and a.person_id in (p.id, p.merged_into) where a.id = $1`,
    [assignmentId, personId],
  )
  return rows[0]
}
