import { openNotice, receiveNotice } from '@weft/contract/notifications/operations.ts'
import { handle } from '../../platform/feature.ts'
import { Refused } from '../../platform/runner.ts'
import type { Mine } from './settings.ts'
import { countUnread } from './unread.ts'

/** Where the opaque id of a notice leads, for the account that it was for; for anybody else there is none. */
export const open = handle(openNotice, async (ctx: Mine, { noticeId }) => {
  const { rows } = await ctx.tx.query(
    `update notice set opened_at = coalesce(opened_at, $3) where id = $1 and account_id = $2
     returning hat, kind, thing_id, about`,
    [noticeId, ctx.scope.accountId, ctx.now],
  )
  const [row] = rows
  if (!row) throw new Refused('no_relation')
  return {
    hat: row.hat,
    kind: row.kind,
    ...(row.thing_id && row.kind !== 'test' && { thingId: row.thing_id }),
    ...(row.about !== null && { about: row.about }),
  }
})

export const receive = handle(receiveNotice, async (ctx: Mine, { noticeId }) => {
  const { accountId, sessionId } = ctx.scope
  const { rows } = await ctx.tx.query('select from notice where id = $1 and account_id = $2', [noticeId, accountId])
  if (!rows[0]) throw new Refused('no_relation')
  await ctx.tx.query('update push_subscription set received_at = $2 where session_id = $1', [sessionId, ctx.now])
  return { unread: await countUnread(ctx) }
})
