import pg from 'pg'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { buildApp, UnsafeSettingsError } from '../src/app.ts'
import { readConfig } from '../src/platform/config.ts'
import { whyNotStarted } from '../src/platform/start.ts'
import { createTestDatabase, type TestDatabase } from './database.ts'

let database: TestDatabase
let owner: pg.Client
beforeEach(async () => {
  database = await createTestDatabase()
  owner = new pg.Client({ connectionString: database.ownerUrl })
  await owner.connect()
})
afterEach(async () => {
  await owner.end()
  await database.drop()
})

/** What a start that was refused says; nothing when it was not. */
async function refusalOf(settings: Record<string, string>): Promise<string | undefined> {
  const config = readConfig({
    DATABASE_APP_URL: database.appUrl,
    NODE_ENV: 'test',
    LOG_LEVEL: 'silent',
    ...settings,
  })
  const app = await buildApp(config).catch((error: Error) => error)
  if (app instanceof Error) {
    expect(app).toBeInstanceOf(UnsafeSettingsError)
    return app.message
  }
  await app.close()
  return undefined
}

test('as the product’s own role it starts', async () => {
  expect(await refusalOf({ WEFT_ALLOW_UNSAFE_POSTGRES: '1' })).toBeUndefined()
})

test('as a superuser, who owns the tables and steps around row-level security, it does not', async () => {
  const refusal = await refusalOf({ DATABASE_APP_URL: database.ownerUrl, WEFT_ALLOW_UNSAFE_POSTGRES: '1' })
  expect(refusal).toMatch(/a superuser/)
  expect(refusal).toMatch(/bypasses row-level security/)
})

test('nor as a role that owns a table', async () => {
  await owner.query(
    'grant create on schema public to weft_app; create table stray (id int); alter table stray owner to weft_app',
  )
  expect(await refusalOf({ WEFT_ALLOW_UNSAFE_POSTGRES: '1' })).toMatch(/owns tables/)
})

test('nor where a power cut could lose what was acknowledged', async () => {
  await owner.query(`alter database ${new URL(database.ownerUrl).pathname.slice(1)} set synchronous_commit = off`)
  expect(await refusalOf({})).toMatch(/synchronous_commit off/)
})

test.each([
  [
    'at an address where nobody is',
    (url: URL) => Object.assign(url, { port: '1' }),
    /No PostgreSQL answers at DATABASE_APP_URL \(ECONNREFUSED\)/,
  ],
  ['with a wrong password', (url: URL) => Object.assign(url, { password: 'x' }), /look at its name and password/],
  [
    'with a database that there is not',
    (url: URL) => Object.assign(url, { pathname: '/nowhere' }),
    /no database of the name/,
  ],
  [
    'with one that was never made ready',
    (url: URL) => Object.assign(url, { pathname: '/postgres' }),
    /run node migrations\/run.ts first/,
  ],
])('%s it says which setting to look at', async (_, change, sentence) => {
  const { href } = change(new URL(database.appUrl))
  const started = buildApp(
    readConfig({ DATABASE_APP_URL: href, NODE_ENV: 'test', LOG_LEVEL: 'silent', WEFT_ALLOW_UNSAFE_POSTGRES: '1' }),
  )
  expect(whyNotStarted(await started.catch((error) => error))).toMatch(sentence)
})

test('a port that is taken is named', async () => {
  const settings = {
    DATABASE_APP_URL: database.appUrl,
    NODE_ENV: 'test',
    LOG_LEVEL: 'silent',
    WEFT_ALLOW_UNSAFE_POSTGRES: '1',
  }
  const first = await buildApp(readConfig({ ...settings, PORT: '0' }))
  const { port } = new URL(await first.listen())
  const second = await buildApp(readConfig({ ...settings, PORT: port }))
  expect(whyNotStarted(await second.listen().catch((error) => error))).toBe(
    `PORT ${port} is taken by another program: stop that, or choose another.`,
  )
  await Promise.all([first.close(), second.close()])
})
