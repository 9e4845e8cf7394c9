import { randomUUID } from 'node:crypto'
import { connect } from 'node:net'
import { sendMessage } from '@weft/contract/conversations/operations.ts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type * as z from 'zod/v4/core'
import { listenAs } from './talk.ts'
import { makeWorld, type World } from './world.ts'

let world: World
beforeAll(async () => {
  world = await makeWorld()
})
afterAll(() => world.close())

interface Sent {
  by?: 'kofi' | 'sam' | 'nia'
  method?: 'GET' | 'POST' | 'PUT'
  body?: string
}

async function send(url: string, { by, method = 'GET', body }: Sent = {}) {
  const actor = by && (await world.as(by))
  return world.inject({
    method,
    url,
    headers: {
      ...(actor && { cookie: actor.cookie, 'weft-app': actor.scope.app }),
      ...(body && { 'content-type': 'application/json' }),
    },
    ...(body && { payload: body }),
  })
}

const dashes = '-'.repeat(36)

test('what no route can be read from is a problem too, and does not say it back', async () => {
  for (const url of ['/api/%zz', '/api', '/api?x=1', '/api/nothing']) {
    const reply = await send(url)
    expect(reply.headers['content-type']).toMatch(/^application\/problem\+json/)
    expect(reply.json().code).toBe(url === '/api/%zz' ? 'malformed' : 'not-found')
    expect(reply.body).not.toContain('zz')
  }
})

let address: string | undefined
async function listening(): Promise<string> {
  address ??= await world.listen()
  return address
}

/** What the server says to these bytes, on a line of their own. */
async function sayRaw(bytes: string): Promise<string> {
  const { port } = new URL(await listening())
  const socket = connect(Number(port), '127.0.0.1')
  socket.write(bytes)
  return Buffer.concat(await socket.toArray()).toString()
}

test('what is not HTTP is answered as a problem, and the line is closed', async () => {
  const reply = await sayRaw('NOT HTTP AT ALL\r\n\r\n')
  expect(reply).toMatch(/^HTTP\/1\.1 400 Bad Request\r\ncontent-type: application\/problem\+json/)
  expect(JSON.parse(reply.slice(reply.indexOf('\r\n\r\n'))).code).toBe('malformed')
})

test.each(['//', '///', '//[', '//x:y/', '/staff//', '/staff/\\', '/%2F%2F', '*', 'http://', '/../..', '/t/%00'])(
  'an address like %s is nobody’s failure',
  async (path) => {
    const reply = await sayRaw(`GET ${path} HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\n\r\n`)
    expect(reply).toMatch(/^HTTP\/1\.1 [2-4]\d\d /)
  },
)

test('the same message fifty times at once is one, and fifty equal answers', async () => {
  const limited = await makeWorld({ withoutRedis: true })
  const kofi = await limited.as('kofi')
  const message = { conversationId: limited.cast.conversations.kofi, messageId: randomUUID(), body: 'once' }
  const answers = await Promise.all(Array.from({ length: 50 }, () => kofi.call(sendMessage, message)))
  expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1)
  await limited.close()
})

describe('what nobody who means well sends is refused, and never an error of ours', () => {
  test.each<[string, () => string, Sent, number]>([
    [
      'a place in a list that is no id',
      () => `/api/accounts/${world.cast.people.kofi.accountId}/patient/conversations?after=${base64(`1 ${dashes}`)}`,
      { by: 'kofi' },
      422,
    ],
    ['a place in the caseload that is no id', () => `/api/caseload?after=0.1.${dashes}`, { by: 'sam' }, 400],
    ['a NUL that is searched for', () => '/api/caseload?text=%00', { by: 'sam' }, 422],
    [
      'a date before there were years',
      () => `/api/services/${world.cast.services.wellbeing}/hours`,
      { by: 'nia', method: 'PUT', body: '{"closures":["0000-01-01"]}' },
      422,
    ],
    ['a prototype in the query', () => '/api/me?__proto__=x', { by: 'kofi' }, 400],
    [
      'an address that cannot be made text',
      () => '/api/sign-in',
      { method: 'POST', body: '{"email":{"toString":1},"password":"x","app":"people"}' },
      400,
    ],
    [
      'an address of thirty thousand lists',
      () => '/api/sign-in',
      { method: 'POST', body: `{"email":${'['.repeat(30_000)}${']'.repeat(30_000)},"password":"x","app":"people"}` },
      400,
    ],
    ...['two\nlines', 'turned \u202Eround', 'half \uD800'].map((calledName): [string, () => string, Sent, number] => [
      `a name that is ${JSON.stringify(calledName)}`,
      () => '/api/sign-up',
      { method: 'POST', body: JSON.stringify({ signUpId: randomUUID(), email: 'a@home.example', calledName }) },
      422,
    ]),
  ])('%s', async (_, url, sent, status) => {
    expect((await send(url(), sent)).statusCode).toBe(status)
  })
})

