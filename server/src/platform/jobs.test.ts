import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterEach, beforeEach, describe, expect, inject, test, vi } from 'vitest'
import type { Redis as RedisServer } from '../../../tools/lib/redis.mjs'
import { startRedis } from '../../../tools/lib/redis.mjs'
import { createTestDatabase, type TestDatabase } from '../../test/database.ts'
import { systemClock } from './clock.ts'
import { readConfig } from './config.ts'
import { createDb, type Db } from './db.ts'
import type { Feature, Job } from './feature.ts'
import { createJobs, type Jobs } from './jobs.ts'
import { createLog } from './log.ts'
import { connectRedis, type Redis } from './redis.ts'
import { createRunner } from './runner.ts'

const log = createLog('silent')
const closers: (() => unknown)[] = []
let database: TestDatabase
let owner: pg.Client

beforeEach(async () => {
  database = await createTestDatabase()
  owner = new pg.Client({ connectionString: database.ownerUrl })
  owner.on('error', () => {})
  await owner.connect()
  await owner.query(
    `create table chore (id int primary key, times int not null default 0); grant all on chore to weft_app`,
  )
})

afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close()
  await owner.end()
  await database.drop()
})

/** Claims undone chores and does them; a chore that was done twice shows. */
const doChores: Job = {
  name: 'chores.do',
  everySeconds: 600,
  async run({ db }) {
    await db.as({ kind: 'system', system: 'jobs', requestId: 'test' }, (tx) =>
      tx.query(
        `update chore set times = times + 1 where id in (select id from chore where times = 0 for update skip locked)`,
      ),
    )
  },
}

interface Node {
  jobs: Jobs
  db: Db
  redis: Redis | undefined
}

/** One process of a deployment; all of a test share its database and, when it names one, its Redis. */
async function node(jobs: Job[], redisUrl = ''): Promise<Node> {
  const config = readConfig({
    DATABASE_APP_URL: database.appUrl,
    REDIS_URL: redisUrl,
    NODE_ENV: 'test',
  })
  const db = createDb(config, log)
  const redis = config.redisUrl ? await connectRedis(config.redisUrl, log) : undefined
  const features: Feature[] = [{ name: 'chores', tables: [], jobs }]
  const outlets = { committed() {}, wake() {}, endSessions() {} }
  const runner = createRunner({
    db,
    clock: systemClock,
    log,
    channelLog: {} as never,
    features,
    writeAudit: async () => {},
    outlets,
  })
  const made = createJobs({ config, jobs, runner, db, log, clock: systemClock, redis })
  closers.push(async () => {
    await made.stop()
    await redis?.close()
    await db.close()
  })
  return { jobs: made, db, redis }
}

async function ownRedis(port?: number): Promise<RedisServer> {
  const directory = mkdtempSync(join(tmpdir(), 'weft-jobs-'))
  const server = (await startRedis({ directory, wanted: 'require', ...(port ? { port } : {}) })) as RedisServer
  closers.push(() => server.stop())
  return server
}

const addChores = (from: number, to: number) =>
  owner.query('insert into chore (id) select generate_series($1::int, $2::int)', [from, to])

async function expectAllDone(count: number): Promise<void> {
  await vi.waitFor(
    async () => {
      const { rows } = await owner.query(
        'select count(*)::int as all, count(*) filter (where times = 1)::int as once from chore',
      )
      expect(rows[0]).toEqual({ all: count, once: count })
    },
    { timeout: 20_000, interval: 50 },
  )
}

const { redisUrl } = inject('stores')
const stores = [['Postgres alone', ''], ...(redisUrl ? [['Redis', redisUrl]] : [])] as [string, string][]

describe.each(stores)('on %s', (_, url) => {
  test('what rows call for is done once, however many workers hear of it', async () => {
    const nodes = [await node([doChores], url), await node([doChores], url), await node([doChores], url)]
    for (const { jobs } of nodes) await jobs.start()
    for (let from = 1; from <= 200; from += 10) {
      await addChores(from, from + 9)
      for (const { jobs } of nodes) jobs.wake('chores.do')
    }
    await expectAllDone(200)
  })

  test('a process that runs no jobs wakes one that does', async () => {
    let runs = 0
    const counted: Job = {
      ...doChores,
      async run(tools) {
        await doChores.run(tools)
        runs += 1
      },
    }
    const [asker, worker] = [await node([counted], url), await node([counted], url)]
    await worker.jobs.start()
    await vi.waitFor(async () => {
      expect(runs).toBeGreaterThan(0)
      expect(await worker.jobs.queues[0]?.getJobCountByTypes('waiting', 'active')).toBe(0)
    }, 10_000)
    await addChores(1, 3)
    asker.jobs.wake('chores.do')
    await expectAllDone(3)
  })

  test('a wake that comes while the job runs makes it run again', async () => {
    let runs = 0
    let release: () => void = () => {}
    const held = new Promise<void>((resolve) => {
      release = resolve
    })
    const slow: Job = {
      name: 'slow',
      everySeconds: 600,
      async run() {
        runs += 1
        if (runs === 1) await held
      },
    }
    const { jobs } = await node([slow], url)
    await jobs.start()
    await vi.waitFor(() => expect(runs).toBe(1), 10_000)
    jobs.wake('slow')
    release()
    await vi.waitFor(() => expect(runs).toBe(2), 20_000)
  })

  test('a slow job that is woken often keeps no other from running', async () => {
    let release: () => void = () => {}
    const held = new Promise<void>((resolve) => {
      release = resolve
    })
    const slow: Job = { name: 'slow', everySeconds: 600, run: () => held }
    const { jobs } = await node([slow, doChores], url)
    await jobs.start()
    for (let n = 1; n <= 20; n += 1) {
      jobs.wake('slow')
      await addChores(n, n)
      jobs.wake('chores.do')
      await expectAllDone(n)
    }
    release()
  })

  test('a job that fails is tried again, and what its error said is kept nowhere', async () => {
    let runs = 0
    const shaky: Job = {
      name: 'shaky',
      everySeconds: 600,
      async run() {
        runs += 1
        if (runs < 2) throw new Error('canary: what a person wrote')
      },
    }
    const { jobs } = await node([shaky], url)
    await jobs.start()
    await vi.waitFor(() => expect(runs).toBe(2), 20_000)
    const kept = await jobs.queues[0]?.getJobs()
    expect(kept?.length).toBeGreaterThan(0)
    expect(JSON.stringify(kept?.map((job) => [job.asJSON(), job.stacktrace]))).not.toContain('canary')
  })

  test('stopping finishes what runs', async () => {
    let hasStarted = false
    let hasFinished = false
    const slow: Job = {
      name: 'slow',
      everySeconds: 600,
      async run({ db }) {
        hasStarted = true
        await db.as({ kind: 'nobody', requestId: 'test' }, (tx) => tx.query('select pg_sleep(0.5)'))
        hasFinished = true
      },
    }
    const { jobs } = await node([slow], url)
    await jobs.start()
    await vi.waitFor(() => expect(hasStarted).toBe(true), 10_000)
    await jobs.stop()
    expect(hasFinished).toBe(true)
  })

  test('waking a job that nobody has does no harm', async () => {
    const { jobs } = await node([doChores], url)
    expect(() => jobs.wake('no.such')).not.toThrow()
  })
})

