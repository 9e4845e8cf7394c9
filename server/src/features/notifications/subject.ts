import type { Subject } from '../../platform/feature.ts'
import { loadReminders } from './reminder-row.ts'

/** What notifications hold about one person, for audit's export, erasure and merge. Notices say nothing that is not kept elsewhere. */
export const subject: Subject = {
  export: (ctx, personId) =>
    ctx.tx.asSystem('jobs', async () => {
      const { rows } = await ctx.tx.query(
        `select s.zone, s.is_quiet as "isQuiet", s.quiet_from as "quietFrom", s.quiet_until as "quietUntil", s.off
         from notice_settings s join account a on a.id = s.account_id where a.person_id = $1`,
        [personId],
      )
      return { reminders: await loadReminders(ctx, personId), noticeSettings: rows[0] ?? null }
    }),

  erase: (ctx, personId) =>
    ctx.tx.asSystem('erasure', async () => {
      for (const table of ['reminder', 'notice'])
        await ctx.tx.query(`delete from ${table} where person_id = $1`, [personId])
      for (const table of ['push_subscription', 'notice_settings', 'notice'])
        await ctx.tx.query(`delete from ${table} where account_id in (select id from account where person_id = $1)`, [
          personId,
        ])
    }),

  /** How somebody is told of their work under the same account is not theirs to take away. */
  forget: (ctx, personId) =>
    ctx.tx.asSystem('erasure', async () => {
      const mine = 'account_id in (select id from account where person_id = $1)'
      for (const condition of [
        'from reminder where person_id = $1',
        `from notice where person_id = $1 or (${mine} and hat in ('patient', 'carer'))`,
        `from push_subscription where ${mine} and session_id in (select id from session where app = 'people')`,
        `from notice_settings where ${mine} and account_id not in (select account_id from staff where account_id is not null)`,
      ])
        await ctx.tx.query(`delete ${condition}`, [personId])
    }),

  merge: (ctx, from, into) =>
    ctx.tx.asSystem('jobs', async () => {
      for (const table of ['reminder', 'notice'])
        await ctx.tx.query(`update ${table} set person_id = $2 where person_id = $1`, [from, into])
    }),
}
