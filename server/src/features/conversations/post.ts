import { createHash } from 'node:crypto'
import type { Member, Message } from '@weft/contract/conversations/shapes.ts'
import type { Hat } from '@weft/contract/people/shapes.ts'
import type { Ctx } from '../../platform/feature.ts'
import { type Composed, compose, type Draft, isClosedTo, type Thread } from './compose.ts'
import { type MemberColumns, toMember } from './message-row.ts'
import { lockedThreads } from './threads.ts'

/** A message that somebody wants in a conversation. */
export interface Ask {
  conversationId: string
  accountId: string
  sessionId: string
  hat: Hat
  draft: Omit<Draft, 'author'>
}

/** How an ask stands under the lock: why it cannot be done, or what it became. */
export type Outcome =
  | { is: 'sent'; message: Message; author: Member; thread: Thread }
  /** Not a member now, or out of reach: no grant, or a session that has ended. */
  | { is: 'no-member' }
  /** A message with this id is stored already. */
  | { is: 'known' }
  /** What it replies to or corrects is not in this conversation. */
  | { is: 'no-parent' }
  /** A carer's mark on something else than a carer's message. */
  | { is: 'misplaced-mark' }
  | { is: 'closed' }

/** Thrown when an id was taken by another conversation's message in this very moment. Nothing of the transaction may stay. */
export class IdTakenMeanwhile extends Error {}

/** The job that tells the inboxes. */
export const GATHER_INBOX = 'inbox.gather'

/**
 * Puts messages into their threads: numbers, rows, events, automatic replies, and where each open question stands then. Set-based: the
 * same statements for one message as for a hundred. An ask that cannot be done changes nothing, and neither do later ones of the same
 * account in that conversation, so that what somebody writes keeps its order.
 *
 * Runs under the asker's identity, or as the worker `batch` for many: then membership, and the grant and session looked at besides, are the
 * fences.
 */
export async function post(ctx: Ctx, asks: readonly Ask[]): Promise<Outcome[]> {
  const seats = await takeSeats(ctx, asks)
  const threads = lockedThreads(ctx, new Map([...seats.values()].map(({ thread, head }) => [thread.id, head])))
  const touched = new Map<string, Thread & { last_number: number }>()
  const written: { thread: Thread; message: Message; hash?: string }[] = []
  const stopped = new Set<string>()
  const sent = new Set<string>()

  const outcomes = asks.map((ask, place): Outcome => {
    const seat = seats.get(place)
    const turn = `${ask.accountId} ${ask.conversationId}`
    if (!seat?.author || !seat.is_reached) return stop({ is: 'no-member' })
    if (stopped.has(turn) || seat.is_known || sent.has(ask.draft.messageId)) return stop({ is: 'known' })
    if (!seat.has_parent) return stop({ is: 'no-parent' })
    const thread: Thread = touched.get(ask.conversationId) ?? seat.thread
    const { author } = seat
    if (ask.draft.keepFromPerson && (thread.kind !== 'carer_team' || author.isTeam))
      return stop({ is: 'misplaced-mark' })
    if (isClosedTo(author, thread)) return stop({ is: 'closed' })
    const composed = compose({ ...ask.draft, author }, thread, threads.next(thread.id), ctx.now)
    for (const message of composed.messages) {
      threads.add(thread, 'message.sent', message, ask.accountId)
      written.push({ thread, message, ...(message.author && { hash: hashOf(ask) }) })
    }
    touched.set(thread.id, { ...thread, ...standsAfter(composed), last_number: threads.next(thread.id) - 1 })
    sent.add(ask.draft.messageId)
    return { is: 'sent', message: composed.messages[0] as Message, author, thread }

    function stop(outcome: Outcome): Outcome {
      stopped.add(turn)
      return outcome
    }
  })
  if (written.length === 0) return outcomes
  await store(ctx, written, [...touched.values()])
  await threads.publish()
  if (written.some(({ thread }) => thread.kind !== 'team_note')) ctx.wake(GATHER_INBOX)
  return outcomes
}

const standsAfter = ({ awaitingSince, dueAt, lastAutoAt }: Composed) => ({
  awaiting_since: awaitingSince,
  due_at: dueAt,
  last_auto_at: lastAutoAt,
})

/** What a repeat of a send must repeat: its conversation and everything that was written. */
export function hashOf({ conversationId, draft }: Ask): string {
  const { kind, body, replyToId, correctsId, keepFromPerson } = draft
  const said = [conversationId, kind, body, replyToId ?? null, correctsId ?? null, keepFromPerson ?? false]
  return createHash('sha256').update(JSON.stringify(said)).digest('hex')
}

interface Seat {
  thread: Thread
  /** The number of the topic's last event. */
  head: number
  author: Member | undefined
  is_reached: boolean
  is_known: boolean
  has_parent: boolean
}

type ServiceColumns = Omit<Thread, keyof SeatColumns>
type SeatColumns = MemberColumns &
  Omit<Seat, 'thread' | 'head' | 'author'> &
  Pick<
    Thread,
    'id' | 'person_id' | 'kind' | 'service_id' | 'state' | 'awaiting_since' | 'due_at' | 'last_auto_at' | 'has_team'
  > & { place: number; seq: number; service: ServiceColumns | null }

/** Locks the topics' heads, then reads how each ask stands (the SQL function post_seats). Nothing for what there is not, or not in reach. */
async function takeSeats(ctx: Ctx, asks: readonly Ask[]): Promise<Map<number, Seat>> {
  const { rows } = await ctx.tx.query(
    'select * from post_seats($1, $2, $3, $4, $5, $6)',
    [
      asks.map((ask) => ask.conversationId),
      asks.map((ask) => ask.accountId),
      asks.map((ask) => ask.hat),
      asks.map((ask) => ask.draft.messageId),
      asks.map((ask) => ask.draft.replyToId ?? ask.draft.correctsId ?? null),
      asks.map((ask) => ask.sessionId),
    ],
    'post-seats',
  )
  const services = new Map<string, ServiceColumns>()
  return new Map(
    rows.map((row: SeatColumns) => {
      if (row.service) services.set(row.service_id, row.service)
      return [row.place - 1, seatOf(row, services.get(row.service_id) as ServiceColumns)]
    }),
  )
}

const seatOf = (row: SeatColumns, service: ServiceColumns): Seat => ({
  thread: { ...row, ...service },
  head: row.seq,
  author: row.account_id === null ? undefined : toMember(row),
  is_reached: row.is_reached,
  is_known: row.is_known,
  has_parent: row.has_parent,
})

async function store(
  ctx: Ctx,
  written: readonly { thread: Thread; message: Message; hash?: string }[],
  touched: readonly (Thread & { last_number: number })[],
): Promise<void> {
  const messages = written.map(({ thread, message, hash }) => ({
    ...message,
    personId: thread.person_id,
    of: thread.kind,
    authorId: message.author?.accountId,
    authorHat: message.author?.hat,
    hash,
  }))
  const threads = touched.map(({ id, last_number, awaiting_since, due_at, last_auto_at }) => ({
    id,
    last_number,
    awaiting_since,
    due_at,
    last_auto_at,
  }))
  const { rows } = await ctx.tx.query(
    'select post_store($1, $2, $3) as stored',
    [JSON.stringify(messages), JSON.stringify(threads), ctx.now],
    'post-store',
  )
  if (rows[0].stored !== messages.length) throw new IdTakenMeanwhile()
}
