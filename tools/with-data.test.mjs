import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { run } from './lib/children.mjs'
import { root } from './lib/root.mjs'

let folder
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'weft-data-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

/** What a script is given where nothing of `npm start` lies. */
async function given(more) {
  const { DATABASE_URL: _owner, DATABASE_APP_URL: _app, ...env } = process.env
  const script = join(folder, 'script.mjs')
  writeFileSync(
    script,
    `const { DATABASE_URL, DATABASE_APP_URL } = process.env\nconsole.log(JSON.stringify({ DATABASE_URL, DATABASE_APP_URL }))\n`,
  )
  return run(process.execPath, [join(root, 'tools/with-data.mjs'), script], {
    env: { ...env, DATA_DIR: folder, ...more },
    mayFail: true,
  })
}

test('an operator who has only the product’s own account needs no data of npm start', async () => {
  const url = 'postgres://weft_app:secret@127.0.0.1:1/weft'
  const { code, stdout } = await given({ DATABASE_APP_URL: url })
  expect(code).toBe(0)
  expect(JSON.parse(stdout)).toEqual({ DATABASE_APP_URL: url })
})

test('where nothing is, it says what to do', async () => {
  const { code, stderr } = await given({})
  expect(code).toBe(1)
  expect(stderr).toContain('Start it once with npm start, or set DATABASE_APP_URL')
})
