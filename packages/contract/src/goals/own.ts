import * as z from 'zod/mini'
import { defineOwnPart } from '../own/part.ts'
import { Id } from '../scalars.ts'
import * as goal from './goal-acts.ts'
import * as operations from './operations.ts'
import { see } from './see-comments.ts'
import { Goal, GoalComment, GoalRating, Goals, Step, SuggestedGoal, SuggestedStep } from './shapes.ts'
import {
  type Act,
  withComment,
  withGoal,
  withoutComment,
  withoutSuggestedStep,
  withoutSuggestion,
  withRating,
  withSeen,
  withSteps,
} from './slice.ts'
import * as step from './step-acts.ts'
import * as suggestion from './suggestion-acts.ts'

/** What an act will have done; where it will be refused, things stay as they are. */
const foreseen =
  <Input>(act: Act<Input>) =>
  (goals: Goals, input: Input, at: string): Goals => {
    const after = act(goals, input, at)
    return typeof after === 'string' ? goals : after
  }

/** A person's goals in the feed of everything they own. */
export const goalsPart = defineOwnPart({
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
  pushes: {
    'goal.add': operations.addGoal,
    'goal.change': operations.changeGoal,
    'goal.star': operations.starGoal,
    'goal.start': operations.startGoal,
    'goal.pause': operations.pauseGoal,
    'goal.resume': operations.resumeGoal,
    'goal.achieve': operations.achieveGoal,
    'goal.reopen': operations.reopenGoal,
    'goal.letGo': operations.letGoOfGoal,
    'goal.delete': operations.deleteGoal,
    'goal.restore': operations.restoreGoal,
    'goal.rate': operations.rateGoal,
    'goal.stopRating': operations.stopRating,
    'step.add': operations.addStep,
    'step.change': operations.changeStep,
    'step.tick': operations.tickStep,
    'step.untick': operations.untickStep,
    'step.move': operations.moveStep,
    'step.remove': operations.removeStep,
    'step.restore': operations.restoreStep,
    'suggestion.accept': operations.acceptSuggestion,
    'suggestion.decline': operations.declineSuggestion,
    'suggestedStep.accept': operations.acceptStep,
    'suggestedStep.decline': operations.declineStep,
    'goalComment.see': operations.seeComments,
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
  foresee: {
    'goal.add': foreseen(goal.add),
    'goal.change': foreseen(goal.change),
    'goal.star': foreseen(goal.star),
    'goal.start': foreseen(goal.start),
    'goal.pause': foreseen(goal.pause),
    'goal.resume': foreseen(goal.resume),
    'goal.achieve': foreseen(goal.achieve),
    'goal.reopen': foreseen(goal.reopen),
    'goal.letGo': foreseen(goal.letGo),
    'goal.delete': foreseen(goal.remove),
    'goal.restore': foreseen(goal.restore),
    'goal.rate': foreseen(goal.rate),
    'goal.stopRating': foreseen(goal.stopRating),
    'step.add': foreseen(step.add),
    'step.change': foreseen(step.change),
    'step.tick': foreseen(step.tick),
    'step.untick': foreseen(step.untick),
    'step.move': foreseen(step.move),
    'step.remove': foreseen(step.remove),
    'step.restore': foreseen(step.restore),
    'suggestion.accept': foreseen(suggestion.accept),
    'suggestion.decline': foreseen(suggestion.decline),
    'suggestedStep.accept': foreseen(suggestion.acceptSuggestedStep),
    'suggestedStep.decline': foreseen(suggestion.declineSuggestedStep),
    'goalComment.see': foreseen(see),
  },
})
