import { defineOwnPart } from '../own/part.ts'
import * as goal from './goal-acts.ts'
import * as operations from './operations.ts'
import { goalsSlice } from './own-slice.ts'
import { see } from './see-comments.ts'
import type { Goals } from './shapes.ts'
import type { Act } from './slice.ts'
import * as step from './step-acts.ts'
import * as suggestion from './suggestion-acts.ts'

/** What an act will have done; where it will be refused, things stay as they are. */
const foreseen =
  <Input>(act: Act<Input>) =>
  (goals: Goals, input: Input, at: string): Goals => {
    const after = act(goals, input, at)
    return typeof after === 'string' ? goals : after
  }

/** What can be done about them. */
export const goalsPart = defineOwnPart({
  ...goalsSlice,
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
