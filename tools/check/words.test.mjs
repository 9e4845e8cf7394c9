import { describe, expect, test } from 'vitest'
import { countSyllables, readingAge, splitSentences } from './reading-age.mjs'
import { findWordBreaches } from './words.mjs'

const people = (text) => findWordBreaches({ screen: { text } }, { people: true })

describe('words for people', () => {
  test.each([
    'DNA',
    'your proxy',
    'service users',
    'a consent form',
    'It failed.',
    'non-compliant',
    'a risk',
    'Invalid',
    'oops',
  ])('never say “%s”', (text) => {
    expect(people(text)).toHaveLength(1)
    expect(people(text)[0]).toMatch(/^screen\.text: /)
  })

  test.each([
    'Try again',
    'Sorry, that did not work.',
    'Ask for a brisk walk.',
    'Not sent yet',
    'Is 9:30am good for {name}?',
  ])('may say “%s”', (text) => expect(people(text)).toEqual([]))

  test('have short sentences', () => {
    const word = 'go '
    expect(people(`${word.repeat(14)}go.`)).toEqual([])
    expect(people(`${word.repeat(15)}go.`)[0]).toContain('a sentence of 16 words')
  })

  test('can be read by somebody of eleven', () => {
    const hard = 'Organisational interoperability necessitates comprehensive administrative authorisation.'
    expect(people(hard)[0]).toContain('The reading age')
    expect(people('You can write to your team. They read it in the day.')).toEqual([])
  })
})

describe('words for anybody', () => {
  test.each(['Welcome!', 'Well done 🎉'])('never say “%s”', (text) => {
    expect(findWordBreaches({ text }, { people: false })).toHaveLength(1)
  })
  test('may use the words of the trade when they are for staff', () => {
    expect(findWordBreaches({ text: 'DNA: at risk, consent form failed' }, { people: false })).toEqual([])
  })
})

describe('the reading age', () => {
  test.each([
    ['cat', 1],
    ['make', 1],
    ['table', 2],
    ['appointment', 3],
    ['conversation', 4],
    ['wanted', 2],
    ['asked', 1],
    ['you', 1],
  ])('%s has %i syllables', (word, count) => expect(countSyllables(word)).toBe(count))

  test('leaves out labels, and does not end a sentence at a time or a number', () => {
    expect(splitSentences('Send\nIt opens at 9.30am. Is it 9:30? Your team').map((sentence) => sentence.text)).toEqual([
      'It opens at 9.30am.',
      'Is it 9:30?',
    ])
  })

  test('rises with long words', () => {
    expect(readingAge('The cat sat on the mat.')).toBeLessThan(6)
    expect(readingAge('Communication requires consideration of individual circumstances.')).toBeGreaterThan(15)
  })
})
