import type { ProblemState, SleepDiary } from '@weft/contract/trackers/shapes.ts'

interface Kept {
  id: string
  person_id: string
  removed_at: Date | null
  visibility: 'private' | 'shared'
  record_class: string
  legal_basis: string
  retention_class: string
  created_at: Date
  created_by: string
  created_hat: string
  assisted_by: string | null
  version: number
}

export interface TrackerTable extends Kept {
  kind: 'sleep' | 'mood' | 'problem'
  /** Of a problem. */
  words: string | null
  state: ProblemState
}

interface Dated extends Kept {
  for_date: string
  note: string | null
  recorded_at: Date
}

export interface SleepEntryTable extends Dated {
  minutes_slept: number | null
  times_woken: number | null
  diary: SleepDiary | null
  zone: string
}

export interface ProblemRatingTable extends Dated {
  tracker_id: string
  value: number
  what_helped: string | null
}

export interface MoodEntryTable extends Dated {
  face: number
  feelings: string[]
}

export interface KeyMomentTable extends Kept {
  words: string
  on_date: string
}

export interface TrackerVersionTable {
  id: string
  person_id: string
  kind: VersionKind
  item_id: string
  /** The contract's row. */
  was: unknown
  until: Date
  changed_by: string | null
  record_class: string
  retention_class: string
}

export type VersionKind = 'problem' | 'sleep' | 'rating' | 'mood' | 'moment'

declare module '../../platform/database.ts' {
  interface Database {
    tracker: TrackerTable
    sleep_entry: SleepEntryTable
    problem_rating: ProblemRatingTable
    mood_entry: MoodEntryTable
    key_moment: KeyMomentTable
    tracker_version: TrackerVersionTable
  }
}
