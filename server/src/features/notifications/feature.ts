import { type Feature, listen } from '../../platform/feature.ts'
import * as reminders from './change-reminder.ts'
import { deliverNotices } from './deliver-notices.ts'
import { fireReminders } from './fire-reminders.ts'
import * as push from './keep-push.ts'
import * as notices from './open-notice.ts'
import { planExport } from './plan-export.ts'
import { planMessages } from './plan-messages.ts'
import { planQuestions } from './plan-questions.ts'
import { portable } from './portable.ts'
import { pruneNotices } from './prune-notices.ts'
import { loadReminders } from './reminder-row.ts'
import * as settings from './settings.ts'
import { subject } from './subject.ts'
import type {} from './tables.ts'
import { unread } from './unread.ts'

export const feature: Feature = {
  name: 'notifications',
  tables: ['reminder', 'push_subscription', 'notice_settings', 'notice', 'push_key'],
  operations: [
    settings.get,
    settings.change,
    push.keep,
    push.drop,
    push.test,
    notices.open,
    notices.receive,
    unread,
    reminders.add,
    reminders.change,
    reminders.stop,
    reminders.snooze,
    reminders.settle,
  ],
  jobs: [fireReminders, deliverNotices, pruneNotices],
  listeners: [
    listen('messages.arrived', 'after', planMessages),
    listen('questions.asked', 'after', planQuestions),
    listen('export.ready', 'after', planExport),
    // Whoever signs out, or is signed out, takes no more notices there.
    listen('session.ended', 'within', (ctx, { sessionIds }) =>
      ctx.tx.asSystem('identity', async () => {
        await ctx.tx.query('delete from push_subscription where session_id = any ($1)', [sessionIds])
      }),
    ),
  ],
  own: async (ctx, personId) => ({ reminders: { reminders: await loadReminders(ctx, personId) } }),
  subject,
  portable,
}
