import { describe, expect, it } from 'vitest'
import { dayFault } from './days.ts'
import {
  datesOf,
  daysUntil,
  earlier,
  later,
  meanShown,
  moodByDate,
  overviewOf,
  ratingsByDate,
  sleepByDate,
} from './overview.ts'

const values = (from: string, ...given: (number | undefined)[]) =>
  new Map(
    datesOf({ from, to: '2026-12-31' }).flatMap((date, at): [string, number][] => {
      const value = given[at]
      return value === undefined ? [] : [[date, value]]
    }),
  )

describe('a window', () => {
  it('is whole local days that end today, whatever the clock does in between', () => {
    expect(datesOf(daysUntil('2026-03-30', 7))).toHaveLength(7)
    expect(daysUntil('2026-03-30', 7)).toEqual({ from: '2026-03-24', to: '2026-03-30' })
    expect(datesOf(daysUntil('2026-10-26', 90))).toHaveLength(90)
  })

  it('moves by exactly one, and never into the future', () => {
    const week = daysUntil('2026-04-15', 7)
    expect(earlier(week, 7)).toEqual({ from: '2026-04-02', to: '2026-04-08' })
    expect(later(earlier(week, 7), 7, '2026-04-15')).toEqual(week)
    expect(later(week, 7, '2026-04-15')).toBeUndefined()
    expect(later(earlier(week, 7), 7, '2026-04-14')).toBeUndefined()
  })
})

describe('an overview', () => {
  const week = daysUntil('2026-04-14', 7)

  it('leaves days without an entry empty and counts only the others', () => {
    const { points, recorded, mean } = overviewOf('sleep', values('2026-04-08', 0, undefined, 90), week, 7)
    expect(points.map((point) => point.value)).toEqual([0, undefined, 90, ...Array(4).fill(undefined)])
    expect('value' in (points[1] ?? {})).toBe(false)
    expect([recorded, mean]).toEqual([2, 45])
  })

  it.each([
    [[450, 435], 442],
    [[90], 90],
    [[360, 361, 361], 360],
  ])('of nights of %o minutes is rounded down to a whole minute: %i', (nights, mean) =>
    expect(meanShown('sleep', nights)).toBe(mean),
  )

  it('of scales has one decimal, and nothing has none', () => {
    expect(meanShown('problem', [5, 6, 6])).toBe(5.7)
    expect(meanShown('mood', [])).toBeUndefined()
    expect(overviewOf('mood', new Map(), week, 7)).toMatchObject({ recorded: 0 })
    expect(overviewOf('mood', new Map(), week, 7)).not.toHaveProperty('mean')
  })

  it('tells a trend only with five entries here and five before', () => {
    const both = values('2026-04-01', 4, 4, 4, 4, 4, undefined, undefined, 5, 5, 5, 5, 5)
    expect(overviewOf('problem', both, week, 7).trend).toBe('a-little-higher')
    for (const without of ['2026-04-05', '2026-04-12']) {
      const few = new Map(both)
      few.delete(without)
      expect(overviewOf('problem', few, week, 7).trend).toBeUndefined()
    }
  })

  it.each([
    ['sleep', [400, 409], 'about-the-same'],
    ['sleep', [400, 390], 'a-little-lower'],
    ['sleep', [400, 460], 'higher'],
    ['problem', [5, 3], 'lower'],
    ['mood', [3, 3.2], 'a-little-higher'],
  ] as const)('of %s says of means of %o: %s', (measure, [before, now], trend) => {
    const all = values('2026-04-01', ...Array(7).fill(before), ...Array(7).fill(now))
    expect(overviewOf(measure, all, week, 7).trend).toBe(trend)
  })
})

describe('entries by day', () => {
  const recordedAt = '2026-04-15T07:00:00Z'

  it('of mood are the mean of the day', () => {
    const mood = (forDate: string, face: number) => ({ moodId: crypto.randomUUID(), forDate, face, recordedAt })
    const byDate = moodByDate([
      mood('2026-04-15', 5),
      mood('2026-04-15', 4),
      mood('2026-04-15', 4),
      mood('2026-04-14', 1),
    ])
    expect([...byDate]).toEqual([
      ['2026-04-15', 4.3],
      ['2026-04-14', 1],
    ])
  })

  it('of sleep leave out a night that says too little, and of ratings those of other problems', () => {
    const zone = 'Europe/London'
    const nights = [
      { forDate: '2026-04-15', diary: { quality: 3 }, zone, recordedAt },
      { forDate: '2026-04-14', minutesSlept: 0, zone, recordedAt },
    ]
    expect([...sleepByDate(nights)]).toEqual([['2026-04-14', 0]])
    const rating = (problemId: string) => ({ problemId, forDate: '2026-04-15', value: 3, recordedAt })
    expect([...ratingsByDate([rating('a'), rating('b')], 'a')]).toEqual([['2026-04-15', 3]])
  })
})

describe('a day', () => {
  const now = new Date('2026-04-15T09:00:00Z')
  it.each([
    ['2026-04-15', '2026-04-15T08:00:00Z', undefined],
    ['2026-04-08', '2026-04-15T08:00:00Z', undefined],
    ['2026-04-07', '2026-04-15T08:00:00Z', 'too-long-ago'],
    ['2026-04-16', '2026-04-15T08:00:00Z', undefined],
    ['2026-04-17', '2026-04-15T08:00:00Z', 'in-the-future'],
    ['2026-04-17', '2026-04-20T08:00:00Z', 'in-the-future'],
    // Made offline three weeks ago and only here now; and just after midnight on the person's own clock.
    ['2026-03-20', '2026-03-25T08:00:00Z', undefined],
    ['2026-04-06', '2026-04-12T23:30:00Z', undefined],
    ['2026-04-05', '2026-04-12T23:30:00Z', 'too-long-ago'],
  ])('%s in what was recorded at %s: %s', (forDate, recordedAt, fault) =>
    expect(dayFault({ forDate, recordedAt }, now)).toBe(fault),
  )
})
