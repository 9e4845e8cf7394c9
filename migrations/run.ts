import { readdir } from 'node:fs/promises'
import { pathToFileURL } from 'node:url'
import pg from 'pg'
import { migrateQueue } from './queue.ts'

/**
 * Brings a database up to date, forward only, one transaction a migration, one migrator at a time.
 *
 * `ownerUrl` may be a superuser or any role that may create roles. Tables belong to `weft_owner`, which cannot sign in;
 * the product runs as `weft_app`, whose password is set when `appPassword` is given. Safe to repeat.
 */
export async function migrate(ownerUrl: string, options: { appPassword?: string } = {}): Promise<string[]> {
  const client = new pg.Client({ connectionString: ownerUrl, application_name: 'weft-migrate' })
  await client.connect()
  try {
    await client.query('select pg_advisory_lock(7210501)')
    await ensureRoles(client, options.appPassword)
    await client.query(
      'create table if not exists weft_migration (name text primary key, at timestamptz not null default now())',
    )
    const { rows } = await client.query('select name from weft_migration')
    const done = new Set(rows.map((row) => row.name as string))
    const applied: string[] = []
    for (const name of await listMigrations()) {
      if (done.has(name)) continue
      await applyMigration(client, name)
      applied.push(name)
    }
    await migrateQueue(client)
    return applied
  } finally {
    await client.end()
  }
}

async function listMigrations(): Promise<string[]> {
  const files = await readdir(import.meta.dirname)
  return files.filter((file) => /^\d{4}_.*\.ts$/.test(file)).sort()
}

async function applyMigration(client: pg.Client, name: string): Promise<void> {
  const { sql } = (await import(new URL(name, import.meta.url).href)) as { sql: string }
  await client.query('begin')
  try {
    await client.query('set local role weft_owner')
    await client.query(sql)
    await client.query('reset role')
    await client.query('insert into weft_migration (name) values ($1)', [name])
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw new Error(`Migration ${name} did not apply; the database is as it was before it.`, { cause: error })
  }
}

async function ensureRoles(client: pg.Client, appPassword: string | undefined): Promise<void> {
  await client.query(`
    do $$ begin
      if not exists (select from pg_roles where rolname = 'weft_owner') then create role weft_owner nologin nosuperuser nobypassrls; end if;
    exception when duplicate_object or unique_violation then null; end $$;
    do $$ begin
      if not exists (select from pg_roles where rolname = 'weft_app') then create role weft_app login nosuperuser nobypassrls nocreatedb nocreaterole; end if;
    exception when duplicate_object or unique_violation then null; end $$;`)
  if (!(await client.query(`select pg_has_role(current_user, 'weft_owner', 'set') as can`)).rows[0].can) {
    await client.query('grant weft_owner to current_user')
  }
  if (appPassword !== undefined) {
    await client.query(`alter role weft_app password ${client.escapeLiteral(appPassword)}`)
  }
  await client.query(`
    grant usage, create on schema public to weft_owner;
    revoke create on schema public from public;
    grant usage on schema public to weft_app;
    set role weft_owner;
    alter default privileges for role weft_owner in schema public grant select, insert, update, delete on tables to weft_app;
    alter default privileges for role weft_owner in schema public grant usage, select on sequences to weft_app;
    reset role;`)
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const url = process.env.DATABASE_URL
  if (!url) {
    console.error(
      'DATABASE_URL is missing: give the address of the database and a role that may create tables and roles.',
    )
    process.exit(1)
  }
  const applied = await migrate(url, { appPassword: process.env.DATABASE_APP_PASSWORD })
  console.log(applied.length === 0 ? 'The database is up to date.' : `Applied ${applied.join(', ')}.`)
}
