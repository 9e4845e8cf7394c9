import { getSession } from '@weft/contract/people/operations.ts'
import { afterEach, expect, test } from 'vitest'
import { makeWorld, type World, type WorldOptions } from '../../test/world.ts'

let world: World
afterEach(() => world.close())

const token = 'a token for the metrics'
const start = async (options: WorldOptions = {}) => {
  world = await makeWorld(options)
}
const ask = (headers: Record<string, string> = {}, remoteAddress = '127.0.0.1') =>
  world.inject({ url: '/metrics', headers, remoteAddress })

test('this machine reads them, and they name routes, not people', async () => {
  await start()
  const kofi = await world.as('kofi')
  await kofi.call(getSession, {})
  await world.app.jobs.run('session.expire')
  const reply = await ask()
  expect(reply.statusCode).toBe(200)
  expect(reply.body).toContain('weft_http_request_seconds_count{method="GET",route="/api/me",status="200"} 1')
  expect(reply.body).toContain('weft_job_seconds_count{job="session.expire",outcome="ok"} 1')
  expect(reply.body).toContain('weft_database_connections{state="total"}')
  for (const secret of [kofi.scope.accountId, kofi.scope.sessionId, kofi.scope.personId as string])
    expect(reply.body).not.toContain(secret)
})

test('from elsewhere there is nothing here, nor through a proxy on this machine', async () => {
  await start()
  expect((await ask({}, '10.1.2.3')).statusCode).toBe(404)
  expect((await ask({ 'x-forwarded-for': '10.1.2.3' })).statusCode).toBe(404)
  expect((await ask({ authorization: `Bearer ${token}` }, '10.1.2.3')).statusCode).toBe(404)
})

test('whoever holds the token reads them from anywhere', async () => {
  await start({ config: { METRICS_TOKEN: token } })
  expect((await ask({ authorization: `Bearer ${token}` }, '10.1.2.3')).statusCode).toBe(200)
  expect((await ask({ authorization: 'Bearer another token, quite long' }, '10.1.2.3')).statusCode).toBe(404)
})
