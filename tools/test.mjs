// npm test                            everything: vitest in Node and jsdom, then the browser journeys
// npm test -- server/src/features/x   only test files whose path contains this; `e2e/…` narrows the journeys
// npm run test:access [-- --json]     only the access suite; --json prints its figures and nothing else on standard output
//
// Works on a fresh clone. Stores are private and thrown away, unless DATABASE_URL (and REDIS_URL) name some; REDIS=off and
// REDIS=require choose the mode. Ends with the line `N passed, N failed`.
import { chmodSync, existsSync, mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { endAll, removeAtEnd } from './lib/children.mjs'
import { ensureDependencies } from './lib/deps.mjs'
import { ensureNode } from './lib/node.mjs'
import { root } from './lib/root.mjs'
import { runPlaywright, runVitest } from './lib/runners.mjs'
import { closingLine, say } from './lib/say.mjs'
import { startStores } from './lib/stores.mjs'

await ensureNode()
useOwnTemporaryFolder()
const args = process.argv.slice(2)
const failed = args[0] === 'access' ? await testAccess(args.slice(1)) : await testAll(args)
process.exitCode = failed > 0 ? 1 : 0
await endAll()

async function testAll(names) {
  await ensureDependencies()
  const journeys = names.filter((name) => name.startsWith('e2e'))
  const others = names.filter((name) => !name.startsWith('e2e'))
  const total = { passed: 0, failed: 0 }
  const add = (counts) => {
    total.passed += counts.passed
    total.failed += counts.failed
  }
  if (others.length > 0 || names.length === 0) {
    const stores = await prepareStores()
    add(await runVitest(others, stores.env))
    await stores.stop()
  }
  const hasJourneys = existsSync(join(root, 'e2e', 'playwright.config.ts'))
  if ((journeys.length > 0 || names.length === 0) && hasJourneys) add(await runPlaywright(journeys, {}))
  say()
  say(closingLine(total))
  return total.failed
}

// The suite writes its figures into the file that ACCESS_JSON names.
async function testAccess(options) {
  const json = options.includes('--json')
  const folder = mkdtempSync(join(tmpdir(), 'weft-access-'))
  removeAtEnd(folder)
  const figures = join(folder, 'access.json')
  const show = json ? (line) => process.stderr.write(`${line}\n`) : say
  await ensureDependencies()
  const stores = await prepareStores()
  const names = ['server/src/features/access', ...options.filter((option) => option !== '--json')]
  const counts = await runVitest(names, { ...stores.env, ACCESS_JSON: figures }, show)
  const written = existsSync(figures)
  if (written) say(readFileSync(figures, 'utf8').trim())
  else {
    counts.failed += 1
    console.error('The access suite wrote no figures.')
  }
  if (!json) say(closingLine(counts))
  return counts.failed
}

/** Whatever the tests leave in the temporary folder goes with it. */
function useOwnTemporaryFolder() {
  const folder = mkdtempSync(join(tmpdir(), 'weft-test-'))
  chmodSync(folder, 0o711) // another account's database lies in it
  removeAtEnd(folder)
  for (const name of process.platform === 'win32' ? ['TEMP', 'TMP'] : ['TMPDIR']) process.env[name] = folder
}

async function prepareStores() {
  const env = { WEFT_ALLOW_UNSAFE_POSTGRES: '1' }
  if (process.env.DATABASE_URL) return { env, stop: async () => {} }
  const stores = await startStores({ durable: false, say: console.error })
  // An empty value stands for none: a REDIS_URL of the environment is not for throw-away work.
  return { env: { ...env, DATABASE_URL: stores.databaseUrl, REDIS_URL: stores.redisUrl ?? '' }, stop: stores.stop }
}
