import type { Job } from 'bullmq'
import { createPostgresBackend, Queue, Worker } from 'bullmq'
import pg from 'pg'
import type { Config } from './config.ts'
import type { Log } from './log.ts'
import { errorFields } from './log.ts'
import type { Redis } from './redis.ts'

/** Carries wakes from whoever commits a row to a worker. It holds names and nothing else, and may forget them. */
export interface JobQueue {
  /** For bull-board. */
  readonly queue: Queue
  /** May take as long as the store is away; the caller waits no longer than it likes. */
  add(name: string): Promise<void>
  /** Takes wakes from now on, one process of many getting each. */
  work(run: (name: string) => Promise<void>): void
  /** Finishes what runs; gives up after `patienceMs` when the store does not answer. */
  close(patienceMs: number): Promise<void>
}

const name = 'jobs'
const concurrency = 8

// One waiting wake for each job.
const wakeOptions = (job: string) => ({
  deduplication: { id: job },
  attempts: 5,
  backoff: { type: 'exponential', delay: 2_000 },
  removeOnComplete: { count: 100 },
  removeOnFail: { count: 500 },
})

const workerOptions = {
  concurrency,
  runRetryDelay: 1_000,
  lockDuration: 10_000,
  stalledInterval: 5_000,
  maxStalledCount: 10,
}

export function createJobQueue(parts: { config: Config; redis: Redis | undefined; log: Log }): JobQueue {
  const store = parts.redis ? onRedis(parts.redis, parts.config) : onPostgres(parts.config, parts.log)
  const heard = (error: Error) => parts.log.debug({ error: errorFields(error) }, 'The job queue met an error')
  const queue = store.queue()
  queue.on('error', heard)
  let worker: Worker | undefined
  return {
    queue,
    async add(job) {
      await queue.add(job, {}, wakeOptions(job))
    },
    work(run) {
      worker = store.worker(async (job) => {
        // From here on a wake is a new one: it may tell of rows that this run no longer sees, and must not wait for a worker that dies.
        await job.removeDeduplicationKey().catch(heard)
        await run(job.name)
      })
      worker.on('error', heard)
    },
    async close(patienceMs) {
      await within(patienceMs, worker?.close())
      await within(1_000, queue.close())
      await within(1_000, store.close())
    },
  }
}

interface Store {
  queue(): Queue
  worker(run: (job: Job) => Promise<void>): Worker
  close(): Promise<void>
}

/** Several deployments, and several test databases, may share one Redis: the database's name keeps their wakes apart. */
function onRedis(redis: Redis, config: Config): Store {
  const prefix = `{${redis.prefix}-${new URL(config.databaseUrl).pathname.slice(1)}}`
  // BullMQ wants its commands kept until Redis is back; nobody waits for them.
  const connection = () => redis.connect({ maxRetriesPerRequest: null })
  return {
    queue: () => new Queue(name, { connection: connection(), prefix }),
    worker: (run) => new Worker(name, run, { connection: connection(), prefix, ...workerOptions }),
    close: async () => {},
  }
}

/** A small pool of its own: a worker holds one connection to listen on. A wake may be lost, so its commit waits for no disk. */
function onPostgres(config: Config, log: Log): Store {
  const pool = new pg.Pool({
    connectionString: config.databaseUrl,
    max: 4,
    application_name: 'weft-jobs',
    options: '-c search_path=bullmq -c synchronous_commit=off',
    connectionTimeoutMillis: 3_000,
    idleTimeoutMillis: 30_000,
    keepAlive: true,
  })
  pool.on('error', (error) => log.debug({ error: errorFields(error) }, 'An idle connection of the job queue was lost'))
  pool.on('connect', (client) => client.on('error', () => {}))
  const connection = pool as never
  return {
    queue: () => new Queue(name, { connection }, createPostgresBackend as never) as unknown as Queue,
    worker: (run) =>
      new Worker(name, run, { connection, ...workerOptions }, createPostgresBackend as never) as unknown as Worker,
    close: () => pool.end(),
  }
}

/** Waits for `work` at most so long, and never for its failure. */
export async function within(ms: number, work: Promise<unknown> | undefined): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), ms)
  })
  const done = Promise.resolve(work).then(
    () => true,
    () => false,
  )
  return Promise.race([done, late]).finally(() => clearTimeout(timer))
}
