import type { FlagLevel, FlagOutcome, RiskFlag } from '@weft/contract/conversations/flags.ts'
import type { ConversationKind, Edit, Member, Message } from '@weft/contract/conversations/shapes.ts'
import type { Hat } from '@weft/contract/people/shapes.ts'
import type { ColumnType, Generated } from 'kysely'

type Instant = ColumnType<Date, Date | string, Date | string>
type MaybeInstant = ColumnType<Date | null, Date | string | null | undefined, Date | string | null>
type Maybe<T> = ColumnType<T | null, T | null | undefined, T | null>
/** Read as a value, written as JSON text. */
type Json<T> = ColumnType<T, string | undefined, string>

export interface ConversationTable {
  id: string
  person_id: string
  kind: ConversationKind
  service_id: string
  enrolment_id: Maybe<string>
  carer_link_id: Maybe<string>
  /** On a team note: the conversation that it stands beside. */
  note_of: Maybe<string>
  state: Generated<'open' | 'closed'>
  closed_at: MaybeInstant
  team_seen_through: Generated<number>
  team_seen_at: MaybeInstant
  other_seen_through: Generated<number>
  other_seen_at: MaybeInstant
  /** The first unanswered message of the person or carer, and when the team should answer it. */
  awaiting_since: MaybeInstant
  due_at: MaybeInstant
  /** The newest message or line. */
  last_number: Generated<number>
  /** When somebody last wrote; lines of the thread do not count. */
  last_at: Instant
  last_auto_at: MaybeInstant
  /** The newest event that changes what a row of the inbox shows. */
  changed_number: Generated<number>
  /** The inbox has yet to be told of `changed_number`. */
  is_ungathered: Generated<boolean>
  /** The whole team belongs, so the team's inbox may show it; else only its members' own lists do. */
  is_whole_team: Generated<boolean>
  record_class: Generated<string>
  controller_id: string
  legal_basis: string
  retention_class: string
  created_at: Instant
  created_by: Maybe<string>
  created_hat: Maybe<string>
  assisted_by: Maybe<string>
  version: Generated<number>
}

/** One span of somebody's membership, by numbers of the conversation's events. `last_number` null: a member now. */
export interface ConversationMemberTable {
  conversation_id: string
  person_id: string
  kind: ConversationKind
  account_id: string
  hat: Hat
  is_team: boolean
  first_number: number
  last_number: Maybe<number>
  name: string
  role: Maybe<string>
  organisation: Maybe<string>
  relationship: Maybe<string>
}

/** What a message said before an edit; `editId` is of the act that changed it. */
export interface StoredEdit extends Edit {
  editId?: string
}

export interface MessageTable {
  id: string
  person_id: string
  conversation_id: string
  kind: ConversationKind
  number: number
  message_kind: Generated<Message['kind']>
  author_id: Maybe<string>
  author_hat: Maybe<Hat>
  /** Who the author was when they wrote. */
  author: ColumnType<Member | null, string | null | undefined, string | null>
  on_behalf_of: Maybe<string>
  /** Empty once withdrawn. */
  body: string
  /** Of what was first sent, so that a repeat is known however the text was edited since. */
  body_hash: Maybe<Buffer>
  reply_to_id: Maybe<string>
  corrects_id: Maybe<string>
  keep_from_person: Generated<boolean>
  line: ColumnType<NonNullable<Message['line']> | null, string | null | undefined, string | null>
  due_at: MaybeInstant
  sent_at: Instant
  edited_at: MaybeInstant
  edits: Json<StoredEdit[]>
  withdrawn_at: MaybeInstant
  withdrawn_by: Maybe<string>
  filed: Generated<'no' | 'filed'>
}

/** What a withdrawn message said: kept for the record, read in a privacy officer's case and nowhere else. */
export interface WithdrawnTextTable {
  message_id: string
  person_id: string
  kind: ConversationKind
  body: string
  edits: Json<Edit[]>
  withdrawn_by: string
  withdrawn_at: Instant
}

export interface ConversationReadTable {
  conversation_id: string
  person_id: string
  account_id: string
  hat: Hat
  read_through: Generated<number>
}

export interface MessageHiddenTable {
  message_id: string
  person_id: string
  conversation_id: string
  account_id: string
  hat: Hat
}

export interface RiskFlagTable {
  id: string
  person_id: string
  service_id: string
  conversation_id: string
  source: RiskFlag['source']
  level: FlagLevel
  wants_call: boolean
  about_id: string | null
  opened_at: Date
  acknowledged_by: string | null
  acknowledged_name: string | null
  acknowledged_at: Date | null
  closed_by: string | null
  closed_name: string | null
  closed_at: Date | null
  outcome: FlagOutcome | null
  note: string | null
  version: number
}

declare module '../../platform/database.ts' {
  interface Database {
    conversation: ConversationTable
    conversation_member: ConversationMemberTable
    message: MessageTable
    withdrawn_text: WithdrawnTextTable
    conversation_read: ConversationReadTable
    message_hidden: MessageHiddenTable
    risk_flag: RiskFlagTable
  }
}
