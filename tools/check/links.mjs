import { readdirSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'

/** What a newcomer would write after the walk-through: the only files that the documents name and that are not there. */
const imagined = new Set(['server/src/features/conversations/pin-message.ts', 'pin-message.test.ts'])

/**
 * What the Markdown of the repository promises and does not hold: relative links, files named `like-this.ts` (by any ending of their path),
 * places named from the root, and `npm run` scripts. `files` are all paths, `read` gives a file's text, `scripts` are package.json's.
 */
export function findBrokenPromises(files, read, scripts) {
  const places = new Set(files.flatMap(withFolders))
  const endings = new Set(files.flatMap(endingsOf))
  const topFolders = new Set(files.filter((path) => path.includes('/')).map((path) => path.split('/')[0]))
  return files
    .filter((path) => path.endsWith('.md'))
    .flatMap((path) => {
      const text = read(path)
      const links = [...text.matchAll(/\]\(([^)\s]+)\)/g)].map(([, to]) => to)
      const names = [...text.matchAll(/`([\w@./-]+)`/g)].map(([, name]) => name.replace(/\/$/, ''))
      const commands = [...text.matchAll(/\bnpm run ([\w-]+(?::[\w-]+)*)/g)].map(([, name]) => name)
      const from = (to) => normalize(join(dirname(path), to)).replace(/\/$/, '')
      const isNamed = (name) => places.has(name) || endings.has(name) || places.has(from(name)) || imagined.has(name)
      return [
        ...links.filter((to) => isRelative(to) && !places.has(from(to.split('#')[0]))).map((to) => `link ${to}`),
        ...names.filter((name) => isFile(name, topFolders) && !isNamed(name)).map((name) => `file ${name}`),
        ...commands.filter((name) => !(name in scripts)).map((name) => `npm run ${name}`),
      ].map((what) => `${path}: ${what} is not there`)
    })
}

/** The repository's own files, as paths from `folder` with forward slashes; not what was installed, built or kept. */
export function listFiles(folder, prefix = '') {
  return readdirSync(join(folder, prefix), { withFileTypes: true }).flatMap((entry) => {
    if (/^(node_modules|dist|coverage|results|screenshots|\.git|\.data|\.runtime)$/.test(entry.name)) return []
    const path = `${prefix}${entry.name}`
    return entry.isDirectory() ? listFiles(folder, `${path}/`) : [path]
  })
}

const isRelative = (to) => !/^([a-z]+:|#)/.test(to)
const isFile = (name, topFolders) =>
  /[\w-]\.(ts|tsx|mts|mjs)$/.test(name) || (name.includes('/') && topFolders.has(name.split('/')[0]))

function withFolders(path) {
  const parts = path.split('/')
  return parts.map((_, i) => parts.slice(0, i + 1).join('/'))
}

function endingsOf(path) {
  const parts = path.split('/')
  return parts.map((_, i) => parts.slice(i).join('/'))
}
