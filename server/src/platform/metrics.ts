import { timingSafeEqual } from 'node:crypto'
import { ProblemError } from '@weft/contract/problem.ts'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import type { Config } from './config.ts'
import type { Db } from './db.ts'
import { within } from './job-queue.ts'
import type { Jobs } from './jobs.ts'
import { isFromThisMachine } from './local.ts'

export interface Metrics {
  readonly registry: Registry
  /** For `createJobs({ onRan })`. */
  jobRan(name: string, seconds: number, isOk: boolean): void
}

export interface Measured {
  config: Config
  db: Db
  jobs: Jobs
  /** Counts of the channel layer. */
  channels(): Record<string, number>
}

const seconds = [0.001, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10]

/** What this process counts. Labels are names from the code: routes, jobs, states; never an id, an address or what anybody wrote. */
export function createMetrics(): Metrics {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry, prefix: 'weft_' })
  const jobSeconds = new Histogram({
    name: 'weft_job_seconds',
    help: 'Runs of a job in this process',
    labelNames: ['job', 'outcome'],
    buckets: seconds,
    registers: [registry],
  })
  return {
    registry,
    jobRan: (job, took, isOk) => jobSeconds.observe({ job, outcome: isOk ? 'ok' : 'failed' }, took),
  }
}

/** Measures every request and serves `/metrics` to this machine, or to whoever holds `METRICS_TOKEN`. */
export function addMetrics(http: FastifyInstance, { registry }: Metrics, measured: Measured): void {
  const requestSeconds = new Histogram({
    name: 'weft_http_request_seconds',
    help: 'Requests answered, by route template',
    labelNames: ['method', 'route', 'status'],
    buckets: seconds,
    registers: [registry],
  })
  http.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url ?? 'none'
    requestSeconds.observe({ method: request.method, route, status: reply.statusCode }, reply.elapsedTime / 1000)
  })
  gauges(registry, measured)
  http.get('/metrics', async (request, reply) => {
    if (!mayRead(request, measured.config)) throw new ProblemError('not-found', {}, 'not_local')
    return reply.type(registry.contentType).send(await registry.metrics())
  })
}

function gauges(registry: Registry, { db, jobs, channels }: Measured): void {
  const registers = [registry]
  new Gauge({
    name: 'weft_database_connections',
    help: 'Connections of the pool, and requests that wait for one',
    labelNames: ['state'],
    registers,
    collect() {
      for (const [state, count] of Object.entries(db.stats())) this.set({ state }, count)
    },
  })
  new Gauge({
    name: 'weft_channels',
    help: 'What the channel layer of this node holds and has done',
    labelNames: ['what'],
    registers,
    collect() {
      for (const [what, count] of Object.entries(channels())) this.set({ what }, count)
    },
  })
  new Gauge({
    name: 'weft_job_queue',
    help: 'Wakes in the queue, by state',
    labelNames: ['state'],
    registers,
    async collect() {
      this.reset()
      await within(250, countInto(this, jobs))
    },
  })
}

async function countInto(gauge: Gauge<'state'>, jobs: Jobs): Promise<void> {
  for (const queue of jobs.queues) {
    const counts = await queue.getJobCounts('waiting', 'active', 'delayed', 'failed')
    for (const [state, count] of Object.entries(counts)) gauge.set({ state }, count)
  }
}

function mayRead(request: FastifyRequest, config: Config): boolean {
  const given = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1]
  if (config.metricsToken && given !== undefined) return isSame(given, config.metricsToken)
  return isFromThisMachine(request)
}

function isSame(given: string, wanted: string): boolean {
  const [one, other] = [Buffer.from(given), Buffer.from(wanted)]
  return one.length === other.length && timingSafeEqual(one, other)
}
