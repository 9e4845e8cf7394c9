import type { Goal, GoalRating, GoalType, Step, SuggestedGoal, Visibility } from '@weft/contract/goals/shapes.ts'
import type { ColumnType, Generated } from 'kysely'

type Instant = ColumnType<Date, Date | string, Date | string>
type Maybe<T> = ColumnType<T | null, T | null | undefined, T | null>
type MaybeInstant = ColumnType<Date | null, Date | string | null | undefined, Date | string | null>

interface Provenance {
  person_id: string
  /** The record that it was made for, when that has become one with another. */
  moved_from: Maybe<string>
  record_class: Generated<string>
  controller_id: Maybe<string>
  legal_basis: Generated<string>
  retention_class: Generated<string>
  created_at: Instant
  created_by: Maybe<string>
  created_hat: Maybe<string>
  assisted_by: Maybe<string>
  version: Generated<number>
}

export interface GoalTable extends Provenance {
  id: string
  words: string
  why: Maybe<string>
  type: GoalType
  visibility: Visibility
  important: boolean
  target_date: Maybe<string>
  who_could_help: Maybe<string>
  notes: Maybe<string>
  reflection: Maybe<string>
  origin: Goal['origin']
  state: Goal['state']
  /** By the device's clock; `created_at` is when it was stored. */
  made_at: Instant
  activated_at: MaybeInstant
  achieved_on: Maybe<string>
  is_rated: boolean
  deleted_at: MaybeInstant
  /** Taken back from those who saw it, one by one: only its own choice opens it again. */
  is_kept: Generated<boolean>
  /** The choices over its type that showed it until they were stopped: undoing such a stop opens it again. */
  seen_until: Generated<string[]>
}

export interface GoalStepTable extends Provenance {
  id: string
  goal_id: string
  /** Its goal's, for the second fence. */
  visibility: Visibility
  text: string
  due: Maybe<string>
  done_at: MaybeInstant
  /** The worker who ticked it with the person present. */
  done_by: Maybe<string>
  position: number
  deleted_at: MaybeInstant
}

export interface GoalRatingTable extends Provenance {
  id: string
  goal_id: string
  /** Its goal's, for the second fence. */
  visibility: Visibility
  value: number
  for_date: string
  recorded_at: Instant
  present: Maybe<string>
}

/** What something was until an act ended it. */
export interface GoalVersionTable {
  id: Generated<string>
  person_id: string
  goal_id: string
  act: string
  was: ColumnType<{ goal?: Goal; step?: Step; rating?: GoalRating }, string, string>
  at: Instant
  by_account: Maybe<string>
  by_hat: Maybe<string>
  number: Generated<number>
}

export interface SuggestedGoalTable extends Provenance {
  id: string
  service_id: string
  words: string
  why: Maybe<string>
  type: SuggestedGoal['type']
  by_name: string
  by_role: Maybe<string>
  state: Generated<'offered' | 'accepted' | 'declined' | 'closed'>
  answered_at: MaybeInstant
}

export interface SuggestedStepTable extends Provenance {
  id: string
  service_id: string
  goal_id: string
  words: string
  by_name: string
  by_role: Maybe<string>
  state: Generated<'offered' | 'accepted' | 'declined' | 'closed'>
  answered_at: MaybeInstant
}

export interface GoalCommentTable extends Provenance {
  id: string
  service_id: string
  goal_id: string
  words: string
  by_name: string
  by_role: Maybe<string>
  /** When the person first saw it; no team ever reads it. */
  seen_at: MaybeInstant
  withdrawn_at: MaybeInstant
}

declare module '../../platform/database.ts' {
  interface Database {
    goal: GoalTable
    goal_step: GoalStepTable
    goal_rating: GoalRatingTable
    goal_version: GoalVersionTable
    suggested_goal: SuggestedGoalTable
    suggested_step: SuggestedStepTable
    goal_comment: GoalCommentTable
  }
}
