import { inOrder } from '@weft/contract/trackers/apply.ts'
import type { Ctx, Subject } from '../../platform/feature.ts'
import { toMoment, toMood, toNight, toProblem, toRating } from './rows.ts'

const tables = ['sleep_entry', 'problem_rating', 'mood_entry', 'key_moment', 'tracker_version', 'tracker'] as const

/** What trackers hold about one person. */
export const subject: Subject = {
  /** All of it, with what each entry said before; also what was removed and may still be brought back. */
  export: (ctx, personId) =>
    ctx.tx.asSystem('access', async () => {
      const rowsOf = async (table: string, order: string) =>
        (await ctx.tx.query(`select * from ${table} where person_id = $1 order by ${order}`, [personId])).rows
      const problems = await rowsOf('tracker', 'created_at, id')
      return {
        trackers: inOrder({
          sleep: (await rowsOf('sleep_entry', 'for_date')).map(toNight),
          problems: problems.filter((row) => row.kind === 'problem').map(toProblem),
          ratings: (await rowsOf('problem_rating', 'for_date')).map(toRating),
          moods: (await rowsOf('mood_entry', 'for_date')).map(toMood),
          moments: (await rowsOf('key_moment', 'on_date')).map(toMoment),
        }),
        trackerVersions: (await rowsOf('tracker_version', 'until, id')).map(({ kind, was, until }) => ({
          kind,
          was,
          until,
        })),
      }
    }),

  erase: (ctx, personId) =>
    ctx.tx.asSystem('erasure', async () => {
      for (const table of tables) await ctx.tx.query(`delete from ${table} where person_id = $1`, [personId])
    }),

  forget: (ctx, personId) => subject.erase(ctx, personId),

  /** Two records of one human: where both said something of one day, the record that stays is right and the other is kept as what was said before. */
  merge: (ctx, from, into) =>
    ctx.tx.asSystem('erasure', async () => {
      await keepDoubles(ctx, from, into)
      for (const table of tables)
        await ctx.tx.query(`update ${table} set person_id = $2 where person_id = $1`, [from, into])
    }),
}

async function keepDoubles(ctx: Ctx, from: string, into: string): Promise<void> {
  const { rows } = await ctx.tx.query(
    `delete from sleep_entry e using sleep_entry kept
     where e.person_id = $1 and kept.person_id = $2 and kept.for_date = e.for_date returning e.*, kept.id as kept_id`,
    [from, into],
  )
  for (const row of rows) {
    await ctx.tx.query(
      `insert into tracker_version (person_id, kind, item_id, was, until) values ($1, 'sleep', $2, $3, $4)`,
      [into, row.kept_id, JSON.stringify(toNight(row)), ctx.now],
    )
  }
  await ctx.tx.query(
    `delete from tracker t using tracker kept
     where t.person_id = $1 and kept.person_id = $2 and kept.kind = t.kind and t.kind <> 'problem'`,
    [from, into],
  )
}
