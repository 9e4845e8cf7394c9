import type { Bell } from './bell.ts'

/** The part of an ioredis client the bell uses. */
export interface RedisLike {
  status?: string
  publish(channel: string, message: string): Promise<unknown>
  subscribe(...channels: string[]): Promise<unknown>
  on(event: 'message', listener: (channel: string, message: string) => void): unknown
  off(event: 'message', listener: (channel: string, message: string) => void): unknown
}

export interface RedisBellOptions {
  /** Unanswered publishes beyond which more are dropped instead of kept in memory. */
  unansweredMax?: number
  /** The same in characters. */
  unansweredLengthMax?: number
  /** An echo later than this means unwell. */
  patienceMs?: number
}

const probeMs = 250
const resubscribeMs = 1_000

/**
 * A bell on Redis pub/sub. `pub` and `sub` are two clients of the host, which also closes them; give them an `error` listener.
 *
 * A probe is published to this node's own channel four times a second: it is well while the echo comes back in time, so a Redis that is
 * dead, hung or cut off in either direction is noticed. Nothing waits for Redis: what it does not take is dropped, and the log has it.
 */
export function createRedisBell(
  pub: RedisLike,
  sub: RedisLike,
  prefix: string,
  nodeId: string,
  options: RedisBellOptions = {},
): Bell {
  const { unansweredMax = 1_000, unansweredLengthMax = 4 * 1024 * 1024, patienceMs = 250 } = options
  const everyone = `${prefix}:all`
  const own = `${prefix}:node:${nodeId}`
  let onBatch: (batch: string) => void = () => {}
  let unanswered = 0
  let unansweredLength = 0
  let probe = 0
  let probedAt = 0
  let echoed = 0
  let well = false
  let closed = false

  const send = (channel: string, message: string) => {
    if (pub.status !== undefined && pub.status !== 'ready') return
    if (unanswered >= unansweredMax || unansweredLength + message.length > unansweredLengthMax) return
    unanswered++
    unansweredLength += message.length
    const done = () => {
      unanswered--
      unansweredLength -= message.length
    }
    try {
      pub.publish(channel, message).then(done, done)
    } catch {
      done()
    }
  }

  const listener = (channel: string, message: string) => {
    if (channel !== everyone && channel !== own) return
    if (!message.startsWith('probe ')) return onBatch(message)
    if (Number(message.slice(6)) !== probe) return
    echoed = probe
    well = performance.now() - probedAt <= patienceMs
  }

  // A busy event loop must not look like a hung Redis, so what has already arrived is read before judging.
  const timer = setInterval(() => {
    setImmediate(() => {
      if (echoed !== probe) {
        if (performance.now() - probedAt < patienceMs) return
        well = false
        // It has not even taken the last one.
        if (unanswered > 0) return
      }
      probe++
      probedAt = performance.now()
      send(own, `probe ${probe}`)
    })
  }, probeMs)
  timer.unref?.()

  return {
    publish(batch, toNodes) {
      if (!toNodes) send(everyone, batch)
      else for (const node of toNodes) send(`${prefix}:node:${node}`, batch)
    },
    async subscribe(callback) {
      onBatch = callback
      sub.on('message', listener)
      while (!closed) {
        try {
          await sub.subscribe(everyone, own)
          return
        } catch {
          await new Promise((resolve) => setTimeout(resolve, resubscribeMs))
        }
      }
    },
    healthy: () => well,
    close() {
      closed = true
      clearInterval(timer)
      sub.off('message', listener)
    },
  }
}
