import type { ConversationKind, ConversationRow } from '@weft/contract/conversations/shapes.ts'
import type { Hat } from '@weft/contract/people/shapes.ts'
import type { Ctx } from '../../platform/feature.ts'

const SNIPPET_MAX = 140

/** The beginning of a text on one line. */
export function snippetOf(body: string): string {
  const letters = [...body.replace(/\s+/g, ' ').trim()]
  return letters.length <= SNIPPET_MAX ? letters.join('') : `${letters.slice(0, SNIPPET_MAX - 1).join('')}…`
}

export interface Viewer {
  accountId: string
  hat: Hat
}

export interface ViewedRow {
  viewer: Viewer
  row: ConversationRow
}

/**
 * What one or many viewers' lists say of some conversations; unread is counted from the log. One statement, however many rows; the order
 * is that of `pairs`.
 */
export async function rowsFor(ctx: Ctx, pairs: readonly (Viewer & { conversationId: string })[]): Promise<ViewedRow[]> {
  if (pairs.length === 0) return []
  const { rows } = await ctx.tx.query(
    rowsSql,
    [pairs.map((one) => one.accountId), pairs.map((one) => one.hat), pairs.map((one) => one.conversationId)],
    'conversation-rows',
  )
  return rows.map((row) => ({ viewer: { accountId: row.account_id, hat: row.hat }, row: toRow(row) }))
}

const rowsSql = `
  select v.account_id, v.hat, c.id, c.kind, c.person_id, p.known_as, carer.name as carer_name, carer.relationship, c.service_id,
    s.plain_name, c.state, c.last_at, coalesce(r.read_through, 0) as read_through, c.due_at, members.n as members, unread.n as unread,
    last.id as last_id, last.number as last_number, last.sent_at, last.author ->> 'name' as author_name, last.author_id,
    left(last.body, 400) as last_body, hidden.ids as hidden_ids,
    exists (select from enrolment e join staff st on st.id = e.lead_worker_id where e.person_id = c.person_id
      and e.service_id = c.service_id and e.state in ('active', 'ending') and st.account_id = v.account_id
      and v.hat in ('practitioner', 'coordinator')) as is_mine
  from unnest($1::uuid[], $2::text[], $3::uuid[]) with ordinality as v (account_id, hat, conversation_id, place)
  join conversation c on c.id = v.conversation_id
  join person p on p.id = c.person_id
  join service s on s.id = c.service_id
  left join conversation_read r on r.account_id = v.account_id and r.hat = v.hat and r.conversation_id = c.id
  left join lateral (
    select m.name, m.relationship from conversation_member m
    where m.conversation_id = c.id and c.carer_link_id is not null and not m.is_team order by m.first_number desc limit 1
  ) carer on true
  left join lateral (
    select m.id, m.number, m.sent_at, m.author, m.author_id, m.body from message m
    where m.conversation_id = c.id and m.message_kind <> 'event' order by m.number desc limit 1
  ) last on true
  cross join lateral (
    select count(*) as n from conversation_member m where m.conversation_id = c.id and m.last_number is null
  ) members
  cross join lateral (
    select count(*) as n from message m where m.conversation_id = c.id and m.number > coalesce(r.read_through, 0)
      and m.author_id <> v.account_id and m.withdrawn_at is null
  ) unread
  cross join lateral (
    select coalesce(array_agg(h.message_id::text order by h.message_id), '{}') as ids from message_hidden h
    where h.account_id = v.account_id and h.hat = v.hat and h.conversation_id = c.id
  ) hidden
  order by v.place`

interface Columns {
  account_id: string
  id: string
  kind: ConversationKind
  person_id: string
  known_as: string
  carer_name: string | null
  relationship: string | null
  service_id: string
  plain_name: string
  state: 'open' | 'closed'
  last_at: Date
  members: number
  last_id: string | null
  last_number: number
  sent_at: Date
  author_name: string | null
  author_id: string | null
  last_body: string
  unread: number
  read_through: number
  is_mine: boolean
  due_at: Date | null
  hidden_ids: string[]
}

function toRow(row: Columns): ConversationRow {
  return {
    conversationId: row.id,
    kind: row.kind,
    personId: row.person_id,
    personName: row.known_as,
    ...(row.carer_name !== null && { carer: { name: row.carer_name, relationship: row.relationship ?? '' } }),
    serviceId: row.service_id,
    serviceName: row.plain_name,
    state: row.state,
    memberCount: row.members,
    activeAt: row.last_at.toISOString(),
    ...(row.last_id !== null && {
      last: {
        messageId: row.last_id,
        number: row.last_number,
        at: row.sent_at.toISOString(),
        // An automatic reply is the service's.
        authorName: row.author_name ?? row.plain_name,
        isOwn: row.author_id === row.account_id,
        snippet: snippetOf(row.last_body),
      },
    }),
    unread: row.unread,
    readThrough: row.read_through,
    isMine: row.is_mine,
    ...(row.due_at && { dueAt: row.due_at.toISOString() }),
    hiddenMessageIds: row.hidden_ids,
  }
}
