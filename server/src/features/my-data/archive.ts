import type { Ctx, Feature } from '../../platform/feature.ts'
import { csv } from './csv.ts'
import { gather } from './gather.ts'
import { page } from './page.ts'
import { tablesOf } from './tables-of.ts'
import { toBytes } from './weft-file.ts'
import { zip } from './zip.ts'

/**
 * Everything of one person in one archive: `index.html` to read and print, `weft.json` to bring back, `record.json` with the rest as data,
 * and a table for each list in `csv/`.
 */
export async function makeArchive(ctx: Ctx, personId: string, features: readonly Feature[]): Promise<Buffer> {
  const held = await gather(ctx, personId, features)
  const { file, ...record } = held
  const tables = tablesOf(held)
  return zip(
    [
      { name: 'index.html', text: page('Everything of mine', ctx.now, tables, held.messages) },
      { name: 'weft.json', text: toBytes(file) },
      { name: 'record.json', text: `${JSON.stringify(record, null, 1)}\n` },
      ...tables.map(({ name, columns, rows }) => ({ name: `csv/${name}.csv`, text: csv(columns, rows) })),
    ],
    ctx.now,
  )
}
