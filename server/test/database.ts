import { randomBytes } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { inject } from 'vitest'
import type {} from './stores.ts'

export interface TestDatabase {
  /** For what only an owner may do: a superuser, whom row-level security does not hold. */
  ownerUrl: string
  /** As the product signs in: `weft_app`. */
  appUrl: string
  drop(): Promise<void>
}

/** A database of the caller's own with every migration applied and no rows, in some ten milliseconds. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const { ownerUrl, template, appPassword } = inject('stores')
  const name = `weft_test_${process.pid}_${randomBytes(6).toString('hex')}`
  await asOwner(ownerUrl, (client) => copyTemplate(client, template, name))
  const owner = new URL(ownerUrl)
  owner.pathname = `/${name}`
  const app = new URL(owner)
  app.username = 'weft_app'
  app.password = appPassword
  return {
    ownerUrl: owner.href,
    appUrl: app.href,
    drop: () => asOwner(ownerUrl, (client) => client.query(`drop database if exists ${name} with (force)`)),
  }
}

async function asOwner(url: string, work: (client: pg.Client) => Promise<unknown>): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await work(client)
  } finally {
    await client.end()
  }
}

const objectInUse = '55006'

// Postgres refuses to copy a database that anybody is connected to; autovacuum may be, for a moment.
async function copyTemplate(client: pg.Client, template: string, name: string): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await client.query(`create database ${name} template ${template}`)
      return
    } catch (error) {
      if ((error as { code?: string }).code !== objectInUse || attempt === 50) throw error
      await sleep(20 * attempt)
    }
  }
}
