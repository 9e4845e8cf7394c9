import { upsert } from '../own/part.ts'
import type { Goal, GoalComment, GoalRating, Goals, Step } from './shapes.ts'

/** Why an act is not done. The server answers it as a problem; a device that foresees it shows things as they are. */
export type Refusal = 'not-found' | 'wrong-state' | 'conflict' | 'same-id-other-words' | 'full'

/**
 * What an act makes of somebody's goals, or why not; the rule of the device and of the server alike. `at` is when it was done. It answers the
 * same object when there is nothing to do, so doing it again is doing it once.
 */
export type Act<Input> = (goals: Goals, input: Input, at: string) => Goals | Refusal

const descending = (a: string, b: string) => (a < b ? 1 : a > b ? -1 : 0)
const ascending = (a: string, b: string) => descending(b, a)

const byGoalId = (a: Goal, b: Goal) => ascending(a.goalId, b.goalId)
const byStepId = (a: Step, b: Step) => ascending(a.stepId, b.stepId)
const byCommentId = (a: GoalComment, b: GoalComment) => ascending(a.commentId, b.commentId)
const byRatingId = (a: GoalRating, b: GoalRating) => ascending(a.ratingId, b.ratingId)

export const withGoal = (goals: Goals, goal: Goal): Goals => ({
  ...goals,
  goals: upsert(goals.goals, goal, (one) => one.goalId, byGoalId),
})
export const withSteps = (goals: Goals, steps: readonly Step[]): Goals =>
  steps.length === 0 ? goals : { ...goals, steps: upsert(goals.steps, steps, (one) => one.stepId, byStepId) }
export const withRating = (goals: Goals, rating: GoalRating): Goals => ({
  ...goals,
  ratings: upsert(goals.ratings, rating, (one) => one.ratingId, byRatingId),
})
export const withComment = (goals: Goals, comment: GoalComment): Goals => ({
  ...goals,
  comments: upsert(goals.comments, comment, (one) => one.commentId, byCommentId),
})
export const withoutComment = (goals: Goals, { commentId }: { commentId: string }): Goals => ({
  ...goals,
  comments: goals.comments.filter((one) => one.commentId !== commentId),
})
/** Looked at: they are new on no device any more. */
export const withSeen = (goals: Goals, { commentIds }: { commentIds: readonly string[] }): Goals => {
  const isSeen = (one: GoalComment) => one.isNew && commentIds.includes(one.commentId)
  return goals.comments.some(isSeen)
    ? { ...goals, comments: goals.comments.map((one) => (isSeen(one) ? { ...one, isNew: false } : one)) }
    : goals
}
export const withoutSuggestion = (goals: Goals, suggestionId: string): Goals => ({
  ...goals,
  suggestions: goals.suggestions.filter((one) => one.suggestionId !== suggestionId),
})

export const withoutSuggestedStep = (goals: Goals, suggestionId: string): Goals =>
  goals.suggestedSteps.some((one) => one.suggestionId === suggestionId)
    ? { ...goals, suggestedSteps: goals.suggestedSteps.filter((one) => one.suggestionId !== suggestionId) }
    : goals

export const findGoal = ({ goals }: Goals, goalId: string): Goal | undefined =>
  goals.find((goal) => goal.goalId === goalId)

/** Important first, then newest (their ids tell): the order of every list of goals. */
const inOrder = (a: Goal, b: Goal) => Number(b.important) - Number(a.important) || descending(a.goalId, b.goalId)

/** Those in one state, in the order of lists. Deleted ones are in none. */
export const goalsIn = ({ goals }: Goals, state: Goal['state']): Goal[] =>
  goals.filter((goal) => goal.state === state && !goal.deletedAt).sort(inOrder)

/** Achieved ones, the newest first. */
export const achievedGoals = (goals: Goals): Goal[] =>
  goalsIn(goals, 'achieved').sort(
    (a, b) => descending(a.achievedOn ?? '', b.achievedOn ?? '') || descending(a.goalId, b.goalId),
  )

export const deletedGoals = ({ goals }: Goals): Goal[] =>
  goals.filter((goal) => goal.deletedAt).sort((a, b) => descending(a.deletedAt ?? '', b.deletedAt ?? ''))

/** Open ones first, each part in the person's own order. */
export const stepsOf = ({ steps }: Pick<Goals, 'steps'>, goalId: string): Step[] =>
  inPlace(steps.filter((step) => step.goalId === goalId && !step.deletedAt)).sort(
    (a, b) => Number(a.doneAt !== undefined) - Number(b.doneAt !== undefined),
  )

/** By place alone, ticked or not. */
export const inPlace = (steps: readonly Step[]): Step[] =>
  [...steps].sort((a, b) => a.position - b.position || ascending(a.stepId, b.stepId))

/** Oldest first. */
export const ratingsOf = ({ ratings }: Pick<Goals, 'ratings'>, goalId: string): GoalRating[] =>
  ratings
    .filter((rating) => rating.goalId === goalId)
    .sort((a, b) => ascending(a.forDate, b.forDate) || ascending(a.ratingId, b.ratingId))

/** Oldest first, whoever of whichever service wrote them. */
export const commentsOf = <Comment extends Pick<GoalComment, 'commentId' | 'goalId' | 'writtenAt'>>(
  comments: readonly Comment[],
  goalId: string,
): Comment[] =>
  comments
    .filter((one) => one.goalId === goalId)
    .sort((a, b) => ascending(a.writtenAt, b.writtenAt) || ascending(a.commentId, b.commentId))

/** Whole days from one calendar day to another. */
const daysBetween = (from: string, to: string) => Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000)

/** How long it took, in days, the first and the last counted; absent for one that was never started or not achieved. */
export function daysTaken({ activatedAt, achievedOn }: Pick<Goal, 'activatedAt' | 'achievedOn'>): number | undefined {
  if (!activatedAt || !achievedOn) return undefined
  return Math.max(1, daysBetween(activatedAt.slice(0, 10), achievedOn) + 1)
}
