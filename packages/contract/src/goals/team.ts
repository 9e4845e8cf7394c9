import { defineChannel } from '@weft/channels/define'
import * as z from 'zod/mini'
import { defineOperation } from '../operation.ts'
import { Id, Nothing, text, whole } from '../scalars.ts'
import { COMMENT_MAX, GoalType, SharedGoal, TeamComment, TeamSuggestion, WHY_MAX, WORDS_MAX } from './shapes.ts'

// What a service's team may do about somebody's goals: read what is shared with it, and suggest.

const ofService = '/api/people/:personId/services/:serviceId'
const between = { personId: Id, serviceId: Id }

/**
 * Live view of exactly what the person shares with this service, in the order in which they see it themself, with what this team wrote to them
 * about it; one answer whether there is more or not.
 */
export const listSharedGoals = defineOperation({
  name: 'goal.listShared',
  method: 'GET',
  path: `${ofService}/goals`,
  summary: 'The goals a person shares with a service.',
  permission: 'goal.readShared',
  input: z.strictObject(between),
  output: z.object({ goals: z.array(SharedGoal), comments: z.array(TeamComment) }),
})

/**
 * Ticks a step of a shared goal, only ever with the person there, who is shown by whom. The one thing a team changes of somebody's goals: they
 * never edit words, and a tick is the person's to take back. Ticked already, it does nothing. Publishes `step.changed` to the person.
 */
export const tickTogether = defineOperation({
  name: 'step.tickTogether',
  method: 'POST',
  path: `${ofService}/goals/:goalId/steps/:stepId/tick`,
  summary: 'Tick a step of a shared goal with the person present.',
  permission: 'goal.assist',
  input: z.strictObject({ ...between, goalId: Id, stepId: Id, isPersonPresent: z.literal(true) }),
  output: Nothing,
})

/**
 * How close somebody says they are to a shared goal, asked by a worker with the person there, whose name stands beside the rating. One a day:
 * said again it is the one of that day. `wrong-state` when three other goals are rated already. Publishes `rating.changed` to the person.
 */
export const rateTogether = defineOperation({
  name: 'goal.rateTogether',
  method: 'POST',
  path: `${ofService}/goals/:goalId/ratings`,
  summary: 'Rate a shared goal with the person present.',
  permission: 'goal.assist',
  input: z.strictObject({
    ...between,
    goalId: Id,
    ratingId: Id,
    value: whole(0, 10),
    isPersonPresent: z.literal(true),
  }),
  output: Nothing,
  problems: ['wrong-state', 'id-taken'],
})

/**
 * Offers a step for a goal that is shared. It is nothing of the person's until they add it, and what they do with it is theirs: an added step
 * is seen as part of the goal, a no is not told. The same id again does nothing more; where five wait for one goal, another is `wrong-state`. Publishes `stepSuggestion.offered` to the person.
 */
export const suggestStep = defineOperation({
  name: 'suggestedStep.offer',
  method: 'POST',
  path: `${ofService}/goals/:goalId/suggested-steps`,
  summary: 'Suggest a step for a shared goal.',
  permission: 'goal.assist',
  input: z.strictObject({ ...between, goalId: Id, suggestionId: Id, text: text(WORDS_MAX) }),
  output: Nothing,
  problems: ['same-id-other-words', 'id-taken', 'wrong-state'],
  status: 201,
})

/**
 * A few words to the person about a goal that is shared: seen by them and by this team alone, beside the goal and never as part of it. The same
 * id again does nothing more. `wrong-state` for a goal that was let go, and where there are a hundred. Publishes `goalComment.written` to the person.
 */
export const writeComment = defineOperation({
  name: 'goalComment.write',
  method: 'POST',
  path: `${ofService}/goals/:goalId/comments`,
  summary: 'Comment on a shared goal.',
  permission: 'goal.assist',
  input: z.strictObject({ ...between, goalId: Id, commentId: Id, text: text(COMMENT_MAX) }),
  output: Nothing,
  problems: ['same-id-other-words', 'id-taken', 'wrong-state'],
  status: 201,
})

/** Its writer takes it back: it leaves every screen at once, and stands as taken back, without its words, in what the person takes along. */
export const withdrawComment = defineOperation({
  name: 'goalComment.withdraw',
  method: 'POST',
  path: `${ofService}/goals/:goalId/comments/:commentId/withdraw`,
  summary: 'Take back a comment of mine.',
  permission: 'goal.assist',
  input: z.strictObject({ ...between, goalId: Id, commentId: Id }),
  output: Nothing,
})

export const listSuggestedGoals = defineOperation({
  name: 'suggestedGoal.list',
  method: 'GET',
  path: `${ofService}/suggested-goals`,
  summary: 'What this team suggested to a person, and what came of it.',
  permission: 'suggestedGoal.read',
  input: z.strictObject(between),
  output: z.object({ suggestions: z.array(TeamSuggestion) }),
  problems: ['reason-needed'],
})

/**
 * Offers a goal to somebody who is with the service. It is nothing of theirs until they take it up. The same id again answers what is stored, with
 * other words 422, from somebody else 409. Publishes `suggestion.offered` to the person and `suggestion.changed` to the team.
 */
export const suggestGoal = defineOperation({
  name: 'suggestedGoal.offer',
  method: 'POST',
  path: `${ofService}/suggested-goals`,
  summary: 'Suggest a goal to a person.',
  permission: 'suggestedGoal.write',
  input: z.strictObject({
    ...between,
    suggestionId: Id,
    words: text(WORDS_MAX),
    why: z.optional(text(WHY_MAX)),
    type: GoalType,
  }),
  output: TeamSuggestion,
  problems: ['same-id-other-words', 'id-taken'],
  status: 201,
})

type State = { suggestions: TeamSuggestion[] }

/** The newest first. */
export const newestFirst = (a: TeamSuggestion, b: TeamSuggestion) =>
  a.suggestedAt < b.suggestedAt ? 1 : a.suggestedAt > b.suggestedAt ? -1 : a.suggestionId < b.suggestionId ? 1 : -1

/** The suggestions of one service to one person; its audience is that service's team. */
export const suggestedGoalsChannel = defineChannel({
  topic: 'suggested-goals:{personId}:{serviceId}',
  params: between,
  permission: 'suggestedGoal.read',
  snapshot: listSuggestedGoals,
  events: {
    'suggestion.changed': TeamSuggestion,
    'access.changed': z.object({ accountId: z.optional(Id) }),
  },
  pushes: { 'suggestedGoal.offer': suggestGoal },
  signals: {},
  apply: {
    'suggestion.changed': (state: State, changed) => ({
      suggestions: [...state.suggestions.filter((one) => one.suggestionId !== changed.suggestionId), changed].sort(
        newestFirst,
      ),
    }),
    'access.changed': (state: State) => state,
  },
})
