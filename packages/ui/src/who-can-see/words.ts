import { words as dialogWords } from '../dialog/words.ts'

export const words = {
  ...dialogWords,
  title: 'Who can see this',
  private: 'Only you can see this',
}

export type WhoCanSeeWords = typeof words
