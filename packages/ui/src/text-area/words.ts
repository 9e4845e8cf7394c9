import { fieldWords } from '../field/field.tsx'

const characters = (count: number) => `${count.toLocaleString('en-GB')} ${count === 1 ? 'character' : 'characters'}`

export const words = {
  ...fieldWords,
  left: (count: number) => `${characters(count)} left`,
  over: (count: number) => `${characters(count)} too many`,
}

export type TextAreaWords = typeof words
