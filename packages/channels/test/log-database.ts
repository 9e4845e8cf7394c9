import { readFileSync } from 'node:fs'
import pg from 'pg'
import type { SqlExecutor } from '../src/server/log.ts'

export interface LogDatabase {
  pool: pg.Pool
  /** One READ COMMITTED transaction; rolled back when `fn` throws. */
  transaction<T>(fn: (tx: SqlExecutor) => Promise<T>, mode?: string): Promise<T>
  drop(): Promise<void>
}

/** A schema of its own in the database of DATABASE_URL, holding `schema.sql`. For this package's own tests. */
export async function createLogDatabase(url = process.env.DATABASE_URL): Promise<LogDatabase> {
  if (!url) throw new Error('DATABASE_URL is not set: these tests need a Postgres')
  const name = `channels_${crypto.randomUUID().replaceAll('-', '')}`
  const first = new pg.Client(url)
  await first.connect()
  await first.query(`create schema ${name}; set search_path to ${name};
    ${readFileSync(new URL('../schema.sql', import.meta.url), 'utf8')}`)
  await first.end()

  const pool = new pg.Pool({ connectionString: url, max: 8, options: `-c search_path=${name}` })
  const quiet = () => {}
  pool.on('error', quiet)
  pool.on('connect', (client) => client.on('error', quiet))

  return {
    pool,
    async transaction(fn, mode = '') {
      const client = await pool.connect()
      let failed = true
      try {
        await client.query(`begin ${mode}`)
        const value = await fn(client)
        await client.query('commit')
        failed = false
        return value
      } finally {
        if (failed) await client.query('rollback').catch(quiet)
        client.release(failed)
      }
    },
    async drop() {
      await pool.query(`drop schema ${name} cascade`).catch(quiet)
      await pool.end()
    },
  }
}
