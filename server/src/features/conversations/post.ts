import { hash as digest } from 'node:crypto'
import type { Member, Message } from '@weft/contract/conversations/shapes.ts'
import type { Hat } from '@weft/contract/people/shapes.ts'
import type { Ctx } from '../../platform/feature.ts'
import { type Composed, compose, type Draft, isClosedTo, type Thread } from './compose.ts'
import { takeSeats } from './take-seats.ts'
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

interface Written {
  thread: Thread
  message: Message
  /** Absent on what the service says by itself. */
  hash?: string
}

/** Thrown when an id was taken by another conversation's message in this very moment. Nothing of the transaction may stay. */
export class IdTakenMeanwhile extends Error {}

/** The job that tells the inboxes. */
export const GATHER_INBOX = 'inbox.gather'

/**
 * Puts messages into their threads: numbers, rows, events, automatic replies, and where each open question stands then. Set-based: the
 * same statements for one message as for a hundred. An ask that cannot be done changes nothing, and neither do later ones of the same
 * account in that conversation, so that what somebody writes keeps its order.
 *
 * `alongside` writes what else the outcomes call for, in the same breath; it is not called when nothing was sent.
 *
 * Runs under the asker's identity, or as the worker `batch` for many: then membership, and the grant and session looked at besides, are the
 * fences.
 */
export async function post(
  ctx: Ctx,
  asks: readonly Ask[],
  alongside: (outcomes: readonly Outcome[]) => Promise<void> = async () => {},
): Promise<Outcome[]> {
  const seats = await takeSeats(ctx, asks)
  const threads = lockedThreads(ctx, new Map([...seats.values()].map(({ thread, head }) => [thread.id, head])))
  const touched = new Map<string, Thread & { last_number: number }>()
  const written: Written[] = []
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
  // Neither waits for the other's answer: they go to the database in one breath.
  await Promise.all([store(ctx, written, [...touched.values()]), threads.publish(), alongside(outcomes)])
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
  return digest('sha256', JSON.stringify(said))
}

/** One array for each column: read by Postgres at a third of what the same rows cost as JSON. */
async function store(
  ctx: Ctx,
  written: readonly Written[],
  touched: readonly (Thread & { last_number: number })[],
): Promise<void> {
  const messages = <T>(column: (one: Written) => T) => written.map(column)
  const threads = <T>(column: (one: (typeof touched)[number]) => T) => touched.map(column)
  const { rows } = await ctx.tx.query(
    'select post_store($1,$2,$3,$4,$5,$6,$7,$8,$9,$10,$11,$12,$13,$14,$15,$16,$17,$18,$19,$20,$21) as stored',
    [
      messages(({ message }) => message.messageId),
      messages(({ thread }) => thread.person_id),
      messages(({ thread }) => thread.id),
      messages(({ thread }) => thread.kind),
      messages(({ message }) => message.number),
      messages(({ message }) => message.kind),
      messages(({ message }) => message.author?.accountId ?? null),
      messages(({ message }) => message.author?.hat ?? null),
      messages(({ message }) => (message.author ? JSON.stringify(message.author) : null)),
      messages(({ message }) => message.body),
      messages(({ hash }) => hash ?? null),
      messages(({ message }) => message.replyToId ?? null),
      messages(({ message }) => message.correctsId ?? null),
      messages(({ message }) => message.keepFromPerson ?? false),
      messages(({ message }) => message.dueAt ?? null),
      threads(({ id }) => id),
      threads(({ last_number: number }) => number),
      threads(({ awaiting_since: since }) => since),
      threads(({ due_at: due }) => due),
      threads(({ last_auto_at: at }) => at),
      ctx.now,
    ],
    'post-store',
  )
  if (rows[0].stored !== written.length) throw new IdTakenMeanwhile()
}
