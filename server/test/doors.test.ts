import { afterEach, describe, expect, test } from 'vitest'
import { makeWorld, type World, type WorldOptions } from './world.ts'

let world: World
afterEach(() => world.close())
const begin = async (options?: WorldOptions) => {
  world = await makeWorld(options)
}
const statusOf = async (url: string, host = 'localhost:8080') =>
  (await world.inject({ method: 'GET', url, headers: { host } })).statusCode

test('it is ready once it listens', async () => {
  await begin()
  expect([await statusOf('/healthz'), await statusOf('/readyz')]).toEqual([200, 503])
  const url = await world.listen()
  expect((await fetch(`${url}/readyz`)).status).toBe(200)
})

test('the document names every operation, with the permission that it asks', async () => {
  await begin()
  const document = (await world.inject({ method: 'GET', url: '/api/openapi.json' })).json()
  expect(document.openapi).toBe('3.1.0')
  type Entry = { operationId: string; 'x-permission': string; security: object[]; parameters: { name: string }[] }
  const told = Object.values<Record<string, Entry>>(document.paths)
    .flatMap((methods) => Object.values(methods))
    .map((one) => `${one.operationId} ${one['x-permission']}`)
  const operations = [...world.app.runner.handlers.values()].map(({ operation }) => operation)
  expect(told.sort()).toEqual(operations.map(({ name, permission }) => `${name} ${permission}`).sort())
  const { people, staff } = document.components.securitySchemes
  expect([people.name, staff.name]).toEqual(['__Host-weft_people', '__Host-weft_staff'])
  for (const methods of Object.values<Record<string, Entry>>(document.paths)) {
    for (const one of Object.values(methods)) {
      expect(one.security).toHaveLength(one['x-permission'] === 'public' ? 0 : 2)
      expect(one.parameters.map(({ name }) => name)).toContain('Weft-App')
    }
  }
  expect(await statusOf('/api/docs')).toBe(200)
})

test('every answer forbids what it does not need: other people’s scripts, frames, and inline code', async () => {
  await begin()
  for (const url of ['/api/me', '/api/docs', '/nowhere']) {
    const { headers } = await world.inject({ method: 'GET', url })
    const policy = String(headers['content-security-policy'])
    expect(policy).toContain("default-src 'self'")
    expect(policy).toContain("frame-ancestors 'none'")
    expect(policy).not.toMatch(/unsafe-|\*/)
    expect(headers['x-content-type-options']).toBe('nosniff')
  }
})

test.each([
  ['a foreign origin', 'https://evil.example', 403],
  ['a look-alike', 'http://localhost:8080.evil.example', 403],
  ['null', 'null', 403],
  ['our own', 'http://localhost:8080', 204],
])('a change from %s', async (_, origin, status) => {
  await begin()
  const { cookie } = await world.as('kofi')
  const headers = { cookie, origin, 'weft-app': 'people' }
  const reply = await world.inject({ method: 'POST', url: '/api/sign-out', headers })
  expect(reply.statusCode === 403 ? 403 : 204).toBe(status)
  const [{ ended }] = await world.sql('select ended_at is not null as ended from session where id = $1', [
    (await world.as('kofi')).scope.sessionId,
  ])
  expect(ended).toBe(status !== 403)
})

test('an address of the API that is typed into the browser is asked as nobody, whatever cookie goes with it', async () => {
  await begin()
  const { cookie, scope } = await world.as('kofi')
  const open = (mode: string, url: string) =>
    world.inject({ method: 'GET', url, headers: { cookie, 'sec-fetch-mode': mode } })
  expect((await open('cors', '/api/me')).json().accountId).toBe(scope.accountId)
  for (const url of ['/api/me', '/api/me/settings']) {
    const typed = await open('navigate', url)
    expect([typed.statusCode, typed.json().code]).toEqual([401, 'not-signed-in'])
  }
})

describe('with a host of its own', () => {
  const [people, staff] = ['weft.example', 'work.example']
  test('the portal and the board of jobs are there alone, and the people’s app is not', async () => {
    await begin({ config: { PUBLIC_URL: `https://${people}`, STAFF_URL: `https://${staff}` } })
    const { cookie } = await world.as('admin')
    const board = async (host: string) =>
      (await world.inject({ method: 'GET', url: '/admin/jobs', headers: { host, cookie } })).statusCode
    expect([await board(staff), await board(people)]).toEqual([200, 404])
    expect([await statusOf('/staff', staff), await statusOf('/staff', people)]).toEqual([308, 404])
    expect(await statusOf('/%73taff', people)).toBe(404)
    expect(await statusOf('/', staff)).toBe(404)
    expect([await statusOf('/healthz', staff), await statusOf('/healthz', people)]).toEqual([200, 200])
    expect([await statusOf('/api/me', staff), await statusOf('/api/me', people)]).toEqual([401, 401])
  })
})

test('a file that is not there is not the app’s own page', async () => {
  await begin()
  expect([await statusOf('/assets/older-build-1a2b3c4d.js'), await statusOf('/staff/assets/x.css')]).toEqual([404, 404])
})
