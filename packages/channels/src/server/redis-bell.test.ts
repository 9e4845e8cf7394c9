import { Redis } from 'ioredis'
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { Bell } from './bell.ts'
import { createRedisBell, type RedisLike } from './redis-bell.ts'

const bells: Bell[] = []
afterEach(() => {
  vi.useRealTimers()
  for (const bell of bells.splice(0)) bell.close()
})

/** A Redis of which a test says how it is. */
function createFakeRedis() {
  const redis = { state: 'well' as 'well' | 'hung' | 'failing' | 'deaf', published: 0, subscribes: 0 }
  const listeners = new Set<(channel: string, message: string) => void>()
  const channels = new Set<string>()
  const client: RedisLike = {
    status: 'ready',
    publish(channel, message) {
      redis.published++
      if (redis.state === 'hung') return new Promise(() => {})
      if (redis.state === 'failing') return Promise.reject(new Error('Connection is closed'))
      if (redis.state === 'well' && channels.has(channel))
        queueMicrotask(() => {
          for (const listener of listeners) listener(channel, message)
        })
      return Promise.resolve(1)
    },
    async subscribe(...names) {
      redis.subscribes++
      if (redis.state === 'failing') throw new Error('Connection is closed')
      for (const name of names) channels.add(name)
    },
    on: (_, listener) => listeners.add(listener),
    off: (_, listener) => listeners.delete(listener),
  }
  return { redis, client }
}
const bellOn = (client: RedisLike, nodeId: string, options?: Parameters<typeof createRedisBell>[4]) => {
  const bell = createRedisBell(client, client, 'test', nodeId, options)
  bells.push(bell)
  return bell
}

describe('the Redis bell', () => {
  it('brings a batch to the nodes it is for, or to all', async () => {
    const { client } = createFakeRedis()
    const heard: string[] = []
    for (const nodeId of ['a', 'b', 'c'])
      await bellOn(client, nodeId).subscribe((batch) => heard.push(`${nodeId} ${batch}`))
    bells[0]?.publish('one', ['b', 'c'])
    bells[0]?.publish('two')
    await Promise.resolve()
    expect(heard.sort()).toEqual(['a two', 'b one', 'b two', 'c one', 'c two'])
  })

  it.each(['hung', 'failing', 'deaf'] as const)(
    'knows within half a second that Redis is %s, and when it is well again',
    async (state) => {
      vi.useFakeTimers({ toFake: ['setInterval', 'setTimeout', 'setImmediate', 'performance'] })
      const { redis, client } = createFakeRedis()
      const bell = bellOn(client, 'a')
      await bell.subscribe(() => {})
      expect(bell.healthy()).toBe(false)
      await vi.advanceTimersByTimeAsync(600)
      expect(bell.healthy()).toBe(true)
      redis.state = state
      await vi.advanceTimersByTimeAsync(800)
      expect(bell.healthy()).toBe(false)
      redis.state = 'well'
      await vi.advanceTimersByTimeAsync(state === 'hung' ? 0 : 800)
      expect(bell.healthy()).toBe(state !== 'hung')
    },
  )

  it('drops rather than wait or pile up while Redis hangs', async () => {
    const { redis, client } = createFakeRedis()
    const bell = bellOn(client, 'a', { unansweredMax: 10 })
    await bell.subscribe(() => {})
    redis.state = 'hung'
    for (let n = 0; n < 1_000; n++) bell.publish('x')
    expect(redis.published).toBe(10)
  })

  it('keeps no more than so many bytes for a Redis that hangs', async () => {
    const { redis, client } = createFakeRedis()
    const bell = bellOn(client, 'a', { unansweredLengthMax: 1_000 })
    redis.state = 'hung'
    for (let n = 0; n < 1_000; n++) bell.publish('x'.repeat(300))
    expect(redis.published).toBe(3)
  })

  it('publishes nothing while there is no connection', () => {
    const { redis, client } = createFakeRedis()
    const bell = bellOn({ ...client, status: 'reconnecting' }, 'a')
    bell.publish('x')
    expect(redis.published).toBe(0)
  })

  it('subscribes again until it succeeds', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'setTimeout', 'setImmediate', 'performance'] })
    const { redis, client } = createFakeRedis()
    const bell = bellOn(client, 'a')
    redis.state = 'failing'
    const subscribed = bell.subscribe(() => {})
    await vi.advanceTimersByTimeAsync(3_000)
    redis.state = 'well'
    await vi.advanceTimersByTimeAsync(1_000)
    await subscribed
    expect(redis.subscribes).toBeGreaterThan(2)
  })
})

// Without Redis (REDIS=off) there is nothing to hold this against, and nothing that uses it.
describe.each(process.env.REDIS_URL ? [process.env.REDIS_URL] : [])('on a real Redis', (url) => {
  it('rings from node to node', async () => {
    const clients = Array.from({ length: 4 }, () => new Redis(url))
    const prefix = `test-${crypto.randomUUID()}`
    const [pubA, subA, pubB, subB] = clients as [Redis, Redis, Redis, Redis]
    const a = createRedisBell(pubA, subA, prefix, 'a')
    const b = createRedisBell(pubB, subB, prefix, 'b')
    bells.push(a, b)
    const heard = new Promise<string>((resolve) => void b.subscribe(resolve))
    await a.subscribe(() => {})
    await vi.waitFor(() => expect([a.healthy(), b.healthy()]).toEqual([true, true]), { timeout: 20_000 })
    a.publish('hello', ['b'])
    expect(await heard).toBe('hello')
    for (const client of clients) client.disconnect()
    await vi.waitFor(() => expect(a.healthy()).toBe(false), { timeout: 20_000 })
  })
})
