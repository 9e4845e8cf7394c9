import { createHash } from 'node:crypto'
import { appOf, Hat, type Session } from '@weft/contract/people/shapes.ts'
import type { Ctx } from '../../platform/feature.ts'
import { erasedAt } from './close-account.ts'

/** A session as its own device sees it. The asker is its account, or the inner worker that just made it. */
export async function describeSession(ctx: Ctx, sessionId: string): Promise<Session> {
  const row = await ctx.tx.db
    .selectFrom('session as s')
    .innerJoin('account as a', 'a.id', 's.account_id')
    .leftJoin('staff as st', 'st.account_id', 'a.id')
    .leftJoin('organisation as o', 'o.id', 'st.org_id')
    .select(['s.id', 's.account_id', 's.app', 's.hat', 's.shared_device', 's.ends_at', 's.idle_seconds', 's.has_lock'])
    .select([
      'a.display_name',
      'a.person_id',
      'a.device_salt',
      'a.closing_at',
      'st.id as staff_id',
      'st.job_title',
      'o.name as organisation',
    ])
    .where('s.id', '=', sessionId)
    .executeTakeFirstOrThrow()
  const shared = {
    sessionId: row.id,
    accountId: row.account_id,
    app: row.app,
    hat: row.hat,
    hats: (await hatsOf(ctx, row.account_id)).filter((hat) => appOf(hat) === row.app),
    displayName: row.display_name,
    sharedDevice: row.shared_device,
    endsAt: row.ends_at.toISOString(),
    idleSeconds: row.idle_seconds,
  }
  return row.app === 'people'
    ? {
        ...shared,
        personId: row.person_id ?? undefined,
        deviceSecret: deviceSecretOf(row.account_id, row.device_salt),
        ...(row.has_lock && { hasLock: true }),
        ...(row.closing_at && { closing: { erasedAt: erasedAt(row.closing_at).toISOString() } }),
      }
    : {
        ...shared,
        staffId: row.staff_id ?? undefined,
        role: row.job_title ?? undefined,
        organisation: row.organisation ?? undefined,
      }
}

/** In the order in which `Hat` names them: the first is what somebody wears who never chose. */
export async function hatsOf(ctx: Ctx, accountId: string): Promise<Hat[]> {
  const rows = await ctx.tx.db.selectFrom('account_hat').select('hat').where('account_id', '=', accountId).execute()
  const held = new Set(rows.map((row) => row.hat))
  return Hat.options.filter((hat) => held.has(hat))
}

/** The same at each sign-in of one account, so that words which were sealed at sign-out open for their writer and for nobody else. */
function deviceSecretOf(accountId: string, salt: string): string {
  return createHash('sha256').update(`device ${accountId} ${salt}`).digest('base64url')
}
