import * as z from 'zod/mini'
import { Messaging, ServiceHours } from '../organisations/shapes.ts'
import { Hat } from '../people/shapes.ts'
import { Id, Instant, LocalDate } from '../scalars.ts'

/** domain.md 4.1. `circle_staff` and `opportunity` come with their features. */
export const ConversationKind = z.enum(['person_team', 'carer_team', 'team_note'])
export type ConversationKind = z.infer<typeof ConversationKind>

export const MESSAGE_MAX = 5000
/** Minutes after `sentAt`, by the server's clock, in which the author may still edit. */
export const EDIT_WINDOW_MINUTES = 10
export const PAGE_SIZE = 40

/** Who wrote or belongs: always name with role and organisation (staff), or relationship (carer). */
export const Member = z.object({
  accountId: Id,
  hat: Hat,
  name: z.string(),
  role: z.optional(z.string()),
  organisation: z.optional(z.string()),
  relationship: z.optional(z.string()),
  isTeam: z.boolean(),
})
export type Member = z.infer<typeof Member>

/** A text that a message had, and until when. */
export const Edit = z.object({ body: z.string(), until: Instant })
export type Edit = z.infer<typeof Edit>

/**
 * One message, the same bytes for everyone in its conversation. `number` is its place in the conversation, equal to the
 * number of its `message.sent` event; `sentAt` is the commit's time and orders nothing.
 */
export const Message = z.object({
  messageId: Id,
  conversationId: Id,
  number: z.number(),
  kind: z.enum(['message', 'auto', 'event', 'correction']),
  /** Absent on lines and automatic replies. */
  author: z.optional(Member),
  /** Empty once withdrawn. */
  body: z.string(),
  replyToId: z.optional(Id),
  /** On a correction: the message that it corrects. */
  correctsId: z.optional(Id),
  /** Carer threads: the team must not show or repeat this to the person. */
  keepFromPerson: z.optional(z.literal(true)),
  sentAt: Instant,
  editedAt: z.optional(Instant),
  /** Earlier texts, oldest first. */
  edits: z.optional(z.array(Edit)),
  withdrawnAt: z.optional(Instant),
  withdrawnBy: z.optional(z.string()),
  /** On a line of the thread: somebody joined, left, or changed role; or the conversation closed. */
  line: z.optional(
    z.object({
      type: z.enum(['joined', 'left', 'role_changed', 'closed', 'reopened']),
      name: z.string(),
      role: z.optional(z.string()),
    }),
  ),
  /** On the first unanswered message from a person or carer: when the team should have answered (domain.md 4.4). */
  dueAt: z.optional(Instant),
})
export type Message = z.infer<typeof Message>

export const Seen = z.object({ through: z.number(), at: Instant })

/** What is written above the thread and what the composer obeys. */
export const ConversationHead = z.object({
  conversationId: Id,
  kind: ConversationKind,
  personId: Id,
  /** How the person is called; staff hats and carers see it, and it is the person's own name to themselves. */
  personName: z.string(),
  carer: z.optional(z.object({ carerLinkId: Id, name: z.string(), relationship: z.string() })),
  serviceId: Id,
  serviceName: z.string(),
  phone: z.string(),
  messaging: Messaging,
  state: z.enum(['open', 'closed']),
  closedAt: z.optional(Instant),
  /** The team-only note thread beside this one is found through the desk, never from here. */
  hours: ServiceHours,
  /** Bank holidays of the service's nation around now, with their names. */
  bankHolidays: z.array(z.object({ date: LocalDate, name: z.string() })),
})
export type ConversationHead = z.infer<typeof ConversationHead>

/** The question that the team has yet to answer: since when, and when they should. */
export const Awaiting = z.object({ since: Instant, dueAt: z.optional(Instant) })
export type Awaiting = z.infer<typeof Awaiting>

/** The snapshot of a conversation: shared by its whole audience, so it holds nothing of one viewer's own. */
export const ConversationState = z.object({
  head: ConversationHead,
  members: z.array(Member),
  /** The newest page, oldest first. Earlier ones come from `message.list`. */
  messages: z.array(Message),
  hasEarlier: z.boolean(),
  lastNumber: z.number(),
  seen: z.object({ team: z.optional(Seen), other: z.optional(Seen) }),
  awaiting: z.optional(Awaiting),
})
export type ConversationState = z.infer<typeof ConversationState>

/** One row of a list of conversations, for one viewer. */
export const ConversationRow = z.object({
  conversationId: Id,
  kind: ConversationKind,
  personId: Id,
  personName: z.string(),
  carer: z.optional(z.object({ name: z.string(), relationship: z.string() })),
  serviceId: Id,
  serviceName: z.string(),
  state: z.enum(['open', 'closed']),
  memberCount: z.number(),
  /** When somebody last wrote, or when it was opened: the order of the list. */
  activeAt: Instant,
  /** The newest message; lines of the thread do not count. */
  last: z.optional(
    z.object({
      messageId: Id,
      number: z.number(),
      at: Instant,
      authorName: z.string(),
      isOwn: z.boolean(),
      snippet: z.string(),
    }),
  ),
  /** Messages after `readThrough` for which `countsAsUnread` holds, counted from the log. */
  unread: z.number(),
  readThrough: z.number(),
  /** Staff: the viewer leads this person's enrolment. */
  isMine: z.boolean(),
  /** First unanswered message waits until then. */
  dueAt: z.optional(Instant),
  hiddenMessageIds: z.array(Id),
})
export type ConversationRow = z.infer<typeof ConversationRow>

export const ConversationList = z.object({
  rows: z.array(ConversationRow),
  total: z.number(),
  next: z.optional(z.string()),
})
export type ConversationList = z.infer<typeof ConversationList>

/** One row of a team's inbox, the same for the whole team. */
export const InboxRow = z.object({
  conversationId: Id,
  kind: ConversationKind,
  lastNumber: z.number(),
  at: Instant,
  authorName: z.string(),
  fromTeam: z.boolean(),
  snippet: z.string(),
  dueAt: z.optional(Instant),
})
export type InboxRow = z.infer<typeof InboxRow>

/** “Who can see this”, named. */
export const WhoCanSee = z.object({
  team: z.string(),
  count: z.number(),
  members: z.array(Member),
  /** Words for who cannot: “Your family and carers cannot see this.” */
  notSeenBy: z.array(z.enum(['carers', 'person'])),
})
export type WhoCanSee = z.infer<typeof WhoCanSee>
