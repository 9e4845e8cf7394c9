import { randomUUID } from 'node:crypto'
import { ownChannel } from '@weft/contract/own/channel.ts'
import { getOwn } from '@weft/contract/own/operations.ts'
import {
  listTrackers,
  listVersions,
  logSleep,
  logSleepDiary,
  removeSleep,
  restoreSleep,
} from '@weft/contract/trackers/operations.ts'
import type { SleepDiary } from '@weft/contract/trackers/shapes.ts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { convergesFor, eventsOf } from '../../../test/talk.ts'
import { type Actor, makeWorld, usualMoment, type World } from '../../../test/world.ts'

let world: World
let kofi: Actor
let personId: string
beforeAll(async () => {
  world = await makeWorld({ operationLimits: {} })
  kofi = await world.as('kofi')
  personId = kofi.scope.personId as string
})
afterAll(() => world.close())

const today = '2026-04-15'
const recordedAt = usualMoment
const act = (forDate = today) => ({ personId, changeId: randomUUID(), forDate })
const quick = (more: object = {}) => ({ ...act(), recordedAt, minutesSlept: 360, timesWoken: 2, ...more })
const diary: SleepDiary = {
  intoBed: '22:30',
  triedToSleep: '23:00',
  minutesToSleep: 40,
  timesWoken: 3,
  minutesAwake: 35,
  finalWake: '06:30',
  outOfBed: '07:15',
}
const nights = async () => (await kofi.call(getOwn, { personId })).trackers.sleep
const nightOf = async (forDate: string) => (await nights()).find((night) => night.forDate === forDate)
const versions = async () =>
  (await world.sql('select was from tracker_version order by until, id')).map((row) => row.was)

describe('a night', () => {
  it('is one entry, whichever of two devices logged it: the last to be stored stands, the other is kept', async () => {
    await kofi.call(logSleep, quick())
    await kofi.call(logSleep, quick({ minutesSlept: 390, timesWoken: undefined, note: 'Noisy' }))
    const stands = { forDate: today, minutesSlept: 390, note: 'Noisy', zone: 'Europe/London', recordedAt }
    expect(await nights()).toEqual([stands])
    expect(await versions()).toEqual([
      { forDate: today, minutesSlept: 360, timesWoken: 2, zone: 'Europe/London', recordedAt },
    ])
  })

  it('logged by ten at the same moment is one, with nine kept', async () => {
    const forDate = '2026-04-14'
    await Promise.all(
      Array.from({ length: 10 }, (_, at) => kofi.call(logSleep, quick({ ...act(forDate), minutesSlept: at * 30 }))),
    )
    const kept = (await versions()).filter((night) => night.forDate === forDate)
    const all = [...kept.map((night) => night.minutesSlept), (await nightOf(forDate))?.minutesSlept]
    expect(all.sort((a, b) => a - b)).toEqual(Array.from({ length: 10 }, (_, at) => at * 30))
  })

  it('in full takes the place of a quick one and keeps its guess; a quick one takes the place of both', async () => {
    const forDate = '2026-04-13'
    await kofi.call(logSleep, quick(act(forDate)))
    await kofi.call(logSleepDiary, { ...act(forDate), recordedAt, diary })
    expect(await nightOf(forDate)).toMatchObject({ minutesSlept: 360, timesWoken: 3, diary })
    await kofi.call(logSleep, quick({ ...act(forDate), minutesSlept: 300 }))
    expect(await nightOf(forDate)).toEqual({
      forDate,
      minutesSlept: 300,
      timesWoken: 2,
      zone: 'Europe/London',
      recordedAt,
    })
  })

  it('in full may leave any question out, but must be a night', async () => {
    const log = (more: SleepDiary) => kofi.try(logSleepDiary, { ...act('2026-04-12'), recordedAt, diary: more })
    expect(await log({ quality: 4 })).toMatchObject({ ok: true })
    expect(await log({ ...diary, outOfBed: '06:00' })).toMatchObject({
      status: 422,
      problem: { code: 'not-acceptable', fields: [{ path: 'diary' }] },
    })
    expect(await log({ ...diary, minutesAwake: 420 })).toMatchObject({ status: 422 })
    expect(await log({ ...diary, efficiency: 99 } as never)).toMatchObject({ status: 400 })
    expect(await nightOf('2026-04-12')).toMatchObject({ diary: { quality: 4 } })
  })

  it.each([
    ['minutesSlept', { minutesSlept: 1470 }],
    ['minutesSlept', { minutesSlept: 15 }],
    ['timesWoken', { timesWoken: 11 }],
    ['note', { note: 'x'.repeat(1001) }],
    ['forDate', { forDate: '2026-04-07' }],
    ['forDate', { forDate: '2026-04-17' }],
  ])('is refused with the field that is wrong: %s', async (path, more) => {
    expect(await kofi.try(logSleep, quick(more))).toMatchObject({ status: 422, problem: { fields: [{ path }] } })
  })

  it('made offline is never too late: seven days count from when the device recorded it', async () => {
    world.clock.set('2026-06-20T09:00:00.000Z')
    await world.sql(`update session set last_used_at = $1, ends_at = $1::timestamptz + interval '1 day'`, [
      world.clock.now(),
    ])
    const late = quick({ ...act('2026-04-10'), minutesSlept: 240 })
    expect(await kofi.try(logSleep, late)).toMatchObject({ ok: true })
    expect(await nightOf('2026-04-10')).toMatchObject({ minutesSlept: 240, recordedAt })
    expect(
      await kofi.try(logSleep, quick({ ...act('2026-04-10'), recordedAt: world.clock.now().toISOString() })),
    ).toMatchObject({
      status: 422,
    })
    world.clock.set(usualMoment)
  })
})

