import type { Subject } from '../../platform/feature.ts'
import { loadTips } from './own-tips.ts'

/** The tips that a person saved and the topics they chose. What is public belongs to nobody. */
export const subject: Subject = {
  export: (ctx, personId) => ctx.tx.asSystem('access', async () => ({ tips: await loadTips(ctx, personId) })),

  erase: (ctx, personId) =>
    ctx.tx.asSystem('erasure', async () => {
      for (const table of ['tip_bookmark', 'tip_topics'])
        await ctx.tx.query(
          `delete from ${table} where person_id in (select id from person where id = $1 or merged_into = $1)`,
          [personId],
        )
    }),

  forget: (ctx, personId) => subject.erase(ctx, personId),

  /** What either saved is saved; the record that stays keeps its own topics. */
  merge: (ctx, from, into) =>
    ctx.tx.asSystem('access', async () => {
      await ctx.tx.query(
        `insert into tip_bookmark (person_id, content_id, saved_at)
         select $2, content_id, saved_at from tip_bookmark where person_id = $1 on conflict do nothing`,
        [from, into],
      )
      await ctx.tx.query(
        `insert into tip_topics (person_id, topics, changed_at)
         select $2, topics, changed_at from tip_topics where person_id = $1 on conflict do nothing`,
        [from, into],
      )
      await ctx.tx.asSystem('erasure', async () => {
        await ctx.tx.query('delete from tip_bookmark where person_id = $1', [from])
        await ctx.tx.query('delete from tip_topics where person_id = $1', [from])
      })
    }),
}
