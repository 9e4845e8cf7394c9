import { randomBytes } from 'node:crypto'
import type { StoredEvent } from '@weft/channels/define'
import type { Bell, ChannelLog, ChannelServer, Faults, Limits } from '@weft/channels/server'
import { createRedisBell } from '@weft/channels/server'
import type { FastifyInstance } from 'fastify'
import { writeAudit } from './features/audit/write-audit.ts'
import { createAuthenticate } from './features/people/authenticate.ts'
import { devMail } from './features/people/dev-mail.ts'
import { limits } from './features/people/limits.ts'
import { createSessionUse } from './features/people/session-use.ts'
import { tipPages } from './features/tips/pages/pages.ts'
import { features } from './features.ts'
import { addBoard } from './platform/board.ts'
import type { Clock } from './platform/clock.ts'
import { systemClock } from './platform/clock.ts'
import { type Config, ConfigError } from './platform/config.ts'
import type { Outlets } from './platform/context.ts'
import type { Db } from './platform/db.ts'
import { createDb, findUnsafeSettings } from './platform/db.ts'
import { addDocuments } from './platform/documents.ts'
import { expireLog } from './platform/expire-log.ts'
import { collectHearers } from './platform/facts.ts'
import { addHealth } from './platform/health.ts'
import { createHttp } from './platform/http.ts'
import type { Jobs } from './platform/jobs.ts'
import { createJobs } from './platform/jobs.ts'
import { createLimiter } from './platform/limits.ts'
import type { Log } from './platform/log.ts'
import { createLog } from './platform/log.ts'
import { addMetrics, createMetrics } from './platform/metrics.ts'
import type { Redis } from './platform/redis.ts'
import { connectRedis } from './platform/redis.ts'
import type { Runner } from './platform/runner.ts'
import { createRunner } from './platform/runner.ts'
import { createSharedClock } from './platform/shared-clock.ts'
import { channelLog, createSockets } from './platform/sockets.ts'
import { addStaticApps } from './platform/static-apps.ts'
import { tellFacts } from './platform/tell-facts.ts'
import type { WebPush } from './platform/web-push.ts'

/**
 * Connections that may wait to be taken. When a server dies thousands of devices knock at once; those that find the queue full are not told so,
 * and knock again after 1, 3, 7 and 15 seconds. Linux takes the smaller of this and `net.core.somaxconn`, by default 4096.
 */
const listenBacklog = 4_096

export interface App {
  config: Config
  db: Db
  clock: Clock
  log: Log
  runner: Runner
  http: FastifyInstance
  channels: ChannelServer
  jobs: Jobs
  /** Opens the port; answers the address. */
  listen(): Promise<string>
  /** Readiness off, sockets told to come back with spread, requests and jobs finished, connections closed. */
  close(options?: { drainMs?: number }): Promise<void>
}

export interface AppOptions {
  /** The product's clock as it is, for tests; without one it is the machine's, put right by the database's. */
  clock?: Clock
  machineClock?: Clock
  log?: Log
  /** Limits of the channel layer, for tests and load. */
  channelLimits?: Partial<Limits>
  /** Limits of the operations, for load. */
  operationLimits?: typeof limits
  /** Where pushes leave, for tests. */
  push?: WebPush
  /** Planted bugs, for testing the chaos run's checker. */
  plant?: Plant
}

/** Takes a part of the product and gives back one with a mistake in it. */
export interface Plant {
  db?(db: Db): Db
  channelLog?(log: ChannelLog, outlets: Outlets): ChannelLog
  runner?(runner: Runner): Runner
  bell?(bell: Bell): Bell
  channelFaults?: Faults
}

export class UnsafeSettingsError extends ConfigError {}

/** Builds the whole product; `main.ts` listens with it, tests use it as it is. */
export async function buildApp(config: Config, options: AppOptions = {}): Promise<App> {
  const shared = createSharedClock(options.machineClock ?? systemClock)
  const clock = options.clock ?? shared
  const log = options.log ?? createLog(config.logLevel)
  const nodeId = randomBytes(6).toString('hex')
  const { plant = {} } = options
  const cleanDb = createDb(config, log, clock)
  const db = plant.db?.(cleanDb) ?? cleanDb
  const unsafe = await findUnsafeSettings(db, config.allowUnsafePostgres)
  if (unsafe.length > 0) {
    await db.close()
    throw new UnsafeSettingsError(unsafe.join('\n'))
  }
  if (!options.clock) await shared.start(db, log)
  const redis: Redis | undefined = config.redisUrl ? await connectRedis(config.redisUrl, log) : undefined

  // The runner needs its outlets before they exist; what they hand on only ever happens after a commit.
  let channels: ChannelServer | undefined
  let jobs: Jobs | undefined
  const outlets: Outlets = {
    committed: (events: StoredEvent[]) => channels?.committed(events),
    wake: (job) => jobs?.wake(job),
    endSessions: (sessionIds) => {
      for (const id of sessionIds) channels?.endIdentity(id)
    },
  }
  const numbered = plant.channelLog?.(channelLog, outlets) ?? channelLog
  const cleanRunner = createRunner({ db, clock, log, channelLog: numbered, features, writeAudit, outlets })
  const runner = plant.runner?.(cleanRunner) ?? cleanRunner
  const authenticate = createAuthenticate(db, clock)
  const limiter = createLimiter(clock, options.operationLimits ?? limits)
  const http = await createHttp({ config, log, runner, authenticate, limiter })
  const metrics = createMetrics()
  const told = tellFacts(collectHearers(features).after)
  const work = [expireLog, told, ...features.flatMap((feature) => feature.jobs ?? [])]
  jobs = createJobs({ config, jobs: work, runner, db, log, clock, redis, push: options.push, onRan: metrics.jobRan })
  addMetrics(http, metrics, { config, db, jobs, channels: () => channels?.stats() ?? {} })
  await addBoard(http, { jobs, authenticate })
  await addDocuments(http, runner)
  const health = addHealth(http, { config, db, redis, nodeId })
  if (config.mode === 'development') await http.register(devMail, { dataDir: config.dataDir })
  await addStaticApps(http, config)
  await http.register(tipPages, { runner, limiter, clock, log })
  const bell = redis && createRedisBell(redis.publisher, redis.subscriber, redis.prefix, nodeId)
  channels = createSockets({
    server: http.server,
    config,
    nodeId,
    db,
    clock,
    log,
    runner,
    channels: features.flatMap((feature) => feature.channels ?? []),
    authenticate,
    limiter,
    used: createSessionUse(db, clock, log),
    bell: bell && (plant.bell?.(bell) ?? bell),
    limits: options.channelLimits,
    faults: plant.channelFaults,
  })
  const served = channels
  const working = jobs
  await db.as({ kind: 'system', system: 'channels', requestId: 'boot' }, (tx) =>
    channelLog.resetEpochsAfterRestore({ query: (sql, values) => tx.query(sql, values) }),
  )

  return {
    config,
    db,
    clock,
    log,
    runner,
    http,
    channels: served,
    jobs: working,
    async listen() {
      const address = await http.listen({ port: config.port, host: config.host, backlog: listenBacklog })
      health.setReady(true)
      return address
    },
    async close({ drainMs = 0 } = {}) {
      health.setReady(false)
      shared.stop()
      await served.drain({ spreadMs: drainMs })
      await served.close()
      await http.close()
      await working.stop()
      await runner.settled()
      await bell?.close()
      await redis?.close()
      await db.close()
    },
  }
}
