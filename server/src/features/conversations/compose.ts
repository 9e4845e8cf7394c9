import { dueAt, nextOpening } from '@weft/contract/conversations/expected-reply.ts'
import type { ConversationKind, Member, Message } from '@weft/contract/conversations/shapes.ts'
import { bankHolidaysAhead, type HoursColumns, toHours } from '../organisations/service-hours.ts'
import { AUTOMATIC_REPLY_EVERY_MS, automaticReply, automaticReplyId, type CrisisEntry } from './automatic-reply.ts'

/** A conversation as it stands under the lock of its topic's head. */
export interface Thread extends HoursColumns {
  id: string
  person_id: string
  kind: ConversationKind
  service_id: string
  state: 'open' | 'closed'
  awaiting_since: Date | null
  due_at: Date | null
  last_auto_at: Date | null
  plain_name: string
  phone: string
  messaging: 'two_way' | 'announce_only'
  crisis_panel: CrisisEntry[]
  words: Record<string, string>
  has_team: boolean
}

export interface Draft {
  messageId: string
  kind: 'message' | 'correction'
  author: Member
  body: string
  replyToId?: string
  correctsId?: string
  keepFromPerson?: true
}

/** What a message makes of its thread: itself, an automatic reply after it if one is due, and where the open question stands then. */
export interface Composed {
  messages: Message[]
  awaitingSince: Date | null
  dueAt: Date | null
  lastAutoAt: Date | null
}

/** Nobody may write to a closed conversation; to one that is announce-only or that nobody reads, only the team may (domain.md 4.1). */
export function isClosedTo(author: Member, thread: Thread): boolean {
  if (thread.state === 'closed') return true
  return !author.isTeam && (thread.messaging === 'announce_only' || !thread.has_team)
}

/** Pure: how a message goes into a thread as its event `number` (domain.md 4.2, 4.4). */
export function compose(draft: Draft, thread: Thread, number: number, now: Date): Composed {
  const { author } = draft
  const fromTeam = author.isTeam
  const opensQuestion = !fromTeam && thread.awaiting_since === null
  const hours = toHours(thread)
  const due = opensQuestion ? dueAt(now, hours, bankHolidaysAhead(thread.nation, now)) : undefined
  const message: Message = {
    messageId: draft.messageId,
    conversationId: thread.id,
    number,
    kind: draft.kind,
    author,
    body: draft.body,
    ...(draft.replyToId && { replyToId: draft.replyToId }),
    ...(draft.correctsId && { correctsId: draft.correctsId }),
    ...(draft.keepFromPerson && { keepFromPerson: true as const }),
    sentAt: now.toISOString(),
    ...(due && { dueAt: due.toISOString() }),
  }
  const auto = fromTeam ? undefined : automaticReplyTo(message, thread, now)
  return {
    messages: auto ? [message, auto] : [message],
    awaitingSince: fromTeam ? null : (thread.awaiting_since ?? now),
    dueAt: fromTeam ? null : opensQuestion ? (due ?? null) : thread.due_at,
    lastAutoAt: auto ? now : thread.last_auto_at,
  }
}

function automaticReplyTo(message: Message, thread: Thread, now: Date): Message | undefined {
  const { last_auto_at: last } = thread
  if (last && now.getTime() - last.getTime() < AUTOMATIC_REPLY_EVERY_MS) return undefined
  const opensAt = nextOpening(now, toHours(thread), bankHolidaysAhead(thread.nation, now))
  if (opensAt?.getTime() === now.getTime()) return undefined
  const service = {
    name: thread.plain_name,
    phone: thread.phone,
    zone: thread.zone,
    crisisPanel: thread.crisis_panel,
    wording: thread.words.automaticReply,
  }
  return {
    messageId: automaticReplyId(message.messageId),
    conversationId: thread.id,
    number: message.number + 1,
    kind: 'auto',
    body: automaticReply(service, opensAt, now),
    sentAt: now.toISOString(),
  }
}
