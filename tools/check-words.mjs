// node tools/check-words.mjs: are our words in our voice? People's catalogues are held to all of it, staff's to its manners.
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { findWordBreaches } from './check/words.mjs'
import { ensureNode } from './lib/node.mjs'
import { root } from './lib/root.mjs'

await ensureNode()
const people = 'mobile-pwa/src/words/en'
const read = async (path) => (await import(pathToFileURL(join(root, path)).href)).default
const nounsOf = async (folder) =>
  Object.fromEntries(
    await Promise.all(readdirSync(join(root, folder)).map(async (file) => [file, await read(`${folder}/${file}`)])),
  )
const catalogues = [
  { path: people, words: await nounsOf(people), people: true },
  { path: 'web/src/words/en.ts', words: await read('web/src/words/en.ts'), people: false },
]
let found = 0
for (const { path, words, people } of catalogues) {
  const breaches = findWordBreaches(words, { people })
  for (const breach of breaches) console.error(`${path}: ${breach}`)
  found += breaches.length
}
process.exitCode = found > 0 ? 1 : 0
