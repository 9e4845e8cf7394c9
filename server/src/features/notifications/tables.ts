import type { Channel, NoticeKind, ReminderTopic } from '@weft/contract/notifications/shapes.ts'
import type { Hat } from '@weft/contract/people/shapes.ts'
import type { ColumnType, Generated } from 'kysely'

type Instant = ColumnType<Date, Date | string, Date | string>
type MaybeInstant = ColumnType<Date | null, Date | string | null | undefined, Date | string | null>
type Maybe<T> = ColumnType<T | null, T | null | undefined, T | null>

export interface ReminderTable {
  id: string
  person_id: string
  about: ReminderTopic
  words: Maybe<string>
  times: string[]
  days: number[]
  zone: string
  snoozed_until: MaybeInstant
  settled_through: Instant
  /** Occurrences up to here have their notice, or were before the reminder was as it is now. */
  fired_through: Instant
  next_at: MaybeInstant
  stopped_at: MaybeInstant
  record_class: Generated<string>
  created_at: Instant
  created_by: string
  created_hat: string
  version: Generated<number>
}

export interface PushSubscriptionTable {
  id: string
  account_id: string
  session_id: string
  endpoint: string
  p256dh: string
  auth: string
  push_key: string
  created_at: Instant
  sent_at: MaybeInstant
  received_at: MaybeInstant
}

export interface NoticeSettingsTable {
  account_id: string
  zone: Generated<string>
  is_quiet: Generated<boolean>
  quiet_from: Generated<string>
  quiet_until: Generated<string>
  /** What is switched off, `kind:channel`. */
  off: Generated<string[]>
}

export interface NoticeTable {
  id: Generated<string>
  person_id: string
  account_id: string
  hat: Hat
  kind: NoticeKind | 'test'
  channel: Generated<Channel>
  thing_id: Maybe<string>
  about: Maybe<string>
  effect_key: string
  at: Instant
  due_at: Instant
  state: Generated<'waiting' | 'sent' | 'dropped'>
  why: Maybe<'read' | 'off' | 'superseded' | 'nowhere'>
  attempts: Generated<number>
  lease_until: MaybeInstant
  reached: Generated<string[]>
  sent_at: MaybeInstant
  opened_at: MaybeInstant
}

export interface PushKeyTable {
  one: Generated<boolean>
  public_key: string
}

declare module '../../platform/database.ts' {
  interface Database {
    reminder: ReminderTable
    push_subscription: PushSubscriptionTable
    notice_settings: NoticeSettingsTable
    notice: NoticeTable
    push_key: PushKeyTable
  }
}
