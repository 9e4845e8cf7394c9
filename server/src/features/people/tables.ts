import type { AccountSettings, App, Hat } from '@weft/contract/people/shapes.ts'
import type { ColumnType, Generated } from 'kysely'

type Json<T> = ColumnType<T, string | undefined, string>
type Instant = ColumnType<Date, Date | string, Date | string>
type MaybeInstant = ColumnType<Date | null, Date | string | null | undefined, Date | string | null>
/** A column that may be left out when a row is written. */
type Maybe<T> = ColumnType<T | null, T | null | undefined, T | null>

export interface CommunicationNeeds {
  language?: string
  interpreter: boolean
  format?: string
  notes?: string
}

/** How this person may be reached; outranks every other rule (domain.md 11). Times are local, in the person's zone. */
export interface SafeContact {
  doNotText?: boolean
  doNotPost?: boolean
  /** Absent: nobody said. */
  voicemailOk?: boolean
  callFrom?: string
  callUntil?: string
  numbers?: string[]
  /** Others may read the e-mail that reaches them: they said so when they signed up. */
  emailIsShared?: boolean
  /** The name to ask for. */
  alias?: string
  language?: string
}

export interface PersonTable {
  id: string
  given_name: Generated<string>
  family_name: Generated<string>
  previous_surname: Maybe<string>
  known_as: string
  pronouns: Maybe<string>
  /** A date, `1999-12-31`. */
  born_on: Maybe<string>
  /** Ten digits, bare. */
  nhs_number: Maybe<string>
  address: Maybe<string>
  postcode: Maybe<string>
  phones: Json<{ number: string; verifiedAt?: string; kind: string }[]>
  household_id: Maybe<string>
  communication_needs: Json<CommunicationNeeds>
  equality: Json<{ sex?: string; ethnicity?: string }>
  safe_contact: Json<SafeContact>
  identity_level: Generated<'L0' | 'L1' | 'L2'>
  died_on: Maybe<string>
  merged_into: Maybe<string>
  record_class: Generated<string>
  controller_id: Maybe<string>
  legal_basis: Generated<string>
  retention_class: Generated<string>
  created_at: ColumnType<Date, Date | string | undefined, never>
  created_by: Maybe<string>
  created_hat: Maybe<string>
  assisted_by: Maybe<string>
  version: Generated<number>
}

/** A text somebody agreed to, or a choice they made, when they signed up. */
export interface AcceptedText {
  text: 'age_13' | 'terms' | 'privacy' | 'studies_18'
  version: string
  at: string
}

export interface AccountTable {
  id: string
  person_id: Maybe<string>
  display_name: string
  password_hash: Maybe<string>
  staff_password_hash: Maybe<string>
  accepted_texts: Json<AcceptedText[]>
  settings: Json<Partial<AccountSettings>>
  state: Generated<'active' | 'suspended' | 'closed'>
  /** Since when the people's side of it is being closed. */
  closing_at: MaybeInstant
  device_salt: Generated<string>
  created_at: ColumnType<Date, Date | string | undefined, never>
  version: Generated<number>
}

export interface AccountHatTable {
  account_id: string
  hat: Hat
}

export interface AccountAddressTable {
  id: string
  account_id: string
  kind: 'email' | 'mobile'
  /** Lower case. */
  value: string
  verified_at: MaybeInstant
  /** Reaches staff hats only; any other reaches patient and carer hats only. */
  is_work: Generated<boolean>
}

export interface SessionTable {
  id: string
  account_id: string
  app: App
  hat: Hat
  token_hash: Buffer
  label: Generated<string>
  shared_device: Generated<boolean>
  created_at: Instant
  last_used_at: Instant
  ends_at: Instant
  idle_seconds: number
  has_lock: Generated<boolean>
  ended_at: MaybeInstant
  /** When the password was last given again. */
  proved_at: MaybeInstant
}

export interface SignUpTable {
  id: string
  email: string
  called_name: Maybe<string>
  is_private_address: Maybe<boolean>
  created_at: Instant
  proof_hash: Maybe<Buffer>
  proved_at: MaybeInstant
  completed_at: MaybeInstant
  account_id: Maybe<string>
}

export interface OneTimeCodeTable {
  id: string
  purpose: 'sign_up' | 'sign_in' | 'reset' | 'invite'
  bound_to: string
  app: Generated<App>
  to_address: Maybe<string>
  asked_at: Instant
  issued_at: MaybeInstant
  code_hash: Maybe<Buffer>
  tries_left: number
  expires_at: MaybeInstant
  spent_at: MaybeInstant
}

export interface MailTable {
  id: string
  to_address: string
  subject: string
  body: string
  link: Maybe<string>
  app: Generated<App>
  effect_key: string
  created_at: Instant
  not_before: Instant
  expires_at: MaybeInstant
  attempts: Generated<number>
  lease_until: MaybeInstant
  sent_at: MaybeInstant
  dead_at: MaybeInstant
}

export interface AttemptTable {
  id: Generated<string>
  key: string
  at: Instant
}

export interface SafeContactChangeTable {
  id: Generated<string>
  person_id: string
  device: string
  at: Date
}

declare module '../../platform/database.ts' {
  interface Database {
    safe_contact_change: SafeContactChangeTable
    person: PersonTable
    account: AccountTable
    account_hat: AccountHatTable
    account_address: AccountAddressTable
    session: SessionTable
    sign_up: SignUpTable
    one_time_code: OneTimeCodeTable
    mail: MailTable
    attempt: AttemptTable
  }
}
