import type { Member } from '@weft/contract/conversations/shapes.ts'
import type { Ctx } from '../../platform/feature.ts'
import type { Thread } from './compose.ts'
import { type MemberColumns, toMember } from './message-row.ts'
import type { Ask } from './post.ts'
import { type ServiceColumns, wordsOfServices } from './service-words.ts'

/** How an ask stands under the lock. */
interface Seat {
  thread: Thread
  /** The number of the topic's last event. */
  head: number
  author: Member | undefined
  is_reached: boolean
  is_known: boolean
  has_parent: boolean
}

type SeatColumns = Omit<MemberColumns, 'account_id' | 'name'> &
  Omit<Seat, 'thread' | 'head' | 'author'> &
  Omit<Thread, 'id' | keyof ServiceColumns> & {
    place: number
    seq: number
    service_version: string
    /** Null for whoever is not a member. */
    name: string | null
  }

/** Locks the topics' heads, then reads how each ask stands (the SQL function post_seats). Nothing for what there is not, or not in reach. */
export async function takeSeats(ctx: Ctx, asks: readonly Ask[]): Promise<Map<number, Seat>> {
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
  const services = await wordsOfServices(ctx, new Map(rows.map((row) => [row.service_id, row.service_version])))
  return new Map(
    rows.map((row: SeatColumns) => {
      const place = row.place - 1
      return [place, seatOf(asks[place] as Ask, row, services.get(row.service_id) as ServiceColumns)]
    }),
  )
}

const seatOf = (ask: Ask, row: SeatColumns, service: ServiceColumns): Seat => ({
  thread: {
    id: ask.conversationId,
    person_id: row.person_id,
    kind: row.kind,
    service_id: row.service_id,
    state: row.state,
    awaiting_since: row.awaiting_since,
    due_at: row.due_at,
    last_auto_at: row.last_auto_at,
    has_team: row.has_team,
    ...service,
  },
  head: row.seq,
  author: row.name === null ? undefined : toMember({ ...row, account_id: ask.accountId, name: row.name }),
  is_reached: row.is_reached,
  is_known: row.is_known,
  has_parent: row.has_parent,
})
