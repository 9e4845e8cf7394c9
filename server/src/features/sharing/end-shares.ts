import { sharedChannel } from '@weft/contract/sharing/channel.ts'
import type { Ctx } from '../../platform/feature.ts'
import type {} from '../access/facts.ts'
import { refreshGrants } from '../access/grants.ts'
import { publishOwn } from '../own/own-change.ts'

/** Which of a person's live choices; nothing more named means all. */
export interface WhichShares {
  personId: string
  serviceId?: string
  scope?: string
}

/**
 * Ends live choices in this transaction: from its commit nobody reads by them, whatever screen is open. Publishes `share.stopped` to the
 * person's devices and the team's screens; announces `share.changed` for each scope. Repeating is safe. Answers how many ended.
 */
export async function endShares(ctx: Ctx, which: WhichShares, state: 'revoked' | 'expired'): Promise<number> {
  const { personId } = which
  const { rows } = await ctx.tx.asSystem('access', () =>
    ctx.tx.query(
      `update share_grant g set state = $4, to_at = $5, version = version + 1
       where person_id = $1 and ($2::uuid is null or service_id = $2) and ($3::text is null or scope = $3) and state = 'granted'
       returning id, service_id, scope, from_at`,
      [personId, which.serviceId, which.scope, state, ctx.now],
    ),
  )
  if (rows.length === 0) return 0
  await refreshGrants(ctx, { personId })
  const scopes = [...new Set(rows.map((row) => row.scope as string))].sort()
  const stillShared = await scopesStillShared(ctx, personId)
  for (const scope of scopes) {
    const stopped = rows
      .filter((row) => row.scope === scope)
      .map((row) => ({ shareId: row.id as string, since: (row.from_at as Date | null) ?? undefined }))
    await ctx.announce('share.changed', { personId, scope, isShared: stillShared.has(scope), stopped })
  }
  const ended = rows
    .map((row) => ({ serviceId: row.service_id as string, scope: row.scope as string }))
    .sort((a, b) => (`${a.serviceId} ${a.scope}` < `${b.serviceId} ${b.scope}` ? -1 : 1))
  for (const one of ended) await publishOwn(ctx, personId, 'share.stopped', one)
  for (const { serviceId, scope } of ended)
    await ctx.publish(sharedChannel, { personId, serviceId }, 'share.stopped', { scope }, { subjectId: personId })
  return ended.length
}

async function scopesStillShared(ctx: Ctx, personId: string): Promise<Set<string>> {
  const { rows } = await ctx.tx.asSystem('access', () =>
    ctx.tx.query(`select distinct scope from share_grant where person_id = $1 and state = 'granted'`, [personId]),
  )
  return new Set(rows.map((row) => row.scope))
}
