import type { Subject } from '../../platform/feature.ts'
import { loadPlans } from './queries.ts'
import { loadVersions } from './text-rows.ts'

const owned = ['coping_tap', 'coping_strategy_version', 'coping_strategy', 'person_text_version', 'person_text']

/** What the plans hold about one person. */
export const subject: Subject = {
  export: (ctx, personId) =>
    ctx.tx.asSystem('access', async () => {
      const { rows: earlier } = await ctx.tx.query(
        `select coping_id as "copingId", version, words, when_to_use as "whenToUse", trigger_words as trigger, until_at as until
         from coping_strategy_version where person_id = $1 order by coping_id, version`,
        [personId],
      )
      const { rows: carePlans } = await ctx.tx.query(
        'select * from care_plan_copy where person_id = $1 order by service_id, as_at, id',
        [personId],
      )
      return {
        plans: { ...(await loadPlans(ctx, personId)), carePlans },
        copingVersions: earlier,
        safetyPlanVersions: await loadVersions(ctx, personId, 'safety_plan'),
        aboutMeVersions: await loadVersions(ctx, personId, 'about_me'),
      }
    }),

  /** Retention's last step takes the services' rows as well, and the texts that a merged record still holds. */
  erase: (ctx, personId) =>
    ctx.tx.asSystem('erasure', async () => {
      for (const table of [...owned, 'about_me_proposal', 'care_plan_copy'])
        await ctx.tx.query(
          `delete from ${table} where person_id in (select id from person where id = $1 or merged_into = $1)`,
          [personId],
        )
    }),

  /** What services hold moves. Of what a person has one of, the record that stays keeps its own; at most two ideas stay pinned. */
  merge: (ctx, from, into) =>
    ctx.tx.asSystem('access', async () => {
      await ctx.tx.query('update coping_strategy set person_id = $2, pinned_at = null where person_id = $1', [
        from,
        into,
      ])
      for (const table of ['coping_tap', 'coping_strategy_version', 'about_me_proposal', 'care_plan_copy'])
        await ctx.tx.query(`update ${table} set person_id = $2 where person_id = $1`, [from, into])
      await ctx.tx.query(
        `with moved as (update person_text set person_id = $2 where person_id = $1
           and not exists (select from person_text kept where kept.person_id = $2 and kept.kind = person_text.kind) returning kind)
         update person_text_version set person_id = $2 where person_id = $1 and kind in (select kind from moved)`,
        [from, into],
      )
    }),
}
