import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { promisify } from 'node:util'
import pg from 'pg'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../../../test/database.ts'
import { systemClock } from '../../platform/clock.ts'
import { createDb } from '../../platform/db.ts'
import { createLog } from '../../platform/log.ts'
import { anchorFile, moveAnchor } from './anchor.ts'
import { sealLog } from './seal-log.ts'

let database: TestDatabase
let owner: pg.Client
let dataDir: string
let ids: number[]

beforeEach(async () => {
  database = await createTestDatabase()
  dataDir = await mkdtemp(join(tmpdir(), 'weft-verify-'))
  owner = new pg.Client({ connectionString: database.ownerUrl })
  await owner.connect()
  const { rows } = await owner.query(
    `insert into access_log (person_id, at, record_class, item_kind, item_id, action, purpose, reason_code, request_id)
     select gen_random_uuid(), now(), 'service', 'person', n::text, 'read', 'care', 'team', 'r' from generate_series(1, 5) n returning id`,
  )
  ids = rows.map((row) => Number(row.id))
  const db = createDb({ databaseUrl: database.appUrl, databasePool: 2 }, createLog('silent'), systemClock)
  // A run may have to wait for what happens in other databases of this server.
  while ((await sealLog(db)) < ids.length) await sleep(5)
  await moveAnchor(db, anchorFile(dataDir), new Date())
  await db.close()
})
afterEach(async () => {
  await owner.end()
  await database.drop()
  await rm(dataDir, { recursive: true })
})

async function runCli(): Promise<{ code: number; said: string }> {
  const env = { ...process.env, DATABASE_APP_URL: database.appUrl, DATA_DIR: dataDir }
  const cli = join(import.meta.dirname, 'verify-cli.ts')
  try {
    const { stdout, stderr } = await promisify(execFile)(process.execPath, [cli], { env })
    return { code: 0, said: stdout + stderr }
  } catch (error) {
    const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string }
    return { code, said: stdout + stderr }
  }
}

test('a whole log ends with 0 and says how much of it is sealed', async () => {
  const { code, said } = await runCli()
  expect(said).toContain('The access log is whole: 5 rows sealed, 0 newer. It holds the head noted in')
  expect(code).toBe(0)
})

test('a changed one ends with 1 and names the first bad row', async () => {
  await owner.query(`update access_log set reason_code = 'person' where id = $1`, [ids[3]])
  const { code, said } = await runCli()
  expect(said).toContain(`First bad row: id ${ids[3]}, place 4, edited.`)
  expect(code).toBe(1)
})

test('one whose end was cut together with its seals ends with 1, by the head noted outside', async () => {
  await owner.query('delete from access_log where id >= $1', [ids[3]])
  await owner.query('delete from access_log_chain where log_id >= $1', [ids[3]])
  const { code, said } = await runCli()
  expect(said).toContain(`First bad row: id ${ids[4]}, place 4, cut.`)
  expect(code).toBe(1)
})
