import pg from 'pg'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../../test/database.ts'
import { TestClock } from './clock.ts'
import { readConfig } from './config.ts'
import { createDb, type Db } from './db.ts'
import { collectHearers, TELL_FACTS } from './facts.ts'
import type { Ctx, Feature, JobTools, Listener } from './feature.ts'
import { createJobs, type Jobs } from './jobs.ts'
import { createLog } from './log.ts'
import { createRunner, type Runner } from './runner.ts'
import { tellFacts } from './tell-facts.ts'

const log = createLog('silent')
const closers: (() => unknown)[] = []
let database: TestDatabase
let owner: pg.Client
let clock: TestClock

beforeEach(async () => {
  database = await createTestDatabase()
  owner = new pg.Client({ connectionString: database.ownerUrl })
  await owner.connect()
  await owner.query('create table heard (who text, n int, request_id text); grant all on heard to weft_app')
  clock = new TestClock('2026-04-15T09:20:00.000Z')
})

afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close()
  await owner.end()
  await database.drop()
})

const minutes = (count: number) => clock.advance({ minutes: count })
const heard = async () => (await owner.query('select who, n from heard order by who, n')).rows
const untold = async () => (await owner.query('select listener from untold_fact order by 1')).rows

/** Facts of a test are nobody's; the types know only the product's own. */
const hear = (when: Listener['when'], run: (ctx: Ctx, data: { n: number }) => Promise<void>) =>
  ({ fact: 'chore.done', when, run }) as unknown as Listener
const announce = (ctx: Ctx, n: number) => ctx.announce('chore.done' as never, { n } as never)

const noteAs = (who: string) =>
  hear('after', async (ctx, { n }) => {
    await ctx.tx.query('insert into heard values ($1, $2, $3)', [who, n, ctx.scope.requestId])
  })

const feature = (name: string, listeners: Listener[]): Feature => ({ name, tables: [], listeners })
const diary = feature('diary', [noteAs('diary')])

interface Node {
  runner: Runner
  jobs: Jobs
  db: Db
  woken: string[]
  tell(): Promise<void>
}

/** One process; its wakes reach nobody, as if Redis lost each of them. */
function node(features: Feature[]): Node {
  const config = readConfig({
    DATABASE_APP_URL: database.appUrl,
    NODE_ENV: 'test',
  })
  const db = createDb(config, log, clock)
  const woken: string[] = []
  const outlets = { committed() {}, wake: (job: string) => void woken.push(job), endSessions() {} }
  const writeAudit = async () => {}
  const runner = createRunner({ db, clock, log, channelLog: {} as never, features, writeAudit, outlets })
  const jobs = createJobs({
    config,
    jobs: [tellFacts(collectHearers(features).after)],
    runner,
    db,
    log,
    clock,
    redis: undefined,
  })
  closers.push(async () => {
    await jobs.stop()
    await db.close()
  })
  return { runner, jobs, db, woken, tell: () => jobs.run(TELL_FACTS) }
}

test('what was announced is told once, after the commit, to each feature that listens', async () => {
  const goals = feature('goals', [noteAs('goals')])
  const { runner, tell, woken } = node([diary, goals])
  await runner.act('seed', async (ctx) => {
    await announce(ctx, 1)
    await announce(ctx, 2)
    expect(await heard()).toEqual([])
  })
  expect(woken).toEqual([TELL_FACTS])
  await tell()
  await tell()
  const expected = ['diary', 'goals'].flatMap((who) => [1, 2].map((n) => ({ who, n })))
  expect(await heard()).toEqual(expected)
  expect(await untold()).toEqual([])
})

test('what was rolled back is told to nobody', async () => {
  const { runner, tell, woken } = node([diary])
  const undone = runner.act('seed', async (ctx) => {
    await announce(ctx, 1)
    throw new Error('no')
  })
  await expect(undone).rejects.toThrow('no')
  await tell()
  expect([await heard(), woken]).toEqual([[], []])
})

test('what a process announced and did not live to tell, another one tells, with no wake', async () => {
  const doomed = node([diary])
  await doomed.runner.act('seed', (ctx) => announce(ctx, 1), 'request-1')
  const other = node([diary])
  await other.jobs.start()
  await expect.poll(heard, { timeout: 10_000 }).toEqual([{ who: 'diary', n: 1 }])
  expect((await owner.query('select request_id from heard')).rows).toEqual([{ request_id: 'request-1' }])
})