// A run without Redis has none to fail.
describe.each(redisUrl ? ['Redis'] : [])('when %s fails', () => {
  const often: Job = { ...doChores, everySeconds: 1 }

  test('what it forgot is found again', async () => {
    const server = await ownRedis()
    const { jobs, redis } = await node([often], server.url)
    await jobs.start()
    await addChores(1, 5)
    await redis?.publisher.flushall()
    await expectAllDone(5)
    jobs.wake('chores.do')
    await addChores(6, 10)
    await expectAllDone(10)
  })

  test('while it hangs, waking returns at once and the work is done without it; afterwards with it again', async () => {
    const server = await ownRedis()
    const { jobs, redis } = await node([often], server.url)
    await jobs.start()
    process.kill(server.pid as number, 'SIGSTOP')
    try {
      await addChores(1, 5)
      for (let n = 0; n < 1000; n += 1) jobs.wake('chores.do')
      await expectAllDone(5)
      await vi.waitFor(() => expect(redis?.healthy()).toBe(false), 10_000)
      await addChores(6, 10)
      await expectAllDone(10)
    } finally {
      process.kill(server.pid as number, 'SIGCONT')
    }
    await vi.waitFor(() => expect(redis?.healthy()).toBe(true), 10_000)
    await addChores(11, 15)
    await expectAllDone(15)
  })

  test('killed and started again, it is used again', async () => {
    const server = await ownRedis()
    const [asker, worker] = [await node([doChores], server.url), await node([doChores], server.url)]
    await worker.jobs.start()
    server.kill()
    await vi.waitFor(() => expect(worker.redis?.healthy()).toBe(false), 10_000)
    await addChores(1, 5)
    worker.jobs.wake('chores.do')
    await expectAllDone(5)
    const password = new URL(server.url).password
    const again = await ownRedis(server.port)
    const client = await connectRedis(again.url, log)
    await client.publisher.config('SET', 'requirepass', password)
    await client.close()
    await vi.waitFor(() => expect(asker.redis?.healthy()).toBe(true), 20_000)
    await vi.waitFor(async () => {
      asker.jobs.wake('chores.do')
      expect(await worker.jobs.queues[0]?.getWorkersCount()).toBe(1)
    }, 20_000)
    await addChores(6, 10)
    asker.jobs.wake('chores.do')
    await expectAllDone(10)
  })

  test('a process that starts while it is down works, and uses it once it is up', async () => {
    const server = await ownRedis()
    server.kill()
    await server.exited
    const { jobs } = await node([often], server.url)
    await jobs.start()
    await addChores(1, 5)
    await expectAllDone(5)
  })
})

test('on Postgres alone, terminated connections are replaced', async () => {
  // A wake may be lost with its connection; the reconciler makes it good.
  const { jobs } = await node([{ ...doChores, everySeconds: 2 }])
  await jobs.start()
  for (let round = 1; round <= 5; round += 1) {
    await addChores(round, round)
    jobs.wake('chores.do')
    await expectAllDone(round)
    await owner.query(
      `select pg_terminate_backend(pid) from pg_stat_activity where usename = 'weft_app' and datname = current_database()`,
    )
  }
})

test('what a worker was busy with when it died is taken over', async () => {
  let isBusy = false
  let release: () => void = () => {}
  const held = new Promise<void>((resolve) => {
    release = resolve
  })
  const hanging: Job = {
    ...doChores,
    run() {
      isBusy = true
      return held
    },
  }
  const doomed = await node([hanging])
  await doomed.jobs.start()
  await vi.waitFor(() => expect(isBusy).toBe(true), 10_000)
  const other = await node([{ ...doChores, everySeconds: 2 }])
  await other.jobs.start()
  await addChores(1, 5)
  doomed.jobs.wake('chores.do')
  await expectAllDone(5)
  release()
})
