import type { Refusal } from '@weft/contract/plans/slice.ts'
import { ProblemError } from '@weft/contract/problem.ts'
import type { Ctx } from '../../platform/feature.ts'
import { Refused } from '../../platform/runner.ts'

/** What the rule of an act answered, or its refusal as a problem. */
export function refuse<T>(answer: T | Refusal): Exclude<T, Refusal> {
  if (answer === 'not-found') throw new Refused('no_relation')
  if (typeof answer === 'string') throw new ProblemError(answer as Exclude<Refusal, 'not-found'>)
  return answer as Exclude<T, Refusal>
}

/** One act at a time on the plans of a person, to the end of the transaction: each reads what the one before it wrote. */
export async function lockPlans(ctx: Ctx, personId: string): Promise<void> {
  await ctx.tx.query('select pg_advisory_xact_lock(hashtextextended($1, 7210513))', [personId])
}

/** Whether the owner shares this with anybody now. */
export async function isSharedNow(ctx: Ctx, personId: string, scope: string): Promise<boolean> {
  const { rows } = await ctx.tx.query(
    `select from share_grant where person_id = $1 and scope = $2 and state = 'granted' limit 1`,
    [personId, scope],
  )
  return rows.length > 0
}
