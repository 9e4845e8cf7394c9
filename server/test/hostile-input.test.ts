import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
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
