import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { io, type Socket } from 'socket.io-client'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { freePort } from '../../tools/lib/ports.mjs'
import { type Actor, makeWorld, type World } from './world.ts'

let world: World
let kofi: Actor
beforeAll(async () => {
  // Another process, with a clock of its own, is to know the session.
  world = await makeWorld({ now: new Date().toISOString() })
  kofi = await world.as('kofi')
})
afterAll(() => world.close())

function startServer(port: number) {
  const child = spawn(process.execPath, [join(import.meta.dirname, '../src/main.ts')], {
    env: {
      ...process.env,
      DATABASE_APP_URL: world.app.config.databaseUrl,
      REDIS_URL: world.app.config.redisUrl ?? '',
      NODE_ENV: 'test',
      LOG_LEVEL: 'silent',
      HOST: '127.0.0.1',
      PORT: String(port),
      PUBLIC_URL: 'http://localhost:8080',
      WEFT_ALLOW_UNSAFE_POSTGRES: '1',
    },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let said = ''
  child.stderr.on('data', (text) => {
    said += text
  })
  const exited = new Promise((resolve) => child.once('exit', (code, signal) => resolve({ code, signal, said })))
  return { child, exited }
}

function open(port: number): Socket {
  return io(`http://127.0.0.1:${port}`, {
    path: '/api/socket',
    transports: ['websocket'],
    forceNew: true,
    reconnection: false,
    extraHeaders: { cookie: kofi.cookie, origin: 'http://localhost:8080' },
    auth: { app: 'people' },
  })
}

const connected = (socket: Socket) =>
  new Promise((resolve) => {
    socket.once('connect', () => resolve(true))
    socket.once('connect_error', () => resolve(false))
  })

test('told to end, a server is not ready, asks its sockets to come back, takes no new one, and ends in good order', async () => {
  const port = await freePort()
  const { child, exited } = startServer(port)
  try {
    const status = (path: string) =>
      fetch(`http://127.0.0.1:${port}${path}`).then(
        (answer) => answer.status,
        () => 0,
      )
    await expect.poll(() => status('/readyz'), { timeout: 60_000 }).toBe(200)
    const socket = open(port)
    expect(await connected(socket)).toBe(true)

    const asked = new Promise((resolve) => socket.once('drain', resolve))
    child.kill('SIGTERM')
    expect(await asked).toEqual({ afterMs: expect.any(Number) })
    expect([await status('/readyz'), await status('/healthz')]).toEqual([503, 200])
    expect(await connected(open(port))).toBe(false)
    socket.disconnect()
    expect(await exited).toEqual({ code: 0, signal: null, said: '' })
  } finally {
    child.kill('SIGKILL')
  }
}, 90_000)
