import { addDays, daysBetween } from '@weft/contract/conversations/zone-time.ts'
import { inOrder } from '@weft/contract/trackers/apply.ts'
import { today } from '@weft/contract/trackers/days.ts'
import { listTrackers } from '@weft/contract/trackers/operations.ts'
import { DAYS_HELD, RESTORE_DAYS, type Trackers } from '@weft/contract/trackers/shapes.ts'
import { type Ctx, handle } from '../../platform/feature.ts'
import { notAcceptable } from './keep.ts'
import { toMoment, toMood, toNight, toProblem, toRating } from './rows.ts'

export interface Between {
  from: string
  to: string
}

/** The longest window and the one before it, which a trend is told against. */
const WINDOW_MAX_DAYS = 180

export function requireWindow({ from, to }: Between): void {
  const days = daysBetween(from, to) + 1
  if (days < 1 || days > WINDOW_MAX_DAYS)
    throw notAcceptable('to', `between 1 and ${WINDOW_MAX_DAYS} days from the first`)
}

/** The slice of the own feed. Further ahead than anybody may log, so that nothing just logged is left out. */
export async function loadOwn(ctx: Ctx, personId: string): Promise<{ trackers: Trackers }> {
  const now = today(ctx.now)
  const since = new Date(ctx.now.getTime() - RESTORE_DAYS * 86_400_000)
  return { trackers: await load(ctx, personId, { from: addDays(now, -DAYS_HELD), to: addDays(now, 2) }, since) }
}

export const list = handle(listTrackers, async (ctx, input) => {
  const { personId } = await ctx.require<{ personId: string }>('own.read', input)
  requireWindow(input)
  return load(ctx, personId, input, ctx.now)
})

/** Removed rows come along from `removedSince` on, so that their owner may bring them back. */
async function load(ctx: Ctx, personId: string, { from, to }: Between, removedSince: Date): Promise<Trackers> {
  const values = [personId, from, to, removedSince]
  const rowsOf = async (table: string, day: string) => {
    const { rows } = await ctx.tx.query(
      `select * from ${table} where person_id = $1 and ${day} between $2 and $3 and (removed_at is null or removed_at > $4)`,
      values,
    )
    return rows
  }
  const { rows: problems } = await ctx.tx.query(`select * from tracker where person_id = $1 and kind = 'problem'`, [
    personId,
  ])
  return inOrder({
    sleep: (await rowsOf('sleep_entry', 'for_date')).map(toNight),
    problems: problems.map(toProblem),
    ratings: (await rowsOf('problem_rating', 'for_date')).map(toRating),
    moods: (await rowsOf('mood_entry', 'for_date')).map(toMood),
    moments: (await rowsOf('key_moment', 'on_date')).map(toMoment),
  })
}
