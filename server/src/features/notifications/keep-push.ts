import { createECDH } from 'node:crypto'
import { dropPush, keepPush, testPush } from '@weft/contract/notifications/operations.ts'
import { ProblemError } from '@weft/contract/problem.ts'
import { handle } from '../../platform/feature.ts'
import { newId } from '../../platform/ids.ts'
import { isPushAddress } from '../../platform/push-hosts.ts'
import { DELIVER_NOTICES } from './names.ts'
import { type Mine, settingsOf } from './settings.ts'

/**
 * One subscription a session. An address that another session brought before is the same browser under somebody else now: only the newest
 * is written to. A device that others use too has none.
 */
export const keep = handle(keepPush, async (ctx: Mine, input) => {
  const { accountId, sessionId, app } = ctx.scope
  if (!isPushAddress(input.endpoint)) throw refused('endpoint', 'not the address of a push service')
  if (!isPoint(input.p256dh)) throw refused('p256dh', 'not a key')
  const session = await ctx.tx.db
    .selectFrom('session')
    .select('shared_device')
    .where('id', '=', sessionId)
    .executeTakeFirst()
  if (app !== 'people' || session?.shared_device !== false) throw new ProblemError('wrong-state')
  // The same browser may say it several times at once, and under two sessions: one after the other.
  await ctx.tx.query('select pg_advisory_xact_lock(hashtextextended($1, 7210514))', [input.endpoint])
  await ctx.tx.asSystem('identity', () =>
    ctx.tx.query('delete from push_subscription where endpoint = $1 and session_id <> $2', [input.endpoint, sessionId]),
  )
  await ctx.tx.query(
    `insert into push_subscription as p (id, account_id, session_id, endpoint, p256dh, auth, push_key, created_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8)
     on conflict (session_id) do update set id = excluded.id, endpoint = excluded.endpoint, p256dh = excluded.p256dh,
       auth = excluded.auth, push_key = excluded.push_key, created_at = excluded.created_at, sent_at = null, received_at = null
     where (p.endpoint, p.p256dh, p.auth, p.push_key) is distinct from
       (excluded.endpoint, excluded.p256dh, excluded.auth, excluded.push_key)`,
    [newId(ctx.now), accountId, sessionId, input.endpoint, input.p256dh, input.auth, input.pushKey, ctx.now],
  )
  return settingsOf(ctx)
})

export const drop = handle(dropPush, async (ctx: Mine) => {
  await ctx.tx.query('delete from push_subscription where session_id = $1', [ctx.scope.sessionId])
  return settingsOf(ctx)
})

/** Goes the way of every notice, so that it proves that way. */
export const test = handle(testPush, async (ctx: Mine) => {
  const { accountId, sessionId, hat, personId } = ctx.scope
  const device = await ctx.tx.db
    .selectFrom('push_subscription')
    .select('id')
    .where('session_id', '=', sessionId)
    .executeTakeFirst()
  if (!device || !personId) throw new ProblemError('wrong-state')
  await ctx.tx.asSystem('jobs', () =>
    ctx.tx.query(
      `insert into notice (person_id, account_id, hat, kind, thing_id, effect_key, at, due_at)
       values ($1, $2, $3, 'test', $4, $5, $6, $6) on conflict (effect_key) do nothing`,
      [personId, accountId, hat, device.id, `test:${sessionId}:${ctx.now.toISOString().slice(0, 16)}`, ctx.now],
    ),
  )
  ctx.wake(DELIVER_NOTICES)
  return {}
})

const refused = (path: string, message: string) => new ProblemError('not-acceptable', { fields: [{ path, message }] })

function isPoint(key: string): boolean {
  try {
    const pair = createECDH('prime256v1')
    pair.generateKeys()
    pair.computeSecret(Buffer.from(key, 'base64url'))
    return true
  } catch {
    return false
  }
}
