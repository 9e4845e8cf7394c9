import * as z from 'zod/mini'
import { defineOperation } from '../operation.ts'
import { ownChange } from '../own/part.ts'
import { Id, Instant, LocalTime, Nothing } from '../scalars.ts'
import {
  KnownZone,
  NoticeChoice,
  NoticeSettings,
  OpenedNotice,
  PushSubscription,
  ReminderDays,
  ReminderTimes,
  ReminderTopic,
  ReminderWords,
} from './shapes.ts'

export const getNoticeSettings = defineOperation({
  name: 'notices.get',
  method: 'GET',
  path: '/api/me/notices',
  summary: 'How notices reach me, and whether they reach this device.',
  permission: 'self',
  input: z.strictObject({}),
  output: NoticeSettings,
})

/** Field by field: two devices that change different things at once both have their way. What quiet hours no longer hold leaves at once. */
export const changeNoticeSettings = defineOperation({
  name: 'notices.change',
  method: 'PATCH',
  path: '/api/me/notices',
  summary: 'Turn kinds of notices on or off, or change my quiet hours.',
  permission: 'self',
  input: z
    .strictObject({
      zone: z.optional(KnownZone),
      isQuiet: z.optional(z.boolean()),
      quietFrom: z.optional(LocalTime),
      quietUntil: z.optional(LocalTime),
      choices: z.optional(z.array(NoticeChoice).check(z.minLength(1), z.maxLength(20))),
    })
    .check(
      z.refine((change) => change.quietFrom === undefined || change.quietFrom !== change.quietUntil, {
        error: 'begins when it ends',
        path: ['quietUntil'],
      }),
    ),
  output: NoticeSettings,
})

/** This device's subscription; its session owns it and takes it along when it ends. Safe to repeat. Only known push services are written to. */
export const keepPush = defineOperation({
  name: 'push.keep',
  method: 'PUT',
  path: '/api/me/push',
  summary: 'Send notices to this device.',
  permission: 'self',
  input: PushSubscription,
  output: NoticeSettings,
  problems: ['wrong-state'],
})

export const dropPush = defineOperation({
  name: 'push.drop',
  method: 'DELETE',
  path: '/api/me/push',
  summary: 'Send no more notices to this device.',
  permission: 'self',
  input: z.strictObject({}),
  output: NoticeSettings,
})

/** At most one a minute; leaves at once, in quiet hours too. */
export const testPush = defineOperation({
  name: 'push.test',
  method: 'POST',
  path: '/api/me/push/test',
  summary: 'Send a test notice to this device.',
  permission: 'self',
  input: z.strictObject({}),
  output: Nothing,
  problems: ['wrong-state'],
  status: 202,
})

/** Asked by the device once the notice is on its screen: so the account's settings can say when notices have gone quiet. */
export const receiveNotice = defineOperation({
  name: 'notice.receive',
  method: 'POST',
  path: '/api/me/notices/:noticeId/received',
  summary: 'Say that a notice came.',
  permission: 'self',
  input: z.strictObject({ noticeId: Id }),
  output: z.object({ unread: z.number() }),
})

export const openNotice = defineOperation({
  name: 'notice.open',
  method: 'POST',
  path: '/api/me/notices/:noticeId/open',
  summary: 'What a notice of mine leads to.',
  permission: 'self',
  input: z.strictObject({ noticeId: Id }),
  output: OpenedNotice,
})

/** The one number that every badge shows: the sum of the rows of Messages under this hat. */
export const getUnread = defineOperation({
  name: 'unread.get',
  method: 'GET',
  path: '/api/me/unread',
  summary: 'How many messages I have not read.',
  permission: 'self',
  input: z.strictObject({}),
  output: z.object({ unread: z.number() }),
})

const what = { about: ReminderTopic, words: z.optional(ReminderWords) }
const when = { times: ReminderTimes, days: ReminderDays, zone: KnownZone }
/** “Something else” needs words to say what. */
const isSaid = ({ about, words }: { about?: string | undefined; words?: string | undefined }) =>
  about !== 'other' || words !== undefined
const unsaid = { error: 'what is it for', path: ['words'] }

export const addReminder = defineOperation({
  name: 'reminder.add',
  method: 'POST',
  path: '/api/people/:personId/reminders',
  summary: 'Remind me of something at these times of these days.',
  permission: 'own.write',
  input: z.strictObject({ ...ownChange, reminderId: Id, ...what, ...when }).check(z.refine(isSaid, unsaid)),
  output: Nothing,
  problems: ['same-id-other-words', 'id-taken', 'wrong-state'],
})

/** The whole of it; the last to change it wins. Starts afresh: what was snoozed or waiting is over. */
export const changeReminder = defineOperation({
  name: 'reminder.change',
  method: 'PUT',
  path: '/api/people/:personId/reminders/:reminderId',
  summary: 'Change what I am reminded of, or when.',
  permission: 'own.write',
  input: z.strictObject({ ...ownChange, reminderId: Id, ...what, ...when }).check(z.refine(isSaid, unsaid)),
  output: Nothing,
  problems: ['same-id-other-words'],
})

export const stopReminder = defineOperation({
  name: 'reminder.stop',
  method: 'DELETE',
  path: '/api/people/:personId/reminders/:reminderId',
  summary: 'Stop reminding me of this.',
  permission: 'own.write',
  input: z.strictObject({ ...ownChange, reminderId: Id }),
  output: Nothing,
  problems: ['same-id-other-words'],
})

/** Nothing before `until`, and one reminder then. In the past it ends the snooze. */
export const snoozeReminder = defineOperation({
  name: 'reminder.snooze',
  method: 'POST',
  path: '/api/people/:personId/reminders/:reminderId/snooze',
  summary: 'Remind me later.',
  permission: 'own.write',
  input: z.strictObject({ ...ownChange, reminderId: Id, until: Instant }),
  output: Nothing,
  problems: ['same-id-other-words'],
})

/** Seen to, on whichever device: what was due up to then is shown and sent no more. */
export const settleReminder = defineOperation({
  name: 'reminder.settle',
  method: 'POST',
  path: '/api/people/:personId/reminders/:reminderId/settle',
  summary: 'I have seen to this one.',
  permission: 'own.write',
  input: z.strictObject({ ...ownChange, reminderId: Id, through: Instant }),
  output: Nothing,
  problems: ['same-id-other-words'],
})
