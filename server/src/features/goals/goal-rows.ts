import type {
  Goal,
  GoalComment,
  GoalRating,
  Step,
  SuggestedGoal,
  SuggestedStep,
  TeamComment,
} from '@weft/contract/goals/shapes.ts'
import type { Selectable } from 'kysely'
import type {
  GoalCommentTable,
  GoalRatingTable,
  GoalStepTable,
  GoalTable,
  SuggestedGoalTable,
  SuggestedStepTable,
} from './tables.ts'

export const toGoal = (row: Selectable<GoalTable>): Goal => ({
  goalId: row.id,
  words: row.words,
  ...(row.why !== null && { why: row.why }),
  type: row.type,
  visibility: row.visibility,
  important: row.important,
  ...(row.target_date !== null && { targetDate: row.target_date }),
  ...(row.who_could_help !== null && { whoCouldHelp: row.who_could_help }),
  ...(row.notes !== null && { notes: row.notes }),
  ...(row.reflection !== null && { reflection: row.reflection }),
  origin: row.origin,
  state: row.state,
  createdAt: row.made_at.toISOString(),
  ...(row.activated_at && { activatedAt: row.activated_at.toISOString() }),
  ...(row.achieved_on !== null && { achievedOn: row.achieved_on }),
  isRated: row.is_rated,
  ...(row.deleted_at && { deletedAt: row.deleted_at.toISOString() }),
})

/** The columns that a goal's own words and state fill. */
export const ofGoal = (goal: Goal) => ({
  words: goal.words,
  why: goal.why ?? null,
  type: goal.type,
  visibility: goal.visibility,
  important: goal.important,
  target_date: goal.targetDate ?? null,
  who_could_help: goal.whoCouldHelp ?? null,
  notes: goal.notes ?? null,
  reflection: goal.reflection ?? null,
  origin: goal.origin,
  state: goal.state,
  made_at: goal.createdAt,
  activated_at: goal.activatedAt ?? null,
  achieved_on: goal.achievedOn ?? null,
  is_rated: goal.isRated,
  deleted_at: goal.deletedAt ?? null,
})

export const toStep = (row: Selectable<GoalStepTable>, assistedBy?: string): Step => ({
  stepId: row.id,
  goalId: row.goal_id,
  text: row.text,
  ...(row.due !== null && { due: row.due }),
  ...(row.done_at && { doneAt: row.done_at.toISOString() }),
  ...(assistedBy !== undefined && { assistedBy }),
  position: row.position,
  ...(row.deleted_at && { deletedAt: row.deleted_at.toISOString() }),
})

export const ofStep = (step: Step) => ({
  text: step.text,
  due: step.due ?? null,
  done_at: step.doneAt ?? null,
  position: step.position,
  deleted_at: step.deletedAt ?? null,
})

export const toRating = (row: Selectable<GoalRatingTable>): GoalRating => ({
  ratingId: row.id,
  goalId: row.goal_id,
  value: row.value,
  forDate: row.for_date,
  recordedAt: row.recorded_at.toISOString(),
  ...(row.present !== null && { present: row.present }),
})

export const ofRating = (rating: GoalRating) => ({
  value: rating.value,
  for_date: rating.forDate,
  recorded_at: rating.recordedAt,
  present: rating.present ?? null,
})

/** With the service's plain name. */
export const toSuggestion = (row: Selectable<SuggestedGoalTable> & { service_name: string }): SuggestedGoal => ({
  suggestionId: row.id,
  words: row.words,
  ...(row.why !== null && { why: row.why }),
  type: row.type,
  serviceId: row.service_id,
  serviceName: row.service_name,
  byName: row.by_name,
  ...(row.by_role !== null && { byRole: row.by_role }),
  suggestedAt: row.created_at.toISOString(),
})

export const toSuggestedStep = (row: Selectable<SuggestedStepTable>): SuggestedStep => ({
  suggestionId: row.id,
  goalId: row.goal_id,
  text: row.words,
  serviceId: row.service_id,
  byName: row.by_name,
  ...(row.by_role !== null && { byRole: row.by_role }),
  suggestedAt: row.created_at.toISOString(),
})

const commentOf = (row: Selectable<GoalCommentTable>) => ({
  commentId: row.id,
  goalId: row.goal_id,
  text: row.words,
  byName: row.by_name,
  ...(row.by_role !== null && { byRole: row.by_role }),
  writtenAt: row.created_at.toISOString(),
})

/** With the service's plain name. */
export const toComment = (row: Selectable<GoalCommentTable> & { service_name: string }): GoalComment => ({
  ...commentOf(row),
  serviceId: row.service_id,
  serviceName: row.service_name,
  isNew: row.seen_at === null,
})

export const toTeamComment = (row: Selectable<GoalCommentTable>, askerId: string): TeamComment => ({
  ...commentOf(row),
  isMine: row.created_by === askerId,
})
