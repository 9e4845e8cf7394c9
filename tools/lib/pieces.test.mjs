import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { alone } from './alone.mjs'
import { announceInstance, claimInstance, releaseInstance, withdrawInstance } from './instance.mjs'
import { isAtLeast } from './node.mjs'
import { claim } from './owner.mjs'
import { freePort, freePortFrom, isPortFree } from './ports.mjs'
import { startOf } from './processes.mjs'
import { runtimeDirectory } from './root.mjs'
import { countPlaywright, countVitest, withSecondLook } from './runners.mjs'
import { loadSecrets } from './secrets.mjs'
import { readStartOptions } from './start-options.mjs'

let folder
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'weft-test-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

describe('secrets', () => {
  test('are made once, readable by the owner only, and added to without change', () => {
    const first = loadSecrets(folder, ['a'])
    const second = loadSecrets(folder, ['a', 'b'])
    expect(second.a).toBe(first.a)
    expect(second.b).toMatch(/^[\w-]{43}$/)
    expect(second.b).not.toBe(first.a)
    expect(statSync(join(folder, 'secrets.json')).mode & 0o777).toBe(0o600)
  })

  test('that cannot be read are never replaced: they open what lies beside them', () => {
    writeFileSync(join(folder, 'secrets.json'), '{ "databaseOw')
    expect(() => loadSecrets(folder, ['a'])).toThrow(/secrets\.json cannot be read .* put it back/)
    expect(readFileSync(join(folder, 'secrets.json'), 'utf8')).toBe('{ "databaseOw')
  })
})

describe('a data directory', () => {
  const other = process.ppid
  test('has one owner; a dead one, or another program with its old number, counts for nothing', () => {
    const file = join(folder, 'lock')
    writeFileSync(file, `${other} ${startOf(other)}\n`)
    expect(claim(file)).toBe(other)
    writeFileSync(file, `${other} 12345\n`)
    expect(claim(file)).toBeUndefined()
    expect(claim(file)).toBeUndefined()
    expect(readFileSync(file, 'utf8')).toBe(`${process.pid} ${startOf(process.pid)}\n`)
  })

  test('tells a second start where the first one is, and forgets one that was killed', () => {
    expect(claimInstance(folder)).toEqual({})
    announceInstance(folder, { url: 'http://localhost:1' })
    writeFileSync(join(folder, 'lock'), `${other} ${startOf(other)}\n`)
    expect(claimInstance(folder)).toEqual({ owner: other, url: 'http://localhost:1' })
    writeFileSync(join(folder, 'lock'), `${other} 12345\n`)
    expect(claimInstance(folder)).toEqual({})
    expect(existsSync(join(folder, 'run.json'))).toBe(false)
    announceInstance(folder, { ready: true })
    withdrawInstance(folder)
    releaseInstance(folder)
    expect(existsSync(join(folder, 'run.json')) || existsSync(join(folder, 'lock'))).toBe(false)
  })
})

test('what two processes must not do at once is done in turn, also after one that died of it', async () => {
  const name = `tested-${process.pid}`
  const lock = join(runtimeDirectory, name)
  writeFileSync(lock, `${process.ppid} ${startOf(process.ppid)}\n`)
  let isDone = false
  const turn = alone(name, async () => {
    isDone = true
    return readFileSync(lock, 'utf8')
  })
  expect(isDone).toBe(false)
  writeFileSync(lock, `${process.ppid} 12345\n`)
  expect(await turn).toBe(`${process.pid} ${startOf(process.pid)}\n`)
  expect(existsSync(lock)).toBe(false)
})

describe('ports', () => {
  test('a busy one is seen, and passed over', async () => {
    const port = await freePort()
    expect(port).toBeLessThan(32_768)
    const server = createServer()
    await new Promise((resolve) => server.listen(port, '127.0.0.1', resolve))
    expect(await isPortFree(port)).toBe(false)
    expect(await freePortFrom(port)).toBeGreaterThan(port)
    await new Promise((resolve) => server.close(resolve))
    expect(await isPortFree(port)).toBe(true)
  })
})

test.each([
  ['22.22.2', '22.22.2', true],
  ['24.0.0', '22.22.2', true],
  ['22.22.1', '22.22.2', false],
  ['20.99.0', '22.22.2', false],
  ['22.3.9', '22.22.2', false],
])('Node %s is at least %s: %s', (have, want, expected) => expect(isAtLeast(have, want)).toBe(expected))

