// Runs a script with a Postgres and a Redis of its own, thrown away afterwards:
//
//   node tools/with-stores.mjs <script.ts> [arguments]
//
// The script finds DATABASE_URL (the superuser's) and, unless it works without Redis, REDIS_URL. The database keeps its
// promises (fsync on) unless WEFT_UNSAFE_STORES=1. This process ends as the script ended.
import { ensureDependencies } from './lib/deps.mjs'
import { ensureNode } from './lib/node.mjs'
import { runScript } from './lib/run-script.mjs'
import { startStores } from './lib/stores.mjs'

await ensureNode()
const [script, ...args] = process.argv.slice(2)
if (!script) {
  console.error('Usage: node tools/with-stores.mjs <script.ts> [arguments]')
  process.exit(2)
}
await ensureDependencies()
const stores = await startStores({ durable: process.env.WEFT_UNSAFE_STORES !== '1', say: console.error })
// An empty value stands for none: a REDIS_URL of the environment is not for throw-away work.
await runScript(script, args, {
  ...process.env,
  DATABASE_URL: stores.databaseUrl,
  REDIS_URL: stores.redisUrl ?? '',
})
