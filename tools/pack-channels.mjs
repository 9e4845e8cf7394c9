// npm run pack:channels                    @weft/channels as others can install it, in packages/channels/dist
// npm run pack:channels -- <folder>        the same in a folder of yours: a new or empty one, or one that was packed before
// npm run pack:channels -- --pack          and its tarball beside, as `npm publish` would send it
//
// Inside this repository the package is used as TypeScript; under a real node_modules Node strips no types, so what is
// published is JavaScript and declarations.
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'
import { endAll, run } from './lib/children.mjs'
import { ensureDependencies } from './lib/deps.mjs'
import { ensureNode } from './lib/node.mjs'
import { programPath } from './lib/programs.mjs'
import { root } from './lib/root.mjs'
import { say } from './lib/say.mjs'

const usage = 'Usage: node tools/pack-channels.mjs [folder] [--pack]'
const home = join(root, 'packages', 'channels')
const usual = join(home, 'dist')

await ensureNode()
const { folder, pack } = readOptions(process.argv.slice(2))
await ensureDependencies()
clear(folder)
await compile(join(folder, 'lib'))
copyFileSync(join(home, 'README.md'), join(folder, 'README.md'))
copyFileSync(join(home, 'schema.sql'), join(folder, 'schema.sql'))
copyFileSync(join(root, 'LICENSE'), join(folder, 'LICENSE'))
const manifest = publishedManifest(readJson(join(home, 'package.json')), readJson(join(root, 'package.json')))
writeFileSync(join(folder, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`)
const tarball = pack ? join(folder, await npmPack()) : undefined
say(`${manifest.name} ${manifest.version} is in ${relative(process.cwd(), tarball ?? folder) || '.'}`)
await endAll()

function readOptions(args) {
  const folders = args.filter((arg) => !arg.startsWith('-'))
  const unknown = args.some((arg) => arg.startsWith('-') && arg !== '--pack')
  if (unknown || folders.length > 1) refuse(usage)
  return { folder: folders[0] ? resolve(folders[0]) : usual, pack: args.includes('--pack') }
}

/** Empties the folder, but never one with anything in it that this script did not make. */
function clear(folder) {
  const isOurs = folder === usual || !existsSync(folder) || readdirSync(folder).length === 0 || wasPacked(folder)
  if (!isOurs) refuse(`${folder} holds something else. Please name a new or an empty folder.`)
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
}

/** The package itself has the same name, but its entry points are sources. */
function wasPacked(folder) {
  const path = join(folder, 'package.json')
  if (!existsSync(path)) return false
  const { name, exports } = readJson(path)
  return name === '@weft/channels' && exports?.['./define']?.types !== undefined
}

async function compile(target) {
  const project = join(home, 'tsconfig.build.json')
  await run(process.execPath, [programPath('typescript', 'tsc'), '-p', project, '--outDir', target])
  for (const name of readdirSync(target, { recursive: true })) {
    if (name.endsWith('.d.ts')) nameCompiledFiles(join(target, name))
  }
}

/** tsc gives imports in JavaScript the ending of what it has written, but leaves those in declarations as they were. */
function nameCompiledFiles(path) {
  const text = readFileSync(path, 'utf8')
  writeFileSync(path, text.replaceAll(/((?:\bfrom |\bimport\()(['"])\.{1,2}\/[^'"]+)\.tsx?\2/g, '$1.js$2'))
}

/**
 * What is published under the same entry points. What one of them imports is asked of the host, who may need only some of them:
 * a server no React, an app no Socket.IO server. Schemas are the host's, of whatever library, so zod is only our own tests'.
 */
function publishedManifest(source, { engines }) {
  const { name, version, description, license, type, sideEffects, dependencies } = source
  const peerDependencies = { react: source.peerDependencies.react }
  for (const [peer, tested] of Object.entries(dependencies)) peerDependencies[peer] = `^${tested}`
  return {
    name,
    version,
    description,
    license,
    type,
    sideEffects,
    engines,
    files: ['lib', 'schema.sql'],
    exports: Object.fromEntries(Object.entries(source.exports).map(([entry, path]) => [entry, compiled(path)])),
    peerDependencies,
    peerDependenciesMeta: Object.fromEntries(Object.keys(peerDependencies).map((peer) => [peer, { optional: true }])),
  }
}

function compiled(path) {
  const stem = path.match(/^\.\/src\/(.+)\.tsx?$/)?.[1]
  return stem ? { types: `./lib/${stem}.d.ts`, default: `./lib/${stem}.js` } : path
}

/** Answers the tarball's name. */
async function npmPack() {
  const windows = process.platform === 'win32'
  const { stdout } = await run(windows ? 'npm.cmd' : 'npm', ['pack', '--silent'], { cwd: folder, shell: windows })
  return stdout.trim().split('\n').at(-1)
}

function readJson(path) {
  return JSON.parse(readFileSync(path, 'utf8'))
}

function refuse(why) {
  console.error(why)
  process.exit(2)
}