test('what does not fit is refused alike through both doors', async () => {
  const conversationId = world.cast.conversations.kofi
  const socket = await listenAs(await world.as('kofi'), await listening())
  const messageId = randomUUID()
  for (const input of [
    { messageId, body: '' },
    { messageId, body: 'hello', number: 1 },
    { messageId: '1', body: 2 },
    {},
  ]) {
    const url = `/api/conversations/${conversationId}/messages`
    const byHttp = await send(url, { by: 'kofi', method: 'POST', body: JSON.stringify(input) })
    const bySocket = await socket.push(`conversation:${conversationId}`, 'message.send', input)
    expect(bySocket.ok).toBe(false)
    expect({ ...bySocket.problem, requestId: '' }).toEqual({ ...byHttp.json(), requestId: '' })
  }
  socket.close()
})

test('no operation takes a key that it does not name, however deep it stands', () => {
  const loose = [...world.app.runner.handlers.values()].flatMap(({ operation }) =>
    looseObjectsIn(operation.input as z.$ZodType, operation.name),
  )
  expect(loose).toEqual([])
})

/** Places of a schema that would drop an unknown key in silence. */
function looseObjectsIn(schema: z.$ZodType | undefined, place: string): string[] {
  if (!schema) return []
  const { def } = schema._zod as z.$ZodTypes['_zod']
  if (def.type === 'object') {
    const inside = Object.entries(def.shape).flatMap(([key, one]) => looseObjectsIn(one, `${place}.${key}`))
    return def.catchall?._zod.def.type === 'never' ? inside : [place, ...inside]
  }
  if (def.type === 'array') return looseObjectsIn(def.element, `${place}[]`)
  if (def.type === 'record') return looseObjectsIn(def.valueType, `${place}{}`)
  if (def.type === 'union') return def.options.flatMap((one) => looseObjectsIn(one, place))
  if (def.type === 'pipe') return looseObjectsIn(def.in, place)
  return 'innerType' in def ? looseObjectsIn(def.innerType, place) : []
}

test('an id is one thing however it is spelled', async () => {
  const { kofi } = world.cast.conversations
  const sent = await send(`/api/conversations/${kofi.toUpperCase()}/messages`, {
    by: 'kofi',
    method: 'POST',
    body: JSON.stringify({ messageId: randomUUID().toUpperCase(), body: 'hello' }),
  })
  expect(sent.statusCode).toBe(201)
  const { messages } = (await send(`/api/conversations/${kofi.toUpperCase()}`, { by: 'kofi' })).json()
  expect(messages.at(-1)).toEqual(sent.json())
})

test('what is about a person is stored by no cache, however its address is spelled', async () => {
  for (const url of ['/api/me', '/%61pi/me', '/api/me?']) {
    const reply = await send(url, { by: 'kofi' })
    expect([url, reply.statusCode, reply.headers['cache-control']]).toEqual([url, 200, 'no-store'])
  }
})

const base64 = (text: string) => Buffer.from(text).toString('base64url')

test.each(['null', '""', '" "', '[]', '"360"', '[60]', 'true'])(
  'a night of %s hours is no night',
  async (minutesSlept) => {
    const { personId } = world.cast.people.kofi
    const url = `/api/people/${personId}/sleep/2026-01-05`
    const body = `{"changeId":"${randomUUID()}","sleepId":"${randomUUID()}","minutesSlept":${minutesSlept},"timesWoken":0}`
    const reply = await send(url, { by: 'kofi', method: 'PUT', body })
    expect(reply.statusCode).toBe(400)
    expect(reply.json().fields).toContainEqual(expect.objectContaining({ path: 'minutesSlept' }))
  },
)
