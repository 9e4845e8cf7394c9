const characters = (count: number) => `${count.toLocaleString('en-GB')} ${count === 1 ? 'character' : 'characters'}`

export const words = {
  label: 'Write a message',
  send: 'Send',
  left: (count: number) => `${characters(count)} left`,
  over: (count: number) => `${characters(count)} too many`,
  blank: 'Write something first.',
  tooLong: (count: number) => `Make it ${characters(count)} shorter. Nothing you wrote is lost.`,
  notKept: 'We could not save this on your device. Your words are still here. Try again.',
}

export type ComposerWords = typeof words
