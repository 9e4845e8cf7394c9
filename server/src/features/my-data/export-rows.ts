import type { Export } from '@weft/contract/my-data/shapes.ts'
import type { Ctx } from '../../platform/feature.ts'
import type { MyExportTable } from './tables.ts'

/** All of it but the file. */
export const COLUMNS = 'id, person_id, account_id, asked_at, ready_by, ready_at, ends_at, opened_at, failed_at'
export type ExportRow = Omit<MyExportTable, 'archive' | 'attempts' | 'next_at' | 'holds_services'>

export const toExport = (row: ExportRow): Export => ({
  exportId: row.id,
  askedAt: row.asked_at.toISOString(),
  readyBy: row.ready_by.toISOString(),
  ...(row.ready_at && { readyAt: row.ready_at.toISOString() }),
  ...(row.failed_at && { failedAt: row.failed_at.toISOString() }),
  ...(row.ready_at && row.ends_at && { endsAt: row.ends_at.toISOString() }),
})

const FIVE_MINUTES_MS = 5 * 60_000
/** A minute or two is usual; as long as this where the job's wake was lost and the machine is busy. */
const READY_WITHIN_MS = 10 * 60_000

/** What is said to somebody who waits from `now` on. */
export const readyBy = (now: Date): Date =>
  new Date(Math.ceil((now.getTime() + READY_WITHIN_MS) / FIVE_MINUTES_MS) * FIVE_MINUTES_MS)

/** Those that are on their way, can be opened or were given up, newest first. */
export async function loadExports(ctx: Ctx, personId: string): Promise<Export[]> {
  const { rows } = await ctx.tx.query(
    `select ${COLUMNS} from my_export where person_id = $1 and (ends_at is null or ends_at > $2) order by asked_at desc, id desc`,
    [personId, ctx.now],
  )
  return (rows as ExportRow[]).map(toExport)
}
