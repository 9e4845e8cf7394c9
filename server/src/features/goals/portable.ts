import { type Goal, type GoalRating, RATED_MAX, RATINGS_DAYS, type Step } from '@weft/contract/goals/shapes.ts'
import type { GoalOfFile } from '@weft/contract/my-data/file.ts'
import { ownChannel } from '@weft/contract/own/channel.ts'
import { type Ctx, type Portable, type Publication, publication } from '../../platform/feature.ts'
import { ofGoal, ofRating, ofStep, toGoal } from './goal-rows.ts'
import { lockGoals } from './load-goals.ts'

const DAY_MS = 86_400_000

/** Goals with their steps and ratings. Who was beside somebody when they ticked a step is the record's, and stays there. */
export const portable: Portable<{ goals: GoalOfFile[] }> = {
  async take(ctx, personId) {
    const { db } = ctx.tx
    const mine = (table: 'goal' | 'goal_step' | 'goal_rating') =>
      db
        .selectFrom(table as 'goal')
        .selectAll()
        .where('person_id', '=', personId)
    const goals = await mine('goal').where('deleted_at', 'is', null).execute()
    const { rows: steps } = await ctx.tx.query(
      'select * from goal_step where person_id = $1 and deleted_at is null order by position, text, due, done_at',
      [personId],
    )
    const { rows: ratings } = await ctx.tx.query('select * from goal_rating where person_id = $1 order by for_date', [
      personId,
    ])
    return {
      goals: goals.map((row) => {
        const { goalId, visibility: _, createdAt, ...goal } = toGoal(row)
        return {
          id: goalId,
          createdAt,
          ...goal,
          steps: steps
            .filter((step) => step.goal_id === row.id)
            .map((step) => ({
              position: step.position,
              text: step.text,
              ...(step.due !== null && { due: step.due }),
              ...(step.done_at && { doneAt: step.done_at.toISOString() }),
            })),
          ratings: ratings
            .filter((rating) => rating.goal_id === row.id)
            .map((rating) => ({
              forDate: rating.for_date,
              recordedAt: rating.recorded_at.toISOString(),
              value: rating.value,
              ...(rating.present !== null && { present: rating.present }),
            })),
        }
      }),
    }
  },

  /** Of those that are rated, as many go on being rated as may be at once. */
  async bring(ctx, personId, { goals }, ids) {
    await lockGoals(ctx, personId)
    const { rows } = await ctx.tx.query('select id, is_rated, deleted_at from goal where person_id = $1', [personId])
    const known = new Set(rows.map((row) => row.id as string))
    let rated = rows.filter((row) => row.is_rated && !row.deleted_at).length
    const news: Publication[] = []
    let added = 0
    for (const { id, steps, ratings, ...said } of goals) {
      const goalId = ids.of(id)
      if (known.has(id) || known.has(goalId)) continue
      added += 1
      if (said.isRated) rated += 1
      const goal: Goal = { goalId, ...said, visibility: 'private', isRated: said.isRated && rated <= RATED_MAX }
      const ofThis = {
        steps: steps.map((step, place): Step => ({ stepId: ids.of(id, `step ${place}`), goalId, ...step })),
        ratings: ratings.map(
          (rating): GoalRating => ({ ratingId: ids.of(id, `rating ${rating.forDate}`), goalId, ...rating }),
        ),
      }
      await store(ctx, personId, goal, ofThis)
      const tell = (name: 'goal.changed' | 'step.changed' | 'rating.changed', data: Goal | Step | GoalRating) =>
        news.push(publication(ownChannel, { personId }, name, data as never, { subjectId: personId }))
      const since = new Date(ctx.now.getTime() - RATINGS_DAYS * DAY_MS).toISOString().slice(0, 10)
      tell('goal.changed', goal)
      for (const step of ofThis.steps) tell('step.changed', step)
      for (const rating of ofThis.ratings) if (rating.forDate >= since) tell('rating.changed', rating)
    }
    return { added, known: goals.length - added, news }
  },
}

async function store(
  ctx: Ctx,
  personId: string,
  goal: Goal,
  { steps, ratings }: { steps: Step[]; ratings: GoalRating[] },
): Promise<void> {
  const { scope } = ctx
  const by = scope.kind === 'account' ? { created_by: scope.accountId, created_hat: scope.hat } : {}
  const kept = { person_id: personId, created_at: ctx.now, visibility: 'private' as const, ...by }
  const { db } = ctx.tx
  await db
    .insertInto('goal')
    .values({ id: goal.goalId, ...ofGoal(goal), ...kept })
    .execute()
  if (steps.length > 0)
    await db
      .insertInto('goal_step')
      .values(steps.map((step) => ({ id: step.stepId, goal_id: goal.goalId, ...ofStep(step), ...kept })))
      .execute()
  if (ratings.length > 0)
    await db
      .insertInto('goal_rating')
      .values(ratings.map((rating) => ({ id: rating.ratingId, goal_id: goal.goalId, ...ofRating(rating), ...kept })))
      .execute()
}
