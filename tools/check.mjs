// npm run check                       everything that can be known without running the product
// npm run check -- --only borders     one of it, or several: --only types,borders
import { readFileSync } from 'node:fs'
import { isAbsolute, join } from 'node:path'
import { endAll, run } from './lib/children.mjs'
import { ensureDependencies } from './lib/deps.mjs'
import { ensureNode } from './lib/node.mjs'
import { programPath } from './lib/programs.mjs'
import { root } from './lib/root.mjs'
import { say } from './lib/say.mjs'

await ensureNode()
await ensureDependencies()

/** Each answers the list of what is wrong; empty when all is well. */
const steps = {
  'types of the server': () => program('typescript', 'tsc', '-p', 'tsconfig.node.json', '--noEmit'),
  'types of the apps': () => program('typescript', 'tsc', '-p', 'tsconfig.web.json', '--noEmit'),
  style: () => program('@biomejs/biome', 'biome', 'check', '--error-on-warnings', '--max-diagnostics=50'),
  borders: async () => {
    const { buildGraph, readSources } = await import('./check/graph.mjs')
    const { findBreaches } = await import('./check/borders.mjs')
    return findBreaches(buildGraph(readSources(root)))
  },
  'unused code': () => program('knip', 'knip', '--no-progress', '--no-config-hints'),
  tables: () => script('tools/check-tables.mjs'),
  licences: async () => {
    const { findForeignLicences } = await import('./check/licences.mjs')
    return findForeignLicences(JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')))
  },
  words: () => script('tools/check-words.mjs'),
  documents: async () => {
    const { findBrokenPromises, listFiles } = await import('./check/links.mjs')
    const read = (path) => readFileSync(join(root, path), 'utf8')
    return findBrokenPromises(listFiles(root), read, JSON.parse(read('package.json')).scripts)
  },
}

const only = readOnly(process.argv.slice(2))
const unknown = only.filter((name) => !Object.keys(steps).some((step) => step.includes(name)))
if (unknown.length > 0) {
  console.error(`There is no check called ${unknown.join(', ')}. There are: ${Object.keys(steps).join(', ')}.`)
  process.exit(2)
}
const chosen = Object.entries(steps).filter(([name]) => only.length === 0 || only.some((part) => name.includes(part)))
let broken = 0
for (const [name, check] of chosen) {
  const problems = await check().catch((error) => [error.stack])
  say(problems.length === 0 ? `ok      ${name}` : `WRONG   ${name}`)
  for (const problem of problems) say(problem.replaceAll(/^/gm, '        '))
  if (problems.length > 0) broken += 1
}
say(broken === 0 ? `All ${chosen.length} checks hold.` : `${broken} of ${chosen.length} checks do not hold.`)
process.exitCode = broken === 0 ? 0 : 1
await endAll()

function readOnly(args) {
  const at = args.findIndex((arg) => arg.startsWith('--only'))
  if (at === -1) return []
  const value = args[at].includes('=') ? args[at].split('=')[1] : args[at + 1]
  return (value ?? '').split(',').filter(Boolean)
}

function program(packageName, command, ...args) {
  return script(programPath(packageName, command), ...args)
}

async function script(path, ...args) {
  const file = isAbsolute(path) ? path : join(root, path)
  const { code, signal, stdout, stderr } = await run(process.execPath, [file, ...args], { cwd: root, mayFail: true })
  if (code === 0) return []
  return [`${stdout}\n${stderr}`.trim() || `It ended with ${signal ?? `code ${code}`} and said nothing.`]
}
