import { rateProblem, restoreRating, unrateProblem } from '@weft/contract/trackers/operations.ts'
import type { Ctx } from '../../platform/feature.ts'
import { Refused } from '../../platform/runner.ts'
import type { AccountScope } from '../../platform/scope.ts'
import { handleOwn, publishOwn } from '../own/own-change.ts'
import { problemOf } from './change-problem.ts'
import { keepVersion, requireDay, takeTurns, tellSharers } from './keep.ts'
import { toRating } from './rows.ts'
import type { ProblemRatingTable } from './tables.ts'

/** Whatever state the problem is in: what was rated offline before it was paused elsewhere still counts. */
export const rate = handleOwn(rateProblem, async (ctx, input, personId) => {
  requireDay(ctx, input)
  const { problemId, forDate, value, note, whatHelped, recordedAt, changeId } = input
  await takeTurns(ctx, personId)
  const problem = await problemOf(ctx, personId, problemId)
  const before = await ratingOn(ctx, personId, input)
  if (before) await keepVersion(ctx, personId, 'rating', before.id, toRating(before))
  const { accountId, hat } = ctx.scope
  const { rows } = await ctx.tx.query(
    `insert into problem_rating as r (id, person_id, tracker_id, for_date, value, note, what_helped, recorded_at, visibility,
       created_at, created_by, created_hat)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
     on conflict (person_id, tracker_id, for_date) do update set value = excluded.value, note = excluded.note,
       what_helped = excluded.what_helped, recorded_at = excluded.recorded_at, removed_at = null, version = r.version + 1
     returning *`,
    [
      changeId,
      personId,
      problemId,
      forDate,
      value,
      note,
      whatHelped,
      recordedAt,
      problem.visibility,
      ctx.now,
      accountId,
      hat,
    ],
  )
  await tell(ctx, personId, rows[0])
})

type Day = { problemId: string; forDate: string }

const mark = (isRemoved: boolean) => async (ctx: Ctx<AccountScope>, input: Day, personId: string) => {
  await takeTurns(ctx, personId)
  const before = await ratingOn(ctx, personId, input)
  if (!before) throw new Refused('no_relation')
  if ((before.removed_at !== null) === isRemoved) return
  const { rows } = await ctx.tx.query(
    'update problem_rating set removed_at = $2, version = version + 1 where id = $1 returning *',
    [before.id, isRemoved ? ctx.now : null],
  )
  await tell(ctx, personId, rows[0])
}

export const unrate = handleOwn(unrateProblem, mark(true))
export const restore = handleOwn(restoreRating, mark(false))

async function tell(ctx: Ctx, personId: string, row: ProblemRatingTable): Promise<void> {
  await publishOwn(ctx, personId, 'problem.rated', toRating(row))
  await tellSharers(ctx, personId, `problem:${row.tracker_id}`, row.visibility)
}

async function ratingOn(
  ctx: Ctx,
  personId: string,
  { problemId, forDate }: Day,
): Promise<ProblemRatingTable | undefined> {
  const { rows } = await ctx.tx.query(
    'select * from problem_rating where person_id = $1 and tracker_id = $2 and for_date = $3 for update',
    [personId, problemId, forDate],
  )
  return rows[0]
}
