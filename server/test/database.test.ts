import pg from 'pg'
import { afterEach, expect, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from './database.ts'

const open: TestDatabase[] = []
afterEach(async () => {
  for (const database of open.splice(0)) await database.drop()
})

async function ask(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query(sql)).rows
  } finally {
    await client.end()
  }
}

test('many databases can be copied from the template at the same time', async () => {
  open.push(...(await Promise.all(Array.from({ length: 6 }, () => createTestDatabase()))))
  expect(new Set(open.map((database) => database.ownerUrl)).size).toBe(6)
  for (const { ownerUrl } of open) {
    const [row] = await ask(ownerUrl, 'select count(*)::int as applied from weft_migration')
    expect(row?.applied).toBeGreaterThan(0)
  }
})

test('the product signs in as weft_app, which owns nothing and cannot step around row-level security', async () => {
  const database = await createTestDatabase()
  open.push(database)
  const [role] = await ask(
    database.appUrl,
    'select rolname, rolsuper, rolbypassrls from pg_roles where rolname = current_user',
  )
  expect(role).toEqual({ rolname: 'weft_app', rolsuper: false, rolbypassrls: false })
  const [owned] = await ask(
    database.appUrl,
    `select count(*)::int as tables from pg_tables where tableowner = 'weft_app'`,
  )
  expect(owned?.tables).toBe(0)
})

test('what one database holds, another does not see', async () => {
  const [one, other] = await Promise.all([createTestDatabase(), createTestDatabase()])
  open.push(one, other)
  await ask(one.ownerUrl, 'create table only_here (x int)')
  expect(await ask(other.ownerUrl, `select to_regclass('only_here') as found`)).toEqual([{ found: null }])
})
