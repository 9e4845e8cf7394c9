import { EXPORT_HOURS } from '@weft/contract/my-data/shapes.ts'
import type { Ctx, Feature, Job } from '../../platform/feature.ts'
import { errorFields } from '../../platform/log.ts'
import { publishOwn } from '../own/own-change.ts'
import { makeArchive } from './archive.ts'
import { COLUMNS, type ExportRow, readyBy, toExport } from './export-rows.ts'
import type {} from './facts.ts'
import { isFrozen, isFrozenSql } from './frozen.ts'
import { MAKE_EXPORTS } from './names.ts'

const HOUR_MS = 3_600_000
const BATCH = 20
const TRIES = 3
/** The second try comes this much after the first, the third twice as much after the second. */
const TRY_AGAIN_MINUTES = 5
const scope = { kind: 'system', system: 'jobs', requestId: `job-${MAKE_EXPORTS}` } as const
const askers = `my_export x join account a on a.id = x.account_id and a.state = 'active' and a.closing_at is null`
const isWaiting = 'x.ready_at is null and x.failed_at is null'

/**
 * Makes each file that was asked for, one a transaction. One that cannot be made is tried twice more, later, and then given up, and the person
 * told; neither it nor one whose account cannot have it holds up the others.
 */
export const makeExports = (features: () => readonly Feature[]): Job => ({
  name: MAKE_EXPORTS,
  everySeconds: 60,
  async run({ db, act, now, log }) {
    await act('jobs', takeBack)
    const { rows } = await db.as(scope, (tx) =>
      tx.query(
        `select x.id from ${askers} where ${isWaiting} and (x.next_at is null or x.next_at <= $1) order by x.asked_at, x.id limit $2`,
        [now(), BATCH],
      ),
    )
    for (const { id } of rows) {
      if (!(await act('jobs', (ctx) => countTry(ctx, id)))) continue
      await act('jobs', (ctx) => makeOne(ctx, id, features())).catch(async (error: unknown) => {
        log.warn({ job: MAKE_EXPORTS, error: errorFields(error) }, 'A file could not be made')
        await act('jobs', (ctx) => giveUp(ctx, id))
      })
    }
  },
})

/**
 * Before it begins, so that a try counts that ended this process. Whoever counted it makes it; where the last one came to nothing there is no
 * more to count, and it is given up.
 */
async function countTry(ctx: Ctx, id: string): Promise<boolean> {
  const { rows } = await ctx.tx.query(
    `update my_export x set attempts = attempts + 1, next_at = $2::timestamptz + (attempts + 1) * make_interval(mins => $3)
     where id = $1 and ${isWaiting} and (next_at is null or next_at <= $2) and attempts < $4 returning id`,
    [id, ctx.now, TRY_AGAIN_MINUTES, TRIES],
  )
  if (rows.length === 0) await giveUp(ctx, id, 'once due')
  return rows.length > 0
}

/** After the last try. The row stays for as long as a file would, to say so. */
async function giveUp(ctx: Ctx, id: string, when: 'now' | 'once due' = 'now'): Promise<void> {
  const { rows } = await ctx.tx.query(
    `update my_export x set failed_at = $2, ends_at = $3 where id = $1 and ${isWaiting} and attempts >= $4 and ($5 or next_at <= $2)
     returning ${COLUMNS}`,
    [id, ctx.now, endOf(ctx.now), TRIES, when === 'now'],
  )
  await tell(ctx, rows)
}

/** Files that were made before a record was frozen are made anew, without what services hold. */
async function takeBack(ctx: Ctx): Promise<void> {
  const { rows } = await ctx.tx.asSystem('access', () =>
    ctx.tx.query(
      `update my_export x set ready_at = null, ends_at = null, archive = null, attempts = 0, next_at = null, ready_by = $2
       where ready_at is not null and ends_at > $1 and holds_services and ${isFrozenSql('x.person_id')} returning ${COLUMNS}`,
      [ctx.now, readyBy(ctx.now)],
    ),
  )
  await tell(ctx, rows)
}

/** Held from the first look to the commit: closing the account meanwhile waits, and takes the file with it. */
async function makeOne(ctx: Ctx, id: string, features: readonly Feature[]): Promise<void> {
  const { rows } = await ctx.tx.query(
    `select x.person_id from ${askers} where x.id = $1 and ${isWaiting} for update of x skip locked`,
    [id],
  )
  const personId: string | undefined = rows[0]?.person_id
  if (!personId) return
  // Asked before the file is gathered: a record frozen meanwhile leaves one that does not open.
  const holdsServices = !(await isFrozen(ctx, personId))
  const archive = await makeArchive(ctx, personId, features)
  const { rows: stored } = await ctx.tx.query(
    `update my_export set archive = $2, ready_at = $3, ends_at = $4, holds_services = $5 where id = $1 returning ${COLUMNS}`,
    [id, archive, ctx.now, endOf(ctx.now), holdsServices],
  )
  await tell(ctx, stored)
  await ctx.announce('export.ready', { exportId: id })
}

const endOf = (now: Date) => new Date(now.getTime() + EXPORT_HOURS * HOUR_MS)

async function tell(ctx: Ctx, rows: unknown[]): Promise<void> {
  for (const row of rows as ExportRow[]) await publishOwn(ctx, row.person_id, 'export.changed', toExport(row))
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
