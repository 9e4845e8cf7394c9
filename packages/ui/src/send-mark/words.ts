export const words = {
  waiting: 'Not sent yet. It will go when you are back online.',
  sending: 'Sending…',
  sent: (time: string) => `Sent ${time}`,
  seen: (time: string) => `Seen by the team ${time}`,
  notSent: 'Not sent.',
  refused: 'This conversation is closed. Your words are safe here to copy.',
  edit: 'Edit',
  delete: 'Delete',
  tryAgain: 'Try again',
  copy: 'Copy',
  otherWays: 'Other ways',
}

export type SendMarkWords = typeof words
