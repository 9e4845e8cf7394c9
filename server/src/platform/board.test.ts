import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Name } from '../../test/cast.ts'
import { makeWorld, type World } from '../../test/world.ts'

let world: World
beforeAll(async () => {
  world = await makeWorld()
})
afterAll(() => world.close())

const urls = ['/admin/jobs', '/admin/jobs/api/queues']

test.each(urls)('the platform administrator sees %s', async (url) => {
  const admin = await world.as('admin')
  expect((await world.inject({ url, headers: { cookie: admin.cookie } })).statusCode).toBe(200)
})

test.each(urls)('for anybody else %s is not there', async (url) => {
  for (const name of ['nia', 'helen', 'kofi'] satisfies Name[]) {
    const { cookie } = await world.as(name)
    expect((await world.inject({ url, headers: { cookie } })).statusCode).toBe(404)
  }
  expect((await world.inject({ url })).statusCode).toBe(404)
})

test('its page may find its own files, and take nothing from elsewhere', async () => {
  const admin = await world.as('admin')
  const page = await world.inject({ url: '/admin/jobs', headers: { cookie: admin.cookie } })
  const policy = String(page.headers['content-security-policy'])
  expect(policy).toContain(`base-uri 'self'`)
  expect(policy).toContain(`default-src 'self'`)
  const script = /src="(static[^"]+)"/.exec(page.body)?.[1]
  const file = await world.inject({ url: `/admin/jobs/${script}`, headers: { cookie: admin.cookie } })
  expect(file.headers['content-type']).toContain('javascript')
})
