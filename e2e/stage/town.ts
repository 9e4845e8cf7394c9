import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { migrate } from '../../migrations/run.ts'
import { buildApp } from '../../server/src/app.ts'
import { createCalendar } from '../../server/src/demo/calendar.ts'
import { type DemoLogin, loadDemo } from '../../server/src/demo/load.ts'
import { TestClock } from '../../server/src/platform/clock.ts'
import { type Config, readConfig } from '../../server/src/platform/config.ts'
import { createLog } from '../../server/src/platform/log.ts'
import { ensureBuilt } from '../../tools/lib/build.mjs'
import { freePort } from '../../tools/lib/ports.mjs'
import { startRedis } from '../../tools/lib/redis.mjs'
import { startStores } from '../../tools/lib/stores.mjs'

const calendar = createCalendar({ asWritten: true })
/** Day 9, Wednesday 22 April 2026, in the evening: Kofi is awake. */
export const evening = calendar.at(9, '21:05')

/** The pilot as lived up to that evening; plain, because it travels to the workers. */
export interface Town {
  /** The superuser's address of a database that nobody uses: each stage plays on a copy. */
  databaseUrl: string
  logins: DemoLogin[]
}

/** Both apps as built, and the town lived once. */
export async function liveTown(): Promise<Town & { stop(): Promise<void> }> {
  for (const one of ['mobile-pwa', 'web']) await ensureBuilt(one, console.error)
  const stores = await startStores({ durable: false, wanted: 'off' })
  await migrate(stores.databaseUrl, { appPassword: 'stage' })
  const dataDir = mkdtempSync(join(tmpdir(), 'weft-town-'))
  try {
    const logins = await liveUntilEvening(configFor(stores.databaseUrl, { dataDir, port: 0 }))
    return { databaseUrl: stores.databaseUrl, logins, stop: stores.stop }
  } finally {
    rmSync(dataDir, { recursive: true, force: true })
  }
}

async function liveUntilEvening(config: Config): Promise<DemoLogin[]> {
  const clock = new TestClock(calendar.at(-60, '09:00'))
  const app = await buildApp(config, { clock, log: createLog('warn') })
  try {
    return await loadDemo(app, clock, calendar, { until: evening })
  } finally {
    await app.close()
  }
}

/** A copy of the town with everything it needs to be played in, and a Redis that no other copy hears: their people have the same ids. */
export async function copyTown(town: Town): Promise<{ config: Config; ownerUrl: string; leave(): Promise<void> }> {
  const dataDir = mkdtempSync(join(tmpdir(), 'weft-stage-'))
  const ownerUrl = new URL(town.databaseUrl)
  ownerUrl.pathname = `/stage_${process.pid}_${Date.now()}`
  const [redis, port] = await Promise.all([
    startRedis({ directory: join(dataDir, 'redis') }),
    freePort(),
    copyDatabase(town.databaseUrl, ownerUrl.pathname.slice(1)),
  ])
  return {
    config: configFor(ownerUrl.href, { dataDir, port, redisUrl: redis?.url }),
    ownerUrl: ownerUrl.href,
    async leave() {
      await redis?.stop()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

const objectInUse = '55006'

/** Postgres copies only what nobody is connected to: another worker may be copying, and autovacuum looks in now and then. */
async function copyDatabase(url: string, name: string): Promise<void> {
  const elsewhere = new URL(url)
  const original = elsewhere.pathname.slice(1)
  elsewhere.pathname = '/postgres'
  const client = new pg.Client({ connectionString: elsewhere.href })
  await client.connect()
  try {
    for (let attempt = 1; ; attempt += 1) {
      try {
        await client.query(`create database ${name} template ${original}`)
        return
      } catch (error) {
        if ((error as { code?: string }).code !== objectInUse || attempt === 100) throw error
        await sleep(100)
      }
    }
  } finally {
    await client.end()
  }
}

function configFor(
  ownerUrl: string,
  { dataDir, port, redisUrl }: { dataDir: string; port: number; redisUrl?: string },
): Config {
  const appUrl = new URL(ownerUrl)
  appUrl.username = 'weft_app'
  appUrl.password = 'stage'
  return readConfig({
    DATABASE_APP_URL: appUrl.href,
    REDIS_URL: redisUrl,
    PORT: String(port),
    HOST: '127.0.0.1',
    PUBLIC_URL: `http://localhost:${port}`,
    NODE_ENV: 'development',
    DATA_DIR: dataDir,
    LOG_LEVEL: process.env.E2E_LOG ?? 'error',
    WEFT_ALLOW_UNSAFE_POSTGRES: '1',
  })
}
