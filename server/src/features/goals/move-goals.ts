import type { Ctx } from '../../platform/feature.ts'
import { publishOwn } from '../own/own-change.ts'
import { loadGoals } from './load-goals.ts'
import { refreshSuggestions } from './suggestions.ts'

const tables = ['goal', 'goal_step', 'goal_rating', 'suggested_goal', 'suggested_step', 'goal_comment'] as const

/** What was made for one record is the other's from now on; their devices hear of it all. */
export async function moveGoals(
  ctx: Ctx,
  { fromPersonId, intoPersonId }: { fromPersonId: string; intoPersonId: string },
): Promise<void> {
  await ctx.tx.asSystem('access', async () => {
    const moved = await loadGoals(ctx, fromPersonId)
    const { rows: suggestions } = await ctx.tx.query('select id from suggested_goal where person_id = $1 order by id', [
      fromPersonId,
    ])
    for (const table of tables)
      await ctx.tx.query(
        `update ${table} set person_id = $2, moved_from = coalesce(moved_from, person_id), version = version + 1 where person_id = $1`,
        [fromPersonId, intoPersonId],
      )
    await ctx.tx.query('update goal_version set person_id = $2 where person_id = $1', [fromPersonId, intoPersonId])
    for (const goal of moved.goals) await publishOwn(ctx, intoPersonId, 'goal.changed', goal)
    for (const step of moved.steps) await publishOwn(ctx, intoPersonId, 'step.changed', step)
    for (const rating of moved.ratings) await publishOwn(ctx, intoPersonId, 'rating.changed', rating)
    for (const offered of moved.suggestions) await publishOwn(ctx, intoPersonId, 'suggestion.offered', offered)
    for (const offered of moved.suggestedSteps) await publishOwn(ctx, intoPersonId, 'stepSuggestion.offered', offered)
    for (const comment of moved.comments) await publishOwn(ctx, intoPersonId, 'goalComment.written', comment)
    await refreshSuggestions(
      ctx,
      suggestions.map((row) => row.id as string),
    )
  })
}
