import { expect, test } from 'vitest'
import { graceEndsAt } from './end-enrolment.ts'

test.each([
  ['an ordinary fortnight', '2026-04-15T09:20:00Z', '2026-04-29T09:20:00Z'],
  ['a fortnight in which the clocks go forward', '2026-03-20T09:00:00Z', '2026-04-03T08:00:00Z'],
  ['a fortnight in which they go back', '2026-10-20T08:00:00Z', '2026-11-03T09:00:00Z'],
  ['one that would end in the hour that is skipped', '2026-03-15T01:30:00Z', '2026-03-29T01:30:00Z'],
  ['one that ends in the hour that comes twice: its first', '2026-10-11T00:30:00Z', '2026-10-25T00:30:00Z'],
])('the grace over %s ends at the same local time', (_, from, to) => {
  expect(graceEndsAt(new Date(from)).toISOString()).toBe(new Date(to).toISOString())
})
