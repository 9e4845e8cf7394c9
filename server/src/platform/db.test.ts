import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'kysely'
import pg from 'pg'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../../test/database.ts'
import { systemClock, TestClock } from './clock.ts'
import { createDb, type Db, type Tx } from './db.ts'
import { newId } from './ids.ts'
import { createLog } from './log.ts'
import type { AccountScope, Scope } from './scope.ts'

const POOL = 10
let database: TestDatabase
let db: Db
let owner: pg.Client

beforeEach(async () => {
  database = await createTestDatabase()
  db = createDb({ databaseUrl: database.appUrl, databasePool: POOL }, createLog('silent'), systemClock)
  owner = new pg.Client({ connectionString: database.ownerUrl })
  owner.on('error', () => {})
  await owner.connect()
})

afterEach(async () => {
  vi.restoreAllMocks()
  await db.close()
  await owner.end()
  await database.drop()
})

const anybody = (): AccountScope => ({
  kind: 'account',
  requestId: 'r',
  sessionId: newId(new Date()),
  accountId: newId(new Date()),
  app: 'people',
  hat: 'patient',
})

const whoAmI = async (tx: Tx): Promise<{ account: string | null; system: string | null; pid: number }> =>
  (await tx.query('select app_account() as account, app_system() as system, pg_backend_pid() as pid')).rows[0]

describe('identity canary', () => {
  test('200 at once, cancelled, timed out and cut off: no statement ever sees another’s identity, and the pool heals', async () => {
    const seen = { right: 0, wrong: 0, refused: 0 }
    const until = Date.now() + 6_000
    const look = async (tx: Tx, scope: AccountScope, system: string | null = null) => {
      const me = await whoAmI(tx)
      const viaKysely = await sql<{ account: string }>`select app_account() as account`.execute(tx.db)
      const isRight =
        me.account === scope.accountId && me.system === system && viaKysely.rows[0]?.account === me.account
      seen[isRight ? 'right' : 'wrong'] += 1
    }
    const strays: Promise<unknown>[] = []
    const ways: ((tx: Tx, scope: AccountScope) => Promise<unknown>)[] = [
      (tx, scope) => look(tx, scope),
      async (tx, scope) => {
        await look(tx, scope)
        await tx.query('select pg_sleep(random() * 0.005)')
        await look(tx, scope)
      },
      async (tx, scope) => {
        await tx.asSystem('access', () => look(tx, scope, 'access'))
        await look(tx, scope)
      },
      async (tx) => tx.query('select 1 / 0'),
      async (tx, scope) => {
        await look(tx, scope)
        throw new Error('changed its mind')
      },
      async (tx) => {
        await tx.query(`set local statement_timeout = 3`)
        await tx.query('select pg_sleep(1)')
      },
      async (tx) => {
        const { pid } = await whoAmI(tx)
        const slow = tx.query('select pg_sleep(1)')
        await Promise.all([slow, owner.query('select pg_cancel_backend($1)', [pid])])
      },
      // One of two fails; the other goes on and must not speak on a client that is somebody else's by then.
      async (tx, scope) => {
        const other = async () => {
          await sleep(Math.random() * 10)
          await look(tx, scope)
        }
        const stray = other().catch(() => {})
        strays.push(stray)
        await tx.query('select 1 / 0')
      },
    ]
    const somebody = async () => {
      while (Date.now() < until) {
        const scope = anybody()
        const way = ways[Math.floor(Math.random() * ways.length)] as (typeof ways)[number]
        await db
          .as(scope, (tx) => way(tx, scope))
          .catch(() => {
            seen.refused += 1
          })
      }
    }
    const terminator = async () => {
      while (Date.now() < until) {
        await sleep(150)
        await owner.query(
          `select pg_terminate_backend(pid) from (
             select pid from pg_stat_activity where application_name = 'weft' and datname = current_database()
             order by random() limit 2) unlucky`,
        )
      }
    }
    await Promise.all([terminator(), ...Array.from({ length: 200 }, somebody)])
    await Promise.all(strays)
    expect(seen.wrong).toBe(0)
    // Enough of each to mean something, however slow the machine.
    expect(seen.right).toBeGreaterThan(200)
    expect(seen.refused).toBeGreaterThan(20)

    const healed = await Promise.all(
      Array.from({ length: 50 }, () => {
        const scope = anybody()
        return db.as(scope, whoAmI).then((me) => me.account === scope.accountId)
      }),
    )
    expect(healed.every(Boolean)).toBe(true)
    expect(db.stats()).toMatchObject({ waiting: 0 })
    expect(db.stats().total).toBeLessThanOrEqual(POOL)
  })

  test('nobody is nobody, also on a connection that was somebody’s a moment ago', async () => {
    const nobody: Scope = { kind: 'nobody', requestId: 'r' }
    for (let turn = 0; turn < 30; turn += 1) {
      await db.as(anybody(), whoAmI)
      expect(await db.as(nobody, whoAmI)).toMatchObject({ account: null, system: null })
    }
  })
})

