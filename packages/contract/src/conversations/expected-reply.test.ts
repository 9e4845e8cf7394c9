import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import type { ServiceHours } from '../organisations/shapes.ts'
import { slowDueAt, windows } from './expected-reply.reference.ts'
import { describePromise, dueAt, nextOpening } from './expected-reply.ts'

const weekdays = [1, 2, 3, 4, 5].map((weekday) => ({ weekday, open: '09:00', close: '17:00' }))
const office: ServiceHours = {
  hours: weekdays,
  closures: [],
  nation: 'england',
  zone: 'Europe/London',
  replyTargetMinutes: 480,
}
const holidays = [
  { date: '2026-04-03', name: 'Good Friday' },
  { date: '2026-04-06', name: 'Easter Monday' },
  { date: '2026-05-04', name: 'Early May bank holiday' },
]

describe('one working day of open time, 9 to 5, Monday to Friday, in England', () => {
  test.each([
    ['Wed 15 Apr 08:59', '2026-04-15T08:59+01:00', '2026-04-15T17:00+01:00'],
    ['Wed 15 Apr 10:20', '2026-04-15T10:20+01:00', '2026-04-16T10:20+01:00'],
    ['Wed 15 Apr 17:00, just closed', '2026-04-15T17:00+01:00', '2026-04-16T17:00+01:00'],
    ['Wed 22 Apr 23:50', '2026-04-22T23:50+01:00', '2026-04-23T17:00+01:00'],
    ['Fri 1 May 16:30, before a bank holiday', '2026-05-01T16:30+01:00', '2026-05-05T16:30+01:00'],
    ['Sun 3 May 12:00, before a bank holiday', '2026-05-03T12:00+01:00', '2026-05-05T17:00+01:00'],
    ['Fri 27 Mar 16:00, clocks go forward on Sunday', '2026-03-27T16:00Z', '2026-03-30T16:00+01:00'],
    ['Fri 23 Oct 16:00, clocks go back on Sunday', '2026-10-23T16:00+01:00', '2026-10-26T16:00Z'],
  ])('%s', (_, sentAt, due) => {
    expect(dueAt(new Date(sentAt), office, holidays)).toEqual(new Date(due))
  })

  it('counts to the millisecond', () => {
    const sentAt = new Date('2026-04-15T16:59:59.999+01:00')
    expect(dueAt(sentAt, office, holidays)).toEqual(new Date('2026-04-16T16:59:59.999+01:00'))
  })

  it('passes over a listed closure as over a bank holiday', () => {
    const closed = { ...office, closures: ['2026-04-16'] }
    expect(dueAt(new Date('2026-04-15T10:20+01:00'), closed, [])).toEqual(new Date('2026-04-17T10:20+01:00'))
  })

  it('counts overlapping and touching intervals once', () => {
    const hours = [
      { weekday: 3, open: '09:00', close: '12:00' },
      { weekday: 3, open: '11:00', close: '13:00' },
      { weekday: 3, open: '13:00', close: '17:00' },
    ]
    expect(dueAt(new Date('2026-04-15T09:00+01:00'), { ...office, hours }, [])).toEqual(
      new Date('2026-04-15T17:00+01:00'),
    )
  })
})

describe('a service that does not open', () => {
  const sentAt = new Date('2026-04-15T17:00+01:00')

  it('promises nothing without hours, or with hours that hold no time', () => {
    const empty = [{ weekday: 4, open: '17:00', close: '09:00' }]
    expect(dueAt(sentAt, { ...office, hours: [] }, [])).toBeUndefined()
    expect(dueAt(sentAt, { ...office, hours: empty }, [])).toBeUndefined()
  })

  it('promises nothing when its next opening is more than 14 days away', () => {
    const closedFor = (days: number) => Array.from({ length: days }, (_, day) => `2026-04-${16 + day}`)
    expect(dueAt(sentAt, { ...office, closures: closedFor(13) }, [])).toEqual(new Date('2026-04-29T17:00+01:00'))
    expect(dueAt(sentAt, { ...office, closures: closedFor(15) }, [])).toBeUndefined()
  })

  it('treats exactly 14 days as too far', () => {
    const wednesdays = {
      ...office,
      hours: [{ weekday: 3, open: '17:00', close: '18:00' }],
      closures: ['2026-04-15', '2026-04-22'],
    }
    expect(nextOpening(sentAt, wednesdays, [])).toBeUndefined()
    expect(nextOpening(new Date(sentAt.getTime() + 1), wednesdays, [])).toEqual(new Date('2026-04-29T17:00+01:00'))
  })
})

describe('hours in the night of a clock change', () => {
  const sunday = (open: string, close: string, replyTargetMinutes: number) => ({
    ...office,
    hours: [{ weekday: 7, open, close }],
    replyTargetMinutes,
  })

  it('begins after a skipped hour', () => {
    const due = dueAt(new Date('2026-03-29T00:00Z'), sunday('01:30', '03:00', 60), [])
    expect(due).toEqual(new Date('2026-03-29T03:00+01:00'))
  })

  it('counts a repeated hour that lies inside, and takes the first of a repeated time', () => {
    const night = new Date('2026-10-25T00:00+01:00')
    expect(dueAt(night, sunday('00:30', '02:30', 180), [])).toEqual(new Date('2026-10-25T02:30Z'))
    expect(dueAt(night, sunday('00:30', '01:30', 60), [])).toEqual(new Date('2026-10-25T01:30+01:00'))
  })
})

