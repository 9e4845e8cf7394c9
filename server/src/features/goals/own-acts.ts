import { localDate } from '@weft/contract/conversations/zone-time.ts'
import * as goal from '@weft/contract/goals/goal-acts.ts'
import * as operations from '@weft/contract/goals/operations.ts'
import type { Goals } from '@weft/contract/goals/shapes.ts'
import { type Act, findGoal, type Refusal, withGoal } from '@weft/contract/goals/slice.ts'
import * as step from '@weft/contract/goals/step-acts.ts'
import * as suggestion from '@weft/contract/goals/suggestion-acts.ts'
import type { InputOf, Operation } from '@weft/contract/operation.ts'
import { ProblemError } from '@weft/contract/problem.ts'
import { PERSON_ZONE } from '@weft/contract/scalars.ts'
import type { Ctx, Handler } from '../../platform/feature.ts'
import { Refused } from '../../platform/runner.ts'
import { handleOwn } from '../own/own-change.ts'
import { loadGoals, lockGoals } from './load-goals.ts'
import { saveGoals } from './save-goals.ts'

type Input = { at: string } & ({ goalId: string } | { suggestionId: string })

interface Change {
  before: Goals
  after: Goals
}

/**
 * The same rule that the device foresaw by, asked of what is stored. `mind` puts right what only the server knows of the input, `settle` what
 * comes of it.
 */
function ownAct<Op extends Operation>(
  operation: Op,
  act: Act<InputOf<Op>>,
  mind: (ctx: Ctx, input: InputOf<Op>, personId: string) => InputOf<Op> | Promise<InputOf<Op>> = (_, input) => input,
  settle: (ctx: Ctx, change: Change) => Goals | Promise<Goals> = (_, { after }) => after,
): Handler<Op> {
  return handleOwn(operation, async (ctx, input, personId) => {
    await lockGoals(ctx, personId)
    const { at, ...about } = input as Input
    const before = await loadGoals(ctx, personId, 'goalId' in about ? about.goalId : about.suggestionId)
    const after = act(before, await mind(ctx, input, personId), madeAt(ctx, operation, at))
    if (typeof after === 'string') throw problemOf(after)
    await saveGoals(ctx, personId, { before, after: await settle(ctx, { before, after }), act: operation.name })
  })
}

/** When it was done; never later than now. The days of undo count from when the server has it. */
function madeAt(ctx: Ctx, operation: Operation, at: string): string {
  const isRemoval = operation === operations.deleteGoal || operation === operations.removeStep
  const now = ctx.now.toISOString()
  return isRemoval || Date.parse(at) > ctx.now.getTime() ? now : new Date(at).toISOString()
}

function problemOf(refusal: Refusal): ProblemError {
  if (refusal === 'not-found') return new Refused('no_relation')
  if (refusal === 'full')
    return new ProblemError('not-acceptable', { fields: [{ path: 'goalId', message: 'no more fit' }] })
  return new ProblemError(refusal)
}

/** A clock that runs ahead achieves nothing tomorrow. */
const notAfterToday = (ctx: Ctx, input: InputOf<typeof operations.achieveGoal>) => {
  const today = localDate(ctx.now.getTime(), PERSON_ZONE)
  return input.achievedOn > today ? { ...input, achievedOn: today } : input
}

const onARealDay = (ctx: Ctx, input: InputOf<typeof operations.rateGoal>) => {
  const tomorrow = localDate(ctx.now.getTime() + 86_400_000, PERSON_ZONE)
  if (input.forDate > tomorrow)
    throw new ProblemError('not-acceptable', { fields: [{ path: 'forDate', message: 'in the future' }] })
  return input
}

/** Starts shared only while every goal of its type is: what the form said must still be so. */
async function asTheTypeIs(ctx: Ctx, input: InputOf<typeof operations.addGoal>, personId: string) {
  if (!input.visibility) return input
  const { rows } = await ctx.tx.query(
    `select from share_grant where person_id = $1 and scope = $2 and state = 'granted' limit 1`,
    [personId, `goals:${input.type}`],
  )
  return rows.length > 0 ? input : { ...input, visibility: undefined }
}

/** Of another type than before, a goal that no choice covers any more is private: what is nobody's to see opens with no later choice either. */
async function asIsSeen(ctx: Ctx, { before, after }: Change): Promise<Goals> {
  const moved = after.goals.find(
    ({ goalId, type, visibility }) => visibility === 'shared' && findGoal(before, goalId)?.type !== type,
  )
  if (!moved) return after
  const { rows } = await ctx.tx.query(
    `select from goal g join share_grant s on s.person_id = g.person_id and s.state = 'granted' and (
       s.scope = 'goal:' || g.id or (s.scope = 'goals:' || $2 and (s.from_at is null or s.from_at <= g.created_at)))
     where g.id = $1 limit 1`,
    [moved.goalId, moved.type],
  )
  return rows.length > 0 ? after : withGoal(after, { ...moved, visibility: 'private' })
}

export const ownActs: readonly Handler[] = [
  ownAct(operations.addGoal, goal.add, asTheTypeIs),
  ownAct(operations.changeGoal, goal.change, undefined, asIsSeen),
  ownAct(operations.starGoal, goal.star),
  ownAct(operations.startGoal, goal.start),
  ownAct(operations.pauseGoal, goal.pause),
  ownAct(operations.resumeGoal, goal.resume),
  ownAct(operations.achieveGoal, goal.achieve, notAfterToday),
  ownAct(operations.reopenGoal, goal.reopen),
  ownAct(operations.letGoOfGoal, goal.letGo),
  ownAct(operations.deleteGoal, goal.remove),
  ownAct(operations.restoreGoal, goal.restore),
  ownAct(operations.rateGoal, goal.rate, onARealDay),
  ownAct(operations.stopRating, goal.stopRating),
  ownAct(operations.addStep, step.add),
  ownAct(operations.changeStep, step.change),
  ownAct(operations.tickStep, step.tick),
  ownAct(operations.untickStep, step.untick),
  ownAct(operations.moveStep, step.move),
  ownAct(operations.removeStep, step.remove),
  ownAct(operations.restoreStep, step.restore),
  ownAct(operations.acceptSuggestion, suggestion.accept),
  ownAct(operations.declineSuggestion, suggestion.decline),
  ownAct(operations.acceptStep, suggestion.acceptSuggestedStep),
  ownAct(operations.declineStep, suggestion.declineSuggestedStep),
] as readonly Handler[]
