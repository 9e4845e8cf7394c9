import type { SleepDiary } from '@weft/contract/trackers/shapes.ts'
import { sleepFigures } from '@weft/contract/trackers/sleep.ts'
import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { expect, test } from 'vitest'

const night = { minutesToSleep: 40, minutesAwake: 35 }
type Times = Required<Pick<SleepDiary, 'intoBed' | 'triedToSleep' | 'finalWake' | 'outOfBed'>>

/** The same placing with Temporal, whose usual reading of a repeated or skipped local time is the page's. */
function byLibrary({ intoBed, triedToSleep, finalWake, outOfBed }: Times, forDate: string, where: string) {
  const at = (date: Temporal.PlainDate, time: string) =>
    date.toZonedDateTime({ timeZone: where, plainTime: Temporal.PlainTime.from(time) })
  const before = (limit: Temporal.ZonedDateTime, time: string) => {
    let date = limit.toPlainDate()
    while (Temporal.ZonedDateTime.compare(at(date, time), limit) > 0) date = date.subtract({ days: 1 })
    return at(date, time)
  }
  const out = at(Temporal.PlainDate.from(forDate), outOfBed)
  const wake = before(out, finalWake)
  const tried = before(wake, triedToSleep)
  const into = before(tried, intoBed)
  const minutes = (from: Temporal.ZonedDateTime, to: Temporal.ZonedDateTime) =>
    (to.epochMilliseconds - from.epochMilliseconds) / 60_000
  const fellAsleep = tried.add({ minutes: night.minutesToSleep })
  return {
    inBed: minutes(into, out),
    asleep: minutes(tried, wake) - night.minutesToSleep - night.minutesAwake,
    awakeInBed: minutes(wake, out),
    midpoint: fellAsleep
      .add({ minutes: Math.floor(minutes(fellAsleep, wake) / 2) })
      .toPlainTime()
      .toString({ smallestUnit: 'minute' }),
  }
}

test('a night’s figures are what a calendar library makes of its times, in zones that change by an hour, half an hour and at midnight', () => {
  const time = fc
    .integer({ min: 0, max: 1439 })
    .map((at) => `${String(Math.floor(at / 60)).padStart(2, '0')}:${String(at % 60).padStart(2, '0')}`)
  const times = fc.record({ intoBed: time, triedToSleep: time, finalWake: time, outOfBed: time })
  const where = fc.constantFrom('Europe/London', 'America/New_York', 'Australia/Lord_Howe', 'Africa/Cairo')
  const changes = [
    '2026-03-29',
    '2026-10-25',
    '2026-03-08',
    '2026-11-01',
    '2026-04-05',
    '2026-10-04',
    '2026-04-24',
    '2026-10-30',
  ]
  const date = fc
    .tuple(fc.constantFrom(...changes, '2026-07-01'), fc.nat({ max: 1 }))
    .map(([day, later]) => Temporal.PlainDate.from(day).add({ days: later }).toString())
  fc.assert(
    fc.property(times, date, where, (placed, forDate, zone) => {
      expect(sleepFigures({ ...night, ...placed }, forDate, zone)).toMatchObject(byLibrary(placed, forDate, zone))
    }),
    { numRuns: 300 },
  )
})
