import type { Act } from '@weft/contract/diary/acts.ts'
import { edit, pinned, remove, restore, write } from '@weft/contract/diary/acts.ts'
import { deleteEntry, editEntry, pinEntry, restoreEntry, writeEntry } from '@weft/contract/diary/operations.ts'
import type { InputOf, Operation } from '@weft/contract/operation.ts'
import { ProblemError } from '@weft/contract/problem.ts'
import type { Ctx } from '../../platform/feature.ts'
import { Refused } from '../../platform/runner.ts'
import type {} from '../access/facts.ts'
import { handleOwn, publishOwn } from '../own/own-change.ts'
import { lockEntry, saveEntry, toEntry } from './entry-rows.ts'

/** A command on one entry, by the rule that the device went by as well. Publishes the entry as it is then, if anything changed. */
const onEntry = <Op extends Operation>(operation: Op, act: Act<InputOf<Op>>) =>
  handleOwn(operation, async (ctx, input, personId) => {
    const { entryId } = input as { entryId: string }
    const before = await lockEntry(ctx, personId, entryId)
    const after = act(before, input, ctx.now.toISOString())
    if (after === 'not-found') throw new Refused('no_relation')
    if (typeof after === 'string') throw new ProblemError(after)
    if (after === before) return
    await saveEntry(ctx, personId, before, after)
    await publishOwn(ctx, personId, 'diary.written', after)
    await tellChanged(ctx, personId, entryId, after.visibility === 'shared')
  })

export const writing = onEntry(writeEntry, write)
export const editing = onEntry(editEntry, edit)
export const deleting = onEntry(deleteEntry, remove)
export const restoring = onEntry(restoreEntry, restore)

export const pinning = handleOwn(pinEntry, async (ctx, input, personId) => {
  const { rows } = await ctx.tx.query(
    'select * from diary_entry where person_id = $1 and (is_pinned or id = $2) order by id for update',
    [personId, input.entryId],
  )
  const before: string | undefined = rows.find((row) => row.is_pinned)?.id
  const entryId = pinned({ entries: rows.map(toEntry), ...(before && { pinnedId: before }) }, input)
  if (entryId === before) return
  if (before)
    await ctx.tx.query('update diary_entry set is_pinned = false, changed_at = $2 where id = $1', [before, ctx.now])
  if (entryId)
    await ctx.tx.query('update diary_entry set is_pinned = true, changed_at = $2 where id = $1', [entryId, ctx.now])
  await publishOwn(ctx, personId, 'diary.pinned', entryId ? { entryId } : {})
})

function tellChanged(ctx: Ctx, personId: string, entryId: string, isShared: boolean): Promise<void> {
  return ctx.announce('personal.changed', { personId, scope: `diary:${entryId}`, isShared })
}
