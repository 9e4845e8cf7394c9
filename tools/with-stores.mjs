// Runs a script with a Postgres and a Redis of its own, thrown away afterwards:
//
//   node tools/with-stores.mjs <script.ts> [arguments]
//
// The script finds DATABASE_URL (the superuser's) and, unless it works without Redis, REDIS_URL. The database keeps its
// promises (fsync on) unless WEFT_UNSAFE_STORES=1. This process ends as the script ended.
import { endAll, startChild } from './lib/children.mjs'
import { ensureDependencies } from './lib/deps.mjs'
import { ensureNode } from './lib/node.mjs'
import { startStores } from './lib/stores.mjs'

await ensureNode()
const [script, ...args] = process.argv.slice(2)
if (!script) {
  console.error('Usage: node tools/with-stores.mjs <script.ts> [arguments]')
  process.exit(2)
}
await ensureDependencies()
const stores = await startStores({ durable: process.env.WEFT_UNSAFE_STORES !== '1', say: console.error })
const { REDIS_URL: _, ...inherited } = process.env
const child = startChild(script, process.execPath, [script, ...args], {
  env: { ...inherited, DATABASE_URL: stores.databaseUrl, ...(stores.redisUrl && { REDIS_URL: stores.redisUrl }) },
  onLine: (line, stream) => process[stream].write(`${line}\n`),
})
const { code, signal, error } = await child.exited
if (error) console.error(error.message)
if (signal) console.error(`${script} was ended by ${signal}.`)
process.exitCode = code ?? 1
await endAll()
