import { inOrder } from '@weft/contract/trackers/apply.ts'
import { listSharedTrackers, type SharedTrackers } from '@weft/contract/trackers/operations.ts'
import { type Ctx, handle } from '../../platform/feature.ts'
import type { LiveShare, Sharing } from '../access/require-shared.ts'
import { type Between, requireWindow } from './load-trackers.ts'
import { toMood, toNight, toProblem, toRating } from './rows.ts'
import type { MoodEntryTable, ProblemRatingTable, SleepEntryTable, TrackerTable } from './tables.ts'

/**
 * What the person shares with this service, between two dates, and nothing beside it: of a kind that is not shared there is no key, and so
 * it is of a shared kind without an entry in the window's reach. One row of the log for each kind that is shown.
 */
export const listShared = handle(listSharedTrackers, async (ctx, input) => {
  const { personId, shares } = await ctx.require<Sharing>('trackers.readShared', input)
  requireWindow(input)
  const shareOf = (scope: string) => shares.find((one) => one.scope === scope)
  const [sleep, mood] = [shareOf('sleep'), shareOf('mood')]
  const read = <Row>(table: string, share: LiveShare, more = '') =>
    sharedRows<Row>(ctx, table, personId, input, share, more)

  const nights = sleep && (await read<SleepEntryTable>('sleep_entry', sleep)).map(toNight)
  const moods = mood && (await read<MoodEntryTable>('mood_entry', mood)).map(toMood)
  const problems: SharedTrackers['problems'] = []
  for (const problem of await sharedProblems(ctx, personId, shares)) {
    const ratings = await read<ProblemRatingTable>(
      'problem_rating',
      { ...problem.share, from: undefined },
      problem.row.id,
    )
    problems.push({ problem: toProblem(problem.row), ratings: ratings.map(toRating) })
  }

  const shownScopes = [
    ...(nights?.length ? ['sleep'] : []),
    ...(moods?.length ? ['mood'] : []),
    ...problems.map(({ problem }) => `problem:${problem.problemId}`),
  ]
  await ctx.disclose(
    shownScopes.map((scope) => ({
      personId,
      recordClass: 'personal',
      itemKind: scope.split(':')[0] as string,
      itemId: scope,
      action: 'read',
      reasonCode: 'shared_service',
      serviceId: input.serviceId,
    })),
  )
  const none = { sleep: [], problems: [], ratings: [], moods: [], moments: [] }
  const ordered = inOrder({ ...none, sleep: nights ?? [], moods: moods ?? [] })
  return {
    ...(nights?.length && { sleep: ordered.sleep }),
    ...(moods?.length && { moods: ordered.moods }),
    problems: problems.map(({ problem, ratings }) => ({ problem, ratings: inOrder({ ...none, ratings }).ratings })),
  }
})

/** Rows of one scope that are shared, not removed, and made since sharing began where it began with what came next. */
async function sharedRows<Row>(
  ctx: Ctx,
  table: string,
  personId: string,
  { from, to }: Between,
  share: LiveShare,
  trackerId: string,
): Promise<Row[]> {
  const { rows } = await ctx.tx.query(
    `select * from ${table} where person_id = $1 and for_date between $2 and $3 and visibility = 'shared' and removed_at is null
     and ($4::timestamptz is null or created_at >= $4) ${trackerId && 'and tracker_id = $5'}`,
    [personId, from, to, share.from ?? null, ...(trackerId ? [trackerId] : [])],
  )
  return rows
}

/** Problems that are shared, in the order they were begun. */
async function sharedProblems(ctx: Ctx, personId: string, shares: readonly LiveShare[]) {
  const byId = new Map(shares.map((share) => [share.scope.replace(/^problem:/, ''), share]))
  const { rows } = await ctx.tx.query(
    `select * from tracker where person_id = $1 and kind = 'problem' and visibility = 'shared' and id::text = any ($2)
     order by created_at, id`,
    [personId, [...byId.keys()]],
  )
  return (rows as TrackerTable[]).map((row) => ({ row, share: byId.get(row.id) as LiveShare }))
}
