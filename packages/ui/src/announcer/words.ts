export const words = {
  message: (author: string, text: string) => `${author}: ${text}`,
  newMessages: (count: number) => `${count} new messages`,
  newMessagesFrom: (count: number, author: string) => `${count} new messages from ${author}`,
  newIn: (count: number, where: string) => `${count} new in ${where}`,
  sent: 'Sent',
  notSent: 'Not sent.',
  earlier: (count: number) => (count === 1 ? '1 earlier message loaded' : `${count} earlier messages loaded`),
}

export type AnnouncerWords = typeof words
