import type { ConversationKind, Member } from '@weft/contract/conversations/shapes.ts'
import type { Ctx } from '../../platform/feature.ts'
import { type MemberColumns, toMember } from './message-row.ts'

/** Which conversations to look at, and for whose membership; nothing named for `accountId` means everybody's. */
export interface Affected {
  personId?: string
  serviceId?: string
  accountId?: string
  conversationIds?: readonly string[]
}

export interface Change {
  conversation: { id: string; person_id: string; kind: ConversationKind; service_id: string; is_new: boolean }
  /** What ends, if anything does. */
  before: Member | undefined
  /** What begins, if anything does. */
  after: Member | undefined
}

/**
 * Where membership is not what `conversation_audience` says it should be: who should join, leave, or be known by another role. Read it as
 * the worker `access`. In each conversation those who leave come first, then by name.
 */
export async function findChanges(
  ctx: Ctx,
  { personId, serviceId, accountId, conversationIds }: Affected,
): Promise<Change[]> {
  const { rows } = await ctx.tx.query(
    changesSql,
    [personId ?? null, serviceId ?? null, accountId ?? null, conversationIds ?? null],
    'member-changes',
  )
  return rows.map((row: Row) => ({
    conversation: row,
    before: row.held ? toMember(row.held) : undefined,
    after: row.wanted ? toMember(row.wanted) : undefined,
  }))
}

interface Row {
  id: string
  person_id: string
  kind: ConversationKind
  service_id: string
  is_new: boolean
  held: MemberColumns | null
  wanted: MemberColumns | null
}

const changesSql = `
  with concerned as materialized (
    select c.id, c.person_id, c.kind, c.service_id,
      not exists (select from conversation_member m where m.conversation_id = c.id) as is_new
    from conversation c
    where ($1::uuid is null or c.person_id = $1) and ($2::uuid is null or c.service_id = $2)
      and ($4::uuid[] is null or c.id = any ($4))
  ), wanted as materialized (
    select w.* from conversation_audience w
    where w.conversation_id in (select id from concerned) and ($3::uuid is null or w.account_id = $3)
  ), held as materialized (
    select m.* from conversation_member m
    where m.conversation_id in (select id from concerned) and m.last_number is null and ($3::uuid is null or m.account_id = $3)
  )
  select c.*, case when h.account_id is not null then to_jsonb(h) end as held, case when w.account_id is not null then to_jsonb(w) end as wanted
  from wanted w
  full join held h on h.conversation_id = w.conversation_id and h.account_id = w.account_id and h.is_team = w.is_team
  join concerned c on c.id = coalesce(w.conversation_id, h.conversation_id)
  where (w.hat, w.name, w.role, w.organisation, w.relationship) is distinct from (h.hat, h.name, h.role, h.organisation, h.relationship)
  order by c.id, w.account_id is not null, w.is_team, coalesce(w.name, h.name), coalesce(w.account_id, h.account_id)`
