import * as z from 'zod/mini'
import { defineOperation, type Operation } from '../operation.ts'
import { ownChange } from '../own/part.ts'
import type { ProblemCode } from '../problem.ts'
import { Id, Instant, LocalDate, Nothing, text, whole } from '../scalars.ts'
import { GoalType, GoalVersion, NOTES_MAX, PRESENT_MAX, REFLECTION_MAX, WHO_MAX, WHY_MAX, WORDS_MAX } from './shapes.ts'

const goals = '/api/people/:personId/goals'
const goal = `${goals}/:goalId`
const steps = `${goal}/steps`
const suggestion = '/api/people/:personId/suggested-goals/:suggestionId'

/** In every act on a goal: when it was done, by the device's clock, which may be long before it arrives. */
const act = { ...ownChange, goalId: Id, at: Instant }
const stepAct = { ...act, stepId: Id }

/** Cleared with null; left as it is when absent. */
const clearable = <T extends z.core.$ZodType>(field: T) => z.optional(z.nullable(field))
/** An act of the owner: asks `own.write`, is done once under its `changeId`, answers nothing. */
function ownAct<const Shape extends z.core.$ZodShape>(
  name: string,
  [method, path]: readonly [Operation['method'], string],
  summary: string,
  shape: Shape,
  problems: readonly ProblemCode[] = [],
) {
  return defineOperation({
    name,
    method,
    path,
    summary,
    permission: 'own.write',
    input: z.strictObject(shape),
    output: Nothing,
    problems: ['same-id-other-words', 'id-taken', ...problems],
  })
}

/**
 * Starts active unless `isDraft`, and private. `shared`, where the person shares every goal of this type: then the form said so beside Save,
 * and it starts shared as those are, if that choice still holds. Sharing one goal is an act of its own. `with_worker`: the person says that they
 * set it together with somebody from their team.
 */
export const addGoal = ownAct('goal.add', ['POST', goals], 'Add a goal of my own.', {
  ...act,
  words: text(WORDS_MAX),
  why: z.optional(text(WHY_MAX)),
  type: GoalType,
  targetDate: z.optional(LocalDate),
  whoCouldHelp: z.optional(text(WHO_MAX)),
  notes: z.optional(text(NOTES_MAX)),
  origin: z.optional(z.enum(['self', 'with_worker', 'care_plan'])),
  visibility: z.optional(z.literal('shared')),
  isDraft: z.optional(z.literal(true)),
})

const goalWords = {
  words: z.optional(text(WORDS_MAX)),
  why: clearable(text(WHY_MAX)),
  type: z.optional(GoalType),
  targetDate: clearable(LocalDate),
  whoCouldHelp: clearable(text(WHO_MAX)),
  notes: clearable(text(NOTES_MAX)),
  reflection: clearable(text(REFLECTION_MAX)),
}

/**
 * Changes the words that are named. `was` says what the device took each of them to be: one that reads otherwise by now, because it was
 * changed elsewhere first, is `conflict`, and nothing is changed. Edits of different words are both kept.
 */
export const changeGoal = ownAct(
  'goal.change',
  ['PATCH', goal],
  'Change the words of a goal of mine.',
  { ...act, ...goalWords, was: z.strictObject(goalWords) },
  ['conflict'],
)

export const starGoal = ownAct('goal.star', ['PUT', `${goal}/star`], 'Say whether a goal is important to me.', {
  ...act,
  important: z.boolean(),
})

const moved = (name: string, path: string, summary: string) =>
  ownAct(name, ['POST', `${goal}/${path}`], summary, act, ['wrong-state'])

export const startGoal = moved('goal.start', 'start', 'Start a goal that I kept for later.')
export const pauseGoal = moved('goal.pause', 'pause', 'Pause a goal.')
export const resumeGoal = moved('goal.resume', 'resume', 'Go on with a paused goal.')
export const reopenGoal = moved('goal.reopen', 'reopen', 'Not finished yet: open an achieved goal again.')
export const letGoOfGoal = moved('goal.letGo', 'let-go', 'Let a goal go.')
/** `achievedOn` is the person's own day; a day in the future is taken as today. */
export const achieveGoal = ownAct(
  'goal.achieve',
  ['POST', `${goal}/achieve`],
  'Mark a goal as achieved.',
  { ...act, achievedOn: LocalDate },
  ['wrong-state'],
)

