import { getConversation } from '@weft/contract/conversations/operations.ts'
import { type ConversationState, type Member, type Message, PAGE_SIZE } from '@weft/contract/conversations/shapes.ts'
import { type Ctx, handle } from '../../platform/feature.ts'
import { Refused } from '../../platform/runner.ts'
import { type LoadedHead, loadHeads } from './load-heads.ts'
import { type MemberColumns, type MessageRow, toMember, toMessage } from './message-row.ts'

/** The channel's snapshot: as many queries, and as few rows, for a thread of ten thousand messages as for one of ten. */
export const get = handle(getConversation, async (ctx, input): Promise<ConversationState> => {
  await ctx.require('conversation.read', input)
  const { conversationId } = input
  const loaded = (await loadHeads(ctx, [conversationId])).get(conversationId)
  if (!loaded) throw new Refused('no_relation')
  const page = await pageBefore(ctx, conversationId, Number.MAX_SAFE_INTEGER, PAGE_SIZE)
  return {
    head: loaded.head,
    members: await currentMembers(ctx, conversationId),
    ...page,
    lastNumber: loaded.row.last_number,
    seen: seenOf(loaded.row),
    ...(loaded.row.awaiting_since && {
      awaiting: {
        since: loaded.row.awaiting_since.toISOString(),
        ...(loaded.row.due_at && { dueAt: loaded.row.due_at.toISOString() }),
      },
    }),
  }
})

function seenOf(row: LoadedHead['row']): ConversationState['seen'] {
  return {
    ...(row.team_seen_at && { team: { through: row.team_seen_through, at: row.team_seen_at.toISOString() } }),
    ...(row.other_seen_at && { other: { through: row.other_seen_through, at: row.other_seen_at.toISOString() } }),
  }
}

/** In the order in which they came to belong, as events add them. */
export async function currentMembers(ctx: Ctx, conversationId: string): Promise<Member[]> {
  const { rows } = await ctx.tx.query(
    `select account_id, hat, name, role, organisation, relationship, is_team from conversation_member
     where conversation_id = $1 and last_number is null order by first_number, is_team, name, account_id`,
    [conversationId],
    'conversation-members',
  )
  return rows.map((row: MemberColumns) => toMember(row))
}

/** Messages before a number, oldest first, found by their index alone. */
export async function pageBefore(
  ctx: Ctx,
  conversationId: string,
  before: number,
  limit: number,
): Promise<{ messages: Message[]; hasEarlier: boolean }> {
  const { rows } = await ctx.tx.query(
    'select * from message where conversation_id = $1 and number < $2 order by number desc limit $3',
    [conversationId, before, limit + 1],
    'message-page',
  )
  const page = (rows as MessageRow[]).slice(0, limit).reverse()
  return { messages: page.map(toMessage), hasEarlier: rows.length > limit }
}
