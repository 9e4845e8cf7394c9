import { randomUUID } from 'node:crypto'
import {
  changeNoticeSettings,
  dropPush,
  getNoticeSettings,
  keepPush,
  openNotice,
  receiveNotice,
  testPush,
} from '@weft/contract/notifications/operations.ts'
import { endDevice, getSession, signOut } from '@weft/contract/people/operations.ts'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import {
  anotherDevice,
  createBrowser,
  type FakePushService,
  fakePushService,
  pushThrough,
  staySignedIn,
  subscribe,
} from '../../../test/push-service.ts'
import { say } from '../../../test/talk.ts'
import { type Actor, makeWorld, type World } from '../../../test/world.ts'
import { TestClock } from '../../platform/clock.ts'
import { TELL_FACTS } from '../../platform/facts.ts'

const clock = new TestClock('2026-04-15T11:00:00Z')
let world: World
let service: FakePushService
let kofi: Actor
beforeAll(async () => {
  service = fakePushService()
  world = await makeWorld({ clock, push: pushThrough(service, clock), operationLimits: {} })
  await world.app.jobs.run('notice.deliver')
  kofi = await world.as('kofi')
  await Promise.all([world.as('gary'), world.as('sam')])
  await staySignedIn(world)
})
afterAll(() => world.close())
beforeEach(async () => {
  await world.sql('delete from push_subscription')
  await world.sql('delete from notice')
  await world.sql('delete from notice_settings')
})

const count = async () => (await world.sql('select count(*)::int as n from push_subscription'))[0].n
const keyOf = async () => (await kofi.call(getNoticeSettings, {})).pushKey as string
const deliver = () => world.app.jobs.run('notice.deliver')

describe('whoever never chose', () => {
  test('has every kind on, and none at night', async () => {
    expect(await kofi.call(getNoticeSettings, {})).toEqual({
      zone: 'Europe/London',
      quiet: { isOn: true, from: '22:00', until: '06:00' },
      choices: ['message', 'reminder', 'questions', 'export'].map((kind) => ({ kind, channel: 'push', isOn: true })),
      pushKey: expect.stringMatching(/^[\w-]{87}$/),
    })
  })

  test('changes what they name and nothing else; two devices at once both have their way', async () => {
    await Promise.all([
      kofi.call(changeNoticeSettings, { quietFrom: '21:00' }),
      kofi.call(changeNoticeSettings, { zone: 'Asia/Kathmandu' }),
      kofi.call(changeNoticeSettings, { choices: [{ kind: 'reminder', channel: 'push', isOn: false }] }),
      kofi.call(changeNoticeSettings, { choices: [{ kind: 'questions', channel: 'push', isOn: false }] }),
    ])
    const after = await kofi.call(changeNoticeSettings, {
      choices: [{ kind: 'questions', channel: 'push', isOn: true }],
    })
    expect(after).toMatchObject({ zone: 'Asia/Kathmandu', quiet: { isOn: true, from: '21:00', until: '06:00' } })
    expect(after.choices.filter((choice) => !choice.isOn).map((choice) => choice.kind)).toEqual(['reminder'])
    expect((await (await world.as('meera')).call(getNoticeSettings, {})).zone).toBe('Europe/London')
  })

  test.each([
    ['hours that begin when they end', { quietFrom: '07:00', quietUntil: '07:00' }],
    ['hours that begin when the kept ones end', { quietFrom: '06:00' }],
    ['a zone that is none', { zone: 'Europe/Lichfield' }],
    ['a kind that is always on', { choices: [{ kind: 'security', channel: 'push', isOn: false }] }],
  ])('is refused %s', async (_, change) => {
    expect((await kofi.try(changeNoticeSettings, change as never)).status).toBe(422)
    expect((await kofi.call(getNoticeSettings, {})).quiet).toEqual({ isOn: true, from: '22:00', until: '06:00' })
  })
})

