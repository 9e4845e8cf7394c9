import type { Ctx, Subject } from '../../platform/feature.ts'
import { forget } from './erase-deleted.ts'
import { toVersion } from './history.ts'
import { loadGoals } from './load-goals.ts'
import { moveGoals } from './move-goals.ts'

/** What goals holds about one person, for audit's export, erasure and merge. */
export const subject: Subject = {
  /** All that is theirs, with what each goal was before, and what services suggested to them. */
  export: (ctx, personId) =>
    ctx.tx.asSystem('access', async () => {
      const { goals, steps, ratings } = await loadGoals(ctx, personId)
      const versions = await ctx.tx.db
        .selectFrom('goal_version')
        .selectAll()
        .where('person_id', '=', personId)
        .orderBy('number')
        .execute()
      const { rows: suggestions } = await ctx.tx.query(
        `select g.words, g.why, g.type, s.plain_name as service, g.by_name, g.by_role, g.state, g.created_at, g.answered_at
         from suggested_goal g join service s on s.id = g.service_id where g.person_id = $1 order by g.created_at, g.id`,
        [personId],
      )
      const { rows: suggestedSteps } = await ctx.tx.query(
        `select g.goal_id, g.words, s.plain_name as service, g.by_name, g.by_role, g.state, g.created_at, g.answered_at
         from suggested_step g join service s on s.id = g.service_id where g.person_id = $1 order by g.created_at, g.id`,
        [personId],
      )
      const { rows: goalComments } = await ctx.tx.query(
        `select c.goal_id, case when c.withdrawn_at is null then c.words end as words, s.plain_name as service, c.by_name, c.by_role,
           c.created_at, c.withdrawn_at
         from goal_comment c join service s on s.id = c.service_id where c.person_id = $1 order by c.created_at, c.id`,
        [personId],
      )
      return { goals, steps, ratings, history: versions.map(toVersion), suggestions, suggestedSteps, goalComments }
    }),

  erase: (ctx, personId) =>
    ctx.tx.asSystem('erasure', async () => {
      await forgetAll(ctx, personId)
      for (const table of ['suggested_goal', 'goal_comment'])
        await ctx.tx.query(`delete from ${table} where person_id = $1`, [personId])
    }),

  /** What services suggested, and what they wrote about goals, is theirs; when it was seen is not. */
  forget: (ctx, personId) =>
    ctx.tx.asSystem('erasure', async () => {
      await forgetAll(ctx, personId)
      await ctx.tx.query('update goal_comment set seen_at = null where person_id = $1', [personId])
    }),

  merge: (ctx, fromPersonId, intoPersonId) => moveGoals(ctx, { fromPersonId, intoPersonId }),
}

async function forgetAll(ctx: Ctx, personId: string): Promise<void> {
  const { rows } = await ctx.tx.query('select id from goal where person_id = $1', [personId])
  await forget(
    ctx,
    rows.map((row) => row.id as string),
  )
}
