import {
  endDevice,
  getSession,
  listDevices,
  noteAppLock,
  signOut,
  signOutEverywhere,
  switchHat,
} from '@weft/contract/people/operations.ts'
import { appOf } from '@weft/contract/people/shapes.ts'
import { ProblemError } from '@weft/contract/problem.ts'
import type { Ctx } from '../../platform/feature.ts'
import { handle } from '../../platform/feature.ts'
import { Refused } from '../../platform/runner.ts'
import type { AccountScope } from '../../platform/scope.ts'
import { describeSession, hatsOf } from './describe-session.ts'
import { endSessions } from './end-sessions.ts'

type Mine = Ctx<AccountScope>

export const get = handle(getSession, (ctx: Mine) => describeSession(ctx, ctx.scope.sessionId))

export const leave = handle(signOut, async (ctx: Mine) => {
  await endSessions(ctx, { accountId: ctx.scope.accountId, sessionId: ctx.scope.sessionId })
  ctx.door.clearCookie(`weft_${ctx.scope.app}`)
  return {}
})

/** In both apps, this device too. */
export const leaveEverywhere = handle(signOutEverywhere, async (ctx: Mine) => {
  await endSessions(ctx, { accountId: ctx.scope.accountId })
  ctx.door.clearCookie(`weft_${ctx.scope.app}`)
  return {}
})

/** The session goes on under the other hat; sockets that were opened under the first one are closed by their node within a second. */
export const changeHat = handle(switchHat, async (ctx: Mine, { hat }) => {
  const { scope, tx } = ctx
  const held = await hatsOf(ctx, scope.accountId)
  if (!held.includes(hat) || appOf(hat) !== scope.app) throw new ProblemError('wrong-state', {}, 'hat_not_held')
  await tx.db.updateTable('session').set({ hat }).where('id', '=', scope.sessionId).execute()
  return describeSession(ctx, scope.sessionId)
})

/** Repeating is safe. Goes with the session: whoever signs in anew has no lock yet. */
export const noteLock = handle(noteAppLock, async (ctx: Mine, { isOn }) => {
  await ctx.tx.db.updateTable('session').set({ has_lock: isOn }).where('id', '=', ctx.scope.sessionId).execute()
  return {}
})

/** Those of the app that asks: at work nothing tells that somebody also uses Weft for themselves. */
export const devices = handle(listDevices, async (ctx: Mine) => {
  const rows = await ctx.tx.db
    .selectFrom('session')
    .select(['id', 'app', 'label', 'created_at', 'last_used_at', 'idle_seconds'])
    .where('account_id', '=', ctx.scope.accountId)
    .where('app', '=', ctx.scope.app)
    .where('ended_at', 'is', null)
    .where('ends_at', '>', ctx.now)
    .orderBy('last_used_at', 'desc')
    .execute()
  const isLive = (row: (typeof rows)[number]) =>
    row.last_used_at.getTime() + row.idle_seconds * 1000 > ctx.now.getTime()
  return {
    devices: rows.filter(isLive).map((row) => ({
      sessionId: row.id,
      app: row.app,
      label: row.label,
      signedInAt: row.created_at.toISOString(),
      lastUsedAt: row.last_used_at.toISOString(),
      isThisOne: row.id === ctx.scope.sessionId,
    })),
  }
})

/** Repeating is safe. */
export const endOne = handle(endDevice, async (ctx: Mine, { sessionId }) => {
  const mine = await ctx.tx.db
    .selectFrom('session')
    .select('id')
    .where('id', '=', sessionId)
    .where('account_id', '=', ctx.scope.accountId)
    .where('app', '=', ctx.scope.app)
    .executeTakeFirst()
  if (!mine) throw new Refused('no_relation')
  await endSessions(ctx, { accountId: ctx.scope.accountId, sessionId })
  if (sessionId === ctx.scope.sessionId) ctx.door.clearCookie(`weft_${ctx.scope.app}`)
  return {}
})
