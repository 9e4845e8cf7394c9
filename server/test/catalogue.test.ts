import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from './database.ts'

/** Tables that hold nothing about a person who is cared for. Whoever adds one here says why. */
const withoutPeople: Record<string, string> = {
  weft_migration: 'names of migrations; not the product’s to read',
  organisation: 'agencies',
  service: 'services and their hours',
  contract: 'contracts between agencies',
  staff: 'who works for whom: name badge, not record; everybody they meet is shown it',
  team_member: 'who works in which team',
  service_measure: 'which questions a service asks, and who reads the answers',
  content: 'tips and stories for everybody',
  content_version: 'what they say and said before; a story’s teller is named nowhere',
  content_rating: 'how often each was said to help, by nobody in particular',
  push_key: 'the half of the deployment’s own key that everybody may know',
}

/** Tables that are found by something other than `person_id`: accounts are, and so is a person by their own id. */
const foundBy: Record<string, string> = {
  person: 'id',
  account: 'id',
  account_hat: 'account_id',
  account_address: 'account_id',
  authz_grant: 'account_id',
  session: 'account_id',
  sign_up: 'id',
  one_time_code: 'purpose',
  mail: 'not_before',
  message: 'conversation_id',
  push_subscription: 'account_id',
  notice_settings: 'account_id',
  attempt: 'key',
  topic_epoch: 'one',
  untold_fact: 'due_at',
  access_log_chain: 'log_id',
  access_log_mark: 'one',
  // Whose words they are is not known; an address may stand with them.
  feedback: 'id',
  feedback_address: 'feedback_id',
}

/** Read rights that hold nothing back, and why that gives nothing away. */
const open: Record<string, string> = {
  topic_head: 'how long each topic is, by an id that cannot be guessed',
  topic_epoch: 'one random word',
}

interface Table {
  name: string
  isEnabled: boolean
  isForced: boolean
  owner: string
}

let database: TestDatabase
let owner: pg.Client
let tables: Table[]

beforeAll(async () => {
  database = await createTestDatabase()
  owner = new pg.Client({ connectionString: database.ownerUrl })
  await owner.connect()
  tables = (
    await owner.query(
      `select c.relname as name, c.relrowsecurity as "isEnabled", c.relforcerowsecurity as "isForced", r.rolname as owner
       from pg_class c join pg_roles r on r.oid = c.relowner
       where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') order by 1`,
    )
  ).rows
})
afterAll(async () => {
  await owner.end()
  await database.drop()
})

const protectedTables = () => tables.filter(({ name }) => !(name in withoutPeople))
const partition = /^topic_event_\d\d$/
const rows = async (sql: string, values: unknown[] = []) => (await owner.query(sql, values)).rows

describe('every table with personal data', () => {
  test('has row-level security, on for its owner too', () => {
    const bare = protectedTables().filter((table) => !table.isEnabled || !table.isForced)
    expect(bare.map(({ name }) => name)).toEqual([])
  })

  test('has exactly one policy for each of the four verbs', async () => {
    const policies = await rows(`select tablename, array_agg(cmd order by cmd) as verbs from pg_policies group by 1`)
    const verbsOf = new Map(policies.map((row) => [row.tablename, row.verbs]))
    for (const { name } of protectedTables()) {
      expect({ name, verbs: verbsOf.get(name) }).toEqual({ name, verbs: ['DELETE', 'INSERT', 'SELECT', 'UPDATE'] })
    }
  })

  test('lets nobody read everything', async () => {
    const readers = await rows(
      `select tablename from pg_policies where cmd = 'SELECT' and qual ~ '(^|OR )true\\)?$' order by 1`,
    )
    expect(readers.map((row) => row.tablename)).toEqual(Object.keys(open).sort())
  })

  test('has an index that begins with the person, the topic, or what it is found by', async () => {
    const indexes = await rows(
      `select c.relname as name, a.attname as first from pg_index i join pg_class c on c.oid = i.indrelid
       join pg_attribute a on a.attrelid = c.oid and a.attnum = i.indkey[0] where c.relnamespace = 'public'::regnamespace`,
    )
    for (const { name } of protectedTables()) {
      const key = foundBy[name] ?? (/^topic_(event|head)/.test(name) ? 'topic' : 'person_id')
      const firsts = indexes.filter((index) => index.name === name).map((index) => index.first)
      expect({ name, firsts }).toEqual({ name, firsts: expect.arrayContaining([key]) })
    }
  })

  test('has a person_id unless it is one of those that are found otherwise', async () => {
    const columns = await rows(
      `select table_name from information_schema.columns where table_schema = 'public' and column_name = 'person_id'`,
    )
    const named = new Set(columns.map((row) => row.table_name))
    const strangers = protectedTables().filter(
      ({ name }) => !named.has(name) && !(name in foundBy) && !/^topic_/.test(name),
    )
    expect(strangers.map(({ name }) => name)).toEqual([])
  })
})

