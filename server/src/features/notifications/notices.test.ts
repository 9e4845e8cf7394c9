import { randomUUID } from 'node:crypto'
import { readConversation, sendMessage, withdrawMessage } from '@weft/contract/conversations/operations.ts'
import { changeNoticeSettings, getNoticeSettings, getUnread } from '@weft/contract/notifications/operations.ts'
import { answerQuestions } from '@weft/contract/questionnaires/operations.ts'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import {
  anotherDevice,
  type FakeBrowser,
  type FakePushService,
  fakePushService,
  pushThrough,
  staySignedIn,
  subscribe,
} from '../../../test/push-service.ts'
import { askKofi } from '../../../test/strangers.ts'
import { say } from '../../../test/talk.ts'
import { type Actor, makeWorld, type World } from '../../../test/world.ts'
import { TestClock } from '../../platform/clock.ts'
import { TELL_FACTS } from '../../platform/facts.ts'

const noon = '2026-04-15T11:00:00Z'
const clock = new TestClock(noon)
let world: World
let service: FakePushService
let kofi: Actor
let sam: Actor
let phone: FakeBrowser
let thread: string

beforeAll(async () => {
  service = fakePushService()
  world = await makeWorld({ clock, push: pushThrough(service, clock), operationLimits: {} })
  await world.app.jobs.run('notice.deliver')
  kofi = await world.as('kofi')
  sam = await world.as('sam')
  thread = world.cast.conversations.kofi
  await staySignedIn(world)
})
afterAll(() => world.close())
beforeEach(async () => {
  clock.set(noon)
  await world.sql('delete from notice')
  await world.sql('delete from notice_settings')
  await world.sql('delete from push_subscription')
  service.answer(undefined)
  phone = await subscribe(kofi, service)
  await readAll()
})

const readAll = () => kofi.call(readConversation, { conversationId: thread, through: 1_000_000 })
/** What happens by itself within some seconds. */
async function pass(seconds = 6): Promise<void> {
  await world.app.jobs.run('inbox.gather')
  await world.app.jobs.run(TELL_FACTS)
  clock.advance({ seconds })
  await world.app.jobs.run('notice.deliver')
}
const standing = async () =>
  (await world.sql('select state, why from notice order by at')).map(({ state, why }) =>
    why ? `${state}: ${why}` : state,
  )

describe('a message from the team', () => {
  test('tells the person once, and three in a minute make one notice', async () => {
    await say(sam, thread, 'one')
    await pass()
    await say(sam, thread, 'two')
    await pass(20)
    await say(sam, thread, 'three')
    await pass(120)
    await pass(120)
    expect(phone.opened()).toHaveLength(1)
  })

  test('tells again of what comes after they have read, and not within a minute of the last', async () => {
    await say(sam, thread, 'one')
    await pass()
    await readAll()
    await say(sam, thread, 'two')
    await pass()
    expect(phone.opened()).toHaveLength(1)
    await pass(60)
    expect(phone.opened()).toHaveLength(2)
  })

  test('that is read on any device before the notice leaves is told nowhere', async () => {
    await say(sam, thread, 'one')
    await world.app.jobs.run('inbox.gather')
    await world.app.jobs.run(TELL_FACTS)
    await readAll()
    await pass()
    expect(phone.opened()).toEqual([])
    expect(await standing()).toEqual(['dropped: read'])
  })

  test('that is withdrawn first is told nowhere, and the next one is', async () => {
    const { messageId } = await say(sam, thread, 'not for you')
    await world.app.jobs.run('inbox.gather')
    await world.app.jobs.run(TELL_FACTS)
    await sam.call(withdrawMessage, { conversationId: thread, messageId })
    await pass()
    expect(phone.opened()).toEqual([])
    await say(sam, thread, 'for you')
    await pass()
    expect(phone.opened()).toHaveLength(1)
  })

  test('reaches each of their devices once, and tells neither the writer nor a stranger', async () => {
    const tablet = await subscribe(await anotherDevice(world, 'kofi'), service)
    const gary = await subscribe(await world.as('gary'), service)
    await say(kofi, thread, 'from me')
    await pass()
    expect(phone.opened()).toEqual([])
    await say(sam, thread, 'to you')
    await pass()
    expect([phone, tablet, gary].map((one) => one.opened().length)).toEqual([1, 1, 0])
  })

  test('tells nobody who lost access meanwhile', async () => {
    await say(sam, thread, 'one')
    await world.app.jobs.run('inbox.gather')
    await world.app.jobs.run(TELL_FACTS)
    const where = `conversation_id = $1 and hat = 'patient'`
    await world.sql(`update conversation_member set last_number = 99 where ${where}`, [thread])
    await pass()
    await world.sql(`update conversation_member set last_number = null where ${where}`, [thread])
    expect(phone.opened()).toEqual([])
  })
})

