import * as z from 'zod/mini'
import { Hat } from '../people/shapes.ts'
import { Id, Instant, LocalTime, text, whole, Zone } from '../scalars.ts'

/** What a notice may tell of. Security notices are letters of their own and cannot be switched off. */
export const noticeKinds = ['message', 'reminder', 'questions', 'export'] as const
export const NoticeKind = z.enum(noticeKinds)
export type NoticeKind = z.infer<typeof NoticeKind>

/** The ways to reach somebody, in the order in which they are tried (domain.md 11). */
export const Channel = z.enum(['push', 'email', 'text'])
export type Channel = z.infer<typeof Channel>

/** A zone whose clock this machine knows. No bare offset, `+01:00`: it would not go along when the clocks change. */
export const KnownZone = Zone.check(
  z.refine(
    (zone) => {
      try {
        return /^[A-Za-z]/.test(zone) && Boolean(new Intl.DateTimeFormat('en', { timeZone: zone }))
      } catch {
        return false
      }
    },
    { error: 'no zone we know' },
  ),
)

export const QuietHours = z.object({ isOn: z.boolean(), from: LocalTime, until: LocalTime })
export type QuietHours = z.infer<typeof QuietHours>

/** Whether one kind goes out by one channel. */
export const NoticeChoice = z.strictObject({ kind: NoticeKind, channel: Channel, isOn: z.boolean() })
export type NoticeChoice = z.infer<typeof NoticeChoice>

/** How notices reach an account, and whether they do on the device that asks. */
export const NoticeSettings = z.object({
  zone: Zone,
  quiet: QuietHours,
  /** One for each kind and each channel that this deployment has. */
  choices: z.array(NoticeChoice),
  /** What the browser subscribes with; absent until the deployment has made it. Base64url, P-256, uncompressed. */
  pushKey: z.optional(z.string()),
  /** Present while this device has notices. */
  thisDevice: z.optional(
    z.object({
      since: Instant,
      /** Something was sent an hour ago or more, and this device has not said that it came. */
      isQuiet: z.boolean(),
    }),
  ),
})
export type NoticeSettings = z.infer<typeof NoticeSettings>

/** What a browser hands over when it subscribes: where to send, and the keys that only it can open. */
export const PushSubscription = z.strictObject({
  endpoint: z.string().check(z.minLength(20), z.maxLength(1_000)),
  p256dh: z.string().check(z.regex(/^[\w-]{87}$/)),
  auth: z.string().check(z.regex(/^[\w-]{22}$/)),
  /** The key it was subscribed with. */
  pushKey: z.string().check(z.regex(/^[\w-]{87}$/)),
})
export type PushSubscription = z.infer<typeof PushSubscription>

/** What an opened notice leads to, for whoever it was meant for. */
export const OpenedNotice = z.object({
  /** Under which hat the thing is seen. */
  hat: Hat,
  kind: z.enum([...noticeKinds, 'test']),
  /** The conversation, the questionnaire or the file of one's own. */
  thingId: z.optional(Id),
  about: z.optional(z.string()),
})
export type OpenedNotice = z.infer<typeof OpenedNotice>

/** What a reminder is for: a part of the app, or something in the person's own words. */
export const reminderTopics = ['sleep', 'mood', 'problem', 'diary', 'goals', 'plan', 'other'] as const
export const ReminderTopic = z.enum(reminderTopics)
export type ReminderTopic = z.infer<typeof ReminderTopic>

/** Of one person, at once. */
export const REMINDERS_MAX = 30

export const ReminderTimes = z.array(LocalTime).check(z.minLength(1), z.maxLength(6))
export const ReminderDays = z.array(whole(1, 7)).check(z.minLength(1), z.maxLength(7))
export const ReminderWords = text(120)

/** A person's own reminder. It names no service, and its words stay in the app. */
export const Reminder = z.object({
  reminderId: Id,
  about: ReminderTopic,
  words: z.optional(z.string()),
  /** Local times in order, and weekdays in order (1 = Monday), on the clock of `zone`. */
  times: z.array(LocalTime),
  days: z.array(z.number()),
  zone: Zone,
  /** Nothing comes before then, and one reminder at that moment. */
  snoozedUntil: z.optional(Instant),
  /** Occurrences up to here need nothing more: seen to, or from before the reminder was as it is now. */
  settledThrough: Instant,
  createdAt: Instant,
  version: z.number(),
})
export type Reminder = z.infer<typeof Reminder>
