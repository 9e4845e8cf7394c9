import { ASK_AGAIN_DAYS, type ShareAsk, type TeamAsk } from '@weft/contract/sharing/shapes.ts'
import type { Selectable } from 'kysely'
import type { Ctx } from '../../platform/feature.ts'
import { publishOwn } from '../own/own-change.ts'
import type { ShareAskTable } from './tables.ts'

export type AskRow = Selectable<ShareAskTable>

export const DAY_MS = 86_400_000

export const toAsk = (row: AskRow): ShareAsk => ({
  askId: row.id,
  serviceId: row.service_id,
  scope: row.scope,
  byName: row.by_name,
  ...(row.by_role !== null && { byRole: row.by_role }),
  askedAt: row.created_at.toISOString(),
})

/** Without a word of what came of it. */
export const toTeamAsk = (row: AskRow): TeamAsk => ({
  askId: row.id,
  scope: row.scope,
  byName: row.by_name,
  askedAt: row.created_at.toISOString(),
  againAt: new Date(row.created_at.getTime() + ASK_AGAIN_DAYS * DAY_MS).toISOString(),
})

/** Those that wait for the person's answer, in the order of their ids. */
export async function loadAsks(ctx: Ctx, personId: string): Promise<ShareAsk[]> {
  const { rows } = await ctx.tx.asSystem('access', () =>
    ctx.tx.query(`select * from share_ask where person_id = $1 and state = 'waiting' order by id`, [personId]),
  )
  return rows.map(toAsk)
}

/** Closes what still waits, and tells the person's devices. Repeating is safe. */
export async function closeAsks(
  ctx: Ctx,
  which: { personId: string; serviceId?: string; scope?: string; askId?: string },
  state: 'yes' | 'no' | 'lapsed',
): Promise<void> {
  const { personId, serviceId, scope, askId } = which
  const { rows } = await ctx.tx.asSystem('access', () =>
    ctx.tx.query(
      `update share_ask set state = $5, answered_at = $6, version = version + 1
       where person_id = $1 and state = 'waiting' and ($2::uuid is null or service_id = $2) and ($3::text is null or scope = $3)
         and ($4::uuid is null or id = $4) returning id`,
      [personId, serviceId ?? null, scope ?? null, askId ?? null, state, ctx.now],
    ),
  )
  for (const askId of rows.map((row) => row.id as string).sort()) await publishOwn(ctx, personId, 'ask.over', { askId })
}
