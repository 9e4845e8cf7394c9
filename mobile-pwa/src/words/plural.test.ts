import { describe, expect, it } from 'vitest'
import { pluralIn } from './plural.ts'

describe('plurals', () => {
  it('follow the language, not English', () => {
    const english = pluralIn('en')
    expect([0, 1, 2].map((count) => english(count, { one: `${count} neges`, other: `${count} messages` }))).toEqual([
      '0 messages',
      '1 neges',
      '2 messages',
    ])
    const welsh = pluralIn('cy')
    const forms = { zero: 'dim', one: 'un', two: 'dwy', few: 'ychydig', many: 'llawer', other: 'rhif' }
    expect([0, 1, 2, 3, 6, 7].map((count) => welsh(count, forms))).toEqual([
      'dim',
      'un',
      'dwy',
      'ychydig',
      'llawer',
      'rhif',
    ])
  })

  it('fall back to “other” where a form was not written', () => {
    expect(pluralIn('cy')(2, { other: 'rhif' })).toBe('rhif')
  })
})
