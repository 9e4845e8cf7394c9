import { describe, expect, it } from 'vitest'
import { sentencesOf } from '../testing/sentences.ts'
import en from './en.ts'
import { everyNoun } from './nouns.ts'
import { englishNow, needWords } from './words.ts'

await needWords(everyNoun)
const spoken = sentencesOf(englishNow())
const said = (test: (words: string) => boolean) => spoken.filter(([, words]) => test(words))

describe('our own words', () => {
  it('never use what we do not say to people', () => {
    const banned =
      /\b(DNA|proxy|service user|consent form|failed|non-compliant|risk|invalid|oops|error code|user|log ?in|log ?out)\b/i
    expect(said((words) => banned.test(words))).toEqual([])
  })

  it('do not shout', () => expect(said((words) => words.includes('!'))).toEqual([]))

  it('come in sentences of 15 words or fewer', () => {
    const long = (words: string) =>
      words.split(/[.?!]\s+|:\s/).some((sentence) => sentence.split(/\s+/).filter(Boolean).length > 15)
    expect(said(long)).toEqual([])
  })

  it('read at an age of 11 or younger', () => {
    const text = spoken.map(([, words]) => words).filter((words) => words.split(' ').length > 5)
    const count = { words: 0, syllables: 0 }
    for (const word of text.join(' ').match(/[a-z']+/gi) ?? []) {
      count.words += 1
      count.syllables += Math.max(
        1,
        word
          .toLowerCase()
          .replace(/e$/, '')
          .match(/[aeiouy]+/g)?.length ?? 1,
      )
    }
    const sentenceCount = text.flatMap((words) => words.split(/[.?:]\s*/)).filter(Boolean).length
    const grade = 0.39 * (count.words / sentenceCount) + 11.8 * (count.syllables / count.words) - 15.59
    expect(grade + 5).toBeLessThan(11)
  })
})

describe('numbers', () => {
  it('choose their form', () => {
    expect(en.today.unsent(1)).toBe('1 message not sent yet')
    expect(en.today.unsent(3)).toBe('3 messages not sent yet')
    expect(en.today.unsentThings(1)).toBe('1 thing not sent yet')
    expect(en.today.failedThings(3)).toBe('3 things not sent')
    expect(en.messages.withPeople(8)).toBe('You and 8 people')
  })
})
