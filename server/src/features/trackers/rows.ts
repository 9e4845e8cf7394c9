import type { KeyMoment, MoodEntry, Problem, ProblemRating, SleepEntry } from '@weft/contract/trackers/shapes.ts'
import type { KeyMomentTable, MoodEntryTable, ProblemRatingTable, SleepEntryTable, TrackerTable } from './tables.ts'

/** Rows as the contract says them. */

export const toNight = (row: SleepEntryTable): SleepEntry => ({
  forDate: row.for_date,
  ...(row.minutes_slept !== null && { minutesSlept: row.minutes_slept }),
  ...(row.times_woken !== null && { timesWoken: row.times_woken }),
  ...(row.note !== null && { note: row.note }),
  ...(row.diary !== null && { diary: row.diary }),
  zone: row.zone,
  ...when(row),
})

export const toProblem = (row: TrackerTable): Problem => ({
  problemId: row.id,
  words: row.words ?? '',
  state: row.state,
  version: row.version,
  createdAt: row.created_at.toISOString(),
})

export const toRating = (row: ProblemRatingTable): ProblemRating => ({
  problemId: row.tracker_id,
  forDate: row.for_date,
  value: row.value,
  ...(row.note !== null && { note: row.note }),
  ...(row.what_helped !== null && { whatHelped: row.what_helped }),
  ...when(row),
})

export const toMood = (row: MoodEntryTable): MoodEntry => ({
  moodId: row.id,
  forDate: row.for_date,
  face: row.face,
  ...(row.feelings.length > 0 && { feelings: row.feelings }),
  ...(row.note !== null && { note: row.note }),
  ...when(row),
})

export const toMoment = (row: KeyMomentTable): KeyMoment => ({
  momentId: row.id,
  words: row.words,
  onDate: row.on_date,
  ...removed(row),
})

const removed = ({ removed_at }: { removed_at: Date | null }) => removed_at && { removedAt: removed_at.toISOString() }

const when = (row: { recorded_at: Date; removed_at: Date | null }) => ({
  recordedAt: row.recorded_at.toISOString(),
  ...removed(row),
})
