import { type CopingStrategy, TAPS_HELD } from '@weft/contract/plans/shapes.ts'
import { ProblemError } from '@weft/contract/problem.ts'
import type { Selectable } from 'kysely'
import type { Ctx } from '../../platform/feature.ts'
import type { CopingStrategyTable, CopingTapTable } from './tables.ts'

type Row = Selectable<CopingStrategyTable> & {
  used: number
  helped: number
  taps: (Pick<CopingTapTable, 'kind'> & { tapId: string; at: string })[]
}

const toStrategy = (row: Row): CopingStrategy => ({
  copingId: row.id,
  words: row.words,
  ...(row.when_to_use && { whenToUse: row.when_to_use }),
  ...(row.trigger_words && { trigger: row.trigger_words }),
  usedCount: row.used,
  helpedCount: row.helped,
  taps: row.taps.map((tap) => ({ ...tap, at: new Date(tap.at).toISOString() })),
  ...(row.pinned_at && { pinnedAt: row.pinned_at.toISOString() }),
  visibility: row.visibility,
  version: row.version,
  createdAt: row.created_at.toISOString(),
  ...(row.deleted_at && { deletedAt: row.deleted_at.toISOString() }),
})

const columns = `c.*, n.used, n.helped, t.taps`
const counts = `
  cross join lateral (select (count(*) filter (where kind = 'used'))::int as used, (count(*) filter (where kind = 'helped'))::int as helped
    from coping_tap where coping_id = c.id and undone_at is null) n
  cross join lateral (select coalesce(jsonb_agg(jsonb_build_object('tapId', l.id, 'kind', l.kind, 'at', l.at) order by l.at desc, l.id desc), '[]') as taps
    from (select * from coping_tap where coping_id = c.id and undone_at is null order by at desc, id desc limit ${TAPS_HELD}) l) t`

/** Coping ideas in the order of their ids. */
export async function loadCoping(ctx: Ctx, personId: string): Promise<CopingStrategy[]> {
  const { rows } = await ctx.tx.query(
    `select ${columns} from coping_strategy c ${counts} where c.person_id = $1 order by c.id`,
    [personId],
  )
  return rows.map(toStrategy)
}

/** The ideas of one person that others may read; of a choice that began `from`, those made since. */
export async function loadSharedCoping(ctx: Ctx, personId: string, from: Date | undefined): Promise<CopingStrategy[]> {
  const { rows } = await ctx.tx.query(
    `select ${columns} from coping_strategy c ${counts} where c.person_id = $1 and c.visibility = 'shared' and c.deleted_at is null
       and ($2::timestamptz is null or c.created_at >= $2) order by c.created_at desc, c.id desc`,
    [personId, from],
  )
  return rows.map(toStrategy)
}

/** Stores an idea as it is now, but for its taps; and the words that it had, if they changed. */
export async function saveStrategy(
  ctx: Ctx,
  personId: string,
  before: CopingStrategy | undefined,
  one: CopingStrategy,
): Promise<void> {
  if (!before) return insertStrategy(ctx, personId, one)
  if (before.version !== one.version) {
    await ctx.tx.query(
      `insert into coping_strategy_version (coping_id, version, person_id, words, when_to_use, trigger_words, until_at)
       values ($1, $2, $3, $4, $5, $6, $7)`,
      [before.copingId, before.version, personId, before.words, before.whenToUse, before.trigger, ctx.now],
    )
  }
  await ctx.tx.query(
    `update coping_strategy set words = $2, when_to_use = $3, trigger_words = $4, pinned_at = $5, deleted_at = $6, version = $7,
       visibility = $8 where id = $1`,
    [one.copingId, one.words, one.whenToUse, one.trigger, one.pinnedAt, one.deletedAt, one.version, one.visibility],
  )
}

async function insertStrategy(ctx: Ctx, personId: string, one: CopingStrategy): Promise<void> {
  const by = ctx.scope.kind === 'account' ? ctx.scope : undefined
  const { rowCount } = await ctx.tx.query(
    `insert into coping_strategy (id, person_id, words, when_to_use, trigger_words, visibility, created_at, created_by, created_hat)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict (id) do nothing`,
    [
      one.copingId,
      personId,
      one.words,
      one.whenToUse,
      one.trigger,
      one.visibility,
      one.createdAt,
      by?.accountId,
      by?.hat,
    ],
  )
  if (rowCount === 0) throw new ProblemError('id-taken')
}
