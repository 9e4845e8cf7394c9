import { ratingKey } from '@weft/contract/trackers/apply.ts'
import { type Erased, RESTORE_DAYS } from '@weft/contract/trackers/shapes.ts'
import type { Ctx, Job } from '../../platform/feature.ts'
import { publishOwn } from '../own/own-change.ts'

export const ERASE_REMOVED = 'trackers.eraseRemoved'
const BATCH = 500

/** What was removed 14 days ago goes for good, with what it said before; the owner's devices forget it too. */
export const eraseRemoved: Job = {
  name: ERASE_REMOVED,
  everySeconds: 3_600,
  async run({ act }) {
    for (let erased = BATCH; erased >= BATCH; ) erased = await act('jobs', eraseBatch)
  },
}

async function eraseBatch(ctx: Ctx): Promise<number> {
  const before = new Date(ctx.now.getTime() - RESTORE_DAYS * 86_400_000)
  const gone = new Map<string, Erased>()
  const of = (personId: string): Erased => {
    const known = gone.get(personId) ?? { nights: [], ratings: [], moodIds: [], momentIds: [] }
    gone.set(personId, known)
    return known
  }
  const take = (table: string) =>
    ctx.tx.asSystem('erasure', async () => {
      const { rows } = await ctx.tx.query(
        `delete from ${table} where id in (select id from ${table} where removed_at <= $1 order by id limit ${BATCH}) returning *`,
        [before],
      )
      await ctx.tx.query('delete from tracker_version where item_id = any ($1)', [rows.map((row) => row.id)])
      return rows
    })
  const [nights, ratings, moods, moments] = [
    await take('sleep_entry'),
    await take('problem_rating'),
    await take('mood_entry'),
    await take('key_moment'),
  ]
  for (const row of nights) of(row.person_id).nights.push(row.for_date)
  for (const row of ratings)
    of(row.person_id).ratings.push(ratingKey({ problemId: row.tracker_id, forDate: row.for_date }))
  for (const row of moods) of(row.person_id).moodIds.push(row.id)
  for (const row of moments) of(row.person_id).momentIds.push(row.id)
  for (const [personId, erased] of [...gone].sort()) await publishOwn(ctx, personId, 'trackers.erased', erased)
  return Math.max(nights.length, ratings.length, moods.length, moments.length)
}
