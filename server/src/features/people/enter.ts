import type { App, Session } from '@weft/contract/people/shapes.ts'
import { appOf } from '@weft/contract/people/shapes.ts'
import { ProblemError } from '@weft/contract/problem.ts'
import type { Ctx } from '../../platform/feature.ts'
import { hashToken, looksLikeToken } from '../../platform/secrets.ts'
import { hatsOf } from './describe-session.ts'
import { endSessions } from './end-sessions.ts'
import { openSession } from './open-session.ts'
import { lifetimeOf } from './session-lifetimes.ts'

/** Signs this device in, and out of whatever it was signed in to in the same app; the cookie goes with the answer. */
export async function enter(
  ctx: Ctx,
  { accountId, app, sharedDevice = false }: { accountId: string; app: App; sharedDevice?: boolean },
): Promise<Session> {
  await leaveBehind(ctx, app)
  const hat = await hatToWear(ctx, accountId, app)
  const opening = { accountId, app, hat, sharedDevice, device: ctx.door.device }
  const { session, token } = await openSession(ctx, opening)
  const { outlivesBrowser, totalSeconds } = lifetimeOf(app, sharedDevice)
  ctx.door.setCookie(`weft_${app}`, token, outlivesBrowser ? totalSeconds : undefined)
  return session
}

async function leaveBehind(ctx: Ctx, app: App): Promise<void> {
  const token = ctx.door.cookie(`weft_${app}`)
  if (!looksLikeToken(token)) return
  const row = await ctx.tx.asSystem('identity', () =>
    ctx.tx.db
      .selectFrom('session')
      .select(['id', 'account_id'])
      .where('token_hash', '=', hashToken(token))
      .executeTakeFirst(),
  )
  if (row) await endSessions(ctx, { accountId: row.account_id, sessionId: row.id })
}

/** The one worn last in this app, if it is still held. */
async function hatToWear(ctx: Ctx, accountId: string, app: App) {
  return ctx.tx.asSystem('identity', async () => {
    const held = (await hatsOf(ctx, accountId)).filter((hat) => appOf(hat) === app)
    const last = await ctx.tx.db
      .selectFrom('session')
      .select('hat')
      .where('account_id', '=', accountId)
      .where('app', '=', app)
      .orderBy('last_used_at', 'desc')
      .limit(1)
      .executeTakeFirst()
    const hat = last && held.includes(last.hat) ? last.hat : held[0]
    if (!hat) throw new ProblemError('details-do-not-match', {}, 'no_hat')
    return hat
  })
}
