import type { App } from '@weft/contract/people/shapes.ts'
import { ProblemError } from '@weft/contract/problem.ts'
import type { Before, Ctx } from '../../platform/feature.ts'
import { newId } from '../../platform/ids.ts'
import { hashCode, isSameHash } from '../../platform/secrets.ts'

export const CODE_MINUTES = 10
export const CODE_TRIES = 5
export const CODES_AN_HOUR = 5

export type CodePurpose = 'sign_up' | 'sign_in' | 'reset'

/** A code to sign in or to reset opens one app for one address. */
export const boundToAddress = (app: App, email: string): string => `${app} ${email}`

/**
 * Asks for a code to be sent. Only writes down the wish: a job looks whether the address is known and sends the mail, so that asking takes
 * the same path and time for everybody.
 */
export async function askForCode(
  ctx: Ctx,
  wish: { purpose: CodePurpose; boundTo: string; app: App; to: string },
): Promise<void> {
  await ctx.tx.asSystem('identity', () =>
    ctx.tx.db
      .insertInto('one_time_code')
      .values({
        id: newId(ctx.now),
        purpose: wish.purpose,
        bound_to: wish.boundTo,
        app: wish.app,
        to_address: wish.to,
        asked_at: ctx.now,
        tries_left: CODE_TRIES,
      })
      .execute(),
  )
  ctx.wake('code.issue')
}

/**
 * Answers the id of the code that this is, or throws `code-not-right`. The newest one counts. A wrong try is counted for good, in a
 * transaction of its own; five kill the code.
 */
export async function checkCode(tools: Before, purpose: CodePurpose, boundTo: string, code: string): Promise<string> {
  const id = await tools.act('identity', async (ctx) => {
    const { rows } = await ctx.tx.query(
      `select id, code_hash from one_time_code
       where purpose = $1 and bound_to = $2 and issued_at is not null and spent_at is null and expires_at > $3 and tries_left > 0
       order by asked_at desc limit 1 for update`,
      [purpose, boundTo, ctx.now],
    )
    const [row] = rows
    if (!row) return undefined
    if (isSameHash(row.code_hash, hashCode(row.id, code))) return row.id as string
    await ctx.tx.query('update one_time_code set tries_left = tries_left - 1 where id = $1', [row.id])
    return undefined
  })
  if (!id) throw new ProblemError('code-not-right')
  return id
}

/** In the transaction of what the code opens: of two that bring it at once, one finds it spent. */
export async function spendCode(ctx: Ctx, id: string): Promise<void> {
  const { rowCount } = await ctx.tx.asSystem('identity', () =>
    ctx.tx.query('update one_time_code set spent_at = $2 where id = $1 and spent_at is null', [id, ctx.now]),
  )
  if (rowCount !== 1) throw new ProblemError('code-not-right')
}
