// node tools/check-words.mjs: are our words in our voice? People's catalogues are held to all of it, staff's to its manners.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { findWordBreaches } from './check/words.mjs'
import { ensureNode } from './lib/node.mjs'
import { root } from './lib/root.mjs'

await ensureNode()
const catalogues = [
  { path: 'mobile-pwa/src/words/en.ts', people: true },
  { path: 'mobile-pwa/src/words/en-own.ts', people: true },
  { path: 'web/src/words/en.ts', people: false },
]
let found = 0
for (const { path, people } of catalogues) {
  const file = join(root, path)
  const breaches = existsSync(file)
    ? findWordBreaches((await import(pathToFileURL(file).href)).default, { people })
    : [`there is no such catalogue`]
  for (const breach of breaches) console.error(`${path}: ${breach}`)
  found += breaches.length
}
process.exitCode = found > 0 ? 1 : 0
