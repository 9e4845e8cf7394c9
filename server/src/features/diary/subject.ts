import type { Subject } from '../../platform/feature.ts'
import { type EntryRow, toEntry } from './entry-rows.ts'

/** What the diary holds about one person. */
export const subject: Subject = {
  export: (ctx, personId) =>
    ctx.tx.asSystem('access', async () => {
      const { rows } = await ctx.tx.query('select * from diary_entry where person_id = $1 order by written_at, id', [
        personId,
      ])
      const { rows: versions } = await ctx.tx.query(
        `select entry_id as "entryId", version, body as text, prompt, mood, until_at as until from diary_entry_version
         where person_id = $1 order by entry_id, version`,
        [personId],
      )
      const pinnedId = (rows as EntryRow[]).find((row) => row.is_pinned)?.id
      return { diary: { entries: (rows as EntryRow[]).map(toEntry), ...(pinnedId && { pinnedId }), versions } }
    }),

  erase: (ctx, personId) =>
    ctx.tx.asSystem('erasure', async () => {
      for (const table of ['diary_entry_version', 'diary_entry'])
        await ctx.tx.query(`delete from ${table} where person_id = $1`, [personId])
    }),

  forget: (ctx, personId) => subject.erase(ctx, personId),

  /** Everything of both is one diary; the record that stays keeps its pinned entry. */
  merge: (ctx, from, into) =>
    ctx.tx.asSystem('access', async () => {
      await ctx.tx.query(
        `update diary_entry set person_id = $2, is_pinned = is_pinned
           and not exists (select from diary_entry kept where kept.person_id = $2 and kept.is_pinned) where person_id = $1`,
        [from, into],
      )
      await ctx.tx.query('update diary_entry_version set person_id = $2 where person_id = $1', [from, into])
    }),
}
