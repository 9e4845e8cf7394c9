import { execFileSync, spawn } from 'node:child_process'
import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { claimInstance, releaseInstance } from './lib/instance.mjs'
import { freePort, isPortFree } from './lib/ports.mjs'
import { commandOf, parentOf } from './lib/processes.mjs'
import { root } from './lib/root.mjs'

const data = mkdtempSync(join(tmpdir(), 'weft-up-'))
chmodSync(data, 0o711) // closed to all, it would send the database of another account to a place of its own
afterAll(() => rmSync(data, { recursive: true, force: true, maxRetries: 5 }))

/** `npm start` with these options, with stores of its own. */
function launch(options, more = {}) {
  const { DATABASE_URL: _database, REDIS_URL: _redis, NODE_ENV: _mode, VITEST: _vitest, ...env } = process.env
  const child = spawn(process.execPath, [join(root, 'tools/up.mjs'), ...options], {
    env: { ...env, ...more },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (text) => {
      said += text
    })
  }
  const exited = new Promise((resolve) => child.once('close', (code, signal) => resolve({ code, signal, said })))
  return { child, exited }
}

/** The same as a newcomer runs it, until it is ready. */
async function start(...options) {
  const port = await freePort()
  const { child, exited } = launch(['--data', data, '--port', port, ...options])
  const file = join(data, 'run.json')
  const isUp = async () => (child.exitCode === null ? existsSync(file) : (await exited).said)
  await expect.poll(isUp, { timeout: 90_000, interval: 100 }).toBe(true)
  return { child, exited, port, run: JSON.parse(readFileSync(file, 'utf8')), pids: family(child.pid) }
}

/** A process and all that come from it. */
function family(pid) {
  const children = Map.groupBy(processes(), ([, parent]) => parent)
  const of = (one) => [one, ...(children.get(one) ?? []).flatMap(([child]) => of(child))]
  return of(pid)
}

/** Every process and its parent. */
function processes() {
  if (process.platform === 'linux') {
    const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name))
    return pids.map((pid) => [Number(pid), parentOf(pid)])
  }
  const lines = execFileSync('ps', ['-A', '-o', 'pid=,ppid='], { encoding: 'utf8' }).trim().split('\n')
  return lines.map((line) => line.trim().split(/\s+/).map(Number))
}

const alive = (pids) => pids.filter((pid) => commandOf(pid) !== '')

/** Signs up as far as the code; answers whether this id was new here. */
async function signUp({ port }, email) {
  const reply = await fetch(`http://127.0.0.1:${port}/api/sign-up`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: `http://localhost:${port}` },
    body: JSON.stringify({ signUpId: '0196f000-0000-7000-8000-000000000001', email }),
  })
  return reply.status
}

test('npm start says when and where it is ready, ends on SIGTERM, finds its data again, and leaves nothing when it is killed', {
  timeout: 200_000,
}, async () => {
  const first = await start('--no-demo')
  const url = `http://localhost:${first.port}`
  expect(first.run).toEqual({
    ready: true,
    pid: first.child.pid,
    url,
    app: `${url}/`,
    staff: `${url}/staff/`,
    openapi: `${url}/api/openapi.json`,
    logins: [],
    mode: expect.stringMatching(/^(redis|postgres)$/),
  })
  expect(statSync(join(data, 'run.json')).mode & 0o077).toBe(0)
  for (const place of [first.run.app, first.run.staff, first.run.openapi]) {
    expect((await fetch(place.replace('localhost', '127.0.0.1'))).status).toBe(200)
  }
  expect(await signUp(first, 'one@post.example')).toBe(202)
  expect(first.pids.length).toBeGreaterThan(3)
  first.child.kill('SIGTERM')
  expect(await first.exited).toMatchObject({ code: 0, said: expect.stringContaining('Weft is ready.') })
  expect(alive(first.pids)).toEqual([])
  expect(existsSync(join(data, 'run.json'))).toBe(false)

  // Begun without demo people, it is somebody's own: none are put into it, and nothing is taken for a half-made town.
  const second = await start()
  expect(second.run.logins).toEqual([])
  expect(readdirSync(data).filter((name) => name.startsWith('demo-'))).toEqual([])
  expect(await signUp(second, 'one@post.example')).toBe(202)
  expect(await signUp(second, 'other@post.example')).toBe(422)
  second.child.kill('SIGKILL')
  expect((await second.exited).said).toContain('was begun without demo people')
  await expect.poll(() => alive(second.pids), { timeout: 20_000, interval: 100 }).toEqual([])
  // The system lets go of a killed process's ports a moment after its name is gone.
  await expect.poll(() => isPortFree(second.port), { timeout: 20_000, interval: 100 }).toBe(true)
  expect(claimInstance(data)).toEqual({})
  releaseInstance(data)
})

test.each([
  [
    'a setting that the server would refuse',
    [],
    { PUBLIC_URL: 'weft.example' },
    /^PUBLIC_URL is not right: expected .*\n$/,
  ],
  [
    'a data folder that is a file',
    ['--data', join(root, 'package.json')],
    {},
    /^The data folder .* cannot be used \(.*\).*\n$/,
  ],
])('%s stops it with one sentence, before anything is made', async (_, options, env, sentence) => {
  const folder = mkdtempSync(join(data, 'refused-'))
  const { code, said } = await launch(['--data', folder, ...options], env).exited
  expect(said).toMatch(sentence)
  expect(code).toBe(1)
  expect(readdirSync(folder).filter((name) => name !== 'secrets.json')).toEqual([])
})
