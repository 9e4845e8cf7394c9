import { newestCopyFirst, type RecordCopy } from '@weft/contract/records/shapes.ts'
import type { Selectable } from 'kysely'
import type { Ctx } from '../../platform/feature.ts'
import type { RecordCopyTable } from './tables.ts'

export type CopyRow = Selectable<RecordCopyTable> & { service_name: string }

export const toCopy = (row: CopyRow): RecordCopy => ({
  copyId: row.id,
  serviceId: row.service_id,
  serviceName: row.service_name,
  items: row.items,
  ...(row.from_date !== null && { from: row.from_date }),
  ...(row.to_date !== null && { to: row.to_date }),
  byName: row.by_name,
  ...(row.by_role !== null && { byRole: row.by_role }),
  takenAt: row.created_at.toISOString(),
})

const copies = 'select c.*, s.plain_name as service_name from record_copy c join service s on s.id = c.service_id'

/** Read as whoever asks, behind the second fence; with one service only, when that is named. */
export async function loadCopies(ctx: Ctx, personId: string, serviceId?: string): Promise<RecordCopy[]> {
  const { rows } = await ctx.tx.query(`${copies} where c.person_id = $1 and ($2::uuid is null or c.service_id = $2)`, [
    personId,
    serviceId ?? null,
  ])
  return rows.map(toCopy).sort(newestCopyFirst)
}

export async function findCopy(ctx: Ctx, copyId: string): Promise<CopyRow | undefined> {
  const { rows } = await ctx.tx.query(`${copies} where c.id = $1`, [copyId])
  return rows[0]
}