it('agrees with a count minute by minute, across clock changes of several zones', () => {
  const time = fc
    .integer({ min: 0, max: 47 })
    .map((half) => `${String(half >> 1).padStart(2, '0')}:${half % 2 ? '30' : '00'}`)
  const interval = fc.record({ weekday: fc.integer({ min: 1, max: 7 }), open: time, close: time })
  const moment = fc.constantFrom(...windows).chain(({ from, zone }) =>
    fc.record({
      zone: fc.constant(zone),
      sentAt: fc.integer({ min: 0, max: 30 * 1440 }).map((m) => from + m * 60_000),
    }),
  )
  const day = fc.integer({ min: 0, max: 250 }).map((n) => new Date(Date.UTC(2026, 2, 1 + n)).toISOString().slice(0, 10))
  const world = fc.record({
    moment,
    hours: fc.array(interval, { maxLength: 8 }),
    closures: fc.array(day, { maxLength: 30 }),
    holidays: fc.array(day, { maxLength: 10 }),
    replyTargetMinutes: fc.integer({ min: 1, max: 1_200 }),
  })
  fc.assert(
    fc.property(world, ({ moment: { zone, sentAt }, hours, closures, holidays: dates, replyTargetMinutes }) => {
      const service: ServiceHours = { hours, closures, nation: 'england', zone, replyTargetMinutes }
      const slow = slowDueAt(sentAt, service, dates)
      fc.pre(slow !== 'beyond the window')
      const fast = dueAt(
        new Date(sentAt),
        service,
        dates.map((date) => ({ date, name: 'A day off' })),
      )
      expect(fast?.toISOString()).toBe(slow?.toISOString())
    }),
    { numRuns: 600 },
  )
})

describe('what an app is told to say', () => {
  const say = (at: string, sent?: { dueAt?: Date }) => describePromise(new Date(at), office, holidays, sent)

  it('says later today while open', () => {
    const quick = { ...office, replyTargetMinutes: 240 }
    const promise = describePromise(new Date('2026-04-15T10:20+01:00'), quick, holidays)
    expect(promise).toEqual({
      isOpen: true,
      dueAt: new Date('2026-04-15T14:20+01:00'),
      form: 'today',
      isLate: false,
    })
  })

  it('says when it opens while closed, and tomorrow', () => {
    expect(say('2026-04-22T23:50+01:00')).toEqual({
      isOpen: false,
      opensAt: new Date('2026-04-23T09:00+01:00'),
      opensForm: 'tomorrow',
      dueAt: new Date('2026-04-23T17:00+01:00'),
      form: 'tomorrow',
      isLate: false,
    })
  })

  it('is open at the opening minute and closed at the closing one', () => {
    expect(say('2026-04-15T09:00+01:00').isOpen).toBe(true)
    expect(say('2026-04-15T16:59:59.999+01:00').isOpen).toBe(true)
    expect(say('2026-04-15T17:00+01:00').isOpen).toBe(false)
  })

  it('names the bank holiday on the way', () => {
    const promise = say('2026-05-01T16:30+01:00')
    expect(promise).toMatchObject({ isOpen: true, form: 'weekday', holidayName: 'Early May bank holiday' })
    expect(say('2026-05-05T10:00+01:00').holidayName).toBeUndefined()
  })

  it('says the weekday up to six days ahead, then the date', () => {
    const closedFrom = (count: number) => Array.from({ length: count }, (_, n) => `2026-04-${16 + n}`)
    const until = (count: number) =>
      describePromise(new Date('2026-04-15T17:00+01:00'), { ...office, closures: closedFrom(count) }, [])
    expect(until(5)).toMatchObject({ form: 'weekday', opensForm: 'weekday' })
    expect(until(6)).toMatchObject({ form: 'date', opensForm: 'date' })
  })

  it('says it cannot say when the service does not open', () => {
    expect(describePromise(new Date('2026-04-15T17:00+01:00'), { ...office, hours: [] }, [])).toEqual({
      isOpen: false,
      form: 'unknown',
      isLate: false,
    })
  })

  it('keeps to what was promised for a message already sent, and says when that is late', () => {
    const promised = new Date('2026-04-16T10:20+01:00')
    expect(say('2026-04-15T12:00+01:00', { dueAt: promised })).toMatchObject({
      dueAt: promised,
      form: 'tomorrow',
      isLate: false,
    })
    expect(say('2026-04-16T10:21+01:00', { dueAt: promised })).toMatchObject({ form: 'today', isLate: true })
    expect(say('2026-04-16T10:21+01:00', {})).toMatchObject({ form: 'unknown', isLate: false })
  })
})
