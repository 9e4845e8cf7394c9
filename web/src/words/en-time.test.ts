import { describe, expect, it } from 'vitest'
import { ageOn, daysBetween, localDay } from './calendar.ts'
import { clock, date, day, deadline, inList, span } from './en-time.ts'

const london = 'Europe/London'
const wednesday = '2026-04-15T11:00:00Z'

describe('the calendar of a zone', () => {
  it('counts calendar days there, across a clock change', () => {
    expect(daysBetween('2026-03-28T23:30:00Z', '2026-03-29T23:30:00Z', london)).toBe(2)
    expect(localDay('2026-04-15T23:30:00Z', london)).toBe('2026-04-16')
  })

  it('turns a leap-day birth on 1 March', () => {
    expect(ageOn('2008-02-29', '2026-02-28T12:00:00Z', london)).toBe(17)
    expect(ageOn('2008-02-29', '2026-03-01T12:00:00Z', london)).toBe(18)
  })
})

describe('times as people say them', () => {
  it.each([
    ['2026-04-15T08:00:00Z', '9am'],
    ['2026-04-15T15:30:00Z', '4:30pm'],
    ['2026-04-15T11:00:00Z', 'midday'],
    ['2026-04-15T23:00:00Z', 'midnight'],
    ['2026-04-15T22:50:00Z', '11:50pm'],
    ['2026-01-15T09:05:00Z', '9:05am'],
    ['2026-04-15T11:20:00Z', '12:20pm'],
  ])('%s is %s', (at, said) => expect(clock(at, london)).toBe(said))

  it('names the year only when it is another', () => {
    expect(day('2026-04-22T12:00:00Z', london, wednesday)).toBe('Wednesday 22 April')
    expect(day('2025-04-22T12:00:00Z', london, wednesday)).toBe('Tuesday 22 April 2025')
    expect(date('2026-04-22')).toBe('22 April 2026')
  })

  it.each([
    ['2026-04-15T08:02:00Z', '9:02am'],
    ['2026-04-14T08:02:00Z', 'Yesterday'],
    ['2026-04-12T08:02:00Z', 'Sun'],
    ['2026-04-02T08:02:00Z', '2 Apr'],
    ['2025-12-02T08:02:00Z', '2 Dec 2025'],
  ])('a list shows %s as %s', (at, said) => expect(inList(at, london, wednesday)).toBe(said))

  it.each([
    ['2026-04-15T13:20:00Z', '2:20pm'],
    ['2026-04-16T16:00:00Z', '5pm tomorrow'],
    ['2026-04-21T15:30:00Z', '4:30pm on Tuesday'],
    ['2026-05-05T15:30:00Z', '4:30pm on Tuesday 5 May'],
  ])('an answer due at %s is due by %s', (at, said) => expect(deadline(at, london, wednesday)).toBe(said))

  it('shortens how long', () => {
    expect([20_000, 35 * 60_000, 150 * 60_000, 50 * 3_600_000].map(span)).toEqual(['1 min', '35 min', '2 h', '2 days'])
  })
})
