import type {
  Awaiting,
  ConversationHead,
  ConversationList,
  ConversationRow,
  ConversationState,
  InboxRow,
  Member,
  Message,
} from './shapes.ts'

const withMessage = (state: ConversationState, message: Message): ConversationState => ({
  ...state,
  messages: [...state.messages, message],
  lastNumber: message.number,
  awaiting: awaitingAfter(state.awaiting, message),
})

const withLine = (state: ConversationState, line: Message | undefined) => (line ? withMessage(state, line) : state)

/** The first message of a person or carer opens the question, whatever the team writes answers it; lines and automatic replies do neither. */
const awaitingAfter = (before: ConversationState['awaiting'], { author, sentAt, dueAt }: Message) => {
  if (!author) return before
  return author.isTeam ? undefined : (before ?? { since: sentAt, dueAt })
}

const withChange = (
  state: ConversationState,
  messageId: string,
  change: (message: Message) => Message,
): ConversationState => ({
  ...state,
  messages: state.messages.map((message) => (message.messageId === messageId ? change(message) : message)),
})

const isSame = (a: { accountId: string; hat: string }, b: { accountId: string; hat: string }) =>
  a.accountId === b.accountId && a.hat === b.hat

/** What each event of a conversation does to its state; the same on server tests and both apps. */
export const applyThread = {
  'message.sent': (state: ConversationState, message: Message) => withMessage(state, message),
  'message.edited': (
    state: ConversationState,
    {
      messageId,
      ...change
    }: { messageId: string; body: string; editedAt: string; edits: { body: string; until: string }[] },
  ) => withChange(state, messageId, (message) => ({ ...message, ...change })),
  'message.withdrawn': (
    state: ConversationState,
    {
      messageId,
      awaiting,
      ...change
    }: { messageId: string; withdrawnAt: string; withdrawnBy: string; awaiting?: Awaiting },
  ) => ({
    ...withChange(state, messageId, (message) => {
      const { edits: _edits, editedAt: _editedAt, ...rest } = message
      return { ...rest, ...change, body: '' }
    }),
    awaiting,
  }),
  'member.joined': (state: ConversationState, { member, line }: { member: Member; line?: Message }) =>
    withLine({ ...state, members: [...state.members.filter((other) => !isSame(other, member)), member] }, line),
  'member.removed': (state: ConversationState, { line, ...gone }: { accountId: string; hat: string; line?: Message }) =>
    withLine({ ...state, members: state.members.filter((member) => !isSame(member, gone)) }, line),
  'seen.moved': (
    state: ConversationState,
    { by, through, at }: { by: 'team' | 'other'; through: number; at: string },
  ) => ({
    ...state,
    seen: { ...state.seen, [by]: { through, at } },
  }),
  'head.changed': (state: ConversationState, head: ConversationHead) => ({ ...state, head }),
  'access.changed': (state: ConversationState) => state,
}

const withRow = (
  state: ConversationList,
  conversationId: string,
  change: (row: ConversationRow) => ConversationRow,
) => ({
  ...state,
  rows: state.rows.map((row) => (row.conversationId === conversationId ? change(row) : row)),
})

const latestFirst = (a: ConversationRow, b: ConversationRow) =>
  descending(a.activeAt, b.activeAt) || descending(a.conversationId, b.conversationId)

const descending = (a: string, b: string) => (a < b ? 1 : a > b ? -1 : 0)

export const applyList = {
  'conversation.listed': (state: ConversationList, row: ConversationRow) => {
    const others = state.rows.filter((other) => other.conversationId !== row.conversationId)
    const isNew = others.length === state.rows.length
    return { ...state, total: isNew ? state.total + 1 : state.total, rows: [row, ...others].sort(latestFirst) }
  },
  'conversation.unlisted': (state: ConversationList, { conversationId }: { conversationId: string }) => {
    const rows = state.rows.filter((row) => row.conversationId !== conversationId)
    return { ...state, rows, total: state.total - (state.rows.length - rows.length) }
  },
  'conversation.read': (
    state: ConversationList,
    { conversationId, readThrough, unread }: { conversationId: string; readThrough: number; unread: number },
  ) => withRow(state, conversationId, (row) => ({ ...row, readThrough, unread })),
  'message.hidden': (
    state: ConversationList,
    { conversationId, messageId, hidden }: { conversationId: string; messageId: string; hidden: boolean },
  ) =>
    withRow(state, conversationId, (row) => {
      const others = row.hiddenMessageIds.filter((id) => id !== messageId)
      return { ...row, hiddenMessageIds: hidden ? [...others, messageId] : others }
    }),
  'access.changed': (state: ConversationList) => state,
}

type Inbox = { rows: InboxRow[] }

/** As many as a snapshot holds at most. */
export const INBOX_MAX = 200

const newestFirst = (a: InboxRow, b: InboxRow) =>
  descending(a.at, b.at) || descending(a.conversationId, b.conversationId)

export const applyInbox = {
  'inbox.changed': (state: Inbox, { rows }: Inbox): Inbox => {
    const changed = new Set(rows.map((row) => row.conversationId))
    const others = state.rows.filter((row) => !changed.has(row.conversationId))
    return { rows: [...rows, ...others].sort(newestFirst).slice(0, INBOX_MAX) }
  },
  'inbox.unlisted': (state: Inbox, { conversationId }: { conversationId: string }): Inbox => ({
    rows: state.rows.filter((row) => row.conversationId !== conversationId),
  }),
  'access.changed': (state: Inbox) => state,
}