describe('a subscription', () => {
  test.each([
    'https://127.0.0.1/wpush/v2/abcdefghij',
    'https://169.254.169.254/latest/meta-data/iam',
    'https://localhost/fcm/send/abcdefghij',
    'http://fcm.googleapis.com/fcm/send/abcdefghij',
    'https://fcm.googleapis.com.evil.example/fcm/send/abc',
    'https://fcm.googleapis.com:8443/fcm/send/abcdefghij',
    'https://weft.internal/api/me/abcdefghij',
  ])('at %s is refused, and nothing is kept', async (endpoint) => {
    const answer = await kofi.try(keepPush, { ...createBrowser().subscription(await keyOf()), endpoint })
    expect(answer).toMatchObject({ status: 422, problem: { fields: [{ path: 'endpoint' }] } })
    expect(await count()).toBe(0)
  })

  test('with a key that is no point of the curve is refused', async () => {
    const answer = await kofi.try(keepPush, { ...createBrowser().subscription(await keyOf()), p256dh: 'B'.repeat(87) })
    expect(answer).toMatchObject({ status: 422, problem: { fields: [{ path: 'p256dh' }] } })
  })

  test('is kept once however often it is sent, and goes when it is dropped', async () => {
    const subscription = createBrowser().subscription(await keyOf())
    await Promise.all([1, 2, 3].map(() => kofi.call(keepPush, subscription)))
    expect((await kofi.call(getNoticeSettings, {})).thisDevice).toEqual({
      since: clock.now().toISOString(),
      isQuiet: false,
    })
    expect(await count()).toBe(1)
    expect(await kofi.call(dropPush, {})).not.toHaveProperty('thisDevice')
    expect(await count()).toBe(0)
  })

  test('ends with its session, signed out here or from another device', async () => {
    const [here, elsewhere] = [await anotherDevice(world, 'kofi'), await anotherDevice(world, 'kofi')]
    await subscribe(here, service)
    await subscribe(elsewhere, service)
    await here.call(signOut, {})
    expect(await count()).toBe(1)
    await kofi.call(endDevice, { sessionId: (await elsewhere.call(getSession, {})).sessionId })
    expect(await count()).toBe(0)
  })

  test('of a browser that somebody else signed in to is theirs alone: the one before is told nothing there', async () => {
    const browser = await subscribe(kofi, service)
    const gary = await world.as('gary')
    await gary.call(keepPush, browser.subscription(await keyOf()))
    await say(await world.as('sam'), world.cast.conversations.kofi, 'hello')
    await world.app.jobs.run('inbox.gather')
    await world.app.jobs.run(TELL_FACTS)
    clock.advance({ seconds: 10 })
    await deliver()
    expect(browser.opened()).toEqual([])
    expect(await kofi.call(getNoticeSettings, {})).not.toHaveProperty('thisDevice')
  })

  test('is not made on a device that others use, nor at work', async () => {
    const shared = await anotherDevice(world, 'kofi', { sharedDevice: true })
    const subscription = createBrowser().subscription(await keyOf())
    expect(await shared.try(keepPush, subscription)).toMatchObject({ status: 409, problem: { code: 'wrong-state' } })
    expect(await (await world.as('sam')).try(keepPush, subscription)).toMatchObject({ status: 409 })
  })
})

describe('a test notice', () => {
  test('comes to this device alone, at night too, at most once a minute', async () => {
    clock.set('2026-04-16T01:00:00Z')
    const [here, there] = [await subscribe(kofi, service), await subscribe(await anotherDevice(world, 'kofi'), service)]
    await kofi.call(testPush, {})
    await kofi.call(testPush, {})
    await deliver()
    expect([here.opened().length, there.opened().length]).toEqual([1, 0])
    clock.advance({ minutes: 1 })
    await kofi.call(testPush, {})
    await deliver()
    expect(here.opened()).toHaveLength(2)
  })

  test('needs a device that takes notices', async () => {
    expect(await kofi.try(testPush, {})).toMatchObject({ status: 409, problem: { code: 'wrong-state' } })
  })

  test('that does not say it came makes the device’s notices count as gone quiet, until one does', async () => {
    const browser = await subscribe(kofi, service)
    await kofi.call(testPush, {})
    await deliver()
    const isQuiet = async () => (await kofi.call(getNoticeSettings, {})).thisDevice?.isQuiet
    expect(await isQuiet()).toBe(false)
    clock.advance({ hours: 1 })
    expect(await isQuiet()).toBe(true)
    const noticeId = browser.opened()[0]!.notification.data.id
    expect(await kofi.call(receiveNotice, { noticeId })).toEqual({ unread: expect.any(Number) })
    expect(await isQuiet()).toBe(false)
  })
})

describe('an opened notice', () => {
  test('leads its own account to the thing, and nobody else anywhere', async () => {
    const browser = await subscribe(kofi, service)
    await kofi.call(testPush, {})
    await deliver()
    const noticeId = browser.opened()[0]!.notification.data.id
    expect(await kofi.call(openNotice, { noticeId })).toEqual({ hat: 'patient', kind: 'test' })
    for (const stranger of [await world.as('gary'), await world.as('sam')]) {
      const [theirs, absent] = [
        await stranger.try(openNotice, { noticeId }),
        await stranger.try(openNotice, { noticeId: randomUUID() }),
      ]
      expect([theirs.status, absent.status]).toEqual([404, 404])
    }
  })
})