test('whoever has no device that takes notices costs one row, and is told once they have one', async () => {
  await world.sql('delete from push_subscription')
  const rows = () => world.sql('select xmin::text, state, why from notice')
  await say(sam, thread, 'one')
  await pass()
  const [first] = await rows()
  expect(first).toMatchObject({ state: 'dropped', why: 'nowhere' })
  await say(sam, thread, 'two')
  await pass()
  expect(await rows()).toEqual([first])
  const tablet = await subscribe(kofi, service)
  await say(sam, thread, 'three')
  await pass()
  expect(tablet.opened()).toHaveLength(1)
})

test('a carer is told of their own thread', async () => {
  const raj = await world.as('raj', 'carer')
  const browser = await subscribe(raj, service)
  await say(sam, world.cast.conversations.raj, 'to the carer')
  await pass()
  expect(browser.opened()).toHaveLength(1)
  expect(phone.opened()).toEqual([])
})

describe('quiet hours', () => {
  test('hold what comes at night until the morning, and drop nothing', async () => {
    clock.set('2026-04-15T22:30:00Z')
    await say(sam, thread, 'late')
    await pass()
    clock.set('2026-04-16T04:59:00Z')
    await pass()
    expect(phone.opened()).toEqual([])
    clock.set('2026-04-16T05:00:00Z')
    await pass()
    expect(phone.opened()).toHaveLength(1)
  })

  test('that are switched off let go what they held', async () => {
    clock.set('2026-04-15T22:30:00Z')
    await say(sam, thread, 'late')
    await pass()
    await kofi.call(changeNoticeSettings, { isQuiet: false })
    await pass()
    expect(phone.opened()).toHaveLength(1)
  })

  test('hold what was read by the morning for good', async () => {
    clock.set('2026-04-15T22:30:00Z')
    await say(sam, thread, 'late')
    await pass()
    await readAll()
    clock.set('2026-04-16T08:00:00Z')
    await pass()
    expect(phone.opened()).toEqual([])
  })
})

test('a kind that is switched off is not sent, also when it was switched off just before', async () => {
  await say(sam, thread, 'one')
  await world.app.jobs.run('inbox.gather')
  await world.app.jobs.run(TELL_FACTS)
  await kofi.call(changeNoticeSettings, { choices: [{ kind: 'message', channel: 'push', isOn: false }] })
  await pass()
  await say(sam, thread, 'two')
  await pass()
  expect(phone.opened()).toEqual([])
  expect(await standing()).toEqual(['dropped: off'])
})

