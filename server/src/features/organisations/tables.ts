import type { Nation, OpenInterval } from '@weft/contract/organisations/shapes.ts'
import type { ColumnType, Generated } from 'kysely'

type Json<T> = ColumnType<T, string | undefined, string>
type Instant = ColumnType<Date, Date | string, Date | string>
type MaybeInstant = ColumnType<Date | null, Date | string | null | undefined, Date | string | null>

export interface OrganisationTable {
  id: string
  name: string
  kinds: string[]
  email_domains: Generated<string[]>
  ods_code: string | null
  dpo_contact: Generated<string>
  vouched_by: string | null
  state: Generated<'proposed' | 'active' | 'left'>
  version: Generated<number>
}

export interface ServiceTable {
  id: string
  org_id: string
  name: string
  plain_name: string
  sensitive_kind: Generated<string>
  nation: Generated<Nation>
  zone: Generated<string>
  hours: Json<OpenInterval[]>
  /** Local dates, `2026-05-04`. */
  closures: Generated<string[]>
  reply_target_minutes: Generated<number>
  messaging: Generated<'two_way' | 'announce_only'>
  duty: Generated<'in_hours' | 'always'>
  crisis_panel: Json<unknown[]>
  phone: Generated<string>
  features_on: Generated<string[]>
  words: Json<Record<string, string>>
  min_account_age: Generated<number>
  state: Generated<'setting_up' | 'open' | 'closing' | 'closed'>
  version: Generated<number>
}

export interface ContractTable {
  id: string
  service_id: string
  provider_id: string
  commissioner_id: string
  controller_id: string
  basis_art6: string
  basis_art9: string
  retention_default: string
  starts_on: string
  ends_on: string
  signed_at: MaybeInstant
  state: Generated<'draft' | 'active' | 'notice' | 'novating' | 'winding_down' | 'closed'>
  version: Generated<number>
}

export interface StaffTable {
  id: string
  account_id: string
  org_id: string
  job_title: string
  role_code: Generated<string>
  work_email: string
  work_phone: Generated<string>
  hours: Json<OpenInterval[]>
  reach_by: Generated<string>
  supervisor_id: string | null
  training_at: MaybeInstant
  attested_at: MaybeInstant
  ehr_guid: string | null
  state: Generated<'invited' | 'awaiting_supervisor' | 'active' | 'suspended' | 'left'>
  version: Generated<number>
}

export interface TeamMemberTable {
  id: string
  staff_id: string
  service_id: string
  role: 'member' | 'duty' | 'coordinator' | 'responder'
  is_volunteer: Generated<boolean>
  source: Generated<'local' | 'ehr'>
  from_at: Instant
  to_at: MaybeInstant
}

export interface EnrolmentTable {
  id: string
  person_id: string
  service_id: string
  contract_id: string
  lead_worker_id: string | null
  state: 'invited' | 'active' | 'ending' | 'ended' | 'archived'
  started_on: string | null
  exit_asked_by: 'person' | 'service' | null
  exit_reason: string | null
  /** While `ending`: when the grace is over. Once `ended`: when it ended. */
  ends_at: MaybeInstant
  /** First part of an invitation's code: says which one it is and opens nothing. */
  invite_locator: string | null
  /** The record that it was made for, when that has become one with another. */
  moved_from: string | null
  record_class: Generated<string>
  controller_id: string
  legal_basis: string
  retention_class: string
  created_at: Generated<Date>
  created_by: string | null
  created_hat: string | null
  assisted_by: string | null
  version: Generated<number>
}

declare module '../../platform/database.ts' {
  interface Database {
    organisation: OrganisationTable
    service: ServiceTable
    contract: ContractTable
    staff: StaffTable
    team_member: TeamMemberTable
    enrolment: EnrolmentTable
  }
}
