import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { afterEach, expect, test } from 'vitest'
import { run, startChild } from './children.mjs'
import { commandOf } from './processes.mjs'

const module_ = join(import.meta.dirname, 'children.mjs')
const folders = []
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
})
const newFolder = () => {
  const folder = mkdtempSync(join(tmpdir(), 'weft-test-'))
  folders.push(folder)
  return folder
}

/** A process that starts a child, which starts a grandchild, and has a temporary folder; answers the pids once all run. */
async function launch(ending) {
  const folder = newFolder()
  const script = `
    import { startChild, removeAtEnd, onEnd, endAll } from '${module_}'
    import { writeFileSync } from 'node:fs'
    removeAtEnd('${folder}')
    onEnd(() => console.error('ended in order'))
    const child = startChild('shell', 'sh', ['-c', 'sleep 1000 & echo $!; wait'], { onLine: (line) => {
      console.log(JSON.stringify([child.pid, Number(line)]))
      ${ending}
    }})`
  const launcher = spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: ['ignore', 'pipe', 'pipe'] })
  let errors = ''
  launcher.stderr.on('data', (text) => {
    errors += text
  })
  const line = await new Promise((resolve) => createInterface({ input: launcher.stdout }).once('line', resolve))
  const exited = new Promise((resolve) => launcher.once('close', (code, signal) => resolve({ code, signal, errors })))
  return { launcher, folder, pids: JSON.parse(line), exited }
}

const allGone = ({ pids, folder }) => pids.every((pid) => commandOf(pid) === '') && !existsSync(folder)

test.each([
  ['SIGINT', 130],
  ['SIGTERM', 143],
  ['SIGHUP', 129],
])('%s leaves no child, grandchild or temporary folder', async (signal, code) => {
  const started = await launch('')
  started.launcher.kill(signal)
  expect(await started.exited).toMatchObject({ code, errors: 'ended in order\n' })
  expect(allGone(started)).toBe(true)
})

test.each([
  ['an exception', `setImmediate(() => { throw new Error('boom') })`, 1],
  ['a promise that nobody caught', `Promise.reject(new Error('boom'))`, 1],
  ['process.exit', 'setImmediate(() => process.exit(4))', 4],
  ['endAll', 'endAll().then(() => process.exit(0))', 0],
])('%s leaves nothing either', async (_, ending, code) => {
  const started = await launch(ending)
  expect((await started.exited).code).toBe(code)
  await expect.poll(() => started.pids.every((pid) => commandOf(pid) === ''), { timeout: 5_000 }).toBe(true)
})

test('kill -9 leaves nothing: the shell beside us cleans up', async () => {
  const started = await launch('')
  started.launcher.kill('SIGKILL')
  await started.exited
  await expect.poll(() => allGone(started), { timeout: 15_000 }).toBe(true)
})

test('a child that will not stop is made to', async () => {
  const lines = []
  const child = startChild('stubborn', 'sh', ['-c', 'trap "" TERM; echo up; while :; do sleep 1; done'], {
    stopTimeoutMs: 300,
    onLine: (line) => lines.push(line),
  })
  await expect.poll(() => lines).toEqual(['up'])
  expect(await child.stop()).toMatchObject({ signal: 'SIGKILL' })
})

test('run answers what a program said, and tells why one did not work', async () => {
  expect(await run('sh', ['-c', 'echo out; echo err >&2'])).toMatchObject({ code: 0, stdout: 'out', stderr: 'err' })
  await expect(run('sh', ['-c', 'echo why >&2; exit 3'])).rejects.toThrow(/ended with code 3\n\nwhy/)
  await expect(run('/no/such/program', [])).rejects.toThrow(/ENOENT/)
  expect(await run('sh', ['-c', 'exit 3'], { mayFail: true })).toMatchObject({ code: 3 })
})

test('what is given as input arrives', async () => {
  expect((await run('cat', [], { input: 'one\ntwo' })).stdout).toBe('one\ntwo')
})
