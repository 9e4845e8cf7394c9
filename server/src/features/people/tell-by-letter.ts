import type { Ctx } from '../../platform/feature.ts'
import type { AccountScope } from '../../platform/scope.ts'
import { update, writeMail } from './mail.ts'

/**
 * An inner command for grave acts of one's own: a letter to each of one's private addresses, in the words that say nothing, so that nobody who has
 * one's phone does them unseen. One letter an address for each `effectKey`.
 */
export async function tellByLetter(ctx: Ctx<AccountScope>, effectKey: string): Promise<void> {
  const { rows } = await ctx.tx.asSystem('identity', () =>
    ctx.tx.query(
      `select value from account_address where account_id = $1 and kind = 'email' and verified_at is not null and not is_work order by value`,
      [ctx.scope.accountId],
    ),
  )
  for (const [place, { value }] of rows.entries())
    await writeMail(ctx, { ...update, effectKey: `${effectKey} ${place}`, to: value, link: '/sign-in', app: 'people' })
}
