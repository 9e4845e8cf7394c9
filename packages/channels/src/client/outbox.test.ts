import { describe, expect, it } from 'vitest'
import { createVirtualClock, settled } from '../testing/virtual-clock.ts'
import { Outbox, type SentReply } from './outbox.ts'
import { memoryOutbox, type OutboxItem, type OutboxStore } from './stores.ts'
import { soleTab, type Tabs } from './tabs.ts'

const noAnswer: SentReply = { ok: false, problem: { type: 'about:blank', title: 'No connection', status: 0 } }
const refusal: SentReply = { ok: false, problem: { type: '/closed', title: 'Closed', status: 409 } }
const operation = { name: 'addNote', method: 'POST' as const, path: '/api/notes' }
const minute = 60_000

/** An outbox on virtual time whose server answers what a test says. */
function createOutbox(
  options: {
    store?: OutboxStore
    tabs?: Tabs
    clock?: ReturnType<typeof createVirtualClock>
    untilKept?: () => Promise<void>
  } = {},
) {
  const { clock = createVirtualClock(), store = memoryOutbox(), tabs = soleTab(), untilKept = async () => {} } = options
  const sent: OutboxItem[] = []
  const server = {
    answer: (_item: OutboxItem): SentReply | Promise<SentReply> => ({ ok: true, value: null, seq: 1, epoch: 'e1' }),
    online: true,
  }
  const outbox = new Outbox({
    store,
    tabs,
    clock,
    random: () => 0.5,
    send: async (item) => {
      sent.push(item)
      return server.answer(item)
    },
    isOnline: () => server.online,
    untilKept,
    keepSentMs: 24 * 60 * minute,
    onError: () => {},
  })
  let count = 0
  const write = (topic = 'a') =>
    outbox.add({ id: `${++count}`, topic, push: 'note.add', operation, input: { id: `n${count}` } })
  const states = () => outbox.list().map((item) => `${item.id} ${item.state}`)
  return { clock, store, sent, server, outbox, write, states }
}

