import { defineChannel } from '@weft/channels/define'
import * as z from 'zod/mini'
import { Hat } from '../people/shapes.ts'
import { Id, Instant } from '../scalars.ts'
import { applyInbox, applyList, applyThread } from './apply.ts'
import { acknowledgeFlag, closeFlag, RiskFlag, withFlag } from './flags.ts'
import {
  correctMessage,
  editMessage,
  getConversation,
  getDesk,
  hideMessage,
  listConversations,
  listInbox,
  readConversation,
  sendMessage,
  withdrawMessage,
} from './operations.ts'
import { Awaiting, ConversationHead, ConversationRow, Edit, InboxRow, Member, Message } from './shapes.ts'

/** The thread itself. Its whole audience sees the same. */
export const conversationChannel = defineChannel({
  topic: 'conversation:{conversationId}',
  params: { conversationId: Id },
  permission: 'conversation.read',
  snapshot: getConversation,
  events: {
    'message.sent': Message,
    'message.edited': z.object({ messageId: Id, body: z.string(), editedAt: Instant, edits: z.array(Edit) }),
    /** A question that was withdrawn waits no longer, and one whose answer was waits again: `awaiting` is what stands now, as in the state. */
    'message.withdrawn': z.object({
      messageId: Id,
      withdrawnAt: Instant,
      withdrawnBy: z.string(),
      awaiting: z.optional(Awaiting),
    }),
    /** Both without a line when the whole conversation closed or opened again: that has a line of its own. */
    'member.joined': z.object({ member: Member, line: z.optional(Message) }),
    'member.removed': z.object({ accountId: Id, hat: Hat, line: z.optional(Message) }),
    'seen.moved': z.object({ by: z.enum(['team', 'other']), through: z.number(), at: Instant }),
    'head.changed': ConversationHead,
    'access.changed': z.object({ accountId: z.optional(Id) }),
  },
  rechecks: ['member.removed'],
  rewrites: ['message.withdrawn'],
  pushes: {
    'message.send': sendMessage,
    'message.edit': editMessage,
    'message.correct': correctMessage,
    'message.withdraw': withdrawMessage,
    'message.hide': hideMessage,
    'conversation.read': readConversation,
  },
  signals: {},
  apply: applyThread,
})

/** One account's own list under one hat: read marks and hidden messages follow it to every device. */
export const myConversationsChannel = defineChannel({
  topic: 'my-conversations:{accountId}:{hat}',
  params: { accountId: Id, hat: Hat },
  permission: 'conversation.list',
  snapshot: listConversations,
  events: {
    'conversation.listed': ConversationRow,
    'conversation.unlisted': z.object({ conversationId: Id }),
    'conversation.read': z.object({ conversationId: Id, readThrough: z.number(), unread: z.number() }),
    'message.hidden': z.object({ conversationId: Id, messageId: Id, hidden: z.boolean() }),
    'access.changed': z.object({ accountId: z.optional(Id) }),
  },
  pushes: {},
  signals: {},
  apply: applyList,
})

/** The team’s side of one conversation: its flags, who is looking, who is typing. Never seen by the person or carer. */
export const deskChannel = defineChannel({
  topic: 'conversation-desk:{conversationId}',
  params: { conversationId: Id },
  permission: 'conversation.desk',
  snapshot: getDesk,
  events: { 'flag.changed': RiskFlag, 'access.changed': z.object({ accountId: z.optional(Id) }) },
  pushes: { 'flag.acknowledge': acknowledgeFlag, 'flag.close': closeFlag },
  signals: { typing: z.object({ name: z.string(), note: z.boolean() }) },
  apply: {
    'flag.changed': (state, flag) => ({ ...state, flags: withFlag(state.flags, flag) }),
    'access.changed': (state) => state,
  },
})

/** A service's inbox: the newest line of each conversation, gathered a few times a second, never on the send path. */
export const inboxChannel = defineChannel({
  topic: 'inbox:{serviceId}',
  params: { serviceId: Id },
  permission: 'inbox.read',
  snapshot: listInbox,
  events: {
    'inbox.changed': z.object({ rows: z.array(InboxRow) }),
    /** Closed, or no longer for the whole team: whoever may still see it has it on their own list. */
    'inbox.unlisted': z.object({ conversationId: Id }),
    'access.changed': z.object({ accountId: z.optional(Id) }),
  },
  pushes: {},
  /** Who of the team is at which conversation now. Said again every 20 s, forgotten after 30. */
  signals: {
    attending: z.object({
      conversationId: Id,
      name: z.string().check(z.maxLength(200)),
      doing: z.enum(['viewing', 'replying', 'gone']),
    }),
  },
  apply: applyInbox,
})
