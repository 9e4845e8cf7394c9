import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isQuietTime, mayLeaveAt, quietUntil } from './quiet-hours.ts'

const london = { zone: 'Europe/London', quiet: { from: '22:00', until: '06:00' } }
const leaves = (
  at: string,
  channel: 'push' | 'email' | 'text' = 'push',
  hours: Parameters<typeof mayLeaveAt>[2] = london,
) => new Date(mayLeaveAt(Date.parse(at), channel, hours)).toISOString().slice(0, 16)

describe('a notice in the app', () => {
  test.each([
    ['by day leaves at once', '2026-04-15T12:00+01:00', '2026-04-15T11:00'],
    ['a moment before ten leaves at once', '2026-04-15T21:59+01:00', '2026-04-15T20:59'],
    ['at ten waits for six', '2026-04-15T22:00+01:00', '2026-04-16T05:00'],
    ['after midnight waits for six', '2026-04-16T03:00+01:00', '2026-04-16T05:00'],
    ['at six leaves at once', '2026-04-16T06:00+01:00', '2026-04-16T05:00'],
    ['in the night the clocks go forward waits for six', '2026-03-28T23:00Z', '2026-03-29T05:00'],
    ['in the night the clocks go back waits for six', '2026-10-24T23:00+01:00', '2026-10-25T06:00'],
  ])('%s', (_, at, expected) => {
    expect(leaves(at)).toBe(expected)
  })

  test('leaves at once when quiet hours are off', () => {
    expect(leaves('2026-04-16T03:00Z', 'push', { zone: 'Europe/London' })).toBe('2026-04-16T03:00')
  })

  test('is held in the middle of the day by whoever sleeps then', () => {
    expect(leaves('2026-04-15T12:00Z', 'push', { zone: 'UTC', quiet: { from: '09:00', until: '17:00' } })).toBe(
      '2026-04-15T17:00',
    )
  })
})

describe('a text or an e-mail', () => {
  test.each([
    ['in the working day leaves at once', '2026-04-15T12:00+01:00', '2026-04-15T11:00'],
    ['at six in the evening waits for the morning', '2026-04-15T18:00+01:00', '2026-04-16T07:00'],
    ['at seven in the morning waits for eight', '2026-04-15T07:00+01:00', '2026-04-15T07:00'],
    ['on a Saturday waits for Monday', '2026-04-18T12:00+01:00', '2026-04-20T07:00'],
    ['on the Friday before the clocks go back waits for Monday', '2026-10-23T19:00+01:00', '2026-10-26T08:00'],
  ])('%s', (_, at, expected) => {
    expect(leaves(at, 'email')).toBe(expected)
    expect(leaves(at, 'text')).toBe(expected)
  })

  test('waits for the own quiet hours as well', () => {
    const hours = { zone: 'Europe/London', quiet: { from: '22:00', until: '11:30' } }
    expect(leaves('2026-04-17T23:00+01:00', 'email', hours)).toBe('2026-04-20T10:30')
  })
})

test('a time is quiet by the clock alone, over midnight as well', () => {
  const times = ['05:59', '06:00', '12:00', '21:59', '22:00']
  expect(times.map((time) => isQuietTime(time, london.quiet))).toEqual([true, false, false, false, true])
  expect(times.map((time) => isQuietTime(time, { from: '06:00', until: '22:00' }))).toEqual([
    false,
    true,
    true,
    true,
    false,
  ])
})

test('whatever the hours, what is held leaves at the end of them', () => {
  const time = fc.integer({ min: 0, max: 1439 }).map((n) => new Date(n * 60_000).toISOString().slice(11, 16))
  const zone = fc.constantFrom('Europe/London', 'Australia/Lord_Howe', 'Africa/Cairo', 'America/Nuuk')
  const moment = fc.integer({ min: Date.UTC(2026, 0, 1) / 60_000, max: Date.UTC(2036, 0, 1) / 60_000 })
  fc.assert(
    fc.property(time, time, zone, moment, (from, until, zone, minute) => {
      fc.pre(from !== until)
      const hours = { zone, quiet: { from, until } }
      const at = minute * 60_000
      const when = mayLeaveAt(at, 'push', hours)
      expect(when).toBeGreaterThanOrEqual(at)
      // Two nights where a change of the clock leaves nothing between the end of one and the beginning of the next.
      expect(when - at).toBeLessThanOrEqual(50 * 3_600_000)
      expect(quietUntil(when, hours)).toBeUndefined()
      if (when > at) expect(quietUntil(when - 1, hours)).toBe(when)
    }),
    { numRuns: 300 },
  )
})
