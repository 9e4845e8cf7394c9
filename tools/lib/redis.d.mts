export interface Redis {
  url: string
  /** The three below are absent when `REDIS_URL` named a Redis that is not ours. */
  port?: number
  pid?: number
  exited?: Promise<unknown>
  stop(): Promise<unknown>
  kill(): void
}

export declare function startRedis(options: {
  directory: string
  wanted?: string
  given?: string | undefined
  port?: number
  password?: string
  say?: (line: string) => void
}): Promise<Redis | undefined>
