import { deskChannel, inboxChannel, myConversationsChannel } from '@weft/contract/conversations/channel.ts'
import type { InboxRow, Member, Message } from '@weft/contract/conversations/shapes.ts'
import { type Ctx, publication } from '../../platform/feature.ts'
import { newId } from '../../platform/ids.ts'
import { rewriteEvents } from '../../platform/rewrite-events.ts'
import { rowsFor, type Viewer } from './conversation-rows.ts'
import { type Affected, type Change, findChanges } from './find-changes.ts'
import { lineOf, lockThreads, type Threads } from './threads.ts'

export interface AlignOptions {
  /** Conversations that say once and for all what happens to them: nobody gets a line of their own. */
  withoutLines?: ReadonlySet<string>
  /** Their topics are locked already. */
  threads?: Threads
}

/**
 * Makes membership what teams, enrolments and carer links say it is, in the transaction that changed these: spans begin and end with the
 * event that says so, so nobody receives what is numbered after their removal. Publishes `member.joined` and `member.removed` with their
 * lines, and on each member's own list `conversation.listed` and `conversation.unlisted`. Safe to repeat.
 */
export async function alignMembers(ctx: Ctx, affected: Affected, options: AlignOptions = {}): Promise<void> {
  await ctx.tx.asSystem('access', async () => {
    const seen = await findChanges(ctx, affected)
    const concerned = [...new Set(seen.map(({ conversation }) => conversation.id))]
    const threads = options.threads ?? (await lockThreads(ctx, concerned))
    // Looked at again under the lock: only this is written.
    const changes = concerned.length > 0 ? await findChanges(ctx, { ...affected, conversationIds: concerned }) : []
    const spans = changes.map((change) => write(ctx, threads, change, options.withoutLines))
    await store(ctx, spans)
    await moveLists(ctx, threads, changes)
    await keepInboxWhole(ctx, threads, affected, changes)
    if (!options.threads) await threads.publish()
  })
}

interface Span {
  change: Change
  ended?: number
  begun?: number
  line?: Message
}

/** Takes the numbers and adds the events of one change. */
function write(ctx: Ctx, threads: Threads, change: Change, withoutLines?: ReadonlySet<string>): Span {
  const { conversation, before, after } = change
  const next = () => threads.next(conversation.id)
  // Whoever is there from the first event on needs no announcing.
  if (conversation.is_new) return { change, begun: 1 }
  const line = (number: number): Message =>
    lineOf(newId(ctx.now), conversation.id, number, lineWords(before, after), ctx.now)
  const isQuiet = withoutLines?.has(conversation.id)
  if (!after) {
    const ended = next()
    const { accountId, hat } = before as Member
    const said = isQuiet ? undefined : line(ended)
    threads.add(conversation, 'member.removed', { accountId, hat, ...(said && { line: said }) })
    return { change, ended, line: said }
  }
  if (before && before.hat !== after.hat) {
    threads.add(conversation, 'member.removed', { accountId: before.accountId, hat: before.hat })
  }
  const begun = next()
  const said = isQuiet ? undefined : line(begun)
  threads.add(conversation, 'member.joined', { member: after, ...(said && { line: said }) })
  return { change, begun, ...(before && { ended: begun - 1 }), line: said }
}

function lineWords(before: Member | undefined, after: Member | undefined): NonNullable<Message['line']> {
  const { name, role, relationship } = (after ?? before) as Member
  const as = role ?? relationship
  const type = before && after ? 'role_changed' : after ? 'joined' : 'left'
  return { type, name, ...(as && { role: as }) }
}

async function store(ctx: Ctx, spans: readonly Span[]): Promise<void> {
  if (spans.length === 0) return
  const rows = spans.map(({ change: { conversation, before, after }, ended, begun, line }) => ({
    conversation_id: conversation.id,
    person_id: conversation.person_id,
    kind: conversation.kind,
    account_id: (after ?? before)?.accountId,
    old_hat: before?.hat,
    ended,
    begun,
    ...(after && { ...after, is_team: after.isTeam }),
    line_id: line?.messageId,
    line_number: line?.number,
    line: line?.line,
  }))
  await ctx.tx.query(storeSql, [JSON.stringify(rows), ctx.now])
}

