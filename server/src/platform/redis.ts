import type { RedisOptions } from 'ioredis'
import { Redis as Connection } from 'ioredis'
import type { Log } from './log.ts'
import { errorFields } from './log.ts'

/** The doorbell. It may lose anything, hang or be gone; nothing waits for it longer than `COMMAND_MS`. */
export interface Redis {
  /** For commands that answer at once or fail: nothing is kept for later while the connection is down. */
  readonly publisher: Connection
  /** For subscriptions only; they come back by themselves with the connection. */
  readonly subscriber: Connection
  /** Stands before every key and channel of ours: several deployments may share one Redis. */
  readonly prefix: string
  /** False while commands would probably be lost: not connected, or the last question had no answer in time. */
  healthy(): boolean
  /** A connection of its own with the same address, closed with the others; whoever asks adds what it needs. */
  connect(options: RedisOptions): Connection
  close(): Promise<void>
}

const COMMAND_MS = 250
const ASK_EVERY_MS = 1_000
const FIRST_WAIT_MS = 2_000

/** Waits a moment for the first connection, then goes on without: Weft starts, and works, with its Redis down. */
export async function connectRedis(url: string, log: Log, prefix = 'weft'): Promise<Redis> {
  const connections: Connection[] = []
  const connect = (options: RedisOptions): Connection => {
    const connection = new Connection(url, { connectTimeout: 2_000, retryStrategy, ...options })
    // Unheard, an error of the connection would end the process; health is told by asking.
    connection.on('error', () => {})
    connections.push(connection)
    return connection
  }
  const publisher = connect({ commandTimeout: COMMAND_MS, enableOfflineQueue: false, maxRetriesPerRequest: 0 })
  const subscriber = connect({ maxRetriesPerRequest: null })

  let isHealthy = false
  const ask = async () => {
    let now = false
    try {
      now = publisher.status === 'ready' && (await publisher.ping()) === 'PONG'
    } catch (error) {
      log.debug({ error: errorFields(error) }, 'Redis did not answer')
    }
    if (now !== isHealthy)
      log.info({ mode: now ? 'redis' : 'postgres' }, now ? 'Redis answers' : 'Redis does not answer')
    isHealthy = now
  }
  publisher.on('close', () => {
    isHealthy = false
  })
  await firstReady(publisher)
  await ask()
  const asking = setInterval(ask, ASK_EVERY_MS)
  asking.unref()

  return {
    publisher,
    subscriber,
    prefix,
    healthy: () => isHealthy && publisher.status === 'ready',
    connect,
    async close() {
      clearInterval(asking)
      for (const connection of connections) connection.disconnect()
    },
  }
}

/** Soon at first, then each second: a Redis that comes back is found within that. */
const retryStrategy = (times: number): number => Math.min(50 * times, 1_000)

function firstReady(connection: Connection): Promise<void> {
  if (connection.status === 'ready') return Promise.resolve()
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, FIRST_WAIT_MS)
    connection.once('ready', () => {
      clearTimeout(timer)
      resolve()
    })
  })
}