/** Takes the steps and ratings with it; `goal.restore` brings all back for 14 days. */
export const deleteGoal = ownAct('goal.delete', ['DELETE', goal], 'Delete a goal; undo for 14 days.', act)
export const restoreGoal = ownAct('goal.restore', ['POST', `${goal}/restore`], 'Put a deleted goal back.', act)

/** A second rating of one day takes the place of the first, which the history keeps. `wrong-state` when 3 other goals are rated already. */
export const rateGoal = ownAct(
  'goal.rate',
  ['PUT', `${goal}/ratings/:ratingId`],
  'Say how close I am, 0 to 10.',
  {
    ...act,
    ratingId: Id,
    value: whole(0, 10),
    forDate: LocalDate,
    present: z.optional(text(PRESENT_MAX)),
  },
  ['wrong-state'],
)
export const stopRating = ownAct(
  'goal.stopRating',
  ['POST', `${goal}/stop-rating`],
  'Stop rating a goal; its ratings stay.',
  act,
)

export const addStep = ownAct('step.add', ['POST', steps], 'Add a small step to a goal.', {
  ...stepAct,
  text: text(WORDS_MAX),
  due: z.optional(LocalDate),
})
const stepWords = { text: z.optional(text(WORDS_MAX)), due: clearable(LocalDate) }

/** As `goal.change`, of a step's words and day. */
export const changeStep = ownAct(
  'step.change',
  ['PATCH', `${steps}/:stepId`],
  'Change a step.',
  { ...stepAct, ...stepWords, was: z.strictObject(stepWords) },
  ['conflict'],
)
export const tickStep = ownAct('step.tick', ['POST', `${steps}/:stepId/tick`], 'Tick a step.', stepAct)
/** Opens an achieved goal again. */
export const untickStep = ownAct('step.untick', ['POST', `${steps}/:stepId/untick`], 'Take back a tick.', stepAct)
/** To stand before another step, or last without one. */
export const moveStep = ownAct('step.move', ['POST', `${steps}/:stepId/move`], 'Move a step up or down.', {
  ...stepAct,
  beforeStepId: z.optional(Id),
})
export const removeStep = ownAct(
  'step.remove',
  ['DELETE', `${steps}/:stepId`],
  'Remove a step; undo for 14 days.',
  stepAct,
)
export const restoreStep = ownAct(
  'step.restore',
  ['POST', `${steps}/:stepId/restore`],
  'Put a removed step back.',
  stepAct,
)

/**
 * Takes up what a worker suggested: a private goal of the person's own, under the suggestion's id, so that two devices that say yes make one.
 * Until the person shares it the worker is told what a no tells them.
 */
export const acceptSuggestion = ownAct(
  'suggestion.accept',
  ['POST', `${suggestion}/accept`],
  'Make a suggested goal my own.',
  { ...ownChange, suggestionId: Id, at: Instant },
)
/** No reason is asked or kept. */
export const declineSuggestion = ownAct(
  'suggestion.decline',
  ['POST', `${suggestion}/decline`],
  'Turn down a suggested goal.',
  {
    ...ownChange,
    suggestionId: Id,
    at: Instant,
  },
)

const suggestedStep = `${goal}/suggested-steps/:suggestionId`
const aboutSuggestedStep = { ...ownChange, goalId: Id, suggestionId: Id, at: Instant }

/** A step of the person's own, under the suggestion's id, so that two devices make one. */
export const acceptStep = ownAct(
  'suggestedStep.accept',
  ['POST', `${suggestedStep}/accept`],
  'Add a suggested step to my goal.',
  aboutSuggestedStep,
)
/** No reason is asked, and nobody is told. */
export const declineStep = ownAct(
  'suggestedStep.decline',
  ['POST', `${suggestedStep}/decline`],
  'Turn down a suggested step.',
  aboutSuggestedStep,
)

/**
 * This comment and those before it on the goal were looked at, so they are new on no device. Nobody else is told: to whoever wrote them, one that
 * was read is as one that was not.
 */
export const seeComments = ownAct(
  'goalComment.see',
  ['POST', `${goal}/comments/:commentId/seen`],
  'Say that I saw the comments on a goal.',
  { ...act, commentId: Id },
)

/** What a goal, its steps and ratings were before, newest first: the owner's alone. */
export const listGoalHistory = defineOperation({
  name: 'goal.history',
  method: 'GET',
  path: `${goal}/history`,
  summary: 'What a goal of mine was before.',
  permission: 'own.read',
  input: z.strictObject({ personId: Id, goalId: Id }),
  output: z.object({ versions: z.array(GoalVersion) }),
})
