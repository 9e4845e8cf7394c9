import { conversationChannel } from '@weft/contract/conversations/channel.ts'
import type { Message } from '@weft/contract/conversations/shapes.ts'
import { type Ctx, type Publication, publication } from '../../platform/feature.ts'

type Events = typeof conversationChannel.events

/**
 * Conversations whose topic heads this transaction holds, and so knows the numbers of: a message carries its own number, which is the
 * number of the event that publishes it.
 */
export interface Threads {
  /** The number that the conversation's next event will have. */
  next(conversationId: string): number
  /** Takes that number for an event, which is appended by `publish`. */
  add<N extends keyof Events & string>(
    thread: { id: string; person_id: string },
    event: N,
    data: Parameters<typeof publication<typeof conversationChannel, N>>[3],
    actorId?: string,
  ): void
  /** An event of another topic, appended with the others. */
  addOther(event: Publication): void
  /** Appends everything in the order it was added, in one statement. */
  publish(): Promise<void>
}

/**
 * Locks the conversations' topic heads to the commit, in the order in which every transaction locks them. Call it once, with all
 * conversations that the transaction will write to, before reading what must not change meanwhile. A conversation made in this very
 * transaction has no head yet and needs none: nobody else can see it.
 */
export async function lockThreads(ctx: Ctx, conversationIds: readonly string[]): Promise<Threads> {
  const topics = new Map(conversationIds.map((id) => [conversationChannel.topicOf({ conversationId: id }), id]))
  const { rows } = await ctx.tx.query(
    'select topic, seq from topic_head where topic = any($1) order by topic for update',
    [[...topics.keys()]],
    'threads-lock',
  )
  const heads = new Map<string, number>(conversationIds.map((id) => [id, 0]))
  for (const { topic, seq } of rows) heads.set(topics.get(topic) as string, Number(seq))
  return lockedThreads(ctx, heads)
}

/** Conversations whose heads are locked already, with the number of each one's last event. */
export function lockedThreads(ctx: Ctx, heads: Map<string, number>): Threads {
  const events: { event: Publication; number?: number }[] = []

  const headOf = (conversationId: string): number => {
    const head = heads.get(conversationId)
    if (head === undefined) throw new Error('A conversation is written to whose topic was not locked')
    return head
  }
  return {
    next: (conversationId) => headOf(conversationId) + 1,
    add({ id, person_id: subjectId }, event, data, actorId) {
      const number = headOf(id) + 1
      heads.set(id, number)
      events.push({
        event: publication(conversationChannel, { conversationId: id }, event, data, { subjectId, actorId }),
        number,
      })
    },
    addOther: (event) => void events.push({ event }),
    async publish() {
      const stored = await ctx.publishAll(events.map(({ event }) => event))
      for (const [place, { number }] of events.entries()) {
        if (number !== undefined && stored[place]?.seq !== number) throw new Error('A topic moved while it was locked')
      }
      events.length = 0
    },
  }
}

/** The line that an event of membership, or of the conversation itself, leaves in the thread. */
export function lineOf(
  messageId: string,
  conversationId: string,
  number: number,
  line: NonNullable<Message['line']>,
  now: Date,
): Message {
  return { messageId, conversationId, number, kind: 'event', body: '', sentAt: now.toISOString(), line }
}
