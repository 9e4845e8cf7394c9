import type { Subject } from '../../platform/feature.ts'
import { loadChoices } from './choices.ts'

/** What the feed itself holds about one person: their choices, and the trace of their acts. */
export const subject: Subject = {
  export: (ctx, personId) => ctx.tx.asSystem('access', async () => ({ choices: await loadChoices(ctx, personId) })),

  /** With what a merged record still holds, where the one that stays had its own. */
  erase: (ctx, personId) =>
    ctx.tx.asSystem('erasure', async () => {
      for (const table of ['own_choices', 'own_change'])
        await ctx.tx.query(
          `delete from ${table} where person_id in (select id from person where id = $1 or merged_into = $1)`,
          [personId],
        )
    }),

  forget: (ctx, personId) => subject.erase(ctx, personId),

  /** The record that stays keeps its own choices; the acts of both are one trace. */
  merge: (ctx, from, into) =>
    ctx.tx.asSystem('access', async () => {
      await ctx.tx.query('update own_change set person_id = $2 where person_id = $1', [from, into])
      await ctx.tx.query(
        `update own_choices set person_id = $2 where person_id = $1
         and not exists (select from own_choices where person_id = $2)`,
        [from, into],
      )
    }),
}
