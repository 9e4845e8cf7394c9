import {
  addReminder,
  changeReminder,
  settleReminder,
  snoozeReminder,
  stopReminder,
} from '@weft/contract/notifications/operations.ts'
import { asAdded, asChanged, asSettled, asSnoozed } from '@weft/contract/notifications/own.ts'
import { REMINDERS_MAX, type Reminder } from '@weft/contract/notifications/shapes.ts'
import { ProblemError } from '@weft/contract/problem.ts'
import type { Ctx } from '../../platform/feature.ts'
import { Refused } from '../../platform/runner.ts'
import type { AccountScope } from '../../platform/scope.ts'
import { handleOwn, publishOwn } from '../own/own-change.ts'
import { nextAfter, type ReminderRow, toReminder } from './reminder-row.ts'

type Mine = Ctx<AccountScope>

/** Publishes `reminder.changed` on `own:{personId}`. More than thirty at once are `wrong-state`. */
export const add = handleOwn(addReminder, async (ctx: Mine, input, personId) => {
  const { rows } = await ctx.tx.query(
    'select count(*)::int as n from reminder where person_id = $1 and stopped_at is null',
    [personId],
  )
  if (rows[0].n >= REMINDERS_MAX) throw new ProblemError('wrong-state')
  const reminder = asAdded(input.reminderId, input, ctx.now.toISOString())
  const { rowCount } = await ctx.tx.query(
    `insert into reminder (id, person_id, about, words, times, days, zone, settled_through, fired_through, next_at, created_at, created_by,
       created_hat)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $8, $9, $8, $10, $11) on conflict (id) do nothing`,
    [
      reminder.reminderId,
      personId,
      reminder.about,
      reminder.words ?? null,
      reminder.times,
      reminder.days,
      reminder.zone,
      ctx.now,
      nextAfter(reminder, ctx.now),
      ctx.scope.accountId,
      ctx.scope.hat,
    ],
  )
  if (rowCount !== 1) throw new ProblemError('id-taken')
  await publishOwn(ctx, personId, 'reminder.changed', reminder)
})

/** One that was stopped elsewhere meanwhile is on again: whoever changes it wants it. */
export const change = handleOwn(changeReminder, async (ctx: Mine, input, personId) => {
  const row = await takeRow(ctx, personId, input.reminderId)
  await store(ctx, row, asChanged(toReminder(row), input, ctx.now.toISOString()), { startsAfresh: true })
})

/** What was stopped elsewhere meanwhile stays stopped; there is nothing to snooze or to see to. */
export const snooze = handleOwn(snoozeReminder, async (ctx: Mine, input, personId) => {
  const row = await takeRow(ctx, personId, input.reminderId)
  if (row.stopped_at) return
  await store(ctx, row, asSnoozed(toReminder(row), input.until, ctx.now.toISOString()), { startsAfresh: true })
})

export const settle = handleOwn(settleReminder, async (ctx: Mine, input, personId) => {
  const row = await takeRow(ctx, personId, input.reminderId)
  if (row.stopped_at) return
  await store(ctx, row, asSettled(toReminder(row), input.through, ctx.now.toISOString()))
})

/** Publishes `reminder.stopped`. The row goes after a fortnight. */
export const stop = handleOwn(stopReminder, async (ctx: Mine, { reminderId }, personId) => {
  const row = await takeRow(ctx, personId, reminderId)
  if (row.stopped_at) return
  await ctx.tx.query('update reminder set stopped_at = $2, next_at = null, version = version + 1 where id = $1', [
    reminderId,
    ctx.now,
  ])
  await publishOwn(ctx, personId, 'reminder.stopped', { reminderId })
})

async function takeRow(ctx: Ctx, personId: string, reminderId: string): Promise<ReminderRow> {
  const { rows } = await ctx.tx.query('select * from reminder where id = $1 and person_id = $2 for update', [
    reminderId,
    personId,
  ])
  if (!rows[0]) throw new Refused('no_relation')
  return rows[0]
}

async function store(ctx: Ctx, row: ReminderRow, reminder: Reminder, { startsAfresh = false } = {}): Promise<void> {
  const firedThrough = startsAfresh ? ctx.now : row.fired_through
  const { rows } = await ctx.tx.query(
    `update reminder set about = $2, words = $3, times = $4, days = $5, zone = $6, snoozed_until = $7, settled_through = $8,
       fired_through = $9, next_at = $10, stopped_at = null, version = version + 1
     where id = $1 returning *`,
    [
      row.id,
      reminder.about,
      reminder.words ?? null,
      reminder.times,
      reminder.days,
      reminder.zone,
      reminder.snoozedUntil ?? null,
      reminder.settledThrough,
      firedThrough,
      nextAfter(reminder, firedThrough),
    ],
  )
  await publishOwn(ctx, row.person_id, 'reminder.changed', toReminder(rows[0]))
}
