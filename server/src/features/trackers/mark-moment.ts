import { ProblemError } from '@weft/contract/problem.ts'
import { markMoment, removeMoment, restoreMoment } from '@weft/contract/trackers/operations.ts'
import type { Ctx } from '../../platform/feature.ts'
import { Refused } from '../../platform/runner.ts'
import type { AccountScope } from '../../platform/scope.ts'
import { handleOwn, publishOwn } from '../own/own-change.ts'
import { keepVersion, requireDay, takeTurns } from './keep.ts'
import { toMoment } from './rows.ts'
import type { KeyMomentTable } from './tables.ts'

/** Any day there has been; it is a mark on the past, so the 7 days of an entry do not hold for it. */
export const mark = handleOwn(markMoment, async (ctx, { momentId, words, onDate }, personId) => {
  if (onDate > ctx.now.toISOString().slice(0, 10))
    requireDay(ctx, { forDate: onDate, recordedAt: ctx.now.toISOString() })
  await takeTurns(ctx, personId)
  const before = await momentOf(ctx, personId, momentId)
  if (before) await keepVersion(ctx, personId, 'moment', momentId, toMoment(before))
  const { rows } = before
    ? await ctx.tx.query(
        'update key_moment set words = $2, on_date = $3, removed_at = null, version = version + 1 where id = $1 returning *',
        [momentId, words, onDate],
      )
    : await ctx.tx.query(
        `insert into key_moment (id, words, on_date, person_id, created_at, created_by, created_hat)
         values ($1, $2, $3, $4, $5, $6, $7) on conflict (id) do nothing returning *`,
        [momentId, words, onDate, personId, ctx.now, ctx.scope.accountId, ctx.scope.hat],
      )
  if (!rows[0]) throw new ProblemError('id-taken')
  await publishOwn(ctx, personId, 'moment.marked', toMoment(rows[0]))
})

const removal =
  (isRemoved: boolean) => async (ctx: Ctx<AccountScope>, input: { momentId: string }, personId: string) => {
    await takeTurns(ctx, personId)
    const before = await momentOf(ctx, personId, input.momentId)
    if (!before) throw new Refused('no_relation')
    if ((before.removed_at !== null) === isRemoved) return
    const { rows } = await ctx.tx.query(
      'update key_moment set removed_at = $2, version = version + 1 where id = $1 returning *',
      [before.id, isRemoved ? ctx.now : null],
    )
    await publishOwn(ctx, personId, 'moment.marked', toMoment(rows[0]))
  }

export const remove = handleOwn(removeMoment, removal(true))
export const restore = handleOwn(restoreMoment, removal(false))

async function momentOf(ctx: Ctx, personId: string, momentId: string): Promise<KeyMomentTable | undefined> {
  const { rows } = await ctx.tx.query('select * from key_moment where id = $1 and person_id = $2 for update', [
    momentId,
    personId,
  ])
  return rows[0]
}
