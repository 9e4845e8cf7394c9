import { expect, test } from 'vitest'
import { keptUntilYear } from './kept-until.ts'

test.each([
  ['an adult’s care', 'adult_care', '2026-04-15', '1990-06-15', 2034],
  ['no date of birth', 'adult_social_care', '2026-04-15', null, 2034],
  ['mental health', 'mental_health', '2026-04-15', '1990-06-15', 2046],
  ['a child of 10: to the 25th birthday', 'child', '2026-04-15', '2016-01-01', 2041],
  ['16: the 25th birthday', 'child', '2026-04-15', '2009-04-16', 2034],
  ['17: the 26th birthday', 'child', '2026-04-15', '2009-04-15', 2035],
  ['18 that day: as an adult', 'child', '2026-04-15', '2008-04-15', 2034],
  ['the longest wins', 'mental_health', '2026-04-15', '2010-04-15', 2046],
  ['a class we do not know', 'other', '2026-04-15', '1990-06-15', 2034],
])('%s', (_, retentionClass, endsOn, bornOn, year) => {
  expect(keptUntilYear(retentionClass, endsOn, bornOn)).toBe(year)
})
