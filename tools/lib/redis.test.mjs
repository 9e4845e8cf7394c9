import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Redis } from 'ioredis'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { freePort } from './ports.mjs'
import { commandOf } from './processes.mjs'
import { startRedis } from './redis.mjs'

let directory
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'weft-test-'))
})
afterEach(() => rmSync(directory, { recursive: true, force: true }))

test('a private one answers to its password only, and is gone when stopped', async () => {
  const redis = await startRedis({ directory, wanted: 'require' })
  const client = new Redis(redis.url)
  expect(await startRedis({ directory, wanted: 'require', given: redis.url })).toMatchObject({ url: redis.url })
  expect(await client.set('a', '1')).toBe('OK')
  await client.quit()
  const stranger = new Redis(redis.port, '127.0.0.1', { retryStrategy: null })
  stranger.on('error', () => {})
  await expect(stranger.get('a')).rejects.toThrow(/NOAUTH/)
  stranger.disconnect()
  await redis.stop()
  expect(commandOf(redis.pid)).toBe('')
})

test('off means none, a given one is taken as it is unless one is insisted on, and a wrong word is refused', async () => {
  expect(await startRedis({ directory, wanted: 'off', given: 'redis://there' })).toBeUndefined()
  expect(await startRedis({ directory, given: 'redis://there', wanted: '' })).toMatchObject({ url: 'redis://there' })
  const nobody = `redis://127.0.0.1:${await freePort()}`
  await expect(startRedis({ directory, wanted: 'require', given: nobody })).rejects.toThrow(/no Redis answers/)
  await expect(startRedis({ directory, wanted: 'perhaps' })).rejects.toThrow(/"require", "off" or not set/)
})
