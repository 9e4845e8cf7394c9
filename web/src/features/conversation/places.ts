export type Box = 'reply' | 'note'

/** Where a draft lives: each box of each conversation, and each message being changed, has its own. */
export const replyPlace = (conversationId: string, box: Box) => `${box}:${conversationId}`
export const changePlace = (messageId: string) => `change:${messageId}`
