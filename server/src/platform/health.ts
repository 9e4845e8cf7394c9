import type { FastifyInstance } from 'fastify'
import type { Config } from './config.ts'
import type { Db } from './db.ts'
import type { Redis } from './redis.ts'

export interface Health {
  setReady(isReady: boolean): void
}

/** `/healthz`: this process runs. `/readyz`: it may be sent work: started, not draining, and the database answers. Redis only changes the mode. */
export function addHealth(
  http: FastifyInstance,
  parts: { config: Config; db: Db; redis: Redis | undefined; nodeId: string },
): Health {
  let isReady = false
  http.get('/healthz', async () => ({ ok: true }))
  http.get('/readyz', async (_request, reply) => {
    const isUp =
      isReady &&
      (await parts.db.ping().then(
        () => true,
        () => false,
      ))
    const redis = parts.redis ? (parts.redis.healthy() ? 'up' : 'down') : 'none'
    return reply.code(isUp ? 200 : 503).send({ ready: isUp, redis })
  })
  return {
    setReady(value) {
      isReady = value
    },
  }
}
