import type { Export } from '@weft/contract/my-data/shapes.ts'
import type { Ctx } from '../../platform/feature.ts'
import type { MyExportTable } from './tables.ts'

/** All of it but the file. */
export const COLUMNS = 'id, person_id, account_id, asked_at, ready_by, ready_at, ends_at, opened_at'
export type ExportRow = Omit<MyExportTable, 'archive'>

export const toExport = (row: ExportRow): Export => ({
  exportId: row.id,
  askedAt: row.asked_at.toISOString(),
  readyBy: row.ready_by.toISOString(),
  ...(row.ready_at && { readyAt: row.ready_at.toISOString() }),
  ...(row.ends_at && { endsAt: row.ends_at.toISOString() }),
})

/** Those that are on their way or can be opened, newest first. */
export async function loadExports(ctx: Ctx, personId: string): Promise<Export[]> {
  const { rows } = await ctx.tx.query(
    `select ${COLUMNS} from my_export where person_id = $1 and (ends_at is null or ends_at > $2) order by asked_at desc, id desc`,
    [personId, ctx.now],
  )
  return (rows as ExportRow[]).map(toExport)
}
