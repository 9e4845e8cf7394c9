import { FEEDBACK_KEPT_AT_MOST_DAYS, FEEDBACK_KEPT_DAYS } from '@weft/contract/tips/feedback.ts'
import { KEPT_YEARS } from '@weft/contract/tips/shapes.ts'
import type { Ctx, Job } from '../../platform/feature.ts'
import { publishOwn } from '../own/own-change.ts'
import { dayOf } from './content-rows.ts'

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

const DAY_MS = 86_400_000
const daysBefore = (now: Date, days: number) => dayOf(new Date(now.getTime() - days * DAY_MS))

/** What people said of Weft goes a while after it was done with, and in any case within a year. */
const eraseFeedback: Job = {
  name: 'tips.eraseFeedback',
  everySeconds: 3_600,
  async run({ act, now }) {
    const days = [daysBefore(now(), FEEDBACK_KEPT_DAYS), daysBefore(now(), FEEDBACK_KEPT_AT_MOST_DAYS)]
    await act('erasure', (ctx) => ctx.tx.query('delete from feedback where done_on < $1 or received_on < $2', days))
  },
}

export const jobs = [eraseRetired, eraseFeedback]
