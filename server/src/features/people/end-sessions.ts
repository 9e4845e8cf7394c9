import type { Ctx } from '../../platform/feature.ts'

export interface WhichSessions {
  accountId: string
  sessionId?: string
  app?: 'people' | 'staff'
  /** All but this one. */
  exceptSessionId?: string
}

/** Ends those that have not ended, tells who must know, and closes their sockets once this commits. Answers how many ended. */
export async function endSessions(ctx: Ctx, which: WhichSessions): Promise<number> {
  const { accountId, sessionId, app, exceptSessionId } = which
  const { rows } = await ctx.tx.asSystem('identity', () =>
    ctx.tx.query(
      `update session set ended_at = $2
       where account_id = $1 and ended_at is null and ($3::uuid is null or id = $3) and ($4::text is null or app = $4) and id is distinct from $5::uuid
       returning id`,
      [accountId, ctx.now, sessionId ?? null, app ?? null, exceptSessionId ?? null],
    ),
  )
  if (rows.length > 0)
    await announceEnd(
      ctx,
      accountId,
      rows.map((row) => row.id as string),
    )
  return rows.length
}

export async function announceEnd(ctx: Ctx, accountId: string, sessionIds: string[]): Promise<void> {
  await ctx.announce('session.ended', { accountId, sessionIds })
  ctx.endSessions(sessionIds)
}
