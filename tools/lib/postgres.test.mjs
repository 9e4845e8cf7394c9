import { spawn } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import pg from 'pg'
import { afterEach, expect, test } from 'vitest'
import { startPostgres } from './postgres.mjs'
import { commandOf, startOf } from './processes.mjs'

const password = 'a-password/with?odd:parts'
const folders = []
const newFolder = () => {
  const folder = mkdtempSync(join(tmpdir(), 'weft-test-'))
  chmodSync(folder, 0o711)
  folders.push(folder)
  return join(folder, 'postgres')
}
const running = []
const start = async (directory, more = {}) => {
  const postgres = await startPostgres({ directory, password, ...more })
  running.push(postgres)
  return postgres
}

afterEach(async () => {
  for (const postgres of running.splice(0)) await postgres.stop()
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
})

async function ask(url, sql) {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => {})
  await client.connect()
  try {
    return (await client.query(sql)).rows
  } finally {
    await client.end().catch(() => {})
  }
}

test('it listens on the loopback only, keeps its promises, and asks for the password', async () => {
  const { url, port } = await start(newFolder())
  const names = [
    'listen_addresses',
    'unix_socket_directories',
    'fsync',
    'full_page_writes',
    'synchronous_commit',
    'TimeZone',
  ]
  const rows = await ask(url, `select name, setting from pg_settings where name in ('${names.join("','")}')`)
  expect(Object.fromEntries(rows.map((row) => [row.name, row.setting]))).toEqual({
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    fsync: 'on',
    full_page_writes: 'on',
    synchronous_commit: 'on',
    TimeZone: 'UTC',
  })
  await expect(ask(`postgres://postgres:wrong@127.0.0.1:${port}/weft`, 'select 1')).rejects.toThrow(/password/)
  const [database] = await ask(
    url,
    `select pg_encoding_to_char(encoding) as encoding, datlocprovider as provider, datlocale as locale from pg_database where datname = 'weft'`,
  )
  expect(database).toEqual({ encoding: 'UTF8', provider: 'b', locale: 'C.UTF-8' })
})

test('a second start finds the data, at a port of its own', async () => {
  const directory = newFolder()
  const first = await start(directory)
  await ask(first.url, 'create table kept (x int); insert into kept values (7)')
  await first.stop()
  const second = await start(directory)
  expect(await ask(second.url, 'select x from kept')).toEqual([{ x: 7 }])
})

test('after kill -9 of Postgres, what was committed is there', async () => {
  const directory = newFolder()
  const first = await start(directory)
  await ask(first.url, 'create table kept (x int); insert into kept values (7)')
  first.kill()
  await first.exited
  const second = await start(directory)
  expect(await ask(second.url, 'select x from kept')).toEqual([{ x: 7 }])
})

test('another process cannot start in a directory that is in use', async () => {
  const directory = newFolder()
  const { home } = await start(directory)
  writeFileSync(join(home, 'launcher'), `${process.ppid} ${startOf(process.ppid)}\n`)
  await expect(startPostgres({ directory, password })).rejects.toThrow(`is in use by process ${process.ppid}`)
})

test('a pid file that a dead machine left, whose number is now of another program, does not stop the start', async () => {
  const directory = newFolder()
  const first = await start(directory)
  const data = join(first.home, 'data')
  first.kill()
  await first.exited
  const lines = readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n')
  writeFileSync(join(data, 'postmaster.pid'), [process.pid, ...lines.slice(1)].join('\n'))
  const second = await start(directory)
  expect(await ask(second.url, 'select 1 as one')).toEqual([{ one: 1 }])
})

test('kill -9 of the launcher leaves no Postgres behind, and the data opens again', async () => {
  const directory = newFolder()
  mkdirSync(directory, { recursive: true })
  const script = `
    import { startPostgres } from '${join(import.meta.dirname, 'postgres.mjs')}'
    const { url, pid } = await startPostgres({ directory: '${directory}', password: '${password}' })
    console.log(JSON.stringify({ url, pid }))
    setInterval(() => {}, 1000)`
  const launcher = spawn(process.execPath, ['--input-type=module', '-e', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const [line] = await new Promise((resolve) =>
    createInterface({ input: launcher.stdout }).once('line', (text) => resolve([text])),
  )
  const { url, pid } = JSON.parse(line)
  await ask(url, 'create table kept (x int); insert into kept values (7)')
  launcher.kill('SIGKILL')
  await expect.poll(() => commandOf(pid), { timeout: 15_000 }).toBe('')
  const second = await start(directory)
  expect(await ask(second.url, 'select x from kept')).toEqual([{ x: 7 }])
})

test('an interrupted first start is begun again', async () => {
  const directory = newFolder()
  const first = await start(directory)
  const data = join(first.home, 'data')
  await first.stop()
  rmSync(join(data, 'PG_VERSION'))
  const second = await start(directory)
  expect(existsSync(join(data, 'PG_VERSION'))).toBe(true)
  expect(await ask(second.url, 'select 1 as one')).toEqual([{ one: 1 }])
})
