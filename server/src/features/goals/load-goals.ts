import { type GoalComment, type Goals, RATINGS_DAYS, type Step } from '@weft/contract/goals/shapes.ts'
import type { Selectable } from 'kysely'
import type { Ctx } from '../../platform/feature.ts'
import { toComment, toGoal, toRating, toStep, toSuggestedStep, toSuggestion } from './goal-rows.ts'
import type { GoalStepTable } from './tables.ts'

const DAY_MS = 86_400_000

/** Everything of one person about goals, as their devices hold it; with `goalId` the steps and all ratings of that goal alone, and no comments. */
export async function loadGoals(ctx: Ctx, personId: string, goalId?: string): Promise<Goals> {
  const { db } = ctx.tx
  const goals = await db.selectFrom('goal').selectAll().where('person_id', '=', personId).orderBy('id').execute()
  const steps = await db
    .selectFrom('goal_step')
    .selectAll()
    .where('person_id', '=', personId)
    .$if(goalId !== undefined, (query) => query.where('goal_id', '=', goalId as string))
    .orderBy('id')
    .execute()
  const since = new Date(ctx.now.getTime() - RATINGS_DAYS * DAY_MS).toISOString().slice(0, 10)
  const ratings = await db
    .selectFrom('goal_rating')
    .selectAll()
    .where('person_id', '=', personId)
    .$if(goalId !== undefined, (query) => query.where('goal_id', '=', goalId as string))
    .$if(goalId === undefined, (query) => query.where('for_date', '>=', since))
    .orderBy('id')
    .execute()
  const suggestions = await db
    .selectFrom('suggested_goal as s')
    .innerJoin('service', 'service.id', 's.service_id')
    .selectAll('s')
    .select('service.plain_name as service_name')
    .where('s.person_id', '=', personId)
    .where('s.state', '=', 'offered')
    .orderBy('s.id')
    .execute()
  const suggestedSteps = await db
    .selectFrom('suggested_step')
    .selectAll()
    .where('person_id', '=', personId)
    .where('state', '=', 'offered')
    .orderBy('id')
    .execute()
  const comments = goalId === undefined ? await loadComments(ctx, personId) : []
  return {
    goals: goals.map(toGoal),
    steps: await withHelpers(ctx, steps),
    ratings: ratings.map(toRating),
    suggestions: suggestions.map(toSuggestion),
    suggestedSteps: suggestedSteps.map(toSuggestedStep),
    comments,
  }
}

/** What was written about goals there are, and not taken back. */
async function loadComments({ tx: { db } }: Ctx, personId: string): Promise<GoalComment[]> {
  const rows = await db
    .selectFrom('goal_comment as c')
    .innerJoin('service', 'service.id', 'c.service_id')
    .innerJoin('goal', 'goal.id', 'c.goal_id')
    .selectAll('c')
    .select('service.plain_name as service_name')
    .where('c.person_id', '=', personId)
    .where('c.withdrawn_at', 'is', null)
    .orderBy('c.id')
    .execute()
  return rows.map(toComment)
}

/** Each with the name of the worker who ticked it beside the person, if one did: shown to whoever may read the step. */
export async function withHelpers(ctx: Ctx, steps: readonly Selectable<GoalStepTable>[]): Promise<Step[]> {
  const staffIds = [...new Set(steps.flatMap((row) => row.assisted_by ?? []))]
  if (staffIds.length === 0) return steps.map((row) => toStep(row))
  const { rows } = await ctx.tx.asSystem('access', () =>
    ctx.tx.query(
      'select s.id, a.display_name from staff s join account a on a.id = s.account_id where s.id = any ($1)',
      [staffIds],
    ),
  )
  const names = new Map(rows.map((row) => [row.id as string, row.display_name as string]))
  return steps.map((row) => toStep(row, names.get(row.assisted_by ?? '')))
}

/** One act at a time on a person's goals: what a rule of all of them looked at stands until the commit. */
export async function lockGoals(ctx: Ctx, personId: string): Promise<void> {
  await ctx.tx.query('select pg_advisory_xact_lock(hashtextextended($1, 7210511))', [personId])
}
