import { randomBytes } from 'node:crypto'
import { deskChannel } from '@weft/contract/conversations/channel.ts'
import { startSignUp } from '@weft/contract/people/operations.ts'
import type { Queue } from 'bullmq'
import { io } from 'socket.io-client'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createLog } from '../src/platform/log.ts'
import { connectRedis, type Redis } from '../src/platform/redis.ts'
import { device } from './device.ts'
import { say } from './talk.ts'
import { wellFormed } from './well-formed.ts'
import { type Actor, makeWorld, requestOf, type World } from './world.ts'

// What people write, and what they are called, is planted in every field of every operation. Some of it is stored, most is refused;
// none of it may stand anywhere but in Postgres and in the answers to those who may read it.

const token = randomBytes(6).toString('hex')
const canary = (where: string) => `canary ${token} ${where}`
const ours = (text: string) => text.includes(token)

let world: World
let lines: string
/** Bodies of answers that said no. */
let refusals: { status: number; operation: string; body: string }[]
let stored: number

beforeAll(async () => {
  lines = ''
  const log = createLog('debug', {
    write(line) {
      lines += line
    },
  })
  world = await makeWorld({ log, operationLimits: {}, config: { METRICS_TOKEN: `metrics ${token.slice(0, 4)} only` } })
  const url = await world.listen()
  await world.app.jobs.start()
  await world.sql(`update person set given_name = $1, family_name = $1, known_as = $1, address = $1`, [
    canary('person'),
  ])
  await world.sql(`update account set display_name = $1`, [canary('account')])
  await speak()
  await shoutOn(url)
  await tryEverything()
})
afterAll(() => world.close())

/** What ordinary use writes. */
async function speak(): Promise<void> {
  const [kofi, sam] = await Promise.all([world.as('kofi'), world.as('sam')])
  await say(kofi, world.cast.conversations.kofi, canary('message'))
  await say(sam, world.cast.conversations.kofi, canary('answer'))
  await device(world).call(startSignUp, { signUpId: crypto.randomUUID(), email: `canary-${token}@post.example` })
}

/** Every operation, by a person, by staff and by nobody: rightly filled in, and with words in place of everything. */
async function tryEverything(): Promise<void> {
  refusals = []
  stored = 0
  const operations = [...world.app.runner.handlers.values()].map((handler) => handler.operation)
  // What ends things comes last, and sessions after all else.
  const turn = (name: string) => ['enrolment', 'staff', 'account', 'session'].indexOf(name.split('.')[0] as string)
  operations.sort((a, b) => turn(a.name) - turn(b.name))
  const actors = [await world.as('kofi'), await world.as('sam'), await world.as('nia', 'coordinator'), undefined]
  for (const operation of operations) {
    const words = (field: string) => canary(`${operation.name}.${field}`)
    for (const actor of actors) {
      const right = wellFormed(operation, idsFor(actor), words)
      const wrong = Object.fromEntries([...Object.keys(right), 'stray'].map((name) => [name, words(name)]))
      for (const input of [right, wrong]) {
        const { url, body } = requestOf(operation, input)
        const reply = await world.inject({
          method: operation.method,
          url,
          headers: {
            ...(actor && { cookie: actor.cookie, 'weft-app': actor.scope.app }),
            'user-agent': words('agent'),
          },
          ...(body && { payload: body }),
        })
        if (reply.statusCode < 400) stored += 1
        else refusals.push({ status: reply.statusCode, operation: operation.name, body: reply.body })
      }
    }
  }
}

function idsFor(actor: Actor | undefined): Record<string, string> {
  const { conversations, services, people, enrolments } = world.cast
  return {
    conversationId: conversations.kofi,
    serviceId: services.wellbeing,
    personId: people.kofi.personId as string,
    enrolmentId: enrolments.kofi,
    ...(actor && { accountId: actor.scope.accountId }),
  }
}