describe('the outbox', () => {
  it('stores before it sends, and sends at once', async () => {
    const store = memoryOutbox()
    const { outbox, server, write, clock } = createOutbox({ store })
    let storedFirst = false
    server.answer = async (item) => {
      storedFirst = (await store.all()).some((one) => one.id === item.id)
      return { ok: true, value: null }
    }
    await write()
    await clock.advance(1)
    expect(storedFirst).toBe(true)
    expect(outbox.list()).toMatchObject([{ state: 'sent', attempts: 1 }])
  })

  it('stores what was sent as waiting until the device keeps what came of it', async () => {
    const store = memoryOutbox()
    const kept = Promise.withResolvers<void>()
    const { outbox, write, clock } = createOutbox({ store, untilKept: () => kept.promise })
    await write()
    await clock.advance(1)
    expect(outbox.list()).toMatchObject([{ state: 'sent' }])
    expect(await store.all()).toMatchObject([{ state: 'waiting' }])
    kept.resolve()
    await settled()
    expect(await store.all()).toMatchObject([{ state: 'sent', seq: 1, epoch: 'e1' }])
  })

  it('tries again with the same words, later and later, until there is an answer', async () => {
    const { clock, sent, server, write, states } = createOutbox()
    server.answer = () => noAnswer
    await write()
    await clock.advance(10 * minute)
    expect(states()).toEqual(['1 waiting'])
    const tries = sent.length
    expect(tries).toBeGreaterThan(8)
    expect(tries).toBeLessThan(25)
    expect(new Set(sent.map((item) => JSON.stringify(item.input))).size).toBe(1)
    server.answer = () => ({ ok: true, value: null })
    await clock.advance(2 * minute)
    expect(states()).toEqual([])
    expect(sent.length).toBe(tries + 1)
  })

  it('keeps the order of each topic, and lets no topic wait for another', async () => {
    const { clock, sent, server, write } = createOutbox()
    server.answer = (item) => (item.topic === 'a' && item.attempts < 3 ? noAnswer : { ok: true, value: null })
    for (const topic of ['a', 'a', 'b', 'a', 'b']) await write(topic)
    await clock.advance(1)
    expect(sent.filter((item) => item.topic === 'b').map((item) => item.id)).toEqual(['3', '5'])
    expect(sent.filter((item) => item.topic === 'a').map((item) => item.id)).toEqual(['1'])
    await clock.advance(minute)
    expect(sent.filter((item) => item.topic === 'a').map((item) => item.id)).toEqual([
      '1',
      '1',
      '1',
      '2',
      '2',
      '2',
      '4',
      '4',
      '4',
    ])
  })

  it('keeps the words that are refused, lets those behind them go, and tries again when asked', async () => {
    const { clock, server, write, states, outbox, sent } = createOutbox()
    server.answer = (item) => (item.id === '1' ? refusal : { ok: true, value: null })
    await write()
    await write()
    await clock.advance(minute)
    expect(states()).toEqual(['1 refused'])
    expect(outbox.list()[0]).toMatchObject({ input: { id: 'n1' }, problem: { status: 409 } })
    expect(await outbox.settled('1')).toEqual(refusal)
    server.answer = () => ({ ok: true, value: null })
    outbox.retry('1')
    await clock.advance(1)
    expect(sent.at(-1)).toMatchObject({ id: '1', input: { id: 'n1' } })
  })

  it('obeys Retry-After, however impatient the writer', async () => {
    const { clock, sent, server, write, outbox } = createOutbox()
    server.answer = () => ({ ok: false, problem: { type: 't', title: 'Too many', status: 429, retryAfter: 30 } })
    await write()
    await clock.advance(1)
    outbox.retry('1')
    outbox.hurry()
    await clock.advance(29_000)
    expect(sent).toHaveLength(1)
    await clock.advance(5_000)
    expect(sent).toHaveLength(2)
  })

  it('goes at once when there is a road again', async () => {
    const { clock, sent, server, write, outbox } = createOutbox()
    server.answer = () => noAnswer
    await write()
    await clock.advance(5 * minute)
    const before = sent.length
    outbox.hurry()
    await clock.advance(1)
    expect(sent.length).toBe(before + 1)
  })

  it('calls not sent what has waited 15 minutes while online, with what waits behind it, and no minute earlier', async () => {
    const { clock, server, write, states, outbox } = createOutbox()
    server.answer = () => noAnswer
    server.online = false
    outbox.noteOnline()
    await write()
    await clock.advance(60 * minute)
    expect(states()).toEqual(['1 waiting'])
    server.online = true
    outbox.hurry()
    await write()
    await clock.advance(13 * minute)
    expect(states()).toEqual(['1 waiting', '2 waiting'])
    await clock.advance(4 * minute)
    expect(states()).toEqual(['1 not-sent', '2 not-sent'])
    server.answer = () => ({ ok: true, value: null })
    await clock.advance(2 * minute)
    expect(states()).toEqual([])
  })

  it('drops nothing but what its writer discards', async () => {
    const { clock, store, server, write, states, outbox } = createOutbox()
    server.answer = () => noAnswer
    await write()
    await write()
    const done = outbox.settled('1')
    await outbox.discard('1')
    expect(states()).toEqual(['2 waiting'])
    expect((await store.all()).map((item) => item.id)).toEqual(['2'])
    expect(await done).toMatchObject({ ok: false, problem: { status: 0 } })
    server.answer = () => ({ ok: true, value: null })
    await clock.advance(minute)
    expect((await store.all()).map((item) => `${item.id} ${item.state}`)).toEqual(['2 sent'])
  })

  it('keeps nothing of what is discarded while it is being stored, or as soon as its refusal is seen', async () => {
    const { store, clock } = { store: memoryOutbox(), clock: createVirtualClock() }
    // Sealing takes a while; taking away does not.
    const sealing: OutboxStore = {
      ...store,
      async put(item) {
        await new Promise<void>((resolve) => clock.after(20, resolve))
        await store.put(item)
      },
    }
    const { outbox, write, server } = createOutbox({ store: sealing, clock })
    server.answer = () => refusal
    outbox.subscribe(() => {
      for (const { id, state } of outbox.list()) if (state === 'refused') void outbox.discard(id)
    })
    const first = write()
    await clock.advance(10)
    await Promise.all([outbox.discard('1'), clock.advance(minute)])
    await first
    expect(await outbox.settled('1')).toMatchObject({ ok: false, problem: { status: 0 } })
    void write()
    await clock.advance(minute)
    expect([outbox.list(), await store.all()]).toEqual([[], []])
  })

  it('goes on after the app was killed in the middle, in order, under the same ids', async () => {
    const store = memoryOutbox()
    const first = createOutbox({ store })
    first.server.answer = () => new Promise(() => {})
    for (let n = 0; n < 3; n++) await first.write()
    await first.clock.advance(1)
    first.outbox.stop()
    const second = createOutbox({ store })
    await second.clock.advance(1)
    expect(second.sent.map((item) => item.id)).toEqual(['1', '2', '3'])
    const later = await second.outbox.add({ id: 'later', operation, input: {} })
    expect(later.order).toBe(4)
  })

  it('says so when the device cannot store, and sends all the same', async () => {
    const store = memoryOutbox()
    const full = { ...store, put: () => Promise.reject(new Error('QuotaExceededError')) }
    const { clock, server, write, outbox } = createOutbox({ store: full })
    server.answer = () => noAnswer
    expect(await write()).toMatchObject({ unsaved: true })
    expect(outbox.list()).toMatchObject([{ unsaved: true }])
    server.answer = () => ({ ok: true, value: null })
    await clock.advance(5_000)
    expect(outbox.list()).toMatchObject([{ state: 'sent' }])
  })

  it('does not try what is not stored yet, nor what was written after it', async () => {
    const store = memoryOutbox()
    const waiting: (() => void)[] = []
    const slow: OutboxStore = {
      ...store,
      put: async (item) => {
        if (item.id === '1' && item.state === 'waiting') await new Promise<void>((resolve) => waiting.push(resolve))
        await store.put(item)
      },
    }
    const { clock, sent, write } = createOutbox({ store: slow })
    const first = write()
    await write()
    await clock.advance(minute)
    expect(sent).toEqual([])
    for (const go of waiting) go()
    await first
    await clock.advance(minute)
    expect(sent.map((item) => item.id)).toEqual(['1', '2'])
  })

  it('offers again what was sent under another epoch, and nothing else', async () => {
    const { clock, sent, write, server, outbox } = createOutbox()
    await write('a')
    await write('b')
    server.answer = () => ({ ok: true, value: null, epoch: 'e2' })
    await write('a')
    await clock.advance(minute)
    await outbox.offerAgain('a', 'e1')
    await clock.advance(minute)
    expect(sent.map((item) => item.id)).toEqual(['1', '2', '3', '3'])
    await outbox.offerAgain('a', 'e2')
    await clock.advance(minute)
    expect(sent.slice(4).map((item) => item.id)).toEqual(['1'])
    await outbox.offerAgain('a', 'e2')
    await clock.advance(minute)
    expect(sent).toHaveLength(5)
  })

  it('keeps what was sent for a day, across restarts', async () => {
    const store = memoryOutbox()
    const clock = createVirtualClock()
    const first = createOutbox({ store, clock })
    await first.write()
    await clock.advance(23 * 60 * minute)
    const second = createOutbox({ store, clock })
    await second.outbox.offerAgain('a', 'e2')
    await clock.advance(minute)
    expect(second.sent).toHaveLength(1)
    await clock.advance(25 * 60 * minute)
    await createOutbox({ store, clock }).outbox.ready
    expect(await store.all()).toEqual([])
  })
})

