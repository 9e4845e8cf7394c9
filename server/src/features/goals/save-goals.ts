import type { Goal, Goals, Step } from '@weft/contract/goals/shapes.ts'
import { findGoal } from '@weft/contract/goals/slice.ts'
import { ownChannel } from '@weft/contract/own/channel.ts'
import { ProblemError } from '@weft/contract/problem.ts'
import { type Ctx, type Publication, publication } from '../../platform/feature.ts'
import type {} from '../access/facts.ts'
import { ofGoal, ofRating, ofStep } from './goal-rows.ts'
import { answerSuggestedStep } from './suggest-step.ts'
import { answerSuggestion, refreshSuggestions } from './suggestions.ts'

interface Change {
  before: Goals
  after: Goals
  /** For the history, `goal.change`. */
  act: string
  /** The worker who did it with the person there, by their staff id. */
  assistedBy?: string
}

/**
 * Stores what an act changed, row by row; keeps what each was; tells the owner's devices, and whoever a goal is shared with that it moved.
 * Problems: `id-taken` when a new row's id is somebody else's.
 */
export async function saveGoals(ctx: Ctx, personId: string, { before, after, act, assistedBy }: Change): Promise<void> {
  const news: Publication[] = []
  const tell: Tell = (name, data) =>
    void news.push(publication(ownChannel, { personId }, name as never, data as never, { subjectId: personId }))
  const touched = new Set<string>()
  const keep = async (goalId: string, was: object) => {
    await ctx.tx.db
      .insertInto('goal_version')
      .values({ person_id: personId, goal_id: goalId, act, was: JSON.stringify(was), at: ctx.now, ...byOf(ctx) })
      .execute()
  }

  for (const { row, was } of changesOf(before.goals, after.goals, (goal) => goal.goalId)) {
    touched.add(row.goalId)
    if (was) await keep(row.goalId, { goal: was })
    await store(ctx, 'goal', personId, row.goalId, ofGoal(row), was !== undefined)
    if (was && seenAs(was) !== seenAs(row)) await showAlike(ctx, row)
    tell('goal.changed', row)
  }
  const ofItsGoal = (goalId: string) => ({
    goal_id: goalId,
    visibility: seenAs(findGoal(after, goalId)),
  })
  for (const { row, was } of changesOf(before.steps, after.steps, (step) => step.stepId)) {
    touched.add(row.goalId)
    if (was) await keep(row.goalId, { step: was })
    const columns = { ...ofStep(row), ...ofItsGoal(row.goalId), ...helpOf(row, was, assistedBy) }
    await store(ctx, 'goal_step', personId, row.stepId, columns, was !== undefined)
    tell('step.changed', row)
  }
  for (const { row, was } of changesOf(before.ratings, after.ratings, (rating) => rating.ratingId)) {
    touched.add(row.goalId)
    if (was) await keep(row.goalId, { rating: was })
    const columns = { ...ofRating(row), ...ofItsGoal(row.goalId) }
    await store(ctx, 'goal_rating', personId, row.ratingId, columns, was !== undefined)
    tell('rating.changed', row)
  }
  for (const { suggestionId } of before.suggestions) {
    if (after.suggestions.some((one) => one.suggestionId === suggestionId)) continue
    await answerSuggestion(ctx, suggestionId, findGoal(after, suggestionId) ? 'accepted' : 'declined')
    tell('suggestion.answered', { suggestionId })
  }
  for (const { suggestionId } of before.suggestedSteps) {
    if (after.suggestedSteps.some((one) => one.suggestionId === suggestionId)) continue
    const isAdded = after.steps.some(({ stepId }) => stepId === suggestionId)
    await answerSuggestedStep(ctx, suggestionId, isAdded ? 'accepted' : 'declined')
    tell('stepSuggestion.answered', { suggestionId })
  }
  await ctx.publishAll(news)
  for (const goalId of touched) await announceGoal(ctx, personId, goalId, before, after)
}

type Tell = (name: string, data: unknown) => void

/** Whose help a tick had goes with the tick, and goes when that does. */
function helpOf(step: Step, was: Step | undefined, staffId: string | undefined) {
  if (step.assistedBy && was?.assistedBy) return {}
  const by = step.assistedBy ? staffId : null
  return { done_by: by, assisted_by: by }
}

/** Rows that are new or not what they were; acts leave alone the objects that they do not change. */
function changesOf<Row extends object>(before: readonly Row[], after: readonly Row[], idOf: (row: Row) => string) {
  const known = new Map(before.map((row) => [idOf(row), row]))
  return after.map((row) => ({ row, was: known.get(idOf(row)) })).filter(({ row, was }) => row !== was)
}

async function store(
  ctx: Ctx,
  table: 'goal' | 'goal_step' | 'goal_rating',
  personId: string,
  id: string,
  columns: object,
  isKnown: boolean,
): Promise<void> {
  const { db } = ctx.tx
  if (isKnown) {
    await db
      .updateTable(table as 'goal')
      .set((eb) => ({ ...columns, version: eb('version', '+', 1) }))
      .where('id', '=', id)
      .execute()
    return
  }
  const { by_account: created_by, by_hat: created_hat } = byOf(ctx)
  const { numInsertedOrUpdatedRows: stored } = await db
    .insertInto(table as 'goal')
    .values({ id, person_id: personId, ...columns, created_at: ctx.now, created_by, created_hat } as never)
    .onConflict((conflict) => conflict.column('id').doNothing())
    .executeTakeFirstOrThrow()
  if (!stored) throw new ProblemError('id-taken')
}

/** To others: what is deleted is nobody's to see. */
const seenAs = (goal: Goal | undefined) => (goal && !goal.deletedAt ? goal.visibility : 'private')

/** Steps and ratings are seen as their goal is. */
async function showAlike(ctx: Ctx, goal: Goal): Promise<void> {
  for (const table of ['goal_step', 'goal_rating'] as const)
    await ctx.tx.query(`update ${table} set visibility = $2 where goal_id = $1`, [goal.goalId, seenAs(goal)])
}

async function announceGoal(ctx: Ctx, personId: string, goalId: string, before: Goals, after: Goals): Promise<void> {
  const [was, goal] = [findGoal(before, goalId), findGoal(after, goalId)]
  if (!goal) return
  const isShared = goal.visibility === 'shared' || was?.visibility === 'shared'
  const alsoUnder = [...new Set([goal.type, was?.type ?? goal.type])].map((type) => `goals:${type}`)
  await ctx.announce('personal.changed', { personId, scope: `goal:${goalId}`, isShared, alsoUnder })
  const isSeenAsBefore = was && seenAs(was) === seenAs(goal)
  if (isShared && !(isSeenAsBefore && was.type === goal.type) && goal.origin === 'suggested')
    await refreshSuggestions(ctx, [goalId])
}

const byOf = ({ scope }: Ctx) =>
  scope.kind === 'account' ? { by_account: scope.accountId, by_hat: scope.hat } : { by_account: null, by_hat: null }
