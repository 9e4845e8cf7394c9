import { words as dialogWords } from '../dialog/words.ts'

export const words = {
  ...dialogWords,
  title: 'Get help now',
  now: 'Call or text now',
  more: 'More numbers',
  team: 'My team',
  open: (hours: string) => `Open ${hours}`,
  people: 'My people',
  ideas: 'What has helped me before',
  plan: 'Open my safety plan',
  noPlan: 'You can add your own people in My safety plan.',
  routes: 'By text relay or in sign language',
  checked: (date: string) => `We checked these numbers on ${date}.`,
}

export type HelpPanelWords = typeof words
