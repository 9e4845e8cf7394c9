import { editMessage } from '@weft/contract/conversations/operations.ts'
import { EDIT_WINDOW_MINUTES } from '@weft/contract/conversations/shapes.ts'
import { ProblemError } from '@weft/contract/problem.ts'
import { handle } from '../../platform/feature.ts'
import { asShown, toMessage } from './message-row.ts'
import { ownMessage } from './own-message.ts'
import { GATHER_INBOX } from './post.ts'
import type { StoredEdit } from './tables.ts'
import { lockThreads } from './threads.ts'

/**
 * Changes the author's own text within 10 minutes of `sentAt` by the server's clock; members may still read what it said before. The same
 * text again changes nothing, nor does the same act (`editId`) that arrives again after a later one. Publishes `message.edited`. Problems: `closed`, `wrong-state` once withdrawn, `too-late-to-edit`.
 */
export const edit = handle(editMessage, async (ctx, input) => {
  await ctx.require('conversation.write', input)
  const { conversationId, messageId, body, editId } = input
  const threads = await lockThreads(ctx, [conversationId])
  const row = await ownMessage(ctx, conversationId, messageId)
  if (row.withdrawn_at) throw new ProblemError('wrong-state')
  if (row.body === body || isDone(row.edits, editId)) return toMessage(row)
  const { state } = await ctx.tx.db
    .selectFrom('conversation')
    .select('state')
    .where('id', '=', conversationId)
    .executeTakeFirstOrThrow()
  if (state === 'closed') throw new ProblemError('closed')
  if (ctx.now.getTime() - row.sent_at.getTime() > EDIT_WINDOW_MINUTES * 60_000)
    throw new ProblemError('too-late-to-edit')

  const edits: StoredEdit[] = [
    ...row.edits,
    { body: row.body, until: ctx.now.toISOString(), ...(editId && { editId }) },
  ]
  await ctx.tx.db
    .updateTable('message')
    .set({ body, edited_at: ctx.now, edits: JSON.stringify(edits) })
    .where('id', '=', messageId)
    .execute()
  await ctx.tx.db
    .updateTable('conversation')
    .set({ changed_number: threads.next(conversationId), is_ungathered: row.kind !== 'team_note' })
    .where('id', '=', conversationId)
    .execute()
  threads.add({ id: conversationId, person_id: row.person_id }, 'message.edited', {
    messageId,
    body,
    editedAt: ctx.now.toISOString(),
    edits: asShown(edits),
  })
  await threads.publish()
  ctx.wake(GATHER_INBOX)
  return toMessage({ ...row, body, edited_at: ctx.now, edits })
})

const isDone = (edits: readonly StoredEdit[], editId: string | undefined): boolean =>
  editId !== undefined && edits.some((one) => one.editId === editId)
