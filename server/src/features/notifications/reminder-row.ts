import { nextOccurrences } from '@weft/contract/notifications/occurrences.ts'
import type { Reminder } from '@weft/contract/notifications/shapes.ts'
import type { Selectable } from 'kysely'
import type { Ctx } from '../../platform/feature.ts'
import type { ReminderTable } from './tables.ts'

export type ReminderRow = Selectable<ReminderTable>

export function toReminder(row: ReminderRow): Reminder {
  return {
    reminderId: row.id,
    about: row.about,
    ...(row.words !== null && { words: row.words }),
    times: row.times,
    days: row.days,
    zone: row.zone,
    ...(row.snoozed_until && { snoozedUntil: row.snoozed_until.toISOString() }),
    settledThrough: row.settled_through.toISOString(),
    createdAt: row.created_at.toISOString(),
    version: row.version,
  }
}

/** When it speaks next, having spoken through an instant. */
export function nextAfter(reminder: Reminder, firedThrough: Date): Date | null {
  const [next] = nextOccurrences(reminder, firedThrough.getTime(), 1)
  return next ? new Date(next.at) : null
}

/** Those that are on, in the order in which they were made. */
export async function loadReminders(ctx: Ctx, personId: string): Promise<Reminder[]> {
  const { rows } = await ctx.tx.query(
    'select * from reminder where person_id = $1 and stopped_at is null order by created_at, id',
    [personId],
  )
  return (rows as ReminderRow[]).map(toReminder)
}