describe('two tabs on one outbox', () => {
  /** Tabs of one device: the first to ask leads until it closes. */
  function createTabs() {
    const tabs: { listener: (message: unknown) => void; lead?: () => Promise<void> }[] = []
    let leader: (typeof tabs)[number] | undefined
    const elect = () => {
      leader ??= tabs.find((tab) => tab.lead)
      void leader?.lead?.()
    }
    return () => {
      const tab: (typeof tabs)[number] = { listener: () => {} }
      tabs.push(tab)
      const tabsOfThis: Tabs = {
        lead(fn) {
          tab.lead = fn
          if (!leader) elect()
        },
        post: (message) => {
          for (const other of tabs) if (other !== tab) other.listener(structuredClone(message))
        },
        onMessage: (listener) => {
          tab.listener = listener
        },
        close() {
          tabs.splice(tabs.indexOf(tab), 1)
          if (leader !== tab) return
          leader = undefined
          elect()
        },
      }
      return tabsOfThis
    }
  }

  it('have one sender, and both know how it went', async () => {
    const [store, open, clock] = [memoryOutbox(), createTabs(), createVirtualClock()]
    const one = createOutbox({ store, clock, tabs: open() })
    const two = createOutbox({ store, clock, tabs: open() })
    await one.outbox.add({ id: 'x', topic: 'a', operation, input: {} })
    const item = await two.outbox.add({ id: 'y', topic: 'a', operation, input: {} })
    const done = two.outbox.settled(item.id)
    await clock.advance(1)
    expect([one.sent.map(({ id }) => id), two.sent]).toEqual([['x', 'y'], []])
    expect((await done).ok).toBe(true)
    expect(two.states()).toEqual(['x sent', 'y sent'])
    expect(item.order).toBe(2)
  })

  it('hand over when the sender closes in the middle', async () => {
    const [store, open, clock] = [memoryOutbox(), createTabs(), createVirtualClock()]
    const tabs = open()
    const one = createOutbox({ store, clock, tabs })
    const two = createOutbox({ store, clock, tabs: open() })
    one.server.answer = () => new Promise(() => {})
    await one.write()
    await two.outbox.add({ id: 'y', topic: 'a', operation, input: {} })
    await clock.advance(1)
    expect(two.states()).toEqual(['1 sending', 'y waiting'])
    one.outbox.stop()
    tabs.close()
    await settled()
    await clock.advance(1)
    expect(two.sent.map(({ id }) => id)).toEqual(['1', 'y'])
  })

  it('can each discard and retry', async () => {
    const [store, open, clock] = [memoryOutbox(), createTabs(), createVirtualClock()]
    const one = createOutbox({ store, clock, tabs: open() })
    const two = createOutbox({ store, clock, tabs: open() })
    one.server.answer = () => refusal
    await one.write()
    await one.write()
    await clock.advance(1)
    await two.outbox.discard('1')
    one.server.answer = () => ({ ok: true, value: null })
    two.outbox.retry('2')
    await clock.advance(1)
    expect(one.sent.map(({ id }) => id)).toEqual(['1', '2', '2'])
    expect([one.states(), two.states()]).toEqual([['2 sent'], ['2 sent']])
  })
})
