import type { Queue } from 'bullmq'
import type { Clock } from './clock.ts'
import type { Config } from './config.ts'
import type { Db } from './db.ts'
import type { Job, JobTools } from './feature.ts'
import type { JobQueue } from './job-queue.ts'
import { createJobQueue, within } from './job-queue.ts'
import type { Log } from './log.ts'
import { errorFields } from './log.ts'
import type { Post } from './post.ts'
import { createPost } from './post.ts'
import type { Redis } from './redis.ts'
import type { Runner } from './runner.ts'
import type { SystemName } from './scope.ts'
import type { WebPush } from './web-push.ts'
import { createWebPush } from './web-push.ts'

/**
 * Runs jobs. Rows are the truth and a wake is a hint with no data, so a lost, doubled or late wake does no harm: each job
 * is also called every `everySeconds` in each worker, through the queue while that works and past it when it does not.
 */
export interface Jobs {
  /** Hints that rows call for this job. Never blocks, never throws. */
  wake(name: string): void
  /** Works from now on, in this process. */
  start(): Promise<void>
  /** Takes nothing new and finishes what runs. */
  stop(): Promise<void>
  /** Runs one job here and now; for tests and for work that has no worker. */
  run(name: string): Promise<void>
  /** For bull-board. */
  readonly queues: readonly Queue[]
}

export interface JobParts {
  config: Config
  jobs: readonly Job[]
  runner: Runner
  db: Db
  log: Log
  clock: Clock
  redis: Redis | undefined
  /** Where mail leaves; made from `config` unless a test gives its own. */
  post?: Post
  /** Where pushes leave; likewise. */
  push?: WebPush
  /** Hears how each run went, for metrics. */
  onRan?: (name: string, seconds: number, isOk: boolean) => void
}

const OFFER_MS = 250
const STOP_MS = 10_000

/** What is known of one job in this process. */
interface Lane {
  job: Job
  running?: Promise<void>
  /** Asked for again while it ran. */
  again: boolean
  ranAt: number
  /** An offer that the queue has not taken yet; `isStuck` once that took too long. */
  offering?: Promise<unknown>
  isStuck: boolean
  wokenMeanwhile: boolean
  /** Gathers wakes until it goes off. */
  gathering?: NodeJS.Timeout
}

export function createJobs(parts: JobParts): Jobs {
  const { log } = parts
  const lanes = collect(parts.jobs)
  const post = parts.post ?? createPost(parts.config)
  const push = parts.push ?? createWebPush(parts)
  const timers: NodeJS.Timeout[] = []
  let queue: JobQueue | undefined
  let isWorking = false
  let isStopped = false
  const queueOf = () => {
    queue ??= createJobQueue(parts)
    return queue
  }

  const tools = (requestId: string): JobTools => ({
    db: parts.db,
    log,
    post,
    push,
    now: () => parts.clock.now(),
    dataDir: parts.config.dataDir,
    act: (system, work, origin = requestId) => parts.runner.act(system as SystemName, work, origin),
  })

  async function runOnce(lane: Lane): Promise<void> {
    const { name } = lane.job
    const startedAt = performance.now()
    let isOk = false
    try {
      await lane.job.run(tools(`job-${name}`))
      isOk = true
    } catch (error) {
      log.warn({ job: name, error: errorFields(error) }, 'A job did not finish; it will be tried again')
      // The queue keeps what it is thrown, and an error's message may quote data.
      throw new Error(`${name} did not finish`)
    } finally {
      lane.ranAt = performance.now()
      parts.onRan?.(name, (lane.ranAt - startedAt) / 1000, isOk)
    }
  }

  /** One run of a job at a time in a process; asked for meanwhile, it runs once more. */
  function run(lane: Lane): Promise<void> {
    if (lane.running) {
      lane.again = true
      return lane.running
    }
    const whole = async () => {
      try {
        do {
          lane.again = false
          await runOnce(lane)
        } while (lane.again && !isStopped)
      } finally {
        lane.running = undefined
      }
    }
    lane.running = whole()
    return lane.running
  }

  /** Whether the queue took the wake in time. One offer of each job at once, so that a dead store piles nothing up. */
  async function offer(lane: Lane): Promise<boolean> {
    if (lane.offering || (parts.redis && !parts.redis.healthy())) return false
    lane.offering = queueOf().add(lane.job.name)
    const settled = lane.offering
    settled
      .catch((error) => log.warn({ job: lane.job.name, error: errorFields(error) }, 'The job queue took no wake'))
      .finally(() => {
        lane.offering = undefined
        if (lane.wokenMeanwhile) wake(lane)
      })
    return within(OFFER_MS, settled)
  }

  function wake(lane: Lane): void {
    if (isStopped) return
    if (lane.offering) {
      lane.wokenMeanwhile = true
      if (lane.isStuck && isWorking) run(lane).catch(() => {})
      return
    }
    lane.wokenMeanwhile = false
    void offer(lane).then((isTaken) => {
      lane.isStuck = !isTaken
      if (!isTaken && isWorking) run(lane).catch(() => {})
    })
  }

  /** The reconciler. When this process has not run the job for long, whatever the queue says of itself, it runs it. */
  async function tick(lane: Lane): Promise<void> {
    const isOverdue = performance.now() - lane.ranAt > lane.job.everySeconds * 1_500
    if (isOverdue || !(await offer(lane))) await run(lane).catch(() => {})
  }

  return {
    wake(name) {
      const lane = lanes.get(name)
      if (!lane) return log.error({ job: name }, 'Nobody has this job')
      const gatherMs = lane.job.wakesGatheredMs
      if (!gatherMs) return wake(lane)
      lane.gathering ??= setTimeout(() => {
        lane.gathering = undefined
        wake(lane)
      }, gatherMs).unref()
    },
    async start() {
      isWorking = true
      queueOf().work(async (name) => {
        const lane = lanes.get(name)
        if (!lane || isStopped) return
        // A slow job that is woken often must not take every place of the queue.
        if (lane.running) lane.again = true
        else await run(lane)
      })
      for (const lane of lanes.values()) {
        lane.ranAt = performance.now()
        void tick(lane)
        const everyMs = lane.job.everySeconds * (900 + Math.random() * 100)
        timers.push(setInterval(() => void tick(lane), everyMs))
      }
    },
    async stop() {
      isStopped = true
      for (const timer of timers) clearInterval(timer)
      for (const lane of lanes.values()) clearTimeout(lane.gathering)
      const isDone = await within(STOP_MS, Promise.allSettled([...lanes.values()].map((lane) => lane.running)))
      // A store that does not answer is not waited for: what runs has ended, and its wakes are only hints.
      const isUnwell = parts.redis && !parts.redis.healthy()
      await queue?.close(isDone && !isUnwell ? STOP_MS : 250)
    },
    run(name) {
      const lane = lanes.get(name)
      if (!lane) throw new Error(`Nobody has the job ${name}`)
      return run(lane)
    },
    get queues() {
      return [queueOf().queue]
    },
  }
}

function collect(jobs: readonly Job[]): Map<string, Lane> {
  const lanes = new Map<string, Lane>()
  for (const job of jobs) {
    if (lanes.has(job.name)) throw new Error(`The job ${job.name} is declared twice`)
    lanes.set(job.name, { job, again: false, isStuck: false, ranAt: performance.now(), wokenMeanwhile: false })
  }
  return lanes
}
