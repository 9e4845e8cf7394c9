import { EXPORT_HOURS } from '@weft/contract/my-data/shapes.ts'
import type { Ctx, Feature, Job } from '../../platform/feature.ts'
import { errorFields } from '../../platform/log.ts'
import { publishOwn } from '../own/own-change.ts'
import { makeArchive } from './archive.ts'
import { COLUMNS, type ExportRow, toExport } from './export-rows.ts'
import type {} from './facts.ts'
import { MAKE_EXPORTS } from './names.ts'

const HOUR_MS = 3_600_000
const BATCH = 20
const scope = { kind: 'system', system: 'jobs', requestId: `job-${MAKE_EXPORTS}` } as const

/** Makes each file that was asked for, one a transaction. One that cannot be made is tried again in a minute; the others go on. */
export const makeExports = (features: () => readonly Feature[]): Job => ({
  name: MAKE_EXPORTS,
  everySeconds: 60,
  async run({ db, act, log }) {
    const { rows } = await db.as(scope, (tx) =>
      tx.query('select id from my_export where ready_at is null order by asked_at, id limit $1', [BATCH]),
    )
    for (const { id } of rows) {
      await act('jobs', (ctx) => makeOne(ctx, id, features())).catch((error: unknown) =>
        log.warn({ job: MAKE_EXPORTS, error: errorFields(error) }, 'A file could not be made; it will be tried again'),
      )
    }
  },
})

/** Held from the first look to the commit: closing the account meanwhile waits, and takes the file with it. */
async function makeOne(ctx: Ctx, id: string, features: readonly Feature[]): Promise<void> {
  const { rows } = await ctx.tx.query(
    `select x.person_id from my_export x join account a on a.id = x.account_id and a.state = 'active' and a.closing_at is null
     where x.id = $1 and x.ready_at is null for update of x skip locked`,
    [id],
  )
  const personId: string | undefined = rows[0]?.person_id
  if (!personId) return
  const archive = await makeArchive(ctx, personId, features)
  const { rows: stored } = await ctx.tx.query(
    `update my_export set archive = $2, ready_at = $3, ends_at = $4 where id = $1 returning ${COLUMNS}`,
    [id, archive, ctx.now, new Date(ctx.now.getTime() + EXPORT_HOURS * HOUR_MS)],
  )
  await publishOwn(ctx, personId, 'export.changed', toExport(stored[0] as ExportRow))
  await ctx.announce('export.ready', { exportId: id })
}

/** A file goes a day after it was ready, opened or not. */
export const eraseExports: Job = {
  name: 'export.erase',
  everySeconds: 60,
  async run({ act }) {
    for (let erased = BATCH; erased === BATCH; ) {
      erased = await act('jobs', async (ctx) => {
        const { rows } = await ctx.tx.asSystem('erasure', () =>
          ctx.tx.query(
            `delete from my_export where id in (
               select id from my_export where ends_at <= $1 order by ends_at limit $2 for update skip locked) returning id, person_id`,
            [ctx.now, BATCH],
          ),
        )
        for (const row of rows) await publishOwn(ctx, row.person_id, 'export.erased', { exportId: row.id })
        return rows.length
      })
    }
  },
}