describe('a table said to be without people', () => {
  test('exists, and names no person', async () => {
    const columns = await rows(
      `select distinct table_name from information_schema.columns where table_schema = 'public' and column_name = 'person_id'`,
    )
    const known = new Set(tables.map(({ name }) => name))
    const named = new Set(columns.map((row) => row.table_name))
    for (const name of Object.keys(withoutPeople))
      expect([name, known.has(name), named.has(name)]).toEqual([name, true, false])
  })
})

describe('the roles', () => {
  test('weft_app owns nothing and can step around nothing', async () => {
    const [role] = await rows(
      `select rolsuper, rolbypassrls, rolcreatedb, rolcreaterole, rolreplication, rolcanlogin from pg_roles where rolname = 'weft_app'`,
    )
    expect(role).toEqual({
      rolsuper: false,
      rolbypassrls: false,
      rolcreatedb: false,
      rolcreaterole: false,
      rolreplication: false,
      rolcanlogin: true,
    })
    expect(await rows(`select pg_has_role('weft_app', 'weft_owner', 'member') as is_owner`)).toEqual([
      { is_owner: false },
    ])
  })

  test('weft_owner owns every table of the product and cannot sign in', async () => {
    const [role] = await rows(`select rolsuper, rolbypassrls, rolcanlogin from pg_roles where rolname = 'weft_owner'`)
    expect(role).toEqual({ rolsuper: false, rolbypassrls: false, rolcanlogin: false })
    expect(tables.filter(({ name, owner: by }) => by !== 'weft_owner' && name !== 'weft_migration')).toEqual([])
  })

  test('weft_app can empty no table but the old days of the topic log, and can change no row of the access log', async () => {
    const emptied = await rows(
      `select table_name from information_schema.role_table_grants
       where grantee = 'weft_app' and privilege_type = 'TRUNCATE' order by 1`,
    )
    expect(emptied.map((row) => row.table_name).filter((name) => !partition.test(name))).toEqual([])
    const changed = await rows(
      `select table_name, privilege_type from information_schema.role_table_grants
       where grantee = 'weft_app' and table_name in ('access_log', 'access_log_chain') order by 1, 2`,
    )
    expect(changed.map((row) => row.privilege_type)).toEqual(['INSERT', 'SELECT', 'INSERT', 'SELECT'])
  })

  test('no function runs with another’s rights, and every view asks with the reader’s', async () => {
    expect(await rows(`select proname from pg_proc where pronamespace = 'public'::regnamespace and prosecdef`)).toEqual(
      [],
    )
    const views = await rows(
      `select relname, coalesce('security_invoker=true' = any (reloptions), false) as asks from pg_class
       where relnamespace = 'public'::regnamespace and relkind in ('v', 'm')`,
    )
    expect(views.length).toBeGreaterThan(0)
    expect(views.filter((view) => !view.asks)).toEqual([])
  })
})
