import pg from 'pg'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { buildApp, UnsafeSettingsError } from '../src/app.ts'
import { readConfig } from '../src/platform/config.ts'
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
