import { conversationChannel, inboxChannel, myConversationsChannel } from '@weft/contract/conversations/channel.ts'
import { withdrawMessage } from '@weft/contract/conversations/operations.ts'
import type { ConversationRow, InboxRow, Message } from '@weft/contract/conversations/shapes.ts'
import { type Ctx, handle } from '../../platform/feature.ts'
import { rewriteEvents } from '../../platform/rewrite-events.ts'
import { viewersOf } from './align-members.ts'
import { type MessageRow, toMember, toMessage } from './message-row.ts'
import { findMessage } from './own-message.ts'
import { type Standing, standingIn } from './policy.ts'
import { GATHER_INBOX } from './post.ts'
import { lockThreads } from './threads.ts'

/**
 * Takes a message back: by its author at any time, or by a coordinator of the service when it went to the wrong person. Its text moves to
 * where only a privacy officer's case reads it, and leaves the log of events too, so that no device that catches up later is told it.
 * Withdrawing again changes nothing. A question that is taken back waits no longer, and one whose answer is taken back waits again. Publishes `message.withdrawn`.
 */
export const withdraw = handle(withdrawMessage, async (ctx, input) => {
  const { conversationId, messageId } = input
  const standing = await ctx.require<Standing>('conversation.write', input)
  const threads = await lockThreads(ctx, [conversationId])
  const row = await findMessage(ctx, conversationId, messageId)
  const isAuthor = ctx.scope.kind === 'account' && row.author_id === ctx.scope.accountId
  if (!isAuthor) await standingIn(ctx, conversationId, 'manage')
  if (row.withdrawn_at) return toMessage(row)

  const withdrawnBy = standing.member?.name ?? ''
  await keepForTheRecord(ctx, row)
  await ctx.tx.db
    .updateTable('message')
    .set({ body: '', edits: '[]', edited_at: null, withdrawn_at: ctx.now, withdrawn_by: withdrawnBy })
    .where('id', '=', messageId)
    .execute()
  const question = await openQuestion(ctx, conversationId)
  await ctx.tx.db
    .updateTable('conversation')
    .set({ awaiting_since: question?.sent_at ?? null, due_at: question?.due_at ?? null })
    .set({ changed_number: threads.next(conversationId), is_ungathered: row.kind !== 'team_note' })
    .where('id', '=', conversationId)
    .execute()
  threads.add({ id: conversationId, person_id: row.person_id }, 'message.withdrawn', {
    messageId,
    withdrawnAt: ctx.now.toISOString(),
    withdrawnBy,
    ...(question && {
      awaiting: {
        since: question.sent_at.toISOString(),
        ...(question.due_at && { dueAt: question.due_at.toISOString() }),
      },
    }),
  })
  await threads.publish()
  await forgetInLog(ctx, row)
  await forgetOnLists(ctx, standing.serviceId, row)
  ctx.wake(GATHER_INBOX)
  return toMessage({ ...row, body: '', edits: [], edited_at: null, withdrawn_at: ctx.now, withdrawn_by: withdrawnBy })
})

/**
 * What the team has yet to answer as the thread stands: since the first message of the person or carer after the team's last, as long as
 * one of those that came after it still says something (domain.md 4.4: later messages do not move when it is due).
 */
async function openQuestion(
  ctx: Ctx,
  conversationId: string,
): Promise<Pick<MessageRow, 'sent_at' | 'due_at'> | undefined> {
  const { rows } = await ctx.tx.query(
    `with asked as (
       select sent_at, due_at, withdrawn_at, number from message
       where conversation_id = $1 and not (author ->> 'isTeam')::boolean and number > coalesce((select max(number) from message
         where conversation_id = $1 and (author ->> 'isTeam')::boolean and withdrawn_at is null), 0)
     )
     select sent_at, due_at from asked where exists (select from asked where withdrawn_at is null) order by number limit 1`,
    [conversationId],
  )
  return rows[0]
}

async function keepForTheRecord(ctx: Ctx, row: MessageRow): Promise<void> {
  if (ctx.scope.kind !== 'account') throw new Error('Somebody withdraws a message, never a job')
  await ctx.tx.db
    .insertInto('withdrawn_text')
    .values({
      message_id: row.id,
      person_id: row.person_id,
      kind: row.kind,
      body: row.body,
      edits: JSON.stringify(row.edits),
      withdrawn_by: ctx.scope.accountId,
      withdrawn_at: ctx.now,
    })
    .execute()
}

/** Replaying the log still ends in the same state: the message is empty there from the start, and withdrawn later. */
async function forgetInLog(
  ctx: Ctx,
  { id, conversation_id: conversationId, number, edited_at }: MessageRow,
): Promise<void> {
  const events = {
    topics: [conversationChannel.topicOf({ conversationId })],
    fromSeq: number,
    containing: { messageId: id },
  }
  await rewriteEvents<Message>(ctx.tx, { ...events, name: 'message.sent' }, (message) => ({ ...message, body: '' }))
  if (!edited_at) return
  await rewriteEvents<Message>(ctx.tx, { ...events, name: 'message.edited' }, (edited) => ({
    ...edited,
    body: '',
    edits: [],
  }))
}

/**
 * The inbox and its members' own lists told its beginning. Whoever tells them holds the inbox's head or the conversation's, so that
 * nobody is telling it just now.
 */
async function forgetOnLists(
  ctx: Ctx,
  serviceId: string,
  { id, conversation_id: conversationId, kind, number }: MessageRow,
): Promise<void> {
  if (kind === 'team_note') return
  const inbox = inboxChannel.topicOf({ serviceId })
  await ctx.tx.query('select from topic_head where topic = $1 for update', [inbox])
  await rewriteEvents<{ rows: InboxRow[] }>(
    ctx.tx,
    {
      topics: [inbox],
      name: 'inbox.changed',
      fromSeq: 0,
      containing: { rows: [{ conversationId, lastNumber: number }] },
    },
    (told) => ({
      rows: told.rows.map((row) =>
        row.conversationId === conversationId && row.lastNumber === number ? { ...row, snippet: '' } : row,
      ),
    }),
  )
  const { rows } = await ctx.tx.asSystem('access', () =>
    ctx.tx.query('select * from conversation_member where conversation_id = $1', [conversationId]),
  )
  const viewers = rows.flatMap((row) => viewersOf(toMember(row)))
  const topics = [...new Set(viewers.map((viewer) => myConversationsChannel.topicOf({ ...viewer })))]
  await rewriteEvents<ConversationRow>(
    ctx.tx,
    { topics, name: 'conversation.listed', fromSeq: 0, containing: { conversationId, last: { messageId: id } } },
    (row) => ({ ...row, ...(row.last && { last: { ...row.last, snippet: '' } }) }),
  )
}
