import { changeNoticeSettings, getNoticeSettings } from '@weft/contract/notifications/operations.ts'
import { type Channel, type NoticeSettings, noticeKinds } from '@weft/contract/notifications/shapes.ts'
import { ProblemError } from '@weft/contract/problem.ts'
import { PERSON_ZONE } from '@weft/contract/scalars.ts'
import { type Ctx, handle } from '../../platform/feature.ts'
import type { AccountScope } from '../../platform/scope.ts'
import { DELIVER_NOTICES } from './names.ts'

/** Those by which this deployment sends. */
const channels: readonly Channel[] = ['push']
const QUIET_AFTER_MS = 3_600_000

export type Mine = Ctx<AccountScope>

/** Whoever never chose has notices of every kind, and none at night. */
const usual = { zone: PERSON_ZONE, is_quiet: true, quiet_from: '22:00', quiet_until: '06:00', off: [] as string[] }

export async function settingsOf(ctx: Mine): Promise<NoticeSettings> {
  const { accountId, sessionId } = ctx.scope
  const db = ctx.tx.db
  const row =
    (await db.selectFrom('notice_settings').selectAll().where('account_id', '=', accountId).executeTakeFirst()) ?? usual
  const key = await db.selectFrom('push_key').select('public_key').executeTakeFirst()
  const device = await db
    .selectFrom('push_subscription')
    .selectAll()
    .where('session_id', '=', sessionId)
    .executeTakeFirst()
  return {
    zone: row.zone,
    quiet: { isOn: row.is_quiet, from: row.quiet_from, until: row.quiet_until },
    choices: noticeKinds.flatMap((kind) =>
      channels.map((channel) => ({ kind, channel, isOn: !row.off.includes(`${kind}:${channel}`) })),
    ),
    ...(key && { pushKey: key.public_key }),
    ...(device && {
      thisDevice: {
        since: device.created_at.toISOString(),
        isQuiet:
          device.push_key !== key?.public_key ||
          (device.sent_at !== null &&
            ctx.now.getTime() - device.sent_at.getTime() >= QUIET_AFTER_MS &&
            (device.received_at === null || device.received_at < device.sent_at)),
      },
    }),
  }
}

export const get = handle(getNoticeSettings, (ctx: Mine) => settingsOf(ctx))

export const change = handle(changeNoticeSettings, async (ctx: Mine, input) => {
  const { accountId } = ctx.scope
  const named = (isOn: boolean) =>
    (input.choices ?? []).filter((choice) => choice.isOn === isOn).map(({ kind, channel }) => `${kind}:${channel}`)
  await ctx.tx.query('insert into notice_settings (account_id) values ($1) on conflict do nothing', [accountId])
  const { rows } = await ctx.tx.query(
    `update notice_settings set zone = coalesce($2, zone), is_quiet = coalesce($3, is_quiet), quiet_from = coalesce($4, quiet_from),
       quiet_until = coalesce($5, quiet_until),
       off = array(select distinct one from unnest(off || $6::text[]) one where not one = any ($7::text[]) order by one)
     where account_id = $1 returning quiet_from = quiet_until as is_nothing`,
    [
      accountId,
      input.zone ?? null,
      input.isQuiet ?? null,
      input.quietFrom ?? null,
      input.quietUntil ?? null,
      named(false),
      named(true),
    ],
  )
  if (rows[0].is_nothing)
    throw new ProblemError('not-acceptable', { fields: [{ path: 'quietUntil', message: 'begins when it ends' }] })
  await lookAgain(ctx)
  return settingsOf(ctx)
})

/** What waits for the end of the old quiet hours is looked at again; the new ones hold it if they do. */
async function lookAgain(ctx: Mine): Promise<void> {
  await ctx.tx.asSystem('jobs', () =>
    ctx.tx.query(
      `update notice set due_at = $2
       where account_id = $1 and state = 'waiting' and due_at > $2::timestamptz + interval '1 minute' and attempts = 0`,
      [ctx.scope.accountId, ctx.now],
    ),
  )
  ctx.wake(DELIVER_NOTICES)
}
