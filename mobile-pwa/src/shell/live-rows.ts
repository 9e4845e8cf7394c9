import type { ConversationRow, ConversationState } from '@weft/contract/conversations/shapes.ts'
import { countsAsUnread } from '@weft/contract/conversations/unread.ts'

const snippetMax = 140

/**
 * A row of the list as its own thread knows it by now: the newest line, and how many are unread. The list is told of read marks and of
 * conversations that come and go; new messages are told in their threads alone.
 */
export function liveRow(
  row: ConversationRow,
  thread: ConversationState | undefined,
  accountId: string,
): ConversationRow {
  if (!thread) return row
  const { messages, hasEarlier } = thread
  const newest = messages.findLast((message) => message.kind !== 'event')
  const count = messages.filter((message) =>
    countsAsUnread(message, { accountId, readThrough: row.readThrough }),
  ).length
  const first = messages[0]?.number ?? 0
  const seesAll = !hasEarlier || first <= row.readThrough + 1
  const last = newest && {
    messageId: newest.messageId,
    number: newest.number,
    at: newest.sentAt,
    authorName: newest.author?.name ?? row.serviceName,
    isOwn: newest.author?.accountId === accountId,
    snippet: snippetOf(newest.body),
  }
  return {
    ...row,
    state: thread.head.state,
    memberCount: thread.members.length,
    unread: seesAll ? count : Math.max(count, row.unread),
    activeAt: last && last.at > row.activeAt ? last.at : row.activeAt,
    last: last ?? row.last,
  }
}

function snippetOf(body: string): string {
  const letters = [...body.replace(/\s+/g, ' ').trim()]
  return letters.length <= snippetMax ? letters.join('') : `${letters.slice(0, snippetMax - 1).join('')}…`
}
