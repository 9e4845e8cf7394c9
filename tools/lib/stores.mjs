import { chmodSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { removeAtEnd } from './children.mjs'
import { startPostgres } from './postgres.mjs'
import { startRedis } from './redis.mjs'
import { newSecret } from './secrets.mjs'

/**
 * A private Postgres and, where one can be had, a private Redis, in a temporary folder that goes when this process ends.
 *
 * Answers `{ databaseUrl, redisUrl, mode, postgres, redis, stop() }`; `databaseUrl` is the superuser's. `redisUrl` is
 * undefined in `postgres` mode. Nothing is taken from `DATABASE_URL` or `REDIS_URL`: throw-away work never meets real data.
 */
export async function startStores({ durable = true, wanted = process.env.REDIS, settings, say } = {}) {
  const directory = mkdtempSync(join(tmpdir(), 'weft-stores-'))
  removeAtEnd(directory)
  // The temporary folder itself must let another account pass to its database, as root's own would not.
  chmodSync(directory, 0o711)
  const [postgres, redis] = await Promise.all([
    startPostgres({ directory: join(directory, 'postgres'), password: newSecret(), durable, settings }),
    startRedis({ directory: join(directory, 'redis'), wanted, say }),
  ])
  if (!postgres.home.startsWith(directory)) removeAtEnd(postgres.home)
  return {
    databaseUrl: postgres.url,
    redisUrl: redis?.url,
    mode: redis ? 'redis' : 'postgres',
    postgres,
    redis,
    async stop() {
      await Promise.all([postgres.stop(), redis?.stop()])
    },
  }
}
