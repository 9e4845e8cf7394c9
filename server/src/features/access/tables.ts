import type { ReadingReason } from '@weft/contract/access/shapes.ts'
import type { ColumnType, Generated } from 'kysely'

type MaybeInstant = ColumnType<Date | null, Date | string | null | undefined, Date | string | null>

/** One coarse right of row-level security, derived from teams, enrolments, carer links and sharing choices; never written by hand. */
export interface AuthzGrantTable {
  account_id: string
  person_id: string
  category: 'own' | 'team' | 'person_team' | 'carer_team' | 'team_note' | 'shared'
  valid_from: Generated<Date>
  until: MaybeInstant
}

interface Provenance {
  /** The record that it was made for, when that has become one with another. */
  moved_from: string | null
  record_class: Generated<string>
  controller_id: string | null
  legal_basis: Generated<string>
  retention_class: Generated<string>
  created_at: Generated<Date>
  created_by: string | null
  created_hat: string | null
  assisted_by: string | null
  version: Generated<number>
}

export interface CarerLinkTable extends Provenance {
  id: string
  carer_account_id: string
  person_id: string
  relationship: string
  basis: 'listening' | 'consent' | 'parental_responsibility' | 'lpa_health' | 'deputy' | 'best_interests'
  scopes: Generated<string[]>
  services: Generated<string[]>
  evidence: ColumnType<unknown[], string | undefined, string>
  review_by: string | null
  told_person: Generated<boolean>
  /** The carer is a parent or guardian: birthdays suspend the link's scopes. */
  is_parental: Generated<boolean>
  /** When its scopes were last granted. */
  granted_at: Generated<Date>
  state:
    | 'requested'
    | 'matched'
    | 'awaiting_person'
    | 'awaiting_clinician'
    | 'active'
    | 'suspended'
    | 'revoked'
    | 'expired'
    | 'declined'
}

export interface RestrictionTable extends Provenance {
  id: string
  person_id: string
  kind: 'bar_actor' | 'bar_service' | 'freeze' | 'withhold_contact'
  account_id: string | null
  service_id: string | null
  reason: string
  review_by: string | null
  state: Generated<'live' | 'ended'>
}

export interface MaskTable extends Provenance {
  id: string
  person_id: string
  service_id: string | null
  account_id: string | null
  state: Generated<'live' | 'ended'>
}

/** Why a coordinator read somebody whose time with the service had ended. Like the access log no row is ever changed. */
export interface ReadingReasonTable {
  id: string
  person_id: string
  service_id: string
  account_id: string
  reason: ReadingReason
  /** With `other` only. */
  text: string | null
  said_at: Date
  until: Date
  record_class: Generated<string>
  retention_class: Generated<string>
}

declare module '../../platform/database.ts' {
  interface Database {
    authz_grant: AuthzGrantTable
    carer_link: CarerLinkTable
    restriction: RestrictionTable
    mask: MaskTable
    reading_reason: ReadingReasonTable
  }
}