describe('a transaction', () => {
  test('that is over refuses whatever still comes, by SQL and by Kysely', async () => {
    let kept: Tx | undefined
    await db.as(anybody(), async (tx) => {
      kept = tx
      await whoAmI(tx)
    })
    await expect(kept?.query('select 1')).rejects.toThrow('over')
    await expect(sql`select 1`.execute((kept as Tx).db)).rejects.toThrow('over')
    await expect(kept?.asSystem('access', async () => {})).rejects.toThrow('over')
  })

  test('that was leaked open is found out and its connection destroyed', async () => {
    const leaky = await db.as(anybody(), whoAmI)
    const query = pg.Client.prototype.query
    vi.spyOn(pg.Client.prototype, 'query').mockImplementation(function (this: pg.Client, ...args: unknown[]) {
      // biome-ignore lint/suspicious/noExplicitAny: whatever pg is called with
      return (query as any).apply(this, args[0] === 'commit' ? ['commit and chain'] : args)
    })
    expect((await db.as(anybody(), whoAmI)).pid).toBe(leaky.pid)
    vi.restoreAllMocks()
    expect((await db.as(anybody(), whoAmI)).pid).not.toBe(leaky.pid)
    expect(db.stats().total).toBe(1)
  })

  test('keeps nothing of what was sent beside a statement that fails, nor after it', async () => {
    const topic = crypto.randomUUID()
    const add = `insert into topic_head (topic, epoch, seq, day) values ('${topic}' || random(), 'x', 0, current_date)`
    const attempt = db.as({ kind: 'system', system: 'channels', requestId: 'beside' }, async (tx) => {
      const sent = await Promise.allSettled([tx.query(add), tx.query('select 1 / 0'), tx.query(add)])
      throw new Error(sent.map((one) => one.status).join())
    })
    await expect(attempt).rejects.toThrow('fulfilled,rejected,rejected')
    expect((await owner.query('select from topic_head where topic like $1', [`${topic}%`])).rowCount).toBe(0)
  })

  test('in which a failure was swallowed does not pass for done', async () => {
    const attempt = db.as(anybody(), async (tx) => {
      await tx.query('select 1 / 0').catch(() => {})
      return 'done'
    })
    await expect(attempt).rejects.toThrow('swallowed')
  })

  test('takes an inner worker’s identity back, after success and after failure', async () => {
    const scope = anybody()
    await db.as(scope, async (tx) => {
      await tx.asSystem('access', async () => {
        expect((await whoAmI(tx)).system).toBe('access')
        await tx.asSystem('audit', async () => expect((await whoAmI(tx)).system).toBe('audit'))
        expect((await whoAmI(tx)).system).toBe('access')
      })
      expect(await whoAmI(tx)).toMatchObject({ account: scope.accountId, system: null })
      await tx.asSystem('access', async () => Promise.reject(new Error('no'))).catch(() => {})
      expect(await whoAmI(tx)).toMatchObject({ account: scope.accountId, system: null })
    })
  })

  test('shows the failure inside an inner worker’s part for what it was', async () => {
    const attempt = db.as(anybody(), (tx) => tx.asSystem('access', () => tx.query('select 1 / 0')))
    await expect(attempt).rejects.toMatchObject({ code: '22012' })
  })

  test('goes by the product’s clock, in code and in the fence', async () => {
    const clock = new TestClock('2026-04-15T09:20:00.000Z')
    const clocked = createDb({ databaseUrl: database.appUrl, databasePool: 1 }, createLog('silent'), clock)
    try {
      const told = () => clocked.as(anybody(), async (tx) => (await tx.query('select app_now() as now')).rows[0].now)
      expect(await told()).toEqual(clock.now())
      clock.advance({ days: 14 })
      expect(await told()).toEqual(clock.now())
      // A clock that runs on between two readings: what is written as now is over, or begun, to the fence of the same transaction.
      const [written, fence] = await clocked.as(anybody(), async (tx) => {
        clock.advance({ minutes: 1 })
        return [tx.now, (await tx.query('select app_now() as now')).rows[0].now]
      })
      expect(written).toEqual(fence)
    } finally {
      await clocked.close()
    }
  })

  test('answers try-later when the database went away, and works once it is back', async () => {
    const cut = db.as(anybody(), async (tx) => {
      const { pid } = await whoAmI(tx)
      await owner.query('select pg_terminate_backend($1)', [pid])
      await tx.query('select pg_sleep(1)')
    })
    await expect(cut).rejects.toMatchObject({ code: 'try-later' })
    const scope = anybody()
    expect((await db.as(scope, whoAmI)).account).toBe(scope.accountId)
  })
})
