import { inboxChannel, myConversationsChannel } from '@weft/contract/conversations/channel.ts'
import type { Message } from '@weft/contract/conversations/shapes.ts'
import { type Ctx, publication } from '../../platform/feature.ts'
import { newId } from '../../platform/ids.ts'
import { alignMembers } from './align-members.ts'
import { rowsFor } from './conversation-rows.ts'
import { loadHeads } from './load-heads.ts'
import { lineOf, lockThreads, type Threads } from './threads.ts'

interface Moved {
  id: string
  person_id: string
  kind: string
  service_id: string
  plain_name: string
}

/**
 * Closes conversations, or opens closed ones again, with one line in each and without a line for everybody who leaves or comes back by
 * it. `where` is a condition on `conversation c`. Publishes `message.sent` (the line), `head.changed`, and what membership makes of it.
 */
export async function changeState(ctx: Ctx, to: 'open' | 'closed', where: string, values: unknown[]): Promise<void> {
  await ctx.tx.asSystem('access', async () => {
    const from = to === 'open' ? 'closed' : 'open'
    const found = await ctx.tx.query(`select c.id from conversation c where c.state = '${from}' and (${where})`, values)
    const threads = await lockThreads(
      ctx,
      found.rows.map((row) => row.id as string),
    )
    const { rows } = await ctx.tx.query(
      `update conversation c set state = $2, closed_at = case when $2 = 'closed' then $3::timestamptz end, version = c.version + 1,
         is_ungathered = $2 = 'open' and c.kind <> 'team_note'
       from service s where s.id = c.service_id and c.id = any ($1) and c.state <> $2
       returning c.id, c.person_id, c.kind, c.service_id, s.plain_name`,
      [found.rows.map((row) => row.id), to, ctx.now],
    )
    if (rows.length === 0) return
    await say(ctx, threads, rows, to === 'open' ? 'reopened' : 'closed')
    const ids = rows.map((row: Moved) => row.id)
    for (const { head } of (await loadHeads(ctx, ids)).values()) {
      threads.add({ id: head.conversationId, person_id: head.personId }, 'head.changed', head)
    }
    await alignMembers(ctx, { conversationIds: ids }, { threads, withoutLines: new Set(ids) })
    await tellLists(ctx, threads, rows, to)
    await threads.publish()
  })
}

async function say(ctx: Ctx, threads: Threads, rows: readonly Moved[], type: 'closed' | 'reopened'): Promise<void> {
  const lines = rows.map((row) => {
    const line: Message = lineOf(newId(ctx.now), row.id, threads.next(row.id), { type, name: row.plain_name }, ctx.now)
    threads.add(row, 'message.sent', line)
    return { ...row, message_id: line.messageId, number: line.number, line: line.line }
  })
  await ctx.tx.query(
    `with line as materialized (
      select * from json_to_recordset($1::json) as l (id uuid, person_id uuid, kind text, message_id uuid, number bigint, line jsonb)
    ), said as (
      insert into message (id, person_id, conversation_id, kind, number, message_kind, body, line, sent_at)
      select message_id, person_id, id, kind, number, 'event', '', line, $2 from line
    )
    update conversation c set last_number = l.number from line l where c.id = l.id`,
    [JSON.stringify(lines), ctx.now],
  )
}

/** Whoever stays sees it under another heading; the inbox shows open ones only. */
async function tellLists(ctx: Ctx, threads: Threads, rows: readonly Moved[], to: 'open' | 'closed'): Promise<void> {
  const listed = rows.filter((row) => row.kind !== 'team_note')
  const { rows: staying } = await ctx.tx.query(
    `select account_id as "accountId", hat, conversation_id as "conversationId" from conversation_member
     where conversation_id = any ($1) and last_number is null and not is_team`,
    [listed.map((row) => row.id)],
  )
  for (const { viewer, row } of await rowsFor(ctx, staying)) {
    threads.addOther(
      publication(myConversationsChannel, { ...viewer }, 'conversation.listed', row, { subjectId: row.personId }),
    )
  }
  if (to === 'open') return
  for (const { id, service_id: serviceId, person_id: subjectId } of listed) {
    threads.addOther(publication(inboxChannel, { serviceId }, 'inbox.unlisted', { conversationId: id }, { subjectId }))
  }
}
