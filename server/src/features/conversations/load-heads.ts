import type { ConversationHead, ConversationKind } from '@weft/contract/conversations/shapes.ts'
import type { Ctx } from '../../platform/feature.ts'
import { bankHolidaysAhead, type HoursColumns, toHours } from '../organisations/service-hours.ts'

/** What stands above a thread, and the columns beside it that a snapshot needs as well. */
export interface LoadedHead {
  head: ConversationHead
  row: {
    team_seen_through: number
    team_seen_at: Date | null
    other_seen_through: number
    other_seen_at: Date | null
    awaiting_since: Date | null
    due_at: Date | null
    last_number: number
  }
}

type Row = LoadedHead['row'] &
  HoursColumns & {
    id: string
    kind: ConversationKind
    person_id: string
    known_as: string
    carer_link_id: string | null
    carer_name: string | null
    relationship: string | null
    service_id: string
    plain_name: string
    phone: string
    messaging: 'two_way' | 'announce_only'
    state: 'open' | 'closed'
    closed_at: Date | null
  }

/** Heads by conversation, as far as the asker's row-level security reaches. */
export async function loadHeads(ctx: Ctx, conversationIds: readonly string[]): Promise<Map<string, LoadedHead>> {
  const { rows } = await ctx.tx.query(headsSql, [conversationIds], 'conversation-heads')
  return new Map(rows.map((row: Row) => [row.id, { head: headOf(row, ctx.now), row }]))
}

/** A carer is called as in their membership: their account is not for others to read. A note names the carer of the thread it is beside. */
const headsSql = `
  select c.id, c.kind, c.person_id, p.known_as, c.carer_link_id, carer.name as carer_name, carer.relationship, c.service_id, s.plain_name,
    s.phone, s.messaging, c.state, c.closed_at, s.hours, s.closures, s.nation, s.zone, s.reply_target_minutes, c.team_seen_through,
    c.team_seen_at, c.other_seen_through, c.other_seen_at, c.awaiting_since, c.due_at, c.last_number
  from conversation c
  join person p on p.id = c.person_id
  join service s on s.id = c.service_id
  left join lateral (
    select m.name, m.relationship from conversation_member m
    where m.conversation_id = coalesce(c.note_of, c.id) and c.carer_link_id is not null and not m.is_team
    order by m.first_number desc limit 1
  ) carer on true
  where c.id = any($1)`

function headOf(row: Row, now: Date): ConversationHead {
  return {
    conversationId: row.id,
    kind: row.kind,
    personId: row.person_id,
    personName: row.known_as,
    ...(row.carer_link_id &&
      row.carer_name !== null && {
        carer: { carerLinkId: row.carer_link_id, name: row.carer_name, relationship: row.relationship ?? '' },
      }),
    serviceId: row.service_id,
    serviceName: row.plain_name,
    phone: row.phone,
    messaging: row.messaging,
    state: row.state,
    ...(row.closed_at && { closedAt: row.closed_at.toISOString() }),
    hours: toHours(row),
    bankHolidays: bankHolidaysAhead(row.nation, now),
  }
}
