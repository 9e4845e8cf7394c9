// node tools/check-tables.mjs: is each table written by one feature only?
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readSources } from './check/graph.mjs'
import { findTableBreaches } from './check/tables.mjs'
import { ensureNode } from './lib/node.mjs'
import { root } from './lib/root.mjs'

await ensureNode()
const { features } = await import('../server/src/features.ts')
const folder = join(root, 'migrations')
const files = readdirSync(folder).filter((name) => /^\d{4}_.*\.ts$/.test(name))
const migrations = Object.fromEntries(files.map((name) => [name, readFileSync(join(folder, name), 'utf8')]))
const breaches = findTableBreaches({ features, sources: readSources(root), migrations })
for (const breach of breaches) console.error(breach)
process.exit(breaches.length > 0 ? 1 : 0)
