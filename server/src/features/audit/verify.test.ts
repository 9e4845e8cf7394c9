import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../../../test/database.ts'
import { systemClock } from '../../platform/clock.ts'
import { createDb, type Db } from '../../platform/db.ts'
import { newId } from '../../platform/ids.ts'
import { createLog } from '../../platform/log.ts'
import type { AccountScope } from '../../platform/scope.ts'
import { moveAnchor, readAnchor } from './anchor.ts'
import { sealLog } from './seal-log.ts'
import { verify } from './verify.ts'
import { writeAudit } from './write-audit.ts'

const now = new Date('2026-04-15T09:20:00.123Z')
const personId = newId(now)
const nurse: AccountScope = {
  kind: 'account',
  requestId: 'r-1',
  sessionId: newId(now),
  accountId: newId(now),
  app: 'staff',
  hat: 'practitioner',
}

let database: TestDatabase
let db: Db
let owner: pg.Client

beforeEach(async () => {
  database = await createTestDatabase()
  db = createDb({ databaseUrl: database.appUrl, databasePool: 8 }, createLog('silent'), systemClock)
  owner = new pg.Client({ connectionString: database.ownerUrl })
  await owner.connect()
})

afterEach(async () => {
  await db.close()
  await owner.end()
  await database.drop()
})

const row = (itemId: string) =>
  ({ personId, recordClass: 'service', itemKind: 'person_team', itemId, action: 'read', reasonCode: 'team' }) as const

const look = (...itemIds: string[]) => db.as(nurse, (tx) => writeAudit(tx, nurse, now, itemIds.map(row)))

/**
 * Seals until every row has its place. Rows are sealed on the second run, the first only notes how far it may go; and a transaction
 * of any other database of the same server, as other tests have them, holds the mark back for as long as it takes.
 */
async function sealAll(): Promise<void> {
  for (let turn = 0; turn < 400; turn += 1) {
    await sealLog(db)
    if ((await unsealed()) === 0) return
    await sleep(25)
  }
  throw new Error('The log was never sealed')
}

async function unsealed(): Promise<number> {
  const { rows } = await owner.query(
    `select count(*)::int as n from access_log where id > coalesce((select max(log_id) from access_log_chain), 0)`,
  )
  return rows[0].n
}

async function seal(count: number): Promise<number[]> {
  for (let place = 0; place < count; place += 1) await look(`item-${place}`)
  await sealAll()
  const { rows } = await owner.query('select id from access_log order by id')
  return rows.map((one) => Number(one.id))
}

test('an untouched log is whole, and what is newer than the seal is counted apart', async () => {
  await seal(7)
  await look('newer-1', 'newer-2')
  expect(await verify(db)).toMatchObject({ isWhole: true, sealed: 7, unsealed: 2, head: { position: 7 } })
})

test('an empty log is whole', async () => {
  await sealAll()
  expect(await verify(db)).toEqual({ isWhole: true, sealed: 0, unsealed: 0, head: undefined })
})

test.each([
  ['an edited reason', 'edited', `update access_log set reason_code = 'person' where id = $1`],
  [
    'an edited time, by a microsecond',
    'edited',
    `update access_log set at = at + interval '1 microsecond' where id = $1`,
  ],
  ['an edited asker', 'edited', `update access_log set actor_id = null where id = $1`],
  ['a row made hidden from the person', 'edited', 'update access_log set hidden_from_person = true where id = $1'],
  ['a deleted row', 'deleted', 'delete from access_log where id = $1'],
  ['an edited seal', 'edited', `update access_log_chain set hash = sha256('x') where log_id = $1`],
])('%s is found and named', async (_, what, sql) => {
  const ids = await seal(6)
  await owner.query(sql, [ids[2]])
  await owner.query(sql, [ids[4]])
  expect(await verify(db)).toEqual({ isWhole: false, what, logId: ids[2], position: 3 })
})

test('a row cut together with its seal is found at the place where it was', async () => {
  const ids = await seal(6)
  await owner.query('delete from access_log where id = $1', [ids[2]])
  await owner.query('delete from access_log_chain where log_id = $1', [ids[2]])
  expect(await verify(db)).toEqual({ isWhole: false, what: 'cut', logId: ids[3], position: 3 })
})

