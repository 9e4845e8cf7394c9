import type { ConversationRow, InboxRow } from '@weft/contract/conversations/shapes.ts'

/** One conversation as the inbox lists it: my own row, brought up to date by the team's newest line. */
export interface InboxItem {
  conversationId: string
  personId: string
  personName: string
  carer?: { name: string; relationship: string }
  serviceId: string
  serviceName: string
  isClosed: boolean
  isMine: boolean
  last?: { at: string; authorName: string; fromTeam: boolean; isOwn: boolean; snippet: string }
  isUnread: boolean
  /** How many, when that is known; a line that has just come may make it only known that there is something. */
  unread?: number
  /** The first unanswered message should be answered by then. */
  dueAt?: string
  /** Somebody may be at risk, and nobody has closed that yet. */
  isFlagged: boolean
}

/**
 * My rows know what I have read, the team's lines know what came last; either may be ahead. Numbers decide, never times. Of one message the
 * line knows the words as they are now: only it is told of an edit, and of a withdrawal. Note threads are not listed: they open with the
 * conversation they belong to.
 */
export function inboxItems(
  rows: readonly ConversationRow[],
  lines: readonly InboxRow[],
  me: string,
  flagged: ReadonlySet<string> = new Set(),
): InboxItem[] {
  const lineOf = new Map(lines.map((line) => [line.conversationId, line]))
  return rows
    .filter((row) => row.kind !== 'team_note')
    .map((row) => ({ ...itemOf(row, lineOf.get(row.conversationId), me), isFlagged: flagged.has(row.conversationId) }))
}

function itemOf(row: ConversationRow, line: InboxRow | undefined, me: string): Omit<InboxItem, 'isFlagged'> {
  const known = row.last?.number ?? 0
  const ahead = line && line.lastNumber > known ? line : undefined
  const isOwn = ahead ? ahead.fromTeam && ahead.authorName === me : row.last?.isOwn === true
  const cameUnread = ahead !== undefined && !isOwn && ahead.lastNumber > row.readThrough
  const last = ahead ?? row.last
  const isSame = line !== undefined && line.lastNumber === row.last?.number
  return {
    conversationId: row.conversationId,
    personId: row.personId,
    personName: row.personName,
    carer: row.carer,
    serviceId: row.serviceId,
    serviceName: row.serviceName,
    isClosed: row.state === 'closed',
    isMine: row.isMine,
    last: last && {
      at: last.at,
      authorName: last.authorName,
      fromTeam: ahead ? ahead.fromTeam : isFromTeam(row, line),
      isOwn,
      snippet: isSame ? line.snippet : last.snippet,
    },
    isUnread: row.unread > 0 || cameUnread,
    unread: cameUnread ? undefined : row.unread,
    dueAt: ahead ? ahead.dueAt : row.dueAt,
  }
}

function isFromTeam(row: ConversationRow, line: InboxRow | undefined): boolean {
  if (line && line.lastNumber === row.last?.number) return line.fromTeam
  return row.last?.authorName !== (row.carer?.name ?? row.personName)
}

export type Folder = 'mine' | 'all'

export const inFolder = (items: readonly InboxItem[], folder: Folder) =>
  folder === 'all' ? [...items] : items.filter((item) => item.isMine)

/** Somebody waits for an answer, or for more than that. */
export const isWaiting = (item: InboxItem) => item.isFlagged || (item.dueAt !== undefined && !item.isClosed)

/** Who may be at risk; who waits, by when they were promised an answer; then the rest, newest first. */
export function byUrgency(a: InboxItem, b: InboxItem): number {
  if (a.isFlagged !== b.isFlagged) return a.isFlagged ? -1 : 1
  const waitsA = isWaiting(a)
  if (waitsA !== isWaiting(b)) return waitsA ? -1 : 1
  const order = waitsA ? compare(a.dueAt, b.dueAt) : compare(b.last?.at, a.last?.at)
  return order || compare(a.conversationId, b.conversationId)
}

const compare = (a = '', b = '') => (a < b ? -1 : a > b ? 1 : 0)
