import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { slowInstant, slowOccurrences, stretchesOf } from './occurrences.reference.ts'
import { nextOccurrences, type Schedule } from './occurrences.ts'

const everyDay = [1, 2, 3, 4, 5, 6, 7]
const london = (times: string[], days = everyDay): Schedule => ({ times, days, zone: 'Europe/London' })
const instants = (schedule: Schedule, after: string, count: number) =>
  nextOccurrences(schedule, Date.parse(after), count).map(({ at }) => new Date(at).toISOString())

/** Changes of an hour, of half an hour, at midnight, for a month of fasting, and none at all. */
const zones = [
  'Europe/London',
  'America/New_York',
  'Australia/Lord_Howe',
  'Africa/Cairo',
  'America/Nuuk',
  'Africa/Casablanca',
  'Asia/Kathmandu',
]

describe('a reminder on the clock of its place', () => {
  test('stays at nine when the clocks go forward, and when they go back', () => {
    expect(instants(london(['09:00']), '2026-03-28T12:00Z', 1)).toEqual(['2026-03-29T08:00:00.000Z'])
    expect(instants(london(['09:00']), '2026-10-24T12:00Z', 1)).toEqual(['2026-10-25T09:00:00.000Z'])
  })

  test('whose time is skipped comes at the next moment there is, once', () => {
    expect(instants(london(['01:15', '01:45', '02:00']), '2026-03-29T00:00Z', 2)).toEqual([
      '2026-03-29T01:00:00.000Z',
      '2026-03-30T00:15:00.000Z',
    ])
  })

  test('whose time is shown twice comes the first time only', () => {
    expect(instants(london(['01:30']), '2026-10-24T12:00Z', 2)).toEqual([
      '2026-10-25T00:30:00.000Z',
      '2026-10-26T01:30:00.000Z',
    ])
  })

  test('comes on its days only', () => {
    expect(instants(london(['21:00'], [1, 4]), '2026-04-15T09:20Z', 3)).toEqual([
      '2026-04-16T20:00:00.000Z',
      '2026-04-20T20:00:00.000Z',
      '2026-04-23T20:00:00.000Z',
    ])
  })

  test('keeps the name of its date and time', () => {
    expect(nextOccurrences(london(['01:30']), Date.parse('2026-03-28T12:00Z'), 1)).toEqual([
      { localAt: '2026-03-29T01:30', at: Date.parse('2026-03-29T01:00Z') },
    ])
  })

  test('without a time or a day never comes', () => {
    expect(nextOccurrences(london([]), 0)).toEqual([])
    expect(nextOccurrences(london(['09:00'], []), 0)).toEqual([])
  })

  test('snoozed is quiet until then, comes once, and goes on as before', () => {
    const snoozed = { ...london(['09:00', '10:00']), snoozedUntil: '2026-04-15T08:30:00.000Z' }
    expect(nextOccurrences(snoozed, Date.parse('2026-04-15T08:00Z'), 3)).toEqual([
      { localAt: '2026-04-15T09:30', at: Date.parse('2026-04-15T08:30Z') },
      { localAt: '2026-04-15T10:00', at: Date.parse('2026-04-15T09:00Z') },
      { localAt: '2026-04-16T09:00', at: Date.parse('2026-04-16T08:00Z') },
    ])
  })
})

test.each(zones)('ten years in %s, day by day, are those of the reference', (zone) => {
  const schedule = { times: ['00:00', '00:30', '01:59', '02:15', '23:30'], days: everyDay, zone }
  const expected = slowOccurrences(schedule, '2026-01-02', 3_650)
  const after = slowInstant('2026-01-01T23:59', zone)
  expect(nextOccurrences(schedule, after, expected.length)).toEqual(expected)
})

test('whatever the times, the days, the zone and the moment, nothing is missed and nothing comes twice', () => {
  const time = fc
    .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
    .map((parts) => parts.map((part) => String(part).padStart(2, '0')).join(':'))
  const schedules = fc.record({
    times: fc.uniqueArray(time, { minLength: 1, maxLength: 4 }),
    days: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 }),
    zone: fc.constantFrom(...zones),
  })
  // Half of the moments are near a change of the clock.
  const anywhere = fc.integer({ min: Date.UTC(2026, 0, 10), max: Date.UTC(2036, 0, 1) }).map((at) => () => at)
  const nearChange = fc.tuple(fc.nat(), fc.integer({ min: -26 * 60, max: 26 * 60 })).map(([n, minutes]) => {
    return (zone: string) => {
      const starts = stretchesOf(zone).map(({ start }) => start)
      const change = starts.filter((start) => start > Date.UTC(2026, 0, 10) && start < Date.UTC(2036, 0, 1))
      return (change[n % change.length] ?? Date.UTC(2030, 0, 1)) + minutes * 60_000
    }
  })
  fc.assert(
    fc.property(schedules, fc.oneof(anywhere, nearChange), (schedule, pick) => {
      const after = pick(schedule.zone)
      const firstDate = new Date(after - 2 * 86_400_000).toISOString().slice(0, 10)
      const expected = slowOccurrences(schedule, firstDate, 40).filter(({ at }) => at > after)
      expect(nextOccurrences(schedule, after, expected.length)).toEqual(expected)
    }),
    { numRuns: 300 },
  )
})

test('going on from any occurrence is going on without a pause', () => {
  const schedule = london(['01:15', '01:45', '02:30'])
  const whole = nextOccurrences(schedule, Date.parse('2026-03-27T12:00Z'), 12)
  for (const [n, { at }] of whole.entries()) expect(nextOccurrences(schedule, at, 11 - n)).toEqual(whole.slice(n + 1))
})
