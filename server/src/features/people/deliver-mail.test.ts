import { mkdtempSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { makeWorld, type World } from '../../../test/world.ts'
import type { JobTools } from '../../platform/feature.ts'
import { createPost, type Letter } from '../../platform/post.ts'
import { deliverMail } from './deliver-mail.ts'
import { update, writeMail } from './mail.ts'

let world: World
let letters: Letter[]
/** Set to make the next server refuse. */
let isRefusing: boolean
const dataDir = mkdtempSync(join(tmpdir(), 'weft-mail-'))

beforeEach(async () => {
  world = await makeWorld({
    config: { DATA_DIR: dataDir, PUBLIC_URL: 'https://weft.example', STAFF_URL: 'https://work.example' },
  })
  letters = []
  isRefusing = false
})
afterEach(() => world.close())

function tools(): JobTools {
  return {
    db: world.app.db,
    log: world.app.log,
    dataDir,
    push: undefined as never,
    now: () => world.clock.now(),
    act: (system, work) => world.app.runner.act(system as 'jobs', work),
    post: {
      async send(letter) {
        if (isRefusing) throw Object.assign(new Error('451 canary@post.example'), { code: 'EENVELOPE' })
        letters.push(letter)
      },
    },
  }
}

const write = (effectKey: string, extra: { expiresAt?: Date } = {}) =>
  world.app.runner.act('identity', (ctx) =>
    writeMail(ctx, { effectKey, to: 'someone@post.example', ...update, link: '/sign-in', app: 'people', ...extra }),
  )

test('what is in the outbox is sent once, and then forgotten', async () => {
  await write('one')
  await deliverMail.run(tools())
  await deliverMail.run(tools())
  expect(letters).toEqual([
    expect.objectContaining({ to: 'someone@post.example', body: 'You have an update.', link: '/sign-in' }),
  ])
  const [row] = await world.sql('select body, sent_at from mail')
  expect(row).toEqual({ body: '', sent_at: world.clock.now() })
})

test('the same effect is written once', async () => {
  await write('one')
  await write('one')
  await deliverMail.run(tools())
  expect(letters).toHaveLength(1)
})

test('workers at the same time send each mail once', async () => {
  for (let n = 0; n < 50; n += 1) await write(`mail ${n}`)
  await Promise.all([1, 2, 3].map(() => deliverMail.run(tools())))
  expect(new Set(letters.map((one) => one.id)).size).toBe(50)
  expect(letters).toHaveLength(50)
})

test('what is not taken is tried again later and later, and given up in the end', async () => {
  await write('one')
  isRefusing = true
  await deliverMail.run(tools())
  await deliverMail.run(tools())
  expect(await world.sql('select attempts from mail')).toEqual([{ attempts: 1 }])
  for (let n = 0; n < 20; n += 1) {
    world.clock.advance({ hours: 1 })
    await deliverMail.run(tools())
  }
  const [row] = await world.sql('select attempts, body, dead_at from mail')
  expect(row).toMatchObject({ attempts: 10, body: '', dead_at: expect.any(Date) })
})

test('a mail that was not taken goes out once the next server does', async () => {
  await write('one')
  isRefusing = true
  await deliverMail.run(tools())
  isRefusing = false
  world.clock.advance({ seconds: 15 })
  await deliverMail.run(tools())
  expect(letters).toHaveLength(1)
})

test('a worker that died while it sent is followed by another after its claim has run out', async () => {
  await write('one')
  await world.sql(`update mail set lease_until = $1, attempts = 1`, [new Date(world.clock.now().getTime() + 120_000)])
  await deliverMail.run(tools())
  expect(letters).toHaveLength(0)
  world.clock.advance({ minutes: 2, seconds: 1 })
  await deliverMail.run(tools())
  expect(letters).toHaveLength(1)
})

test('a code that has run out is not sent late', async () => {
  await write('one', { expiresAt: new Date(world.clock.now().getTime() + 600_000) })
  world.clock.advance({ minutes: 10 })
  await deliverMail.run(tools())
  expect(letters).toHaveLength(0)
  expect(await world.sql('select body from mail where dead_at is not null')).toEqual([{ body: '' }])
})

test('without a mail server, mails are files that can be read, with the link of their own app', async () => {
  await write('one')
  await world.app.runner.act('identity', (ctx) =>
    writeMail(ctx, { effectKey: 'two', to: 'sam@demo.example', ...update, link: '/sign-in', app: 'staff' }),
  )
  await deliverMail.run({ ...tools(), post: createPost(world.app.config) })
  const folder = join(dataDir, 'mail')
  const files = await Promise.all((await readdir(folder)).map((name) => readFile(join(folder, name), 'utf8')))
  const [own, work] = [files.find((one) => one.includes('someone@')), files.find((one) => one.includes('sam@'))]
  expect(own).toContain('You have an update.\n\nhttps://weft.example/sign-in')
  expect(work).toContain('https://work.example/sign-in')
  expect(own).toMatch(/^Message-ID: <[0-9a-f-]{36}@weft\.example>$/m)
})
