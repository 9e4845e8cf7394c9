import { askForExport, openExport } from '@weft/contract/my-data/operations.ts'
import { EXPORTS_A_DAY } from '@weft/contract/my-data/shapes.ts'
import { ProblemError } from '@weft/contract/problem.ts'
import { type Ctx, handle } from '../../platform/feature.ts'
import { Refused } from '../../platform/runner.ts'
import type { AccountScope } from '../../platform/scope.ts'
import { publishOwn } from '../own/own-change.ts'
import { requireRecent } from '../people/prove-again.ts'
import { COLUMNS, type ExportRow, readyBy, toExport } from './export-rows.ts'
import { isFrozen } from './frozen.ts'
import { MAKE_EXPORTS } from './names.ts'

type Mine = Ctx<AccountScope>

const DAY_MS = 86_400_000

/** The row is the wish; a job makes the file. Every asking is in the log of who looked. */
export const ask = handle(askForExport, async (ctx: Mine, input) => {
  const { personId } = await ctx.require<{ personId: string }>('own.write', input)
  await requireRecent(ctx)
  await ctx.tx.query('select pg_advisory_xact_lock(hashtextextended($1, 7210520))', [personId])
  const { rows: earlier } = await ctx.tx.query(
    'select id, asked_at from my_export where person_id = $1 and asked_at > $2 order by asked_at',
    [personId, new Date(ctx.now.getTime() - DAY_MS)],
  )
  if (earlier.some((row) => row.id === input.exportId)) return {}
  const [first] = earlier
  if (earlier.length >= EXPORTS_A_DAY)
    throw new ProblemError('too-many', {
      retryAfter: Math.ceil((first.asked_at.getTime() + DAY_MS - ctx.now.getTime()) / 1000),
    })
  const { rows } = await ctx.tx.query(
    `insert into my_export (id, person_id, account_id, asked_at, ready_by) values ($1, $2, $3, $4, $5)
     on conflict (id) do nothing returning ${COLUMNS}`,
    [input.exportId, personId, ctx.scope.accountId, ctx.now, readyBy(ctx.now)],
  )
  if (!rows[0]) throw new ProblemError('id-taken')
  await discloseExport(ctx, personId, input.exportId)
  await publishOwn(ctx, personId, 'export.changed', toExport(rows[0] as ExportRow))
  ctx.wake(MAKE_EXPORTS)
  return {}
})

/**
 * Absent for anybody else, before it is ready, and once its day is over, whether or not the job has erased it. One made before the record was
 * frozen is not ready either, until the job has made it anew.
 */
export const open = handle(openExport, async (ctx: Mine, input) => {
  const { personId } = await ctx.require<{ personId: string }>('own.read', input)
  await requireRecent(ctx)
  const { rows } = await ctx.tx.query(
    `update my_export set opened_at = coalesce(opened_at, $4)
     where id = $1 and person_id = $2 and account_id = $3 and ready_at is not null and ends_at > $4
       and not (holds_services and $5) returning ready_at, archive`,
    [input.exportId, personId, ctx.scope.accountId, ctx.now, await isFrozen(ctx, personId)],
  )
  const [row] = rows
  if (!row) throw new Refused('no_relation')
  await discloseExport(ctx, personId, input.exportId)
  const readyAt: string = row.ready_at.toISOString()
  return { fileName: `my-file-${readyAt.slice(0, 10)}.zip`, readyAt, archive: row.archive.toString('base64') }
})

const discloseExport = (ctx: Ctx, personId: string, exportId: string) =>
  ctx.disclose([
    { personId, recordClass: 'personal', itemKind: 'export', itemId: exportId, action: 'export', reasonCode: 'owner' },
  ])
