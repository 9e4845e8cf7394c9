import * as z from 'zod/mini'
import { defineOperation } from '../operation.ts'
import { Hat } from '../people/shapes.ts'
import { Id, Nothing, text, whole } from '../scalars.ts'
import { RiskFlag } from './flags.ts'
import { ConversationList, ConversationState, InboxRow, MESSAGE_MAX, Message, WhoCanSee } from './shapes.ts'

const Body = text(MESSAGE_MAX)

/** My own conversations under this hat, newest activity first; staff get those of all their teams. Constant query count. */
export const listConversations = defineOperation({
  name: 'conversation.list',
  method: 'GET',
  path: '/api/accounts/:accountId/:hat/conversations',
  summary: 'My conversations.',
  permission: 'conversation.list',
  input: z.strictObject({
    accountId: Id,
    hat: Hat,
    folder: z.optional(z.enum(['mine', 'all'])),
    personId: z.optional(Id),
    after: z.optional(z.string().check(z.maxLength(200))),
    limit: z.optional(whole(1, 200)),
  }),
  output: ConversationList,
})

/** The thread as it stands: head, members, the newest page and who has seen how far. */
export const getConversation = defineOperation({
  name: 'conversation.get',
  method: 'GET',
  path: '/api/conversations/:conversationId',
  summary: 'One conversation with its newest messages.',
  permission: 'conversation.read',
  input: z.strictObject({ conversationId: Id }),
  output: ConversationState,
  problems: ['reason-needed'],
})

/** Pages backwards by number in constant time. */
export const listMessages = defineOperation({
  name: 'message.list',
  method: 'GET',
  path: '/api/conversations/:conversationId/messages',
  summary: 'Earlier messages, before a number.',
  permission: 'conversation.read',
  input: z.strictObject({
    conversationId: Id,
    before: whole(1, Number.MAX_SAFE_INTEGER),
    limit: z.optional(whole(1, 100)),
  }),
  output: z.object({ messages: z.array(Message), hasEarlier: z.boolean() }),
  problems: ['reason-needed'],
})

/**
 * Sends once: the same `messageId` again answers the stored message, with another body 422, from another author 409.
 * Publishes `message.sent`.
 */
export const sendMessage = defineOperation({
  name: 'message.send',
  method: 'POST',
  path: '/api/conversations/:conversationId/messages',
  summary: 'Send a message.',
  permission: 'conversation.write',
  input: z.strictObject({
    conversationId: Id,
    messageId: Id,
    body: Body,
    replyToId: z.optional(Id),
    keepFromPerson: z.optional(z.literal(true)),
  }),
  output: Message,
  problems: ['closed', 'same-id-other-words', 'id-taken'],
  status: 201,
})

/** The author, within 10 minutes of `sentAt`; earlier text stays readable. Publishes `message.edited`. */
export const editMessage = defineOperation({
  name: 'message.edit',
  method: 'PATCH',
  path: '/api/conversations/:conversationId/messages/:messageId',
  summary: 'Edit my message within 10 minutes.',
  permission: 'conversation.write',
  input: z.strictObject({
    conversationId: Id,
    messageId: Id,
    body: Body,
    /** Made by the device, one an act: an act that arrives again, however late, undoes no later one. */
    editId: z.optional(Id),
  }),
  output: Message,
  problems: ['too-late-to-edit', 'closed', 'wrong-state'],
})

/** The author, any time: a linked message; the first is shown as corrected. Publishes `message.sent`. */
export const correctMessage = defineOperation({
  name: 'message.correct',
  method: 'POST',
  path: '/api/conversations/:conversationId/messages/:correctsId/corrections',
  summary: 'Correct my message with a linked one.',
  permission: 'conversation.write',
  input: z.strictObject({ conversationId: Id, correctsId: Id, messageId: Id, body: Body }),
  output: Message,
  problems: ['closed', 'same-id-other-words', 'id-taken', 'wrong-state'],
  status: 201,
})

/** The author, or a coordinator of the service for a message to the wrong person. Text kept for the record. Publishes `message.withdrawn`. */
export const withdrawMessage = defineOperation({
  name: 'message.withdraw',
  method: 'POST',
  path: '/api/conversations/:conversationId/messages/:messageId/withdrawal',
  summary: 'Withdraw a message.',
  permission: 'conversation.write',
  input: z.strictObject({ conversationId: Id, messageId: Id }),
  output: Message,
  problems: ['wrong-state'],
})

/** Hides a message for me alone, on all my devices; the record stays. Publishes `message.hidden` on my own list. */
export const hideMessage = defineOperation({
  name: 'message.hide',
  method: 'POST',
  path: '/api/conversations/:conversationId/messages/:messageId/hidden',
  summary: 'Hide a message for me.',
  permission: 'conversation.read',
  input: z.strictObject({ conversationId: Id, messageId: Id, hidden: z.boolean() }),
  output: Nothing,
})

/** Moves my read mark: forward only, unless `markUnread` moves it back on purpose. Publishes `conversation.read`, and `seen.moved` where receipts are on. */
export const readConversation = defineOperation({
  name: 'conversation.read',
  method: 'POST',
  path: '/api/conversations/:conversationId/read',
  summary: 'I have read up to this number, or want it unread again.',
  permission: 'conversation.read',
  input: z.strictObject({
    conversationId: Id,
    through: whole(0, Number.MAX_SAFE_INTEGER),
    markUnread: z.optional(z.boolean()),
  }),
  output: z.object({ readThrough: z.number(), unread: z.number() }),
})

export const getWhoCanSee = defineOperation({
  name: 'conversation.whoCanSee',
  method: 'GET',
  path: '/api/conversations/:conversationId/who-can-see',
  summary: 'Who can see this conversation, by name.',
  permission: 'conversation.read',
  input: z.strictObject({ conversationId: Id }),
  output: WhoCanSee,
  problems: ['reason-needed'],
})

/** Team only: the staff side of a conversation, with the id of its note thread. */
export const getDesk = defineOperation({
  name: 'conversation.desk',
  method: 'GET',
  path: '/api/conversations/:conversationId/desk',
  summary: 'The team’s side of a conversation.',
  permission: 'conversation.desk',
  input: z.strictObject({ conversationId: Id }),
  output: z.object({ conversationId: Id, noteConversationId: Id, flags: z.array(RiskFlag) }),
  problems: ['reason-needed'],
})

/** Team of the service: what moved last in its conversations, newest first. */
export const listInbox = defineOperation({
  name: 'inbox.list',
  method: 'GET',
  path: '/api/services/:serviceId/inbox',
  summary: 'The newest line of each of the team’s conversations.',
  permission: 'inbox.read',
  input: z.strictObject({ serviceId: Id, limit: z.optional(whole(1, 200)) }),
  output: z.object({ rows: z.array(InboxRow) }),
})
