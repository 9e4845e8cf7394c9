import { KEPT_YEARS } from '@weft/contract/tips/shapes.ts'
import type { Ctx, Job } from '../../platform/feature.ts'
import { publishOwn } from '../own/own-change.ts'

const BATCH = 100

/** Two years after it was taken down, a tip is gone with everything it ever said (domain.md 17, `content`). */
const eraseRetired: Job = {
  name: 'tips.eraseRetired',
  everySeconds: 3_600,
  async run({ act, now }) {
    const before = now()
    before.setUTCFullYear(before.getUTCFullYear() - KEPT_YEARS)
    while ((await act('jobs', (ctx) => erase(ctx, before))) === BATCH);
  },
}

async function erase(ctx: Ctx, before: Date): Promise<number> {
  const [gone, saved] = await ctx.tx.asSystem('erasure', async () => {
    const { rows } = await ctx.tx.query(
      `select id from content where retired_at < $1 order by retired_at limit ${BATCH} for update skip locked`,
      [before],
    )
    const ids = rows.map(({ id }) => id)
    const bookmarks = await ctx.tx.query(
      'delete from tip_bookmark where content_id = any ($1) returning person_id, content_id',
      [ids],
    )
    await ctx.tx.query('delete from content where id = any ($1)', [ids])
    return [ids, bookmarks.rows] as const
  })
  for (const { person_id, content_id } of saved)
    await publishOwn(ctx, person_id, 'tip.unsaved', { contentId: content_id })
  return gone.length
}

export const jobs = [eraseRetired]
