import { ProblemError } from '@weft/contract/problem.ts'
import { Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import { type Clock, systemClock } from './clock.ts'
import type { Config } from './config.ts'
import type { Database } from './database.ts'
import type { Log } from './log.ts'
import { errorFields } from './log.ts'
import type { Scope } from './scope.ts'

/** A transaction under one identity: Kysely for reading well, `query` for statements that are tuned by hand. */
export interface Tx {
  readonly db: Kysely<Database>
  /** The one instant of this transaction: the fence's `app_now()`, and what code writes as now. Two readings would differ by a millisecond. */
  readonly now: Date
  // biome-ignore lint/suspicious/noExplicitAny: rows of a hand-written statement have whatever columns it names
  query(text: string, values?: unknown[], name?: string): Promise<{ rows: any[]; rowCount: number | null }>
  /** Runs `work` as an inner worker within this same transaction, then takes the identity back. */
  asSystem<T>(system: string, work: () => Promise<T>): Promise<T>
}

export interface AsOptions {
  isolation?: 'read committed' | 'repeatable read'
  /** Waits no longer than this for a lock; without it as long as a statement may take. */
  lockTimeoutMs?: number
}

/** The only way to the data. */
export interface Db {
  /**
   * One transaction as `scope`: row-level security sees that identity and no other; nobody sees no rows.
   * Rolls back when `work` throws. Answers `try-later` when the database cannot be reached or is full.
   */
  as<T>(scope: Scope, work: (tx: Tx) => Promise<T>, options?: AsOptions): Promise<T>
  ping(): Promise<void>
  stats(): { total: number; idle: number; waiting: number }
  close(): Promise<void>
}

pg.types.setTypeParser(pg.types.builtins.INT8, Number)
pg.types.setTypeParser(pg.types.builtins.DATE, (value: string) => value)
pg.types.setTypeParser(1182 as never, (value: string) => value.replace(/[{}]/g, '').split(',').filter(Boolean))

type Client = pg.PoolClient & { getTransactionStatus(): 'I' | 'T' | 'E' | null }

export function createDb(
  config: Pick<Config, 'databaseUrl' | 'databasePool'>,
  log: Log,
  clock: Clock = systemClock,
): Db {
  const pool = new pg.Pool({
    connectionString: config.databaseUrl,
    max: config.databasePool,
    application_name: 'weft',
    connectionTimeoutMillis: 5_000,
    idleTimeoutMillis: 30_000,
    statement_timeout: 15_000,
    idle_in_transaction_session_timeout: 30_000,
    keepAlive: true,
    // Statements go out without waiting for the answer to the one before; a failed one fails those after it in its transaction.
    pipeline: true,
  })
  // A terminated backend emits `error` on its client; unheard, it would end the process (ADR 1).
  pool.on('error', (error) => log.warn({ error: errorFields(error) }, 'An idle database connection was lost'))
  pool.on('connect', (client) => client.on('error', () => {}))

  return {
    async as(scope, work, options = {}) {
      const client = await connect(pool)
      const now = clock.now()
      const held = hold(client, scope, now)
      try {
        // Not waited for, so that the first statement goes out with it. Should it fail, there is no identity, and row-level security
        // answers and takes nothing.
        const begun = client.query(beginAs(scope, options, now))
        begun.catch(() => {})
        const result = await work(held.tx)
        await begun
        held.letGo()
        const ended = await client.query('commit')
        // Postgres answers a commit of a failed transaction with ROLLBACK. The client's own status lags behind an error by one message.
        if (ended.command !== 'COMMIT') throw new Error('The transaction failed and the failure was swallowed')
        client.release(client.getTransactionStatus() !== 'I')
        return result
      } catch (error) {
        held.letGo()
        const isHealthy = await rollBack(client)
        client.release(!isHealthy)
        throw isUnreachable(error) ? new ProblemError('try-later', {}, codeOf(error)) : error
      }
    },
    async ping() {
      const client = await connect(pool)
      try {
        await client.query('select 1')
        client.release()
      } catch (error) {
        client.release(true)
        throw error
      }
    },
    stats: () => ({ total: pool.totalCount, idle: pool.idleCount, waiting: pool.waitingCount }),
    close: () => pool.end(),
  }
}

async function connect(pool: pg.Pool): Promise<Client> {
  try {
    return (await pool.connect()) as Client
  } catch (error) {
    throw new ProblemError('try-later', {}, codeOf(error))
  }
}

/** Begins and sets the identity, and the clock that the fence goes by, in one round trip. Values are ids of ours, checked and quoted. */
function beginAs(scope: Scope, { isolation = 'read committed', lockTimeoutMs }: AsOptions, now: Date): string {
  const account = scope.kind === 'account' ? scope.accountId : ''
  const system = scope.kind === 'system' ? scope.system : ''
  return `begin isolation level ${isolation}; select ${setLocal('app.account_id', account)}, ${setLocal('app.system', system)}, set_config('app.now', '${now.toISOString()}', true)${lockTimeoutMs ? `, set_config('lock_timeout', '${lockTimeoutMs}ms', true)` : ''}`
}

function setLocal(name: string, value: string): string {
  if (!/^[0-9a-z_-]*$/i.test(value)) throw new Error('An identity holds only letters, digits, - and _')
  return `set_config('${name}', '${value}', true)`
}

/**
 * The transaction's own handle on its client. Once let go it refuses: the client may be somebody else's by then, and a query that was
 * started beside one that failed would otherwise run under that identity.
 */
function hold(client: Client, scope: Scope, now: Date): { tx: Tx; letGo(): void } {
  let isOver = false
  let current = scope.kind === 'system' ? scope.system : ''
  let kysely: Kysely<Database> | undefined
  const query = (config: pg.QueryConfig | string, values?: unknown[]) =>
    isOver ? Promise.reject(new Error('This transaction is over')) : client.query(config as string, values)
  const tx: Tx = {
    get db() {
      kysely ??= kyselyOver(query)
      return kysely
    },
    now,
    query: (text, values, name) => query({ text, values: values ?? [], ...(name ? { name } : {}) }),
    async asSystem(system, work) {
      const before = current
      current = system as typeof current
      await query(`select ${setLocal('app.system', system)}`)
      try {
        return await work()
      } finally {
        current = before
        // In a failed transaction nothing runs but the rollback, which takes the identity back as well.
        await query(`select ${setLocal('app.system', before)}`).catch(() => {})
      }
    },
  }
  return {
    tx,
    letGo() {
      isOver = true
    },
  }
}

function kyselyOver(query: (text: string, values?: unknown[]) => Promise<unknown>): Kysely<Database> {
  const pool = { connect: async () => ({ query, release() {} }), end: async () => {} }
  return new Kysely<Database>({ dialect: new PostgresDialect({ pool: pool as never }) })
}

async function rollBack(client: Client): Promise<boolean> {
  try {
    await client.query('rollback')
    return client.getTransactionStatus() === 'I'
  } catch {
    return false
  }
}

const codeOf = (error: unknown): string => String((error as { code?: unknown })?.code ?? 'unreachable')

/** Connection lost or refused, shutting down, too many connections, disk full, cancelled, read-only after a failover. */
function isUnreachable(error: unknown): boolean {
  if (error instanceof ProblemError) return false
  const code = (error as { code?: unknown })?.code
  if (typeof code === 'string') return /^(08|53|57P|57014|25006|25P03|ECONN|EPIPE|ETIMEDOUT|ENOTFOUND)/.test(code)
  return (
    error instanceof Error &&
    /Connection terminated|Client has encountered a connection error|timeout exceeded/.test(error.message)
  )
}

/** Refuses to run where the promises could not be kept (architecture 5). Answers what is wrong, in plain sentences. */
export async function findUnsafeSettings(db: Db, allowUnsafe: boolean): Promise<string[]> {
  return db.as({ kind: 'nobody', requestId: 'boot' }, async (tx) => {
    const role = (await tx.query('select rolname, rolsuper, rolbypassrls from pg_roles where rolname = current_user'))
      .rows[0]
    const owned = (
      await tx.query(`select count(*) as n from pg_tables where schemaname = 'public' and tableowner = current_user`)
    ).rows[0]
    const wrong: string[] = []
    if (role.rolsuper) wrong.push(`DATABASE_APP_URL signs in as ${role.rolname}, a superuser: use weft_app.`)
    if (role.rolbypassrls)
      wrong.push(`DATABASE_APP_URL signs in as ${role.rolname}, which bypasses row-level security: use weft_app.`)
    if (owned.n > 0) wrong.push(`DATABASE_APP_URL signs in as ${role.rolname}, which owns tables: use weft_app.`)
    if (!allowUnsafe) {
      for (const setting of ['fsync', 'full_page_writes', 'synchronous_commit']) {
        const value = (await tx.query(`select current_setting($1) as value`, [setting])).rows[0].value
        if (value === 'off')
          wrong.push(`PostgreSQL has ${setting} off, so a power cut could lose what was acknowledged: turn it on.`)
      }
    }
    return wrong
  })
}
