import { describe, expect, it } from 'vitest'
import cy from './cy/language.ts'
import { createDates } from './dates.ts'

const now = () => new Date('2026-04-22T22:50:00Z')
const english = createDates({ language: 'en', zone: 'Europe/London', now })

describe('times in English', () => {
  it.each([
    ['2026-04-22T08:00:00Z', '9am'],
    ['2026-04-22T08:12:00Z', '9:12am'],
    ['2026-04-22T22:50:00Z', '11:50pm'],
    ['2026-04-22T11:00:00Z', 'midday'],
    ['2026-04-22T11:05:00Z', '12:05pm'],
    ['2026-04-22T23:00:00Z', 'midnight'],
    ['2026-04-22T23:30:00Z', '12:30am'],
  ])('%s reads “%s”', (at, words) => expect(english.time(at)).toBe(words))
})

describe('days', () => {
  it('are those of the reader’s zone, not of the clock in the data', () => {
    expect(english.localDay('2026-04-22T23:30:00Z')).toBe('2026-04-23')
    expect(english.day('2026-04-22T23:30:00Z')).toBe('Thursday 23 April')
    expect(createDates({ language: 'en', zone: 'America/New_York', now }).localDay('2026-04-22T23:30:00Z')).toBe(
      '2026-04-22',
    )
  })

  it('carry their year only when it is another one', () => {
    expect(english.day('2025-11-21T10:00:00Z')).toBe('Friday 21 November 2025')
  })

  it.each([
    ['2026-04-22T08:00:00Z', '9am', '9am'],
    ['2026-04-21T17:00:00Z', 'Tuesday', '6pm yesterday'],
    ['2026-04-18T17:00:00Z', 'Saturday', 'Saturday 6pm'],
    ['2026-04-12T17:00:00Z', '12 April', '12 April'],
    ['2025-04-12T17:00:00Z', '12 April 2025', '12 April 2025'],
  ])('%s is “%s” in a list and “since %s”', (at, inList, since) => {
    expect(english.when(at)).toBe(inList)
    expect(english.since(at)).toBe(since)
  })
})

describe('how long ago', () => {
  it.each([
    ['2026-04-22T22:49:50Z', 'just now'],
    ['2026-04-22T22:45:00Z', '5 minutes ago'],
    ['2026-04-22T20:40:00Z', '2 hours ago'],
    ['2026-04-21T20:40:00Z', 'yesterday'],
    ['2026-04-02T20:40:00Z', '2 April'],
  ])('%s was “%s”', (at, words) => expect(english.ago(at)).toBe(words))
})

describe('other languages', () => {
  const farsi = createDates({ language: 'fa', zone: 'Europe/London', now })
  const welsh = createDates({ language: 'cy', zone: 'Europe/London', now, names: cy.dateNames })

  it('keep the Gregorian calendar, in Farsi with its own figures', () => {
    expect(farsi.day('2026-04-22T08:00:00Z')).toContain('۲۲ آوریل')
    expect(farsi.shortDay('2026-04-22', 'date')).toContain('۲۲')
  })

  it('say Welsh days where the browser knows none', () => {
    expect(welsh.day('2026-04-22T23:30:00Z')).toBe('dydd Iau 23 Ebrill')
    expect(welsh.day('2025-11-21T10:00:00Z')).toBe('dydd Gwener 21 Tachwedd 2025')
    expect(welsh.date('2026-04-22')).toBe('22 Ebrill 2026')
    expect(welsh.weekday('2024-01-01T12:00:00Z')).toBe('dydd Llun')
    expect(welsh.shortDay('2026-02-22', 'date')).toBe('22 Chwe')
  })

  it('tell Welsh times as they are written here', () => {
    expect(welsh.time('2026-04-22T11:00:00Z')).toBe('hanner dydd')
    expect(welsh.clockTime('09:30')).toBe('9:30am')
    expect(welsh.ago('2026-04-22T22:48:00Z')).toBe('2 funud yn ôl')
    expect(welsh.since('2026-04-21T17:00:00Z')).toBe('6pm ddoe')
  })
})
