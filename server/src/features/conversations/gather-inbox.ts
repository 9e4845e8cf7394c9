import { inboxChannel, myConversationsChannel } from '@weft/contract/conversations/channel.ts'
import { type Ctx, type Job, publication } from '../../platform/feature.ts'
import { viewersOf } from './align-members.ts'
import { rowsFor } from './conversation-rows.ts'
import type {} from './facts.ts'
import { inboxRows } from './list-inbox.ts'
import { toMember } from './message-row.ts'
import { GATHER_INBOX } from './post.ts'

const ROWS_MAX = 200

/**
 * Tells each service's inbox the newest line of its conversations, off the sending path: what a send leaves behind is a mark on its
 * conversation's row, so nothing is forgotten whatever dies, and however many messages came meanwhile, one event tells of them.
 */
export const gatherInbox: Job = {
  name: GATHER_INBOX,
  everySeconds: 10,
  wakesGatheredMs: 300,
  async run({ act, db }) {
    const { rows } = await db.as({ kind: 'system', system: 'jobs', requestId: GATHER_INBOX }, (tx) =>
      tx.query('select distinct service_id from conversation where is_ungathered'),
    )
    for (const { service_id: serviceId } of rows) {
      while ((await act('jobs', (ctx) => gather(ctx, serviceId))) === ROWS_MAX);
    }
  },
}

/**
 * One event for up to 200 conversations of a service; answers how many it told of. The inbox's head is locked before anything is read, so
 * that a conversation leaves the inbox either before this event or after it and never in the middle; marks are cleared only where nothing
 * has changed since, and rows that somebody holds keep theirs until the next time.
 */
export async function gather(ctx: Ctx, serviceId: string): Promise<number> {
  await ctx.tx.query('select from topic_head where topic = $1 for update', [inboxChannel.topicOf({ serviceId })])
  const { rows } = await ctx.tx.query(
    `select id, changed_number, is_whole_team, state from conversation where service_id = $1 and is_ungathered order by id limit $2`,
    [serviceId, ROWS_MAX],
  )
  if (rows.length === 0) return 0
  const shown = rows.filter((row) => row.is_whole_team && row.state === 'open').map((row) => row.id as string)
  const told = await inboxRows(ctx, { serviceId, conversationIds: shown }, ROWS_MAX)
  await ctx.publishAll([
    ...(told.length > 0
      ? [publication(inboxChannel, { serviceId }, 'inbox.changed', { rows: told.map(({ row }) => row) })]
      : []),
    ...(await onOwnLists(
      ctx,
      rows.filter((row) => !row.is_whole_team && row.state === 'open').map((row) => row.id as string),
    )),
  ])
  await ctx.tx.query(
    `update conversation c set is_ungathered = c.changed_number <> t.changed_number
     from json_to_recordset($1::json) as t (id uuid, changed_number bigint)
     where c.id = t.id and c.id in (select id from conversation where id = any ($2) for update skip locked)`,
    [JSON.stringify(rows), rows.map((row) => row.id)],
  )
  await ctx.announce('messages.arrived', { conversationIds: rows.map((row) => row.id as string) })
  return rows.length
}

/** What the whole team may not see, its members have on lists of their own. */
async function onOwnLists(ctx: Ctx, conversationIds: readonly string[]) {
  if (conversationIds.length === 0) return []
  const { rows } = await ctx.tx.query(
    'select * from conversation_member where conversation_id = any ($1) and is_team and last_number is null',
    [conversationIds],
  )
  const pairs = rows.flatMap((row) =>
    viewersOf(toMember(row)).map((viewer) => ({ ...viewer, conversationId: row.conversation_id as string })),
  )
  const viewed = await rowsFor(ctx, pairs)
  return viewed.map(({ viewer, row }) =>
    publication(myConversationsChannel, { ...viewer }, 'conversation.listed', row, { subjectId: row.personId }),
  )
}
