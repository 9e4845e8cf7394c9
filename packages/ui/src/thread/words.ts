export const words = {
  you: 'You',
  newSince: (time: string) => `New since ${time}`,
  loadEarlier: 'Show earlier messages',
  loadingEarlier: 'Loading earlier messages',
  earlierFailed: "We can't load earlier messages.",
  tryAgain: 'Try again',
  jump: 'Jump to newest',
  jumpNew: (count: number) => `Jump to newest, ${count} new`,
  withdrawn: (name: string) => `Message withdrawn by ${name}`,
  withdrawnOwn: 'You withdrew this message',
  edited: (time: string) => `Edited ${time}`,
  corrected: (time: string) => `Corrected ${time}`,
  before: 'What it said before',
  staffNote: 'Staff note',
}

export type ThreadWords = typeof words