/** The socket's door: words in a topic, a push, a signal, and in what is no message at all. */
async function shoutOn(url: string): Promise<void> {
  const sam = await world.as('sam')
  const socket = io(url, {
    path: '/api/socket',
    transports: ['websocket'],
    extraHeaders: { cookie: sam.cookie, origin: 'http://localhost:8080' },
    auth: { app: 'staff', note: canary('auth') },
  })
  await new Promise((resolve) => socket.once('connect', () => resolve(undefined)))
  const topic = deskChannel.topicOf({ conversationId: world.cast.conversations.kofi })
  await socket.emitWithAck('join', { topic })
  await socket.emitWithAck('join', { topic: canary('topic') })
  await socket.emitWithAck('signal', { topic, name: 'typing', data: { name: canary('signal'), note: true } })
  await socket.emitWithAck('push', { topic, name: canary('push'), input: { body: canary('input') } })
  socket.emit(canary('event'), canary('nonsense'))
  socket.disconnect()
}

test('a good part of it was taken, and the rest was refused: both were tried', () => {
  expect(stored).toBeGreaterThan(60)
  const statuses = new Set(refusals.map(({ status }) => status))
  expect([400, 401, 404, 409, 422].filter((status) => !statuses.has(status))).toEqual([])
  expect(refusals.filter(({ status }) => status >= 500)).toEqual([])
})

test('no error quotes it', () => {
  expect(refusals.filter(({ body }) => ours(body))).toEqual([])
})

test('no line of the log holds it', () => {
  expect(lines.split('\n').length).toBeGreaterThan(100)
  expect(lines.split('\n').filter(ours)).toEqual([])
})

test('no metric holds it', async () => {
  const { body } = await world.inject({ url: '/metrics', remoteAddress: '127.0.0.1' })
  expect(body).toContain('weft_http_request_seconds')
  expect(body.split('\n').filter(ours)).toEqual([])
})

test('no job holds it', async () => {
  const queues = world.app.jobs.queues as Queue[]
  const jobs = (await Promise.all(queues.map((queue) => queue.getJobs()))).flat()
  expect(jobs.length).toBeGreaterThan(0)
  expect(jobs.filter((job) => ours(JSON.stringify([job.asJSON(), job.stacktrace])))).toEqual([])
  const tables = await world.sql(`select table_name from information_schema.tables where table_schema = 'bullmq'`)
  for (const { table_name } of tables) {
    const rows = await world.sql(`select r::text as row from bullmq."${table_name}" r`)
    expect(rows.filter(({ row }) => ours(row))).toEqual([])
  }
  expect((await world.sql('select data::text as row from untold_fact')).filter(({ row }) => ours(row))).toEqual([])
})

test('no key and no value in Redis holds it', async () => {
  const { redisUrl } = world.app.config
  if (!redisUrl) return expect(world.app.jobs.queues[0]?.opts.prefix).toBeUndefined()
  const redis = await connectRedis(redisUrl, createLog('silent'))
  try {
    const kept = await everythingIn(redis)
    expect(kept.length).toBeGreaterThan(0)
    expect(kept.filter(ours)).toEqual([])
  } finally {
    await redis.close()
  }
})

async function valueAt(redis: Redis['publisher'], key: string): Promise<unknown> {
  switch (await redis.type(key)) {
    case 'hash':
      return redis.hgetall(key)
    case 'list':
      return redis.lrange(key, '0', '-1')
    case 'set':
      return redis.smembers(key)
    case 'zset':
      return redis.zrange(key, '0', '-1')
    case 'stream':
      return redis.xrange(key, '-', '+')
    default:
      return redis.get(key)
  }
}

async function everythingIn({ publisher }: Redis): Promise<string[]> {
  const kept: string[] = []
  let cursor = '0'
  do {
    const [next, keys] = await publisher.scan(cursor, 'COUNT', '500')
    cursor = next
    for (const key of keys) kept.push(key, JSON.stringify(await valueAt(publisher, key)))
  } while (cursor !== '0')
  return kept
}
