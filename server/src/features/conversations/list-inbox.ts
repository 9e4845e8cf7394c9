import { INBOX_MAX } from '@weft/contract/conversations/apply.ts'
import { listInbox } from '@weft/contract/conversations/operations.ts'
import type { ConversationKind, InboxRow } from '@weft/contract/conversations/shapes.ts'
import { type Ctx, handle } from '../../platform/feature.ts'
import { snippetOf } from './conversation-rows.ts'

/** The team's inbox, the same for all of it. An audit row for each conversation that it shows. */
export const inbox = handle(listInbox, async (ctx, input) => {
  await ctx.require('inbox.read', input)
  const rows = await inboxRows(ctx, { serviceId: input.serviceId }, input.limit ?? INBOX_MAX)
  await ctx.disclose(
    rows.map(({ personId, row }) => ({
      personId,
      recordClass: 'service',
      itemKind: row.kind,
      itemId: row.conversationId,
      action: 'read',
      reasonCode: 'team',
      serviceId: input.serviceId,
    })),
  )
  return { rows: rows.map(({ row }) => row) }
})

/**
 * The newest line of each conversation that a service's whole team belongs to and somebody has written in; of the whole service, or of
 * some conversations. Newest first.
 */
export async function inboxRows(
  ctx: Ctx,
  where: { serviceId: string; conversationIds?: readonly string[] },
  limit: number,
): Promise<{ personId: string; row: InboxRow }[]> {
  const { rows } = await ctx.tx.query(inboxSql, [where.serviceId, where.conversationIds ?? null, limit], 'inbox-rows')
  return rows.map((row: Columns) => ({ personId: row.person_id, row: toInboxRow(row) }))
}

// A grace that is over holds at its moment: its people are their coordinators' to read for a reason alone, before any job has come by.
const inboxSql = `
  select c.id, c.kind, c.person_id, c.due_at, s.plain_name, m.number, m.sent_at, m.author ->> 'name' as author_name,
    coalesce((m.author ->> 'isTeam')::boolean, true) as from_team, left(m.body, 400) as body
  from (
    select * from conversation
    where service_id = $1 and ($2::uuid[] is null or id = any ($2)) and state = 'open' and kind <> 'team_note' and is_whole_team
      and person_id not in (select e.person_id from enrolment e where e.service_id = $1 and e.state = 'ending' and e.ends_at <= app_now())
    order by last_at desc, id desc limit $3
  ) c
  join service s on s.id = c.service_id
  cross join lateral (
    select * from message m where m.conversation_id = c.id and m.message_kind <> 'event' order by m.number desc limit 1
  ) m
  order by m.sent_at desc, c.id desc`

interface Columns {
  id: string
  kind: ConversationKind
  person_id: string
  due_at: Date | null
  plain_name: string
  number: number
  sent_at: Date
  author_name: string | null
  from_team: boolean
  body: string
}

const toInboxRow = (row: Columns): InboxRow => ({
  conversationId: row.id,
  kind: row.kind,
  lastNumber: row.number,
  at: row.sent_at.toISOString(),
  authorName: row.author_name ?? row.plain_name,
  fromTeam: row.from_team,
  snippet: snippetOf(row.body),
  ...(row.due_at && { dueAt: row.due_at.toISOString() }),
})
