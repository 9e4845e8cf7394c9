import { execFileSync, spawnSync } from 'node:child_process'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { programPath } from './lib/programs.mjs'
import { root } from './lib/root.mjs'

const host = mkdtempSync(join(tmpdir(), 'weft-channels-'))
const packed = join(host, 'packed')
const installed = join(host, 'node_modules', '@weft', 'channels')
afterAll(() => rmSync(host, { recursive: true, force: true }))

/** Somebody else's project, with the tarball as npm would install it and nothing of this checkout but the peers. */
beforeAll(() => {
  const said = execFileSync(process.execPath, [join(root, 'tools/pack-channels.mjs'), packed, '--pack'])
  const tarball = said.toString().trim().split('/').at(-1)
  mkdirSync(installed, { recursive: true })
  execFileSync('tar', ['-xzf', join(packed, tarball), '-C', installed, '--strip-components=1'])
  for (const peer of [...Object.keys(manifest().peerDependencies), '@types/node', '@types/react']) {
    const place = join(host, 'node_modules', peer)
    mkdirSync(dirname(place), { recursive: true })
    symlinkSync(join(root, 'node_modules', peer), place, 'junction')
  }
  writeFileSync(join(host, 'package.json'), '{ "type": "module" }')
})

const manifest = () => JSON.parse(readFileSync(join(installed, 'package.json'), 'utf8'))
const source = () => JSON.parse(readFileSync(join(root, 'packages/channels/package.json'), 'utf8'))
const contents = () => readdirSync(installed, { recursive: true }).map((name) => name.replaceAll('\\', '/'))

/** Runs a script in the host with plain Node, and answers what it said. */
function inHost(script) {
  writeFileSync(join(host, 'host.mjs'), script)
  const { VITEST: _vitest, NODE_OPTIONS: _options, ...env } = process.env
  return execFileSync(process.execPath, ['host.mjs'], { cwd: host, env, encoding: 'utf8' }).trim()
}

test('every entry point can be imported by plain Node, and a random walk holds on what was published', () => {
  const said = inHost(`
    const { defineChannel } = await import('@weft/channels/define')
    const { createChannelClient, uuidv7 } = await import('@weft/channels/client')
    const { createChannelServer, createSocketServer } = await import('@weft/channels/server')
    const { useChannel } = await import('@weft/channels/react')
    const { randomWalk } = await import('@weft/channels/testing')
    const all = [defineChannel, createChannelClient, uuidv7, createChannelServer, createSocketServer, useChannel]
    await randomWalk(1)
    console.log(all.every((one) => typeof one === 'function'))
  `)
  expect(said).toBe('true')
})

test('it has the entry points of the sources, as JavaScript and declarations, and the papers beside', () => {
  const { exports } = manifest()
  expect(Object.keys(exports)).toEqual(Object.keys(source().exports))
  for (const [entry, { types, default: script }] of Object.entries(exports)) {
    if (entry === './schema.sql') continue
    expect(types).toMatch(/\.d\.ts$/)
    expect(script).toMatch(/\.js$/)
    for (const path of [types, script]) expect(existsSync(join(installed, path)), path).toBe(true)
  }
  expect(contents()).toEqual(expect.arrayContaining(['README.md', 'LICENSE', 'schema.sql']))
  expect(contents().filter((name) => /\.test\.|(?<!\.d)\.tsx?$/.test(name))).toEqual([])
  expect(manifest()).toMatchObject({ version: source().version, license: 'Apache-2.0', type: 'module' })
})

test('it asks for what it imports and for nothing else, and all of it may be left out', () => {
  const asked = new Set()
  for (const name of contents().filter((name) => /\.(js|ts)$/.test(name))) {
    const text = readFileSync(join(installed, name), 'utf8')
    for (const [, from] of text.matchAll(/(?:\bfrom |\bimport ?\(|^import )['"]([^'"]+)['"]/gm)) {
      expect(from, name).not.toMatch(/\.tsx?$/)
      if (!/^(\.|node:)/.test(from)) asked.add(from.replace(/^react\/.*/, 'react'))
    }
  }
  const { dependencies, peerDependencies, peerDependenciesMeta } = manifest()
  expect(dependencies).toBeUndefined()
  expect([...asked].sort()).toEqual(Object.keys(peerDependencies).sort())
  expect(Object.values(peerDependenciesMeta)).toEqual([...asked].map(() => ({ optional: true })))
})

test('its declarations type a host, and notice a mistake', () => {
  const lines = [
    "import { createChannelClient, uuidv7 } from '@weft/channels/client'",
    "import { useIsConnected } from '@weft/channels/react'",
    "import { createPostgresLog } from '@weft/channels/server'",
    "import { randomWalk } from '@weft/channels/testing'",
    'export const id: string = uuidv7()',
    'export const all = [createChannelClient, useIsConnected, createPostgresLog] as const',
    "export const wrong = randomWalk('one')",
  ]
  writeFileSync(join(host, 'host.ts'), lines.join('\n'))
  const options = ['--module', 'nodenext', '--target', 'es2024', '--lib', 'es2024,dom', '--types', 'node', '--strict']
  const { stdout } = spawnSync(
    process.execPath,
    [programPath('typescript', 'tsc'), '--noEmit', ...options, 'host.ts'],
    {
      cwd: host,
      encoding: 'utf8',
    },
  )
  expect(stdout.trim().split('\n')).toEqual([expect.stringMatching(/^host\.ts\(7,\d+\): error TS2345/)])
})

test('a folder with something else in it is left as it is', () => {
  const mine = join(host, 'mine')
  mkdirSync(mine)
  writeFileSync(join(mine, 'letter.txt'), 'Dear Kofi')
  for (const folder of [mine, join(root, 'packages/channels')]) {
    const { status, stderr } = spawnSync(process.execPath, [join(root, 'tools/pack-channels.mjs'), folder])
    expect([status, stderr.toString()]).toEqual([2, expect.stringContaining('something else')])
  }
  expect(readdirSync(mine)).toEqual(['letter.txt'])
})