/** A new colleague has the whole history and starts with nothing unread. */
const storeSql = `
  with span as materialized (
    select * from json_to_recordset($1::json) as s (conversation_id uuid, person_id uuid, kind text, account_id uuid, old_hat text,
      ended bigint, begun bigint, hat text, name text, role text, organisation text, relationship text, is_team boolean,
      line_id uuid, line_number bigint, line jsonb)
  ), ended as (
    update conversation_member m set last_number = s.ended from span s
    where s.ended is not null and m.conversation_id = s.conversation_id and m.account_id = s.account_id and m.hat = s.old_hat
      and m.last_number is null
    returning m.conversation_id
  ), begun as (
    insert into conversation_member (conversation_id, person_id, kind, account_id, hat, is_team, first_number, name, role, organisation, relationship)
    select conversation_id, person_id, kind, account_id, hat, is_team, begun, name, role, organisation, relationship from span
    where begun is not null and (select count(*) from ended) >= 0
  ), marked as (
    insert into conversation_read as r (account_id, hat, conversation_id, person_id, read_through)
    select account_id, hat, conversation_id, person_id, begun from span where begun is not null and is_team and old_hat is null
    on conflict (account_id, hat, conversation_id) do update set read_through = greatest(r.read_through, excluded.read_through)
  ), said as (
    insert into message (id, person_id, conversation_id, kind, number, message_kind, body, line, sent_at)
    select line_id, person_id, conversation_id, kind, line_number, 'event', '', line, $2 from span where line_id is not null
  )
  update conversation c set last_number = greatest(c.last_number, n.number)
  from (select conversation_id, max(line_number) as number from span where line_id is not null group by 1) n
  where c.id = n.conversation_id`

/** A coordinator may also wear the practitioner's hat, whose list is another topic. */
export const viewersOf = ({ accountId, hat }: Member): Viewer[] =>
  hat === 'coordinator'
    ? [
        { accountId, hat },
        { accountId, hat: 'practitioner' },
      ]
    : [{ accountId, hat }]

async function moveLists(ctx: Ctx, threads: Threads, changes: readonly Change[]): Promise<void> {
  const listed = changes.filter(({ conversation }) => conversation.kind !== 'team_note')
  const about = ({ conversation }: Change) => ({ subjectId: conversation.person_id })
  for (const change of listed) {
    const { conversation, before, after } = change
    const stays = new Set(after ? viewersOf(after).map(({ hat }) => hat) : [])
    for (const viewer of before ? viewersOf(before) : []) {
      if (stays.has(viewer.hat)) continue
      const gone = { conversationId: conversation.id }
      threads.addOther(publication(myConversationsChannel, { ...viewer }, 'conversation.unlisted', gone, about(change)))
    }
    if (before?.isTeam) {
      const { accountId } = before
      threads.addOther(
        publication(deskChannel, { conversationId: conversation.id }, 'access.changed', { accountId }, about(change)),
      )
    }
  }
  const pairs = listed.flatMap(({ conversation, after }) =>
    after ? viewersOf(after).map((viewer) => ({ ...viewer, conversationId: conversation.id })) : [],
  )
  for (const { viewer, row } of await rowsFor(ctx, pairs)) {
    threads.addOther(
      publication(myConversationsChannel, { ...viewer }, 'conversation.listed', row, { subjectId: row.personId }),
    )
  }
}

/**
 * An inbox is the whole team's: a conversation that one of them may not see leaves it in this transaction, and what the inbox's log says
 * of it goes too, since a newcomer may ask for that log. Its members have it on their own lists.
 */
async function keepInboxWhole(
  ctx: Ctx,
  threads: Threads,
  affected: Affected,
  changes: readonly Change[],
): Promise<void> {
  const { rows } = await ctx.tx.query(wholeSql, [
    affected.serviceId ?? null,
    affected.personId ?? null,
    [...new Set(changes.map(({ conversation }) => conversation.id))],
  ])
  for (const { id, service_id: serviceId, person_id: subjectId, is_whole_team: isWhole } of rows) {
    if (isWhole) continue
    const gone = { conversationId: id }
    threads.addOther(publication(inboxChannel, { serviceId }, 'inbox.unlisted', gone, { subjectId }))
    const told = {
      topics: [inboxChannel.topicOf({ serviceId })],
      name: 'inbox.changed',
      fromSeq: 0,
      containing: { rows: [gone] },
    }
    await rewriteEvents<{ rows: InboxRow[] }>(ctx.tx, told, ({ rows }) => ({
      rows: rows.filter((row) => row.conversationId !== id),
    }))
  }
}

const wholeSql = `
  with stands as (
    select c.id, not exists (select from inbox_team i where i.service_id = c.service_id and not exists (
      select from conversation_member m where m.conversation_id = c.id and m.account_id = i.account_id and m.is_team and m.last_number is null
    )) as is_whole
    from conversation c
    where c.kind <> 'team_note' and c.state = 'open'
      and (c.id = any ($3) or c.service_id = $1 or c.person_id = $2)
  )
  update conversation c set is_whole_team = s.is_whole, is_ungathered = s.is_whole
  from stands s where c.id = s.id and c.is_whole_team is distinct from s.is_whole
  returning c.id, c.service_id, c.person_id, c.is_whole_team`
