import { expect, test } from 'vitest'
import { type Answers, riskOf, type Score } from './answers.ts'
import { measures, score, strangeKey } from './measures.ts'

const all = (measure: 'phq9' | 'gad7', each: Score): Answers =>
  Object.fromEntries(measures[measure].items.map((item) => [item.key, each]))

/** Answers whose scored items add up to a total. */
function adding(measure: 'phq9' | 'gad7', total: number): Answers {
  let left = total
  return Object.fromEntries(
    measures[measure].items
      .filter((item) => !item.options)
      .map((item) => {
        const each = Math.min(3, left) as Score
        left -= each
        return [item.key, each]
      }),
  )
}

test.each([
  ['phq9', [0, 4], 'minimal'],
  ['phq9', [5, 9], 'mild'],
  ['phq9', [10, 14], 'moderate'],
  ['phq9', [15, 19], 'moderately_severe'],
  ['phq9', [20, 27], 'severe'],
  ['gad7', [0, 4], 'minimal'],
  ['gad7', [5, 9], 'mild'],
  ['gad7', [10, 14], 'moderate'],
  ['gad7', [15, 21], 'severe'],
] as const)('%s %j is %s', (measure, [from, to], band) => {
  for (const total of [from, to])
    expect(score(measure, adding(measure, total))).toEqual({ isComplete: true, total, band })
})

test('how hard it makes things is kept and not counted', () => {
  expect(score('phq9', all('phq9', 3)).total).toBe(27)
  const { function: _, ...rest } = all('phq9', 1)
  expect(score('phq9', rest)).toMatchObject({ isComplete: true, total: 9 })
})

test('with one question skipped there is no total, whatever the others say', () => {
  const { sleep: _, ...rest } = all('phq9', 3)
  expect(score('phq9', rest)).toEqual({ isComplete: false })
  expect(score('gad7', {})).toEqual({ isComplete: false })
})

test.each([
  [0, undefined],
  [1, 'raised'],
  [2, 'urgent'],
  [3, 'urgent'],
] as const)('thoughts of self-harm scored %d call for %s', (each, level) => {
  expect(riskOf({ self_harm_thoughts: each })).toBe(level)
})

test('a question of another measure is not one of this', () => {
  expect(strangeKey('gad7', { nervous: 1, interest: 2 })).toBe('interest')
  expect(strangeKey('gad7', { nervous: 1 })).toBeUndefined()
})