describe('an act', () => {
  it('sent twice is done once, whatever was logged in between', async () => {
    const first = quick({ ...act('2026-04-11'), minutesSlept: 60 })
    await kofi.call(logSleep, first)
    await kofi.call(logSleep, quick({ ...act('2026-04-11'), minutesSlept: 90 }))
    await kofi.call(logSleep, first)
    expect((await nightOf('2026-04-11'))?.minutesSlept).toBe(90)
    expect(await kofi.try(logSleep, { ...first, minutesSlept: 30 })).toMatchObject({ status: 422 })
  })

  it('of removing can be taken back for 14 days, and then it is gone with what it said before', async () => {
    const forDate = '2026-04-09'
    await kofi.call(logSleep, quick({ ...act(forDate), minutesSlept: 30, note: 'a-word-to-forget' }))
    await kofi.call(logSleep, quick({ ...act(forDate), minutesSlept: 60 }))
    await kofi.call(removeSleep, act(forDate))
    expect(await nightOf(forDate)).toMatchObject({ removedAt: usualMoment, minutesSlept: 60 })
    expect((await kofi.call(listTrackers, { personId, from: forDate, to: forDate })).sleep).toEqual([])
    await kofi.call(restoreSleep, act(forDate))
    expect(await nightOf(forDate)).not.toHaveProperty('removedAt')

    await kofi.call(removeSleep, act(forDate))
    world.clock.advance({ hours: 14 * 24 - 1 })
    await world.app.jobs.run('trackers.eraseRemoved')
    expect(await nightOf(forDate)).toBeTruthy()
    world.clock.advance({ hours: 1 })
    await world.app.jobs.run('trackers.eraseRemoved')
    expect(await nightOf(forDate)).toBeUndefined()
    expect(JSON.stringify(await versions())).not.toContain('a-word-to-forget')
    const told = await eventsOf(world, `own:${personId}`)
    expect(told.at(-1)).toMatchObject({ name: 'trackers.erased', data: { nights: [forDate] } })
    world.clock.set(usualMoment)
  })

  it('on a night that was never logged is not found', async () => {
    expect(await kofi.try(removeSleep, act('2026-04-08'))).toMatchObject({ status: 404 })
    expect(await kofi.try(restoreSleep, act('2026-04-08'))).toMatchObject({ status: 404 })
  })

  it('leaves whoever listens with what a newcomer sees', async () => {
    await convergesFor(world, kofi, ownChannel, { personId }, async () => {
      await kofi.call(logSleep, quick(act('2026-04-08')))
      await kofi.call(logSleepDiary, { ...act('2026-04-08'), recordedAt, diary, note: 'Long night' })
      await kofi.call(removeSleep, act(today))
      await kofi.call(removeSleep, act('2026-04-14'))
      await kofi.call(restoreSleep, act('2026-04-14'))
    })
  })
})

it('what a night said before is there for its owner, newest first, and for nobody else', async () => {
  const forDate = '2026-04-08'
  await kofi.call(logSleep, quick({ ...act(forDate), minutesSlept: 30 }))
  const { versions } = await kofi.call(listVersions, { personId, forDate })
  expect(versions.map(({ night }) => night?.minutesSlept)).toEqual([360, 360])
  expect(versions[0]).toMatchObject({ night: { forDate, note: 'Long night', diary }, until: usualMoment })
  for (const other of [await world.as('sam'), await world.as('gary')])
    expect(await other.try(listVersions, { personId, forDate })).toMatchObject({ status: 404 })
})

it('nights of before what a phone holds are read by the window, of at most 180 days', async () => {
  const list = (from: string, to: string) => kofi.try(listTrackers, { personId, from, to })
  expect(await list('2026-04-15', '2026-04-14')).toMatchObject({ ok: false, status: 422 })
  expect(await list('2025-10-17', '2026-04-15')).toMatchObject({ status: 422 })
  expect(await list('2025-10-18', '2026-04-15')).toMatchObject({ ok: true })
})
