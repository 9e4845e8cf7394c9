import { expect, test } from 'vitest'
import { holdsWorryingWords } from './worrying-words.ts'

test.each([
  'I want to die',
  'I just WANT so much to Die.',
  'I can’t go on',
  'i cant keep my kids safe',
  'kmsss',
  'I want to diiiie',
  'Bad night again. I am dying for sleep.',
  'She says that she will end her life, no: end my life',
  'I do not want to die',
  'suïcide',
  'ｓｕｉｃｉｄｅ',
  'self-harm',
])('offers help at “%s”', (text) => {
  expect(holdsWorryingWords(text)).toBe(true)
})

test.each([
  '',
  'A good day',
  'I want the dog to be let out before it can die down',
  'The deadline is better off than yesterday',
  'She hit the ball to me',
  'suicidelike is no word',
])('says nothing at “%s”', (text) => {
  expect(holdsWorryingWords(text)).toBe(false)
})
