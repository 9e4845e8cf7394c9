import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync } from 'node:fs'
import { connect } from 'node:net'
import { delimiter, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { startChild } from './children.mjs'
import { freePort } from './ports.mjs'
import { cachedRedis, fetchRedis } from './redis-download.mjs'
import { newSecret } from './secrets.mjs'

/**
 * A Redis to ring bells with, or `undefined`: then everything runs on Postgres alone.
 *
 * `wanted` is the value of `REDIS`: `off` looks for none, `require` throws when there is none, otherwise one is used when it
 * can be had; its `port` and `password` are new unless given. `given` is the address of one that runs already (`REDIS_URL`), taken as it is. A private one listens on 127.0.0.1 with a password of its
 * own, keeps nothing on disk, and answers `{ url, port, pid, exited, stop(), kill() }`.
 */
export async function startRedis({ directory, wanted = process.env.REDIS, given, port, password, say = () => {} }) {
  if (wanted && !['require', 'off'].includes(wanted))
    throw new Error(`REDIS is "require", "off" or not set; it is "${wanted}".`)
  if (wanted === 'off') return undefined
  if (given) {
    if (wanted === 'require' && !(await isThere(given)))
      throw new Error('REDIS=require, but no Redis answers at REDIS_URL.')
    return { url: given, stop: async () => {}, kill() {} }
  }
  try {
    const program = onPath() ?? cachedRedis() ?? (await fetchRedis(say))
    return await launch(program, directory, port, password)
  } catch (error) {
    if (wanted === 'require') throw new Error(`REDIS=require, but no Redis could be started: ${error.message}`)
    say(`Working without Redis: ${error.message.split('\n')[0]}`)
    return undefined
  }
}

async function isThere(url) {
  const { Redis } = await import('ioredis') // only here: installed by then, and needed for no Redis of our own
  const redis = new Redis(url, { lazyConnect: true, retryStrategy: null, connectTimeout: 3_000 })
  redis.on('error', () => {})
  try {
    return (await redis.ping()) === 'PONG'
  } catch {
    return false
  } finally {
    redis.disconnect()
  }
}

function onPath() {
  for (const folder of (process.env.PATH ?? '').split(delimiter)) {
    for (const name of ['redis-server', 'valkey-server']) {
      const command = join(folder, name)
      if (existsSync(command) && spawnSync(command, ['--version']).status === 0) return { command, env: {} }
    }
  }
  return undefined
}

async function launch({ command, env }, directory, wantedPort, password = newSecret()) {
  mkdirSync(directory, { recursive: true, mode: 0o700 })
  for (let attempt = 1; ; attempt += 1) {
    const port = wantedPort ?? (await freePort())
    const lines = []
    const settings = [
      `port ${port}`,
      'bind 127.0.0.1',
      `requirepass ${password}`,
      `dir "${directory}"`,
      'save ""',
      'appendonly no',
    ]
    const child = startChild('redis', command, ['-'], {
      env: { ...process.env, ...env },
      input: `${[...settings, 'maxmemory-policy noeviction', 'daemonize no'].join('\n')}\n`,
      onLine: (line) => lines.length < 50 && lines.push(line),
    })
    const state = { ended: false }
    child.exited.then(({ error }) => {
      state.ended = true
      if (error) lines.push(error.message)
    })
    if (await answers(port, password, state)) {
      const url = `redis://:${password}@127.0.0.1:${port}`
      return {
        url,
        port,
        pid: child.pid,
        exited: child.exited,
        stop: () => child.stop(),
        kill: () => child.signal('SIGKILL'),
      }
    }
    await child.stop()
    if (wantedPort || attempt === 5 || !lines.join().includes('in use'))
      throw new Error(`it did not start.\n${lines.join('\n')}`)
  }
}

async function answers(port, password, state) {
  for (let attempt = 0; attempt < 200 && !state.ended; attempt += 1) {
    if (await ping(port, password)) return true
    await sleep(25)
  }
  return false
}

function ping(port, password) {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(`AUTH ${password}\r\nPING\r\n`))
    let reply = ''
    const end = (value) => {
      socket.destroy()
      resolve(value)
    }
    socket.setTimeout(1000, () => end(false))
    socket.on('error', () => end(false))
    socket.on('data', (bytes) => {
      reply += bytes
      if (reply.includes('+PONG')) end(true)
      else if (reply.includes('-')) end(false)
    })
    socket.on('close', () => end(false))
  })
}
