import type { WeftFile } from '@weft/contract/my-data/file.ts'
import { asAdded } from '@weft/contract/notifications/own.ts'
import { REMINDERS_MAX } from '@weft/contract/notifications/shapes.ts'
import { ownChannel } from '@weft/contract/own/channel.ts'
import { ProblemError } from '@weft/contract/problem.ts'
import { type Portable, type Publication, publication } from '../../platform/feature.ts'
import { loadReminders, nextAfter } from './reminder-row.ts'

/** Reminders that are on. A snooze and what has been seen to are of the day, and stay behind. */
export const portable: Portable<Pick<WeftFile, 'reminders'>> = {
  async take(ctx, personId) {
    const reminders = await loadReminders(ctx, personId)
    return {
      reminders: reminders.map(({ reminderId: id, createdAt, about, words, times, days, zone }) => ({
        id,
        createdAt,
        about,
        ...(words !== undefined && { words }),
        times,
        days,
        zone,
      })),
    }
  },

  /** They speak from now on. One that was stopped here stays stopped. */
  async bring(ctx, personId, { reminders }, ids) {
    const { rows } = await ctx.tx.query('select id, stopped_at from reminder where person_id = $1 for update', [
      personId,
    ])
    const here = new Set(rows.map((row) => row.id as string))
    const fresh = reminders.filter(({ id }) => !here.has(id) && !here.has(ids.of(id)))
    if (rows.filter((row) => !row.stopped_at).length + fresh.length > REMINDERS_MAX)
      throw new ProblemError('not-acceptable', {
        fields: [{ path: 'file.reminders', message: `more than ${REMINDERS_MAX} with those here` }],
      })
    const by = ctx.scope.kind === 'account' ? ctx.scope : undefined
    const news: Publication[] = []
    for (const { id, createdAt, ...asked } of fresh) {
      const reminder = {
        ...asAdded(ids.of(id), asked, new Date(createdAt).toISOString()),
        settledThrough: ctx.now.toISOString(),
      }
      await ctx.tx.query(
        `insert into reminder (id, person_id, about, words, times, days, zone, settled_through, fired_through, next_at, created_at, created_by,
           created_hat)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $8, $9, $10, $11, $12)`,
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
          createdAt,
          by?.accountId,
          by?.hat,
        ],
      )
      news.push(publication(ownChannel, { personId }, 'reminder.changed', reminder, { subjectId: personId }))
    }
    return { added: fresh.length, known: reminders.length - fresh.length, news }
  },
}
