// Runs a script that makes its own stores, on the Node and the dependencies that it needs:
//
//   node tools/with-node.mjs <script.ts> [arguments]
import { ensureDependencies } from './lib/deps.mjs'
import { ensureNode } from './lib/node.mjs'
import { runScript } from './lib/run-script.mjs'

await ensureNode()
const [script, ...args] = process.argv.slice(2)
if (!script) {
  console.error('Usage: node tools/with-node.mjs <script.ts> [arguments]')
  process.exit(2)
}
await ensureDependencies()
await runScript(script, args, process.env)
