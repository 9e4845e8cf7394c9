import type { InputOf } from '../operation.ts'
import type { acceptSuggestion, declineSuggestion } from './operations.ts'
import { type Act, findGoal, withGoal, withoutSuggestion } from './slice.ts'

/** The person's own copy, under the suggestion's id: saying yes twice, on two devices, makes one goal. */
export const accept: Act<InputOf<typeof acceptSuggestion>> = (goals, { suggestionId }, at) => {
  if (findGoal(goals, suggestionId)) return goals
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
export const decline: Act<InputOf<typeof declineSuggestion>> = (goals, { suggestionId }) =>
  goals.suggestions.some((one) => one.suggestionId === suggestionId) ? withoutSuggestion(goals, suggestionId) : goals
