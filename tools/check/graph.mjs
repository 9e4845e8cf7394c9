import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, matchesGlob, posix } from 'node:path'
import { readImports } from './imports.mjs'

const folders = ['packages', 'server', 'web', 'mobile-pwa', 'migrations', 'e2e', 'bench', 'chaos', 'tools', '.']
const isSource = (name) => /\.(ts|tsx|mjs)$/.test(name) && !/\.d\.m?ts$/.test(name)

/** Every source file and every manifest of the checkout, as `{ path: text }`; paths are from the root, with `/`. */
export function readSources(root) {
  const sources = {}
  const take = (path) => {
    sources[path] = readFileSync(join(root, path), 'utf8')
  }
  for (const folder of folders) {
    if (!existsSync(join(root, folder))) continue
    const depth = folder === '.' ? { recursive: false } : { recursive: true }
    for (const name of readdirSync(join(root, folder), depth)) {
      const path = posix.normalize(posix.join(folder, String(name).replaceAll('\\', '/')))
      if (/(^|\/)(node_modules|dist|results)\//.test(path)) continue
      if (isSource(path) || path.endsWith('package.json') || path.endsWith('.html')) take(path)
    }
  }
  return sources
}

/**
 * The import graph of `{ path: text }`.
 *
 * `files` maps each source to `{ imports, isBarrel }`; an import is `{ to, isType, line }` where `to` is another source, or
 * `npm:name` or `node:name`. `missing` lists what resolves to nothing, `entries` the files that something outside starts.
 */
export function buildGraph(sources) {
  const packages = readPackages(sources)
  const names = Object.keys(sources).filter(isSource)
  const files = new Map()
  const missing = []
  for (const path of names) {
    const { imports, mentions, isBarrel } = readImports(path, sources[path])
    const resolved = imports.flatMap(({ to, ...rest }) => {
      const targets = resolve(path, to, sources, packages)
      if (targets.length === 0 && !to.startsWith('glob:')) missing.push({ path, to, line: rest.line })
      return targets.map((target) => ({ to: target, ...rest }))
    })
    files.set(path, { imports: resolved, isBarrel, starts: mentions.flatMap((mention) => named(path, mention, names)) })
  }
  return { files, missing, entries: findEntries(sources, packages) }
}

function readPackages(sources) {
  return Object.keys(sources)
    .filter((path) => path.endsWith('package.json'))
    .map((path) => ({ folder: posix.dirname(path), ...JSON.parse(sources[path]) }))
}

function resolve(path, to, sources, packages) {
  const folder = posix.dirname(path)
  if (to.startsWith('glob:')) {
    const pattern = posix.join(folder, to.slice(5))
    return Object.keys(sources).filter((name) => isSource(name) && name !== path && matchesGlob(name, pattern))
  }
  const plain = to.replace(/\?.*$/, '')
  if (/^(virtual:|node:)/.test(plain)) return [plain]
  if (plain.startsWith('.')) return inside(posix.join(folder, plain), sources)
  const own = packages.find(({ name }) => name && (plain === name || plain.startsWith(`${name}/`)))
  if (own) return exported(own, `.${plain.slice(own.name.length)}`, sources)
  return [`npm:${plain.split('/', plain.startsWith('@') ? 2 : 1).join('/')}`]
}

// A stylesheet, a picture or a JSON file is no source: it exists or not, but borders say nothing about it.
function inside(path, sources) {
  if (isSource(path)) return path in sources ? [path] : []
  return [`file:${path}`]
}

function exported(own, subpath, sources) {
  for (const [key, target] of Object.entries(own.exports ?? {})) {
    if (key === subpath) return inside(posix.join(own.folder, target), sources)
    const [before, after] = key.split('*')
    if (after === undefined || !subpath.startsWith(before) || !subpath.endsWith(after)) continue
    const star = subpath.slice(before.length, subpath.length - after.length)
    return inside(posix.join(own.folder, target.replace('*', star)), sources)
  }
  return []
}

// "peers/stock.ts" in a call that starts a process, "server/test/stores.ts" in a configuration.
function named(path, mention, names) {
  const beside = posix.join(posix.dirname(path), mention)
  if (names.includes(beside)) return [beside]
  const tail = mention.replace(/^(\.\.?\/)+/, '')
  if (tail.startsWith('*')) return []
  const found = names.filter((name) => name !== path && matchesGlob(`/${name}`, `/**/${tail}`))
  return found.length === 1 || tail.includes('*') ? found : []
}

function findEntries(sources, packages) {
  const entries = new Set()
  for (const path of Object.keys(sources)) {
    if (
      /\.(test|spec)\.(ts|tsx|mjs)$|\.config\.(ts|mjs)$|^migrations\/\d{4}_|\/src\/(service-worker|tips-page)\.ts$/.test(
        path,
      )
    )
      entries.add(path)
    if (/^tools\/[^/]+\.mjs$|^server\/src\/(main|worker)\.ts$/.test(path)) entries.add(path)
    if (path.endsWith('.html')) {
      for (const [, src] of sources[path].matchAll(/<script[^>]+src="\.?\/?([^"]+)"/g))
        entries.add(posix.join(posix.dirname(path), src))
    }
  }
  for (const { folder, exports, scripts } of packages) {
    for (const target of Object.values(exports ?? {})) entries.add(posix.join(folder, target))
    for (const script of Object.values(scripts ?? {})) {
      for (const [path] of script.matchAll(/[\w./-]+\.(?:ts|mjs)/g)) entries.add(posix.join(folder, path))
    }
  }
  return [...entries].filter((path) => isSource(path) && path in sources)
}
