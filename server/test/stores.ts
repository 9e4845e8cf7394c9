import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { migrate } from '../../migrations/run.ts'
import { startStores } from '../../tools/lib/stores.mjs'

/** Where a test finds its stores: `inject('stores')`. The URLs are plain strings because they cross into worker processes. */
export interface TestStores {
  /** The superuser's (or owner's) address; its own database stays empty. */
  ownerUrl: string
  /** The migrated database that each test database is a copy of. */
  template: string
  appPassword: string
  /** Empty when the run has no Redis: then the product works on Postgres alone. */
  redisUrl: string
}

declare module 'vitest' {
  interface ProvidedContext {
    stores: TestStores
  }
}

/**
 * Vitest's global set-up: one Postgres and one Redis for the whole run, and a migrated template to copy.
 *
 * `DATABASE_URL` and `REDIS_URL` come from tools/test.mjs; without the first, as in a plain `npx vitest run <path>`, private
 * ones are started here. Such a database may lose data in a crash, which only tests allow.
 */
export default async function setUp(project: TestProject): Promise<(() => Promise<void>) | undefined> {
  const own = process.env.DATABASE_URL ? undefined : await startStores({ durable: false })
  const ownerUrl = own?.databaseUrl ?? (process.env.DATABASE_URL as string)
  const redisUrl = own ? (own.redisUrl ?? '') : process.env.REDIS === 'off' ? '' : (process.env.REDIS_URL ?? '')
  process.env.WEFT_ALLOW_UNSAFE_POSTGRES = '1'
  process.env.DATABASE_URL = ownerUrl
  process.env.REDIS_URL = redisUrl

  // The role is one for the whole server, so runs that share a server must agree on its password.
  const appPassword = createHash('sha256').update(ownerUrl).digest('base64url')
  const template = await ensureTemplate(ownerUrl, appPassword)
  project.provide('stores', { ownerUrl, template, appPassword, redisUrl })
  return own?.stop
}

// Named after the migrations' content: a later run on the same server takes it as it is. It gets its final name only when it
// is complete, so nobody copies half of one.
async function ensureTemplate(ownerUrl: string, appPassword: string): Promise<string> {
  const template = `weft_template_${migrationsHash()}`
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    await client.query(`select pg_advisory_lock(hashtext($1))`, [template])
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [template])
    if (rowCount) return template
    const draft = `${template}_draft`
    await client.query(`drop database if exists ${draft} with (force)`)
    await client.query(`create database ${draft}`)
    const url = new URL(ownerUrl)
    url.pathname = `/${draft}`
    await migrate(url.href, { appPassword })
    await client.query(`alter database ${draft} rename to ${template}`)
    return template
  } finally {
    await client.end()
  }
}

function migrationsHash(): string {
  const folder = join(import.meta.dirname, '../../migrations')
  const hash = createHash('sha256')
  for (const file of readdirSync(folder).sort()) {
    if (file.endsWith('.ts') && !file.endsWith('.test.ts')) hash.update(file).update(readFileSync(join(folder, file)))
  }
  return hash.digest('hex').slice(0, 16)
}
