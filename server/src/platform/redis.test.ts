import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, inject, test, vi } from 'vitest'
import { startRedis } from '../../../tools/lib/redis.mjs'
import { createLog } from './log.ts'
import { connectRedis } from './redis.ts'

const closers: (() => unknown)[] = []
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close()
})

const log = createLog('silent')

async function connected() {
  const server = await startRedis({ directory: mkdtempSync(join(tmpdir(), 'weft-redis-')), wanted: 'require' })
  if (!server) throw new Error('No Redis')
  closers.push(() => server.stop())
  const redis = await connectRedis(server.url, log)
  closers.push(() => redis.close())
  return { server, redis }
}

// A run without Redis has none to ask.
describe.each(inject('stores').redisUrl ? ['Redis'] : [])('with %s', () => {
  test('while it hangs a command fails instead of waiting, and it counts as unwell until it answers', async () => {
    const { server, redis } = await connected()
    expect(redis.healthy()).toBe(true)
    process.kill(server.pid as number, 'SIGSTOP')
    try {
      await expect(redis.publisher.ping()).rejects.toThrow()
      await vi.waitFor(() => expect(redis.healthy()).toBe(false), 10_000)
    } finally {
      process.kill(server.pid as number, 'SIGCONT')
    }
    await vi.waitFor(() => expect(redis.healthy()).toBe(true), 10_000)
  })

  test('once it is gone, commands fail at once and nothing is kept for later', async () => {
    const { server, redis } = await connected()
    server.kill()
    await vi.waitFor(() => expect(redis.healthy()).toBe(false), 10_000)
    await expect(redis.publisher.publish('x', 'y')).rejects.toThrow()
  })

  test('a subscription comes back with the connection', async () => {
    const { redis } = await connected()
    const heard: string[] = []
    redis.subscriber.on('message', (_channel: string, message: string) => heard.push(message))
    await redis.subscriber.subscribe('room')
    await redis.publisher.call('CLIENT', 'KILL', 'TYPE', 'pubsub')
    await vi.waitFor(async () => {
      await redis.publisher.publish('room', 'again')
      expect(heard).toContain('again')
    }, 10_000)
  })
})

test('nobody there is no reason not to start', async () => {
  const redis = await connectRedis('redis://127.0.0.1:1', log)
  closers.push(() => redis.close())
  expect(redis.healthy()).toBe(false)
})