describe('a push service', () => {
  test('that no longer knows a device has it forgotten, and the device’s settings say so', async () => {
    const tablet = await subscribe(await anotherDevice(world, 'kofi'), service)
    phone.drop()
    await say(sam, thread, 'one')
    await pass()
    expect(tablet.opened()).toHaveLength(1)
    expect(await kofi.call(getNoticeSettings, {})).not.toHaveProperty('thisDevice')
    expect(await standing()).toEqual(['sent'])
  })

  test.each([['cut'], [503], [429]] as const)(
    'that answers %s is tried again later, and nothing is lost',
    async (how) => {
      service.answer(how)
      await say(sam, thread, 'one')
      await pass()
      expect(await standing()).toEqual(['waiting'])
      const tried = service.captured.length
      await pass(5)
      expect(service.captured.length).toBe(tried)
      service.answer(undefined)
      await pass(30)
      expect(phone.opened()).toHaveLength(1)
    },
  )

  test('that never comes back is given up, and is tried afresh for the next message', async () => {
    service.answer(503)
    await say(sam, thread, 'one')
    for (const seconds of [...Array(8).fill(2_000), ...Array(5).fill(3_700)]) await pass(seconds)
    expect(await standing()).toEqual(['dropped: nowhere'])
    service.answer(undefined)
    clock.set('2026-04-17T11:00:00Z')
    await say(sam, thread, 'two')
    await pass()
    expect(phone.opened()).toHaveLength(1)
  })
})

describe('a set of questions', () => {
  test('is told of when it is asked and on the morning it is due, unless the answers went before', async () => {
    const [answered, open] = [await askKofi(world), await askKofi(world, { measure: 'gad7' })]
    await pass()
    expect(phone.opened()).toHaveLength(2)
    const personId = kofi.scope.personId as string
    const sent = { personId, changeId: randomUUID(), assignmentId: answered, answers: {}, isSent: true as const }
    await kofi.call(answerQuestions, sent)
    clock.set('2026-04-20T07:59:00Z')
    await pass()
    expect(phone.opened()).toHaveLength(2)
    clock.set('2026-04-20T08:00:00Z')
    await pass()
    expect(phone.opened()).toHaveLength(3)
    const kept = await world.sql(
      `select thing_id, state, why from notice where effect_key like '%T09:00%' order by state`,
    )
    expect(kept).toEqual([
      { thing_id: answered, state: 'dropped', why: 'read' },
      { thing_id: open, state: 'sent', why: null },
    ])
  })
})

test('what leaves the house is an opaque id and fixed words, always as long, whatever it is about', async () => {
  const canary = `canary ${randomUUID()}`
  await world.sql(`update person set known_as = $1 where id = $2`, [canary, kofi.scope.personId])
  await kofi.call(sendMessage, { conversationId: thread, messageId: randomUUID(), body: canary })
  const before = service.captured.length
  for (const body of [canary, `${canary} `.repeat(100)]) {
    await say(sam, thread, body)
    await pass(70)
    await readAll()
  }
  const sent = service.captured.slice(before)
  expect(sent).toHaveLength(2)
  expect(new Set(sent.map(({ body }) => body.length)).size).toBe(1)
  const ids = (await world.sql('select id from notice order by at')).map((row) => row.id)
  expect(phone.opened()).toEqual(
    ids.map((id) => ({
      web_push: 8030,
      mutable: true,
      notification: {
        title: 'You have an update',
        navigate: `https://weft.example/n/${id}`,
        tag: 'update',
        data: { id },
      },
    })),
  )
  // Neither the request around it nor anything that the jobs leave in the queue knows more than the row's id.
  const around = JSON.stringify(sent.map(({ url, headers }) => ({ url, headers })))
  const known = [canary, kofi.scope.personId, kofi.scope.accountId, thread, world.cast.services.wellbeing]
  for (const secret of known) expect(around.includes(secret as string)).toBe(false)
})

test('the one number of every badge is the sum of the rows of Messages', async () => {
  await say(sam, thread, 'one')
  await say(sam, thread, 'two')
  expect(await kofi.call(getUnread, {})).toEqual({ unread: 2 })
  await readAll()
  expect(await kofi.call(getUnread, {})).toEqual({ unread: 0 })
  expect((await sam.call(getUnread, {})).unread).toBeGreaterThan(0)
})
