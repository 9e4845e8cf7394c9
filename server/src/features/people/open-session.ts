import type { App, Hat, Session } from '@weft/contract/people/shapes.ts'
import type { Ctx } from '../../platform/feature.ts'
import { newId } from '../../platform/ids.ts'
import { hashToken, newToken } from '../../platform/secrets.ts'
import { describeSession } from './describe-session.ts'
import { lifetimeOf } from './session-lifetimes.ts'

export interface Opening {
  accountId: string
  app: App
  /** One that the account holds in this app. */
  hat: Hat
  sharedDevice: boolean
  /** “Chrome on Android”. */
  device: string
}

/** Signs a device in. `token` is the cookie's value and is known to nobody else: only its hash is kept. */
export async function openSession(ctx: Ctx, opening: Opening): Promise<{ session: Session; token: string }> {
  const { idleSeconds, totalSeconds } = lifetimeOf(opening.app, opening.sharedDevice)
  const id = newId(ctx.now)
  const token = newToken()
  return ctx.tx.asSystem('identity', async () => {
    await ctx.tx.db
      .insertInto('session')
      .values({
        id,
        account_id: opening.accountId,
        app: opening.app,
        hat: opening.hat,
        token_hash: hashToken(token),
        label: opening.device.slice(0, 80),
        shared_device: opening.sharedDevice,
        created_at: ctx.now,
        last_used_at: ctx.now,
        ends_at: new Date(ctx.now.getTime() + totalSeconds * 1000),
        idle_seconds: idleSeconds,
      })
      .execute()
    return { session: await describeSession(ctx, id), token }
  })
}