test('a row slipped in between sealed ones is found, and never sealed afterwards', async () => {
  const [first] = await seal(3)
  await owner.query('begin')
  await owner.query('select setval(pg_get_serial_sequence($1, $2), $3)', ['access_log', 'id', (first as number) + 100])
  await owner.query('commit')
  await look('later')
  await sealAll()
  const gap = (first as number) + 50
  await owner.query(
    `insert into access_log overriding system value select $1::bigint, person_id, at, actor_id, hat, on_behalf_of, record_class, item_kind, item_id,
       action, purpose, reason_code, request_id, service_id, hidden_from_person from access_log where id = $2`,
    [gap, first],
  )
  await look('later still')
  await sealAll()
  expect(await verify(db)).toEqual({ isWhole: false, what: 'inserted', logId: gap, position: 3 })
})

test('a chain written anew after a change is given away by the head noted outside', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'weft-anchor-'))
  const file = join(folder, 'audit-head.json')
  try {
    const ids = await seal(5)
    expect(await moveAnchor(db, file, now)).toBe(true)
    const noted = await readFile(file, 'utf8')
    await owner.query(`update access_log set hat = 'patient' where id = $1`, [ids[1]])
    await owner.query('truncate access_log_chain')
    await sealAll()
    expect(await verify(db)).toMatchObject({ isWhole: true })
    expect(await verify(db, await readAnchor(file))).toEqual({
      isWhole: false,
      what: 'edited',
      logId: ids[4],
      position: 5,
    })
    expect(await moveAnchor(db, file, now)).toBe(false)
    expect(await readFile(file, 'utf8')).toBe(noted)
  } finally {
    await rm(folder, { recursive: true })
  }
})

test('an end that was cut off is given away by the head noted outside', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'weft-anchor-'))
  const file = join(folder, 'audit-head.json')
  try {
    const ids = await seal(5)
    await moveAnchor(db, file, now)
    await owner.query('delete from access_log where id >= $1', [ids[3]])
    await owner.query('delete from access_log_chain where log_id >= $1', [ids[3]])
    expect(await verify(db)).toMatchObject({ isWhole: true, sealed: 3 })
    expect(await verify(db, await readAnchor(file))).toEqual({
      isWhole: false,
      what: 'cut',
      logId: ids[4],
      position: 4,
    })
  } finally {
    await rm(folder, { recursive: true })
  }
})

test('a row whose transaction is still open keeps later ones from being sealed before it', async () => {
  await seal(1)
  let letGo = () => {}
  const held = new Promise<void>((resolve) => {
    letGo = resolve
  })
  let hasWritten = () => {}
  const written = new Promise<void>((resolve) => {
    hasWritten = resolve
  })
  const slow = db.as(nurse, async (tx) => {
    await writeAudit(tx, nurse, now, [row('slow')])
    hasWritten()
    await held
  })
  await written
  await look('quick')
  for (let turn = 0; turn < 4; turn += 1) await sealLog(db)
  expect(await verify(db)).toMatchObject({ isWhole: true, sealed: 1, unsealed: 1 })
  letGo()
  await slow
  await sealAll()
  expect(await verify(db)).toMatchObject({ isWhole: true, sealed: 3, unsealed: 0 })
})

test('many writers and several sealers at once leave one whole chain with every row in it once', async () => {
  const writers = Array.from({ length: 40 }, async (_, place) => {
    for (let turn = 0; turn < 5; turn += 1) await look(`a-${place}-${turn}`, `b-${place}-${turn}`)
  })
  const sealers = Array.from({ length: 3 }, async () => {
    for (let turn = 0; turn < 10; turn += 1) await sealLog(db)
  })
  await Promise.all([...writers, ...sealers])
  await sealAll()
  expect(await verify(db)).toMatchObject({ isWhole: true, sealed: 400, unsealed: 0 })
})

test('the product itself can neither change nor remove a row, whoever it acts as', async () => {
  await seal(2)
  for (const system of ['audit', 'demo', 'erasure'] as const) {
    for (const sql of [
      `update access_log set reason_code = 'x'`,
      'delete from access_log',
      'truncate access_log',
      `update access_log_chain set position = 9`,
      'delete from access_log_chain',
    ]) {
      await expect(db.as({ kind: 'system', system, requestId: 'r-2' }, (tx) => tx.query(sql))).rejects.toMatchObject({
        code: '42501',
      })
    }
  }
  expect(await verify(db)).toMatchObject({ isWhole: true, sealed: 2 })
})

test('nobody can write a row in another’s name', async () => {
  const other = { ...nurse, accountId: newId(now) }
  await expect(db.as(other, (tx) => writeAudit(tx, nurse, now, [row('forged')]))).rejects.toMatchObject({
    code: '42501',
  })
})
