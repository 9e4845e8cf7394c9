import * as z from 'zod/mini'
import { defineOwnSlice } from '../own/part.ts'
import { Id } from '../scalars.ts'
import { Goal, GoalComment, GoalRating, Goals, Step, SuggestedGoal, SuggestedStep } from './shapes.ts'
import {
  withComment,
  withGoal,
  withoutComment,
  withoutSuggestedStep,
  withoutSuggestion,
  withRating,
  withSeen,
  withSteps,
} from './slice.ts'

/** A person's goals in the feed of everything they own. */
export const goalsSlice = defineOwnSlice({
  state: Goals,
  empty: { goals: [], steps: [], ratings: [], suggestions: [], suggestedSteps: [], comments: [] },
  events: {
    'goal.changed': Goal,
    /** For good: its steps and ratings with it. */
    'goal.erased': z.object({ goalId: Id }),
    'step.changed': Step,
    'step.erased': z.object({ stepId: Id }),
    'rating.changed': GoalRating,
    'suggestion.offered': SuggestedGoal,
    'suggestion.answered': z.object({ suggestionId: Id }),
    'stepSuggestion.offered': SuggestedStep,
    'stepSuggestion.answered': z.object({ suggestionId: Id }),
    'goalComment.written': GoalComment,
    'goalComment.withdrawn': z.object({ commentId: Id }),
    'goalComment.seen': z.object({ commentIds: z.array(Id) }),
  },
  apply: {
    'goal.changed': withGoal,
    'goal.erased': (goals, { goalId }) => ({
      ...goals,
      goals: goals.goals.filter((one) => one.goalId !== goalId),
      steps: goals.steps.filter((one) => one.goalId !== goalId),
      ratings: goals.ratings.filter((one) => one.goalId !== goalId),
      suggestedSteps: goals.suggestedSteps.filter((one) => one.goalId !== goalId),
      comments: goals.comments.filter((one) => one.goalId !== goalId),
    }),
    'step.changed': (goals, changed) => withSteps(goals, [changed]),
    'step.erased': (goals, { stepId }) => ({ ...goals, steps: goals.steps.filter((one) => one.stepId !== stepId) }),
    'rating.changed': withRating,
    'suggestion.offered': (goals, offered) => ({
      ...goals,
      suggestions: [...withoutSuggestion(goals, offered.suggestionId).suggestions, offered].sort((a, b) =>
        a.suggestionId < b.suggestionId ? -1 : 1,
      ),
    }),
    'suggestion.answered': (goals, { suggestionId }) => withoutSuggestion(goals, suggestionId),
    'stepSuggestion.offered': (goals, offered) => ({
      ...goals,
      suggestedSteps: [...withoutSuggestedStep(goals, offered.suggestionId).suggestedSteps, offered].sort((a, b) =>
        a.suggestionId < b.suggestionId ? -1 : 1,
      ),
    }),
    'stepSuggestion.answered': (goals, { suggestionId }) => withoutSuggestedStep(goals, suggestionId),
    'goalComment.written': withComment,
    'goalComment.withdrawn': withoutComment,
    'goalComment.seen': withSeen,
  },
})