describe('npm start', () => {
  const read = (args, env = {}) => readStartOptions(args, env, '/checkout')

  test('has good defaults', () => {
    expect(read([])).toEqual({
      port: 8080,
      isPortFixed: false,
      dataDirectory: '/checkout/.data',
      demo: true,
      databaseUrl: undefined,
      redisUrl: undefined,
      redis: undefined,
    })
  })
  test('takes a flag before a variable', () => {
    const env = { PORT: '9000', DATA_DIR: '/one', REDIS: 'off', DATABASE_URL: 'postgres://x', REDIS_URL: 'redis://x' }
    expect(read([], env)).toMatchObject({ port: 9000, isPortFixed: true, dataDirectory: '/one', redis: 'off' })
    expect(read(['--port=9001', '--data', '/two', '--no-demo'], env)).toMatchObject({
      port: 9001,
      dataDirectory: '/two',
      demo: false,
      databaseUrl: 'postgres://x',
      redisUrl: 'redis://x',
    })
  })
  test.each([[['--port', 'x']], [['--port', '0']], [['--port', '70000']], [['--port']], [['--what']]])(
    'refuses %j',
    (args) => expect(read(args).problem).toBeTruthy(),
  )
  test('refuses a REDIS that it does not know', () => expect(read([], { REDIS: 'maybe' }).problem).toContain('"maybe"'))
})

test('a process that has ended is not alive, though its parent has not looked yet', async () => {
  const child = spawn(process.execPath, ['-e', ''])
  const ended = new Promise((resolve) => child.once('exit', resolve))
  expect(startOf(child.pid)).not.toBe('')
  // While this loop runs, nobody takes note of its end.
  const until = Date.now() + 20_000
  while (startOf(child.pid) !== '' && Date.now() < until);
  expect(startOf(child.pid)).toBe('')
  await ended
})

describe('counting', () => {
  const vitest = (results, passed, failed) => ({ testResults: results, numPassedTests: passed, numFailedTests: failed })
  const broken = { status: 'failed', assertionResults: [] }

  test.each([
    ['all well', vitest([], 5, 0), 0, { passed: 5, failed: 0 }],
    [
      'a failed test',
      vitest([{ status: 'failed', assertionResults: [{ status: 'failed' }] }], 4, 1),
      1,
      { passed: 4, failed: 1 },
    ],
    ['a file that could not be loaded', vitest([broken], 4, 0), 1, { passed: 4, failed: 1 }],
    ['an error outside any test', vitest([], 5, 0), 1, { passed: 5, failed: 1 }],
    ['no test at all', vitest([], 0, 0), 0, { passed: 0, failed: 1 }],
    ['no report', undefined, 0, { passed: 0, failed: 1 }],
  ])('vitest: %s', (_, report, code, expected) => expect(countVitest(report, code)).toEqual(expected))

  const playwright = (stats, errors = []) => ({ stats: { expected: 0, unexpected: 0, flaky: 0, ...stats }, errors })
  test.each([
    ['all well', playwright({ expected: 3 }), 0, { passed: 3, failed: 0 }],
    ['failed and flaky', playwright({ expected: 3, unexpected: 1, flaky: 1 }), 1, { passed: 3, failed: 2 }],
    ['a set-up that failed', playwright({}, [{ message: 'x' }]), 1, { passed: 0, failed: 1 }],
    ['no test at all', playwright({}), 0, { passed: 0, failed: 1 }],
    ['no report', undefined, 1, { passed: 0, failed: 1 }],
  ])('playwright: %s', (_, report, code, expected) => expect(countPlaywright(report, code)).toEqual(expected))

  describe('a second look', () => {
    afterEach(() => vi.unstubAllEnvs())

    /** A first run of nine passed and two failed, three of the passed in the files that failed; then `second`. */
    const look = (names, second, asked = []) =>
      withSecondLook(
        async (args) => {
          asked.push(args)
          return asked.length === 1
            ? { counts: { passed: 9, failed: 2 }, names, passedThere: 3 }
            : { counts: second, names, passedThere: 0 }
        },
        ['server'],
      )

    test('counts what a failed file says when it is run again, once', async () => {
      vi.stubEnv('CI', 'true')
      const asked = []
      expect(await look(['a.test.ts'], { passed: 5, failed: 0 }, asked)).toEqual({ passed: 11, failed: 0 })
      expect(asked).toEqual([['server'], ['a.test.ts']])
      expect(await look(['a.test.ts'], { passed: 4, failed: 1 })).toEqual({ passed: 10, failed: 1 })
    })
    test('is not given to many files, nor away from the gate', async () => {
      const well = { passed: 5, failed: 0 }
      vi.stubEnv('CI', 'true')
      expect(await look(['a', 'b', 'c', 'd', 'e'], well)).toEqual({ passed: 9, failed: 2 })
      expect(await look([], well)).toEqual({ passed: 9, failed: 2 })
      vi.stubEnv('CI', '')
      expect(await look(['a'], well)).toEqual({ passed: 9, failed: 2 })
    })
  })
})
