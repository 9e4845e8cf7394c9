import { RECENT_MINUTES } from '@weft/contract/my-data/shapes.ts'
import { proveAgain } from '@weft/contract/people/operations.ts'
import { ProblemError } from '@weft/contract/problem.ts'
import { type Ctx, handlePrepared } from '../../platform/feature.ts'
import type { AccountScope } from '../../platform/scope.ts'
import { verifyPassword } from './password.ts'
import { countForAddress, countForNetwork, forgetWrongTries, waitBeforeTrying } from './sign-in-delay.ts'

interface Held {
  email: string
  password_hash: string | null
}

/**
 * The password again, under the same growing delay as at sign-in: somebody who holds an unlocked phone does not get to guess. Each
 * try counts before it is looked at, one after another, so that many at once are no more tries than one by one; the right one forgets them.
 */
export const again = handlePrepared(
  proveAgain,
  async (tools, { password }) => {
    const { accountId, app } = tools.scope as AccountScope
    const { held, trying, seconds } = await tools.act('identity', async (ctx) => {
      await ctx.tx.query('select pg_advisory_xact_lock(hashtextextended($1, 7210521))', [accountId])
      const found = await heldBy(ctx, accountId, app)
      const tries = { email: found.email, app, address: tools.door.address }
      const wait = await waitBeforeTrying(ctx, tries)
      if (wait === 0) await countForAddress(ctx, tries)
      return { held: found, trying: tries, seconds: wait }
    })
    if (seconds > 0) throw new ProblemError('too-many', { retryAfter: seconds })
    if (await verifyPassword(password, held.password_hash)) return trying
    await tools.act('identity', (ctx) => countForNetwork(ctx, trying))
    throw new ProblemError('details-do-not-match')
  },
  async (ctx: Ctx<AccountScope>, _, trying) => {
    await forgetWrongTries(ctx, trying)
    await ctx.tx.query('update session set proved_at = $2 where id = $1', [ctx.scope.sessionId, ctx.now])
    return {}
  },
)

/** The address whose wrong tries count, and the password of the app that asks. */
async function heldBy(ctx: Ctx, accountId: string, app: string): Promise<Held> {
  const { rows } = await ctx.tx.query(
    `select coalesce((select d.value from account_address d
         where d.account_id = a.id and d.kind = 'email' and d.is_work = ($2 = 'staff') order by d.value limit 1), a.id::text) as email,
       case when $2 = 'staff' then a.staff_password_hash else a.password_hash end as password_hash
     from account a where a.id = $1`,
    [accountId, app],
  )
  return rows[0]
}

/** For grave acts: this session was opened, or its password given again, a few minutes ago. Throws `prove-again`. */
export async function requireRecent(ctx: Ctx<AccountScope>): Promise<void> {
  const since = new Date(ctx.now.getTime() - RECENT_MINUTES * 60_000)
  const { rows } = await ctx.tx.query('select from session where id = $1 and greatest(created_at, proved_at) >= $2', [
    ctx.scope.sessionId,
    since,
  ])
  if (rows.length === 0) throw new ProblemError('prove-again')
}
