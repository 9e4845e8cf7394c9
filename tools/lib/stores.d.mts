import type { Postgres } from './postgres.mjs'
import type { Redis } from './redis.mjs'

export declare function startStores(options?: {
  durable?: boolean
  wanted?: string
  settings?: Record<string, string | number>
  say?: (line: string) => void
}): Promise<{
  databaseUrl: string
  redisUrl: string | undefined
  mode: 'redis' | 'postgres'
  postgres: Postgres
  redis: Redis | undefined
  stop(): Promise<void>
}>
