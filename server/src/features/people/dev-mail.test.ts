import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Fastify from 'fastify'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { readConfig } from '../../platform/config.ts'
import { createPost } from '../../platform/post.ts'
import { devMail } from './dev-mail.ts'

const http = () => Fastify()
let server: ReturnType<typeof http>
let dataDir: string

beforeEach(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'weft-dev-mail-'))
  server = http()
  await server.register(devMail, { dataDir })
})
afterEach(() => server.close())

const post = () =>
  createPost(
    readConfig({
      DATABASE_APP_URL: 'postgres://x/y',
      DATA_DIR: dataDir,
    }),
  )
const letter = { subject: 'Your code', app: 'people' as const }

test('a mailbox can be read as JSON, newest first', async () => {
  await post().send({ ...letter, id: 'a', to: 'one@post.example', body: '111111' })
  await post().send({ ...letter, id: 'b', to: 'other@post.example', body: '222222' })
  const reply = await server.inject({ url: '/dev/mail?to=One@post.example', headers: { accept: 'application/json' } })
  expect(reply.json().mails).toEqual([
    { to: 'one@post.example', subject: 'Your code', text: '111111', sentAt: expect.any(String) },
  ])
})

test('and as a page, in which a mail is only ever text', async () => {
  await post().send({ ...letter, id: 'a', to: 'one@post.example', body: '<script>alert(1)</script>' })
  const reply = await server.inject({ url: '/dev/mail' })
  expect(reply.headers['content-type']).toContain('text/html')
  expect(reply.body).not.toContain('<script>')
  expect(reply.body).toContain('one@post.example')
})

test.each([
  ['from another machine', { remoteAddress: '192.168.1.20' }],
  ['through a proxy on this one', { headers: { 'x-forwarded-for': '192.168.1.20' } }],
])('asked %s there is no such page', async (_, asked) => {
  await post().send({ ...letter, id: 'a', to: 'one@post.example', body: '111111' })
  const reply = await server.inject({ url: '/dev/mail', ...asked })
  expect(reply.statusCode).toBeGreaterThanOrEqual(400)
  expect(reply.body).not.toContain('111111')
})

test('before the first mail it says that there is none', async () => {
  expect((await server.inject({ url: '/dev/mail' })).body).toContain('None yet')
})
