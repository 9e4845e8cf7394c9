export const words = {
  hidden: 'Message hidden',
  newCount: (count: number) => `${count} new`,
  unsent: (count: number) => (count === 1 ? '1 not sent yet' : `${count} not sent yet`),
  lastMessage: (time: string) => `last message ${time}`,
}

export type ConversationRowWords = typeof words
