import { ProblemError } from '@weft/contract/problem.ts'
import { logMood, removeMood, restoreMood } from '@weft/contract/trackers/operations.ts'
import type { Ctx } from '../../platform/feature.ts'
import { Refused } from '../../platform/runner.ts'
import type { AccountScope } from '../../platform/scope.ts'
import { handleOwn, publishOwn } from '../own/own-change.ts'
import { keepVersion, requireDay, takeTurns, tellSharers, visibilityOf } from './keep.ts'
import { toMood } from './rows.ts'
import type { MoodEntryTable } from './tables.ts'

/** With an id that is known it changes that mood, which must itself be of the last 7 days. */
export const log = handleOwn(logMood, async (ctx, input, personId) => {
  requireDay(ctx, input)
  const { moodId, forDate, face, feelings = [], note, recordedAt } = input
  await takeTurns(ctx, personId)
  const before = await moodOf(ctx, personId, moodId)
  if (before) {
    requireDay(ctx, { forDate: before.for_date, recordedAt })
    await keepVersion(ctx, personId, 'mood', moodId, toMood(before))
  }
  const visibility = before?.visibility ?? (await visibilityOf(ctx, personId, 'mood'))
  const values = [forDate, face, feelings, note, recordedAt]
  const { rows } = before
    ? await ctx.tx.query(
        `update mood_entry set for_date = $2, face = $3, feelings = $4, note = $5, recorded_at = $6, removed_at = null,
           version = version + 1 where id = $1 returning *`,
        [moodId, ...values],
      )
    : await ctx.tx.query(
        `insert into mood_entry (id, for_date, face, feelings, note, recorded_at, person_id, visibility, created_at, created_by, created_hat)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) on conflict (id) do nothing returning *`,
        [moodId, ...values, personId, visibility, ctx.now, ctx.scope.accountId, ctx.scope.hat],
      )
  if (!rows[0]) throw new ProblemError('id-taken')
  await tell(ctx, personId, rows[0])
})

const mark = (isRemoved: boolean) => async (ctx: Ctx<AccountScope>, input: { moodId: string }, personId: string) => {
  await takeTurns(ctx, personId)
  const before = await moodOf(ctx, personId, input.moodId)
  if (!before) throw new Refused('no_relation')
  if ((before.removed_at !== null) === isRemoved) return
  const { rows } = await ctx.tx.query(
    'update mood_entry set removed_at = $2, version = version + 1 where id = $1 returning *',
    [before.id, isRemoved ? ctx.now : null],
  )
  await tell(ctx, personId, rows[0])
}

export const remove = handleOwn(removeMood, mark(true))
export const restore = handleOwn(restoreMood, mark(false))

async function tell(ctx: Ctx, personId: string, row: MoodEntryTable): Promise<void> {
  await publishOwn(ctx, personId, 'mood.logged', toMood(row))
  await tellSharers(ctx, personId, 'mood', row.visibility)
}

async function moodOf(ctx: Ctx, personId: string, moodId: string): Promise<MoodEntryTable | undefined> {
  const { rows } = await ctx.tx.query('select * from mood_entry where id = $1 and person_id = $2 for update', [
    moodId,
    personId,
  ])
  return rows[0]
}
