import type { CarePlanContent } from '@weft/contract/plans/care-plan.ts'
import type { AboutMeKey, TapKind } from '@weft/contract/plans/shapes.ts'
import type { Generated } from 'kysely'

type Instant = Date

/** What every row of the personal class says of itself. */
interface Personal {
  person_id: string
  visibility: Generated<'private' | 'shared'>
  deleted_at: Instant | null
  record_class: Generated<string>
  controller_id: string | null
  legal_basis: Generated<string>
  retention_class: Generated<string>
  created_at: Instant
  created_by: string | null
  created_hat: string | null
  assisted_by: string | null
  version: Generated<number>
}

export interface CopingStrategyTable extends Personal {
  id: string
  words: string
  when_to_use: string | null
  trigger_words: string | null
  /** Kept to themself although coping ideas are shared: no wider choice opens it. */
  is_kept: Generated<boolean>
  /** The choices over ideas that showed it until they were stopped: undoing such a stop opens it again. */
  seen_until: Generated<string[]>
  pinned_at: Instant | null
}

export interface CopingTapTable {
  id: string
  person_id: string
  coping_id: string
  kind: TapKind
  at: Instant
  undone_at: Instant | null
}

export interface CopingStrategyVersionTable {
  coping_id: string
  version: number
  person_id: string
  words: string
  when_to_use: string | null
  trigger_words: string | null
  until_at: Instant
}

export type TextKind = 'safety_plan' | 'about_me'

export interface PersonTextTable extends Personal {
  kind: TextKind
  content: unknown
  changed_at: Instant
}

export interface PersonTextVersionTable {
  person_id: string
  kind: TextKind
  version: number
  content: unknown
  saved_at: Instant
  by_name: string | null
  by_role: string | null
}

/** What every row of a service's class says of itself. */
interface OfService {
  person_id: string
  service_id: string
  record_class: Generated<string>
  controller_id: string
  legal_basis: string
  retention_class: string
  created_at: Instant
  version: Generated<number>
}

export interface AboutMeProposalTable extends OfService {
  id: string
  key: AboutMeKey
  words: string
  by_name: string
  by_role: string | null
  state: Generated<'waiting' | 'accepted' | 'declined' | 'closed'>
  answered_at: Instant | null
  created_by: string
  created_hat: string
}

export interface CarePlanCopyTable extends OfService {
  id: string
  source: string
  as_at: Instant
  content: CarePlanContent | null
  ask_whom: string | null
}

declare module '../../platform/database.ts' {
  interface Database {
    coping_strategy: CopingStrategyTable
    coping_tap: CopingTapTable
    coping_strategy_version: CopingStrategyVersionTable
    person_text: PersonTextTable
    person_text_version: PersonTextVersionTable
    about_me_proposal: AboutMeProposalTable
    care_plan_copy: CarePlanCopyTable
  }
}