test('a listener that fails leaves nothing, keeps no other waiting, and is told again later', async () => {
  let isBroken = true
  const shaky = feature('shaky', [
    hear('after', async (ctx, { n }) => {
      await ctx.tx.query('insert into heard values ($1, $2)', ['shaky', n])
      if (isBroken) throw new Error('not today')
    }),
  ])
  const { runner, tell } = node([shaky, diary])
  await runner.act('seed', (ctx) => announce(ctx, 1))
  await tell()
  expect(await heard()).toEqual([{ who: 'diary', n: 1 }])
  isBroken = false
  await tell()
  expect(await untold()).toEqual([{ listener: 'shaky chore.done' }])
  minutes(1)
  await tell()
  expect(await heard()).toEqual([
    { who: 'diary', n: 1 },
    { who: 'shaky', n: 1 },
  ])
})

test('a worker that stood still past its lease finds its work done, and does it no second time', async () => {
  const worker = node([diary])
  await worker.runner.act('seed', (ctx) => announce(ctx, 1))
  // It has claimed the row and stops right before its transaction begins.
  let wake: () => void = () => {}
  const asleep = new Promise<void>((resolve) => {
    wake = resolve
  })
  let hasClaimed: () => void = () => {}
  const claimed = new Promise<void>((resolve) => {
    hasClaimed = resolve
  })
  const job = tellFacts(collectHearers([diary]).after)
  const running = job.run({
    db: worker.db,
    log,
    now: () => clock.now(),
    dataDir: '',
    async act(system, work, requestId) {
      hasClaimed()
      await asleep
      return worker.runner.act(system as 'jobs', work, requestId)
    },
  } as JobTools)
  await claimed
  const other = node([diary])
  await other.tell()
  expect(await heard()).toEqual([])
  minutes(2)
  await other.tell()
  expect(await heard()).toEqual([{ who: 'diary', n: 1 }])
  wake()
  await running
  expect(await heard()).toEqual([{ who: 'diary', n: 1 }])
})

test('many workers share what is to be told, and tell each once', async () => {
  const nodes = [node([diary]), node([diary]), node([diary])]
  await nodes[0]?.runner.act('seed', async (ctx) => {
    for (let n = 1; n <= 150; n += 1) await announce(ctx, n)
  })
  await Promise.all(nodes.map(({ tell }) => tell()))
  expect(await heard()).toEqual(Array.from({ length: 150 }, (_, place) => ({ who: 'diary', n: place + 1 })))
})

test('a fact that a listener announces is told in its turn', async () => {
  const chain = feature('chain', [
    hear('after', async (ctx, { n }) => {
      await ctx.tx.query('insert into heard values ($1, $2)', ['chain', n])
      if (n < 3) await announce(ctx, n + 1)
    }),
  ])
  const { runner, tell } = node([chain])
  await runner.act('seed', (ctx) => announce(ctx, 1))
  for (let n = 0; n < 3; n += 1) await tell()
  expect(await heard()).toEqual([1, 2, 3].map((n) => ({ who: 'chain', n })))
})

test('a worker of before leaves what it does not know to one that does, and two weeks later it is forgotten', async () => {
  const after = node([diary])
  await after.runner.act('seed', (ctx) => announce(ctx, 1))
  const before = node([])
  await before.tell()
  expect(await untold()).toHaveLength(1)
  minutes(60 * 24 * 15)
  await before.tell()
  expect(await untold()).toEqual([])
})

test('two listeners of one feature after the same commit are refused at the start', () => {
  expect(() => collectHearers([feature('diary', [noteAs('a'), noteAs('b')])])).toThrow('listens twice')
})

test('whoever asks for themselves may add what is to be told, and sees nothing of it', async () => {
  const { runner, db } = node([diary])
  await runner.act('seed', (ctx) => announce(ctx, 1))
  const nobody = { kind: 'nobody', requestId: 'test' } as const
  const seen = await db.as(nobody, async (tx) => {
    await tx.query(
      `insert into untold_fact (fact, listener, data, request_id, announced_at, due_at) values ('a', 'b', '{}', 'c', now(), now())`,
    )
    return (await tx.query('select 1 from untold_fact')).rows
  })
  expect([seen.length, (await untold()).length]).toEqual([0, 2])
})
