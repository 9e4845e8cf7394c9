import type { Edit, Member, Message } from '@weft/contract/conversations/shapes.ts'
import type { Selectable } from 'kysely'
import type { MessageTable } from './tables.ts'

export type MessageRow = Selectable<MessageTable>

/** A stored message as everyone in its conversation sees it. */
export function toMessage(row: MessageRow): Message {
  return {
    messageId: row.id,
    conversationId: row.conversation_id,
    number: row.number,
    kind: row.message_kind,
    ...(row.author && { author: asWritten(row.author) }),
    body: row.body,
    ...(row.reply_to_id && { replyToId: row.reply_to_id }),
    ...(row.corrects_id && { correctsId: row.corrects_id }),
    ...(row.keep_from_person && { keepFromPerson: true as const }),
    sentAt: row.sent_at.toISOString(),
    ...(row.edited_at && { editedAt: row.edited_at.toISOString(), edits: asShown(row.edits) }),
    ...(row.withdrawn_at && { withdrawnAt: row.withdrawn_at.toISOString(), withdrawnBy: row.withdrawn_by as string }),
    ...(row.line && { line: row.line }),
    ...(row.due_at && { dueAt: row.due_at.toISOString() }),
  }
}

/** Which act it was is the server's own to know. */
export const asShown = (edits: readonly Edit[]): Edit[] => edits.map(({ body, until }) => ({ body, until }))

/** jsonb keeps no order of keys: the same member is the same bytes wherever it comes from. */
const asWritten = ({ accountId, hat, name, role, organisation, relationship, isTeam }: Member): Member => ({
  accountId,
  hat,
  name,
  ...(role !== undefined && { role }),
  ...(organisation !== undefined && { organisation }),
  ...(relationship !== undefined && { relationship }),
  isTeam,
})

export interface MemberColumns {
  account_id: string
  hat: Member['hat']
  name: string
  role: string | null
  organisation: string | null
  relationship: string | null
  is_team: boolean
}

export const toMember = (row: MemberColumns): Member => ({
  accountId: row.account_id,
  hat: row.hat,
  name: row.name,
  ...(row.role !== null && { role: row.role }),
  ...(row.organisation !== null && { organisation: row.organisation }),
  ...(row.relationship !== null && { relationship: row.relationship }),
  isTeam: row.is_team,
})
