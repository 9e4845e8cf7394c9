import { UNDO_DAYS } from '@weft/contract/my-data/shapes.ts'
import type { Ctx } from '../../platform/feature.ts'
import type { AccountScope } from '../../platform/scope.ts'
import { endSessions } from './end-sessions.ts'
import type {} from './facts.ts'

const DAY_MS = 86_400_000

/** When what is personal goes for good. */
export const erasedAt = (closingAt: Date): Date => new Date(closingAt.getTime() + UNDO_DAYS * DAY_MS)

// Inner commands: the caller has asked who it is. What somebody does at work under the same account goes on, and tells nothing of this.

/**
 * The people's side of an account holds nothing any more, from the commit: announces `account.closing`, and signs every other device out.
 * Signing in still works, and shows how to keep it. Answers since when; repeating changes nothing.
 */
export async function startClosing(ctx: Ctx<AccountScope>): Promise<Date> {
  const { accountId, personId, sessionId } = ctx.scope
  const { rows } = await ctx.tx.asSystem('identity', () =>
    ctx.tx.query(
      'update account set closing_at = $2, version = version + 1 where id = $1 and closing_at is null returning id',
      [accountId, ctx.now],
    ),
  )
  if (rows.length === 0) return (await closingSince(ctx)) ?? ctx.now
  await endSessions(ctx, { accountId, app: 'people', exceptSessionId: sessionId })
  await ctx.announce('account.closing', { accountId, ...(personId && { personId }) })
  return ctx.now
}

/** Announces `account.kept`. Answers whether there was anything to keep. */
export async function stopClosing(ctx: Ctx<AccountScope>): Promise<boolean> {
  const { accountId, personId } = ctx.scope
  const { rowCount } = await ctx.tx.asSystem('identity', () =>
    ctx.tx.query(
      'update account set closing_at = null, version = version + 1 where id = $1 and closing_at is not null',
      [accountId],
    ),
  )
  if (rowCount !== 1) return false
  await ctx.announce('account.kept', { accountId, ...(personId && { personId }) })
  return true
}

async function closingSince(ctx: Ctx<AccountScope>): Promise<Date | undefined> {
  const { rows } = await ctx.tx.query('select closing_at from account where id = $1', [ctx.scope.accountId])
  return rows[0]?.closing_at ?? undefined
}
