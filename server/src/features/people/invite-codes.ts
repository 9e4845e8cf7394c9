import type { Before, Ctx } from '../../platform/feature.ts'
import { newId } from '../../platform/ids.ts'
import { hashCode, isSameHash, newCode } from '../../platform/secrets.ts'
import { CODE_TRIES } from './codes.ts'

const INVITE_DAYS = 7

/** A code that a team hands over, bound to one invitation; an earlier one of the same invitation is dead. Kept nowhere but in its hash. */
export async function issueInviteCode(ctx: Ctx, boundTo: string): Promise<{ code: string; expiresAt: Date }> {
  const id = newId(ctx.now)
  const code = newCode()
  const expiresAt = new Date(ctx.now.getTime() + INVITE_DAYS * 86_400_000)
  await ctx.tx.asSystem('identity', async () => {
    await ctx.tx.query(
      `update one_time_code set spent_at = $2 where purpose = 'invite' and bound_to = $1 and spent_at is null`,
      [boundTo, ctx.now],
    )
    await ctx.tx.query(
      `insert into one_time_code (id, purpose, bound_to, asked_at, issued_at, code_hash, tries_left, expires_at)
       values ($1, 'invite', $2, $3, $3, $4, $5, $6)`,
      [id, boundTo, ctx.now, hashCode(id, code), CODE_TRIES, expiresAt],
    )
  })
  return { code, expiresAt }
}

/**
 * Answers the id of the live code that this is, if `matches` holds as well; nothing otherwise. Either being wrong is one wrong try,
 * counted for good in a transaction of its own; five kill the code.
 */
export async function tryInviteCode(
  tools: Before,
  boundTo: string,
  code: string,
  matches: (ctx: Ctx) => Promise<boolean>,
): Promise<string | undefined> {
  return tools.act('identity', async (ctx) => {
    const { rows } = await ctx.tx.query(
      `select id, code_hash from one_time_code
       where purpose = 'invite' and bound_to = $1 and spent_at is null and expires_at > $2 and tries_left > 0
       order by asked_at desc limit 1 for update`,
      [boundTo, ctx.now],
    )
    const [row] = rows
    const isMatch = await matches(ctx)
    if (!row) return undefined
    if (isMatch && isSameHash(row.code_hash, hashCode(row.id, code))) return row.id as string
    await ctx.tx.query('update one_time_code set tries_left = tries_left - 1 where id = $1', [row.id])
    return undefined
  })
}
