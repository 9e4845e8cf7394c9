import { randomUUID } from 'node:crypto'
import { addReminder, settleReminder, snoozeReminder, stopReminder } from '@weft/contract/notifications/operations.ts'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import {
  type FakeBrowser,
  type FakePushService,
  fakePushService,
  pushThrough,
  subscribe,
} from '../../../test/push-service.ts'
import { type Actor, makeWorld, type World } from '../../../test/world.ts'
import { buildApp } from '../../app.ts'
import { TestClock } from '../../platform/clock.ts'
import type { JobTools } from '../../platform/feature.ts'
import type { WebPush } from '../../platform/web-push.ts'
import { deliverNotices } from './deliver-notices.ts'
import { fireReminders } from './fire-reminders.ts'

const clock = new TestClock('2026-03-20T12:00:00Z')
let world: World
let kofi: Actor
let service: FakePushService
let push: WebPush
let browser: FakeBrowser
let personId: string

beforeAll(async () => {
  service = fakePushService()
  push = pushThrough(service, clock)
  world = await makeWorld({ clock, push })
  kofi = await world.as('kofi')
  personId = kofi.scope.personId as string
  await world.app.jobs.run('notice.deliver')
  browser = await subscribe(kofi, service)
  await world.sql(`insert into notice_settings (account_id, is_quiet) values ($1, false)`, [kofi.scope.accountId])
})
afterAll(() => world.close())
beforeEach(async () => {
  await world.sql('delete from notice')
  await world.sql('delete from reminder')
  service.answer(undefined)
})

const act = () => ({ personId, changeId: randomUUID() })
const everyDay = [1, 2, 3, 4, 5, 6, 7]
async function remind(times: string[], zone = 'Europe/London', days = everyDay): Promise<string> {
  const reminderId = randomUUID()
  await kofi.call(addReminder, { ...act(), reminderId, about: 'mood', times, days, zone } as never)
  return reminderId
}

/** A worker of this world's rows. */
const worker = (more: Partial<JobTools> = {}): JobTools => ({
  db: world.app.db,
  log: world.app.log,
  dataDir: '/nowhere',
  now: () => clock.now(),
  act: (system, work) => world.app.runner.act(system as 'jobs', work),
  post: undefined as never,
  push,
  ...more,
})
async function work(tools = worker()): Promise<void> {
  await fireReminders.run(tools)
  await deliverNotices.run(tools)
}
const told = () => world.sql('select effect_key, state, why, at from notice order by at, effect_key')
const keys = async () => (await told()).map((row) => row.effect_key.split(':').slice(2, -1).join(':'))

test('through both changes of the clock each occurrence is told once, whatever wakes and restarts there are', async () => {
  const id = await remind(['01:30', '09:00'])
  const spring = ['2026-03-28T20:00:00Z', '2026-03-29T20:00:00Z']
  const autumn = ['2026-10-24T12:00:00Z', '2026-10-25T20:00:00Z']
  for (const [from, until] of [spring, autumn] as [string, string][]) {
    clock.set(from)
    await work()
    await world.sql('delete from notice')
    const before = browser.opened().length
    for (let n = 0; clock.now() < new Date(until); n += 1) {
      clock.advance({ minutes: 20 })
      // Wakes are doubled; a worker dies between firing and sending; another starts anew and finds only the rows.
      await Promise.all([fireReminders.run(worker()), fireReminders.run(worker())])
      if (n % 5 === 0) await Promise.all([work(), work(), work()])
    }
    await work()
    expect(browser.opened().length - before).toBe(2)
    const day = until.slice(0, 10)
    expect((await told()).map((row) => [row.effect_key, row.state])).toEqual(
      ['01:30', '09:00'].map((time) => [`reminder:${id}:${day}T${time}:Europe/London:push`, 'sent']),
    )
  }
})

test('a process of its own, that nobody woke, finds what is due', async () => {
  clock.set('2026-04-15T12:00:00Z')
  await remind(['14:00'])
  clock.set('2026-04-15T13:00:30Z')
  const before = browser.opened().length
  const other = await buildApp(world.app.config, { clock, push, log: world.app.log })
  try {
    await other.jobs.start()
    await expect.poll(() => browser.opened().length - before, { timeout: 20_000 }).toBe(1)
  } finally {
    await other.close()
  }
  await work()
  expect(browser.opened().length - before).toBe(1)
})

test('a worker that dies while it sends leaves it to the next, as the same notice', async () => {
  clock.set('2026-04-15T12:00:00Z')
  await remind(['14:00'])
  clock.set('2026-04-15T13:00:30Z')
  const before = service.captured.length
  service.answer('hang')
  await fireReminders.run(worker())
  void deliverNotices.run(worker())
  await expect.poll(() => service.captured.length - before).toBe(1)
  service.answer(undefined)
  // While the first may still be at work nobody else takes it.
  await work()
  expect(service.captured.length - before).toBe(1)
  clock.advance({ minutes: 2 })
  await Promise.all([work(), work()])
  await work()
  const sent = service.captured.slice(before)
  expect(sent).toHaveLength(2)
  expect(new Set(sent.map(({ headers }) => headers.topic)).size).toBe(1)
  expect(await told()).toEqual([expect.objectContaining({ state: 'sent' })])
})

test('after a long pause each occurrence has its notice, and only the newest is sent', async () => {
  clock.set('2026-04-15T12:00:00Z')
  await remind(['09:00', '21:00'])
  clock.set('2026-04-18T12:00:00Z')
  const before = browser.opened().length
  await work()
  expect(await keys()).toEqual(
    ['15T21:00', '16T09:00', '16T21:00', '17T09:00', '17T21:00', '18T09:00'].map((at) => `2026-04-${at}:Europe/London`),
  )
  expect((await told()).map((row) => row.state)).toEqual([...Array(5).fill('dropped'), 'sent'])
  expect(browser.opened().length - before).toBe(1)
})

test('snoozed it is quiet and then comes once', async () => {
  clock.set('2026-04-15T12:00:00Z')
  const id = await remind(['14:00', '15:00'])
  clock.set('2026-04-15T13:01:00Z')
  await work()
  await kofi.call(snoozeReminder, { ...act(), reminderId: id, until: '2026-04-15T14:30:00.000Z' })
  clock.set('2026-04-15T14:20:00Z')
  await work()
  expect(await keys()).toEqual(['2026-04-15T14:00:Europe/London'])
  clock.set('2026-04-15T14:31:00Z')
  await work()
  clock.set('2026-04-15T20:00:00Z')
  await work()
  expect(await keys()).toEqual(['2026-04-15T14:00:Europe/London', '2026-04-15T15:30:Europe/London'])
})

test('what was seen to, or stopped, before it could be sent is not sent', async () => {
  clock.set('2026-04-15T12:00:00Z')
  const seen = await remind(['14:00'])
  const stopped = await remind(['14:00'])
  clock.set('2026-04-15T13:01:00Z')
  await fireReminders.run(worker())
  await kofi.call(settleReminder, { ...act(), reminderId: seen, through: '2026-04-15T13:00:00.000Z' })
  await kofi.call(stopReminder, { ...act(), reminderId: stopped })
  const before = service.captured.length
  await work()
  expect(service.captured.length).toBe(before)
  expect((await told()).map((row) => [row.state, row.why])).toEqual(Array(2).fill(['dropped', 'read']))
})
