import { expect, test } from 'vitest'
import * as z from 'zod/mini'
import { codePoints, Id, text, whole } from './scalars.ts'

const hill = `a${'\u0301\u0316'.repeat(30)}`

test.each([
  ['decomposed letters count as one', 'e\u0301te\u0301', 3],
  ['faces of several code points', '👩‍👩‍👧', 5],
  ['more marks than any language writes are counted as they stand', hill, 61],
])('%s', (_, value, count) => expect(codePoints(value)).toBe(count))

test('text is kept composed, up to its length, and says what is wrong with it', () => {
  const five = text(5)
  expect(z.parse(five, 'e\u0301te\u0301')).toBe('été')
  const faultsOf = (value: string) => z.safeParse(five, value).error?.issues.map(({ message }) => message)
  expect(faultsOf('abcdef')).toEqual(['longer than 5 characters'])
  for (const unseen of [' \n ', '\u200B', '\u2060\u00AD', '\u202E\u202C', '\uFEFF', '\u3164', '\u2800', '\u0007'])
    expect(faultsOf(unseen)).toEqual(['blank'])
  expect(z.parse(five, '\u200Fא')).toBe('\u200Fא')
  expect(faultsOf('a\0')).toEqual(['holds what is not a character'])
  expect(z.safeParse(text(1_000), hill).error?.issues.map(({ message }) => message)).toEqual([
    'holds too many marks on one letter',
  ])
})

test('a number is a number, and nothing that is missing is a nought', () => {
  const upTo10 = whole(0, 10)
  const taken = [0, 10, 3].filter((value) => z.safeParse(upTo10, value).success)
  expect(taken).toEqual([0, 10, 3])
  for (const other of [null, undefined, '', ' ', '3', [], [3], true, 2.5, -1, 11, Number.NaN])
    expect(z.safeParse(upTo10, other).success).toBe(false)
})

test('an id is one that somebody made, in one spelling', () => {
  expect(z.parse(Id, '01890A5D-AC96-774B-BCCE-B302099A8057')).toBe('01890a5d-ac96-774b-bcce-b302099a8057')
  for (const none of [
    '',
    'x',
    '00000000-0000-0000-0000-000000000000',
    'ffffffff-ffff-ffff-ffff-ffffffffffff',
    '01890a5d-ac96-774b-bcce-b302099a805',
  ])
    expect(z.safeParse(Id, none).success).toBe(false)
})
