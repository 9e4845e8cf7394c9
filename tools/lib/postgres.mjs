import { chownSync, existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { run, startChild } from './children.mjs'
import { claim, release } from './owner.mjs'
import { binary, libraries, postgresBinaries } from './pg-binaries.mjs'
import { freePort } from './ports.mjs'
import { commandOf } from './processes.mjs'
import { reachableDirectory, unprivilegedAccount } from './unprivileged.mjs'

const database = 'weft'
const usual = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: 200,
  timezone: 'UTC',
  log_timezone: 'UTC',
}
const unsafe = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }

/**
 * Starts a private Postgres on 127.0.0.1 with its files under `directory`, made there at the first call.
 *
 * `password` is the superuser's and must stay the same for one directory. `durable: false` is for tests only: a crash then
 * loses data. `settings` are further `postgresql.conf` values. Answers `{ url, home, port, pid, exited, stop(), kill() }`.
 */
export async function startPostgres({ directory, password, durable = true, settings = {}, port, onLine }) {
  const account = unprivilegedAccount()
  const native = postgresBinaries(account)
  const home = reachableDirectory(directory, account)
  const data = join(home, 'data')
  const as = {
    cwd: home,
    uid: account?.uid,
    gid: account?.gid,
    env: { ...process.env, ...libraries(native), TZ: 'UTC' },
  }

  const owner = claim(join(home, 'launcher'))
  if (owner) throw new Error(`The database in ${home} is in use by process ${owner}.`)
  await stopOrphan(data)
  if (!existsSync(join(data, 'PG_VERSION'))) await initialise({ native, home, data, password, as, account, durable })

  for (let attempt = 1; ; attempt += 1) {
    const chosen = port ?? (await freePort())
    const all = { ...usual, ...(durable ? {} : unsafe), ...settings, port: chosen }
    const args = Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`])
    const started = await launch(binary(native, 'postgres'), ['-D', data, ...args], as, onLine)
    if (started.child) {
      writeFileSync(join(home, 'port'), `${chosen}\n`)
      const { child } = started
      const url = addressOf(chosen, password)
      const stop = async () => {
        await child.stop()
        for (const file of ['port', 'launcher']) release(join(home, file))
      }
      return {
        url,
        home,
        port: chosen,
        pid: child.pid,
        exited: child.exited,
        stop,
        kill: () => child.signal('SIGKILL'),
      }
    }
    // After a kill -9 its sessions need a moment to notice; between our probe and its listen another may have taken the port.
    const mayPass = /shared memory block .* still in use|could not bind|already in use/i.test(started.log)
    if (mayPass && attempt < 10) await sleep(100 * attempt)
    else throw new Error(`Postgres did not start.\n${started.log}`)
  }
}

/** The superuser's address of a Postgres that `startPostgres` started. */
export const addressOf = (port, password) =>
  `postgres://postgres:${encodeURIComponent(password)}@127.0.0.1:${port}/${database}`

// SIGINT is Postgres's fast shutdown: sessions are ended, everything is written, nothing needs recovery. SIGQUIT is its crash.
function launch(command, args, as, onLine) {
  const lines = []
  return new Promise((resolve) => {
    const child = startChild('postgres', command, args, {
      ...as,
      stopSignal: 'SIGINT',
      killSignal: 'SIGQUIT',
      stopTimeoutMs: 20_000,
      onLine(line) {
        lines.push(line)
        if (lines.length > 50) lines.shift()
        onLine?.(line)
        if (line.includes('database system is ready to accept connections')) resolve({ child })
      },
    })
    child.exited.then(({ error }) => resolve({ log: [...lines, error?.message].join('\n').trim() }))
  })
}

async function initialise({ native, home, data, password, as, account, durable }) {
  rmSync(data, { recursive: true, force: true }) // what an interrupted first start left
  const passwordFile = join(home, 'password')
  writeFileSync(passwordFile, password, { mode: 0o600 })
  if (account) chownSync(passwordFile, account.uid, account.gid)
  const locale = ['-E', 'UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8']
  const draft = `${data}.draft`
  rmSync(draft, { recursive: true, force: true })
  try {
    await run(
      binary(native, 'initdb'),
      [
        '-D',
        draft,
        '-U',
        'postgres',
        '--auth=scram-sha-256',
        `--pwfile=${passwordFile}`,
        ...locale,
        ...(durable ? [] : ['-N']),
      ],
      as,
    )
    await run(binary(native, 'postgres'), ['--single', '-D', draft, 'postgres'], {
      ...as,
      input: `create database ${database}\n`,
    })
  } finally {
    rmSync(passwordFile, { force: true })
  }
  renameSync(draft, data)
}

async function stopOrphan(data) {
  const file = join(data, 'postmaster.pid')
  if (!existsSync(file)) return
  const pid = Number(readFileSync(file, 'utf8').split('\n')[0])
  if (!commandOf(pid).includes(data)) return rmSync(file, { force: true }) // its machine or container died, the number is another's now
  process.kill(pid, 'SIGINT')
  for (let waited = 0; commandOf(pid).includes(data); waited += 100) {
    if (waited === 20_000) process.kill(pid, 'SIGQUIT')
    if (waited > 40_000) throw new Error(`An earlier Postgres (process ${pid}) of ${data} does not stop.`)
    await sleep(100)
  }
}
