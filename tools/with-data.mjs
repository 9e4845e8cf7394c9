// Runs a script on the data that `npm start` keeps, whether Weft is running or not:
//
//   node tools/with-data.mjs <script.ts> [arguments] [--data DIR]
//
// The script finds DATABASE_URL (the superuser's) and DATABASE_APP_URL. If one of them is set already, that database is meant: nothing
// of `npm start` is needed then, and DATABASE_URL stays unset where only the other is known.
// This process ends as the script ended.
import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { withAppRole } from './lib/addresses.mjs'
import { ensureDependencies } from './lib/deps.mjs'
import { claimInstance, releaseInstance } from './lib/instance.mjs'
import { ensureNode } from './lib/node.mjs'
import { addressOf, startPostgres } from './lib/postgres.mjs'
import { root } from './lib/root.mjs'
import { runScript } from './lib/run-script.mjs'
import { loadSecrets } from './lib/secrets.mjs'
import { reachableDirectory, unprivilegedAccount } from './lib/unprivileged.mjs'

await ensureNode()
const args = process.argv.slice(2)
const at = args.indexOf('--data') // npm puts what was given after the script's name
const named = at < 0 ? undefined : args.splice(at, 2)[1]
if (at >= 0 && !named) stop('--data needs a folder.', 2)
const dataDirectory = named ? resolve(named) : resolve(root, process.env.DATA_DIR || '.data')
const [script, ...rest] = args
if (!script) stop('Usage: node tools/with-data.mjs <script.ts> [arguments] [--data DIR]', 2)
const { DATABASE_URL: givenUrl, DATABASE_APP_URL: givenAppUrl } = process.env
if (!givenUrl && !givenAppUrl && !existsSync(join(dataDirectory, 'secrets.json'))) {
  stop(`There is nothing of Weft in ${dataDirectory}. Start it once with npm start, or set DATABASE_APP_URL.`)
}
await ensureDependencies()
const url = givenUrl || (givenAppUrl ? undefined : await openDatabase())
const appUrl = givenAppUrl || withAppRole(url, loadSecrets(dataDirectory, ['databaseApp']).databaseApp)
await runScript(script, rest, {
  ...process.env,
  ...(url && { DATABASE_URL: url }),
  DATABASE_APP_URL: appUrl,
  DATA_DIR: dataDirectory,
})

async function openDatabase() {
  const password = loadSecrets(dataDirectory, ['databaseOwner']).databaseOwner
  const directory = join(dataDirectory, 'postgres')
  if (claimInstance(dataDirectory).owner) {
    const port = readFileSync(join(reachableDirectory(directory, unprivilegedAccount()), 'port'), 'utf8').trim()
    return addressOf(port, password)
  }
  process.once('exit', () => releaseInstance(dataDirectory))
  return (await startPostgres({ directory, password })).url
}

function stop(message, code = 1) {
  console.error(message)
  process.exit(code)
}
