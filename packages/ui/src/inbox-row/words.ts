export const words = {
  flagged: 'Worrying words',
  unread: 'Unread',
  viewing: (name: string) => `${name} is viewing`,
}

export type InboxRowWords = typeof words
