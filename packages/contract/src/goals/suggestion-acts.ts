import type { InputOf } from '../operation.ts'
import type { acceptStep, acceptSuggestion, declineStep, declineSuggestion } from './operations.ts'
import type { Goals } from './shapes.ts'
import { type Act, findGoal, withGoal, withoutSuggestedStep, withoutSuggestion } from './slice.ts'
import * as step from './step-acts.ts'

/** The person's own copy, under the suggestion's id: saying yes twice, on two devices, makes one goal. */
export const accept: Act<InputOf<typeof acceptSuggestion>> = (goals, { suggestionId }, at) => {
  if (findGoal(goals, suggestionId)) return gone(goals, suggestionId)
  const suggestion = goals.suggestions.find((one) => one.suggestionId === suggestionId)
  if (!suggestion) return 'not-found'
  const { words, why, type } = suggestion
  return withGoal(withoutSuggestion(goals, suggestionId), {
    goalId: suggestionId,
    words,
    ...(why && { why }),
    type,
    visibility: 'private',
    important: false,
    origin: 'suggested',
    state: 'active',
    createdAt: at,
    activatedAt: at,
    isRated: false,
  })
}

/** Said again, or after a yes on another device, it changes nothing. */
export const decline: Act<InputOf<typeof declineSuggestion>> = (goals, { suggestionId }) => gone(goals, suggestionId)

const gone = (goals: Goals, suggestionId: string): Goals =>
  goals.suggestions.some((one) => one.suggestionId === suggestionId) ? withoutSuggestion(goals, suggestionId) : goals

/** A step of the person's own, after their others. Where no more steps fit, the suggestion waits. */
export const acceptSuggestedStep: Act<InputOf<typeof acceptStep>> = (goals, { goalId, suggestionId, ...act }, at) => {
  const offered = goals.suggestedSteps.find((one) => one.suggestionId === suggestionId && one.goalId === goalId)
  const isAdded = goals.steps.some((one) => one.stepId === suggestionId && one.goalId === goalId)
  if (!offered) return isAdded ? goals : 'not-found'
  const added = step.add(goals, { ...act, goalId, stepId: suggestionId, text: offered.text }, at)
  return typeof added === 'string' ? added : withoutSuggestedStep(added, suggestionId)
}

export const declineSuggestedStep: Act<InputOf<typeof declineStep>> = (goals, { suggestionId }) =>
  withoutSuggestedStep(goals, suggestionId)
