import type { ConversationKind, Member } from '@weft/contract/conversations/shapes.ts'
import type { Ctx, Granted, Guard } from '../../platform/feature.ts'
import { Refused } from '../../platform/runner.ts'
import { type Action, type Item, requireAccess } from '../access/require-access.ts'
import { type MemberColumns, toMember } from './message-row.ts'

/** What the guards of a conversation answer: what it is, and the asker's own place in it. */
export interface Standing {
  conversationId: string
  personId: string
  kind: ConversationKind
  serviceId: string
  state: 'open' | 'closed'
  /** On a team note: the conversation that it stands beside. */
  noteOf: string | undefined
  /** Absent for whoever may read without belonging: a coordinator after the end, above all. */
  member: Member | undefined
}

interface Fact extends Omit<MemberColumns, 'account_id'> {
  id: string
  person_id: string
  kind: ConversationKind
  service_id: string
  carer_link_id: string | null
  note_of: string | null
  state: 'open' | 'closed'
  is_member: boolean
}

const nothing = { recordClass: 'service' as const, kind: 'person_team', id: '' }

/** Asks access about a conversation; `manage` is what only its service's coordinators may do. */
export async function standingIn(
  ctx: Ctx,
  conversationId: string,
  action: Action,
  about: Pick<Item, 'isTask'> = {},
): Promise<Granted<Standing>> {
  const { scope } = ctx
  if (scope.kind !== 'account') throw new Refused('not_active')
  const { rows } = await ctx.tx.query(
    'select * from conversation_fact($1, $2, $3)',
    [conversationId, scope.accountId, scope.hat],
    'conversation-fact',
  )
  const fact: Fact | undefined = rows[0]
  // The absent is asked as the unseen is, so that the time an answer takes tells nobody which it was.
  if (!fact) await requireAccess(ctx, { personId: conversationId, item: nothing, action })
  if (!fact) throw new Refused('no_relation')
  const isNote = fact.kind === 'team_note'
  const item = {
    recordClass: 'service' as const,
    kind: fact.kind,
    id: fact.id,
    staffOnly: isNote,
    carerLinkId: isNote ? undefined : (fact.carer_link_id ?? undefined),
    ...about,
  }
  const access = await requireAccess(ctx, { personId: fact.person_id, serviceId: fact.service_id, item, action })
  const thing: Standing = {
    conversationId: fact.id,
    personId: fact.person_id,
    kind: fact.kind,
    serviceId: fact.service_id,
    state: fact.state,
    noteOf: fact.note_of ?? undefined,
    member: fact.is_member ? toMember({ ...fact, account_id: scope.accountId }) : undefined,
  }
  return { thing, disclosure: access.disclosure, until: access.until }
}

const refuse = (reason: string, { personId, kind, conversationId, serviceId }: Standing) =>
  new Refused(reason, { personId, recordClass: 'service', itemKind: kind, itemId: conversationId, serviceId })

const readConversation: Guard = (ctx, { conversationId }) => standingIn(ctx, String(conversationId), 'read')

/** Only members write, whatever else access would allow them. */
const writeConversation: Guard = async (ctx, { conversationId }) => {
  const granted = await standingIn(ctx, String(conversationId), 'write')
  if (!granted.thing.member) throw refuse('no_relation', granted.thing)
  return granted
}

/** The team's side of a conversation; a note thread has no other side. */
const openDesk: Guard = async (ctx, { conversationId }) => {
  const granted = await standingIn(ctx, String(conversationId), 'read')
  const { member, noteOf } = granted.thing
  if (!member?.isTeam || noteOf) throw refuse('no_relation', granted.thing)
  return { ...granted, name: member.name }
}

/** A list is its owner's own, under the hat they wear now. */
const listConversations: Guard = async ({ scope }, { accountId, hat }) => {
  if (scope.kind !== 'account' || scope.accountId !== accountId || scope.hat !== hat) throw new Refused('no_relation')
  return { thing: undefined }
}

/** The service's current team without volunteers, as rule 9 of domain.md 3.3 has it for service rows. What is shown is the list's own disclosure. */
const readInbox: Guard = async (ctx, { serviceId }) => {
  const { scope } = ctx
  if (scope.kind !== 'account') throw new Refused('not_active')
  const { rows } = await ctx.tx.query(
    `select min(i.until) filter (where i.until is not null) as until, count(*) as n, min(a.display_name) as name
     from inbox_team i join account a on a.id = i.account_id
     where i.service_id = $1 and i.account_id = $2 and is_worn(true, i.hat, $3)`,
    [serviceId, scope.accountId, scope.hat],
  )
  if (rows[0].n === 0) throw new Refused('no_relation')
  return { thing: undefined, until: rows[0].until ?? undefined, name: rows[0].name }
}

/** The team at its desk; after the end, whoever coordinates the service, for nobody else is there any more. It waits for no reason to read. */
const settleFlags: Guard = async (ctx, { conversationId }) => {
  const granted = await standingIn(ctx, String(conversationId), 'read', { isTask: true })
  const { member, noteOf, state } = granted.thing
  const isAfterTheEnd = state === 'closed' && granted.disclosure?.reasonCode === 'ended_coordinator'
  if (noteOf || (!member?.isTeam && !isAfterTheEnd)) throw refuse('no_relation', granted.thing)
  return granted
}

/** Which flags, its statement says: those of the asker's own teams, and of who left a service that they coordinate. */
const listFlags: Guard = async ({ scope }) => {
  if (scope.kind !== 'account' || (scope.hat !== 'practitioner' && scope.hat !== 'coordinator'))
    throw new Refused('no_relation')
  return { thing: undefined }
}

export const permissions = {
  'conversation.read': readConversation,
  'conversation.write': writeConversation,
  'conversation.desk': openDesk,
  'conversation.list': listConversations,
  'inbox.read': readInbox,
  'flag.list': listFlags,
  'flag.settle': settleFlags,
} satisfies Record<string, Guard>
