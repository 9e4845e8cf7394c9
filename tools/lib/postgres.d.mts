export interface Postgres {
  url: string
  /** Where its files are: `directory`, or a public place when the account it runs as cannot reach that. */
  home: string
  port: number
  pid: number
  exited: Promise<unknown>
  /** Fast shutdown: nothing needs recovery at the next start. */
  stop(): Promise<void>
  /** kill -9: what was committed must come back at the next start from the same directory. */
  kill(): void
}

export declare function startPostgres(options: {
  directory: string
  password: string
  durable?: boolean
  settings?: Record<string, string | number>
  port?: number
  onLine?: (line: string) => void
}): Promise<Postgres>
