// npm start: Weft on this computer. See tools/lib/start-options.mjs for its options.
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { withAppRole } from './lib/addresses.mjs'
import { banner } from './lib/banner.mjs'
import { ensureBuilt } from './lib/build.mjs'
import { endAll, onEnd, run } from './lib/children.mjs'
import { ensureDependencies } from './lib/deps.mjs'
import { announceInstance, claimInstance, releaseInstance, withdrawInstance } from './lib/instance.mjs'
import { ensureNode } from './lib/node.mjs'
import { freePortFrom, isPortFree } from './lib/ports.mjs'
import { startPostgres } from './lib/postgres.mjs'
import { startRedis } from './lib/redis.mjs'
import { root, runtimeDirectory } from './lib/root.mjs'
import { say } from './lib/say.mjs'
import { loadSecrets } from './lib/secrets.mjs'
import { startServerProcess, waitUntilReady } from './lib/server-process.mjs'
import { readStartOptions } from './lib/start-options.mjs'
import { reachableDirectory, unprivilegedAccount } from './lib/unprivileged.mjs'

await ensureNode()
const options = readStartOptions(process.argv.slice(2), process.env, root)
if (options.help) {
  say(options.help)
  process.exit(0)
}
if (options.problem) stop(options.problem)
const { dataDirectory } = options
/** There while a database is being begun for the demo people, and afterwards only if that was cut off. */
const demoBegun = join(dataDirectory, options.databaseUrl ? 'demo-begun-elsewhere' : 'demo-begun')
const loginsFile = join(dataDirectory, 'demo-logins.json')
const { owner, url: running } = claimDataDirectory()
if (owner) stop(`Weft is already running in ${dataDirectory} (process ${owner})${running ? ` at ${running}` : ''}.`)
let isEnding = false
onEnd(() => {
  isEnding = true
  withdrawInstance(dataDirectory)
})
process.once('exit', () => releaseInstance(dataDirectory)) // not before the database has stopped

try {
  await start()
} catch (error) {
  if (!isEnding) {
    console.error(error.message) // what breaks because we are stopping is no news
    process.exitCode = 1
  }
  await endAll()
  process.exit()
}

async function start() {
  const secrets = loadSecrets(dataDirectory, ['databaseOwner', 'databaseApp'])
  await ensureDependencies({ say })
  await refuseWrongSettings(secrets)
  if (!options.databaseUrl) beginDatabase()
  const [stores] = await Promise.all([
    prepareStores(secrets),
    ensureBuilt('mobile-pwa', say),
    ensureBuilt('web', say),
    options.isPortFixed && choosePort(), // to refuse early
  ])
  if (options.demo && !existsSync(loginsFile)) await makeDemo(stores, secrets)
  // Only now: a first start takes minutes, in which another program may have taken it.
  const port = await choosePort()
  const env = serverEnvironment({ port, stores, secrets })
  const server = startServerProcess('server', 'server/src/main.ts', env)
  const worker = startServerProcess('worker', 'server/src/worker.ts', env)
  onEnd(() => Promise.all([server.stop(), worker.stop()]))
  for (const child of [server, worker, ...stores.children]) watch(child)
  await waitUntilReady(port, server)

  const url = env.PUBLIC_URL.replace(/\/$/, '')
  const result = {
    ready: true,
    pid: process.pid,
    url,
    app: `${url}/`,
    staff: `${(process.env.STAFF_URL || `${url}/staff`).replace(/\/$/, '')}/`,
    openapi: `${url}/api/openapi.json`,
    logins: options.demo && existsSync(loginsFile) ? JSON.parse(readFileSync(loginsFile, 'utf8')) : [],
    mode: stores.redisUrl ? 'redis' : 'postgres',
  }
  announceInstance(dataDirectory, result)
  process.exitCode = 0 // from here on, being told to stop is a good end
  say(banner({ run: result, dataDirectory }))
}

function claimDataDirectory() {
  try {
    return claimInstance(dataDirectory)
  } catch (error) {
    return stop(`The data folder ${dataDirectory} cannot be used (${error.message}). Please name another with --data.`)
  }
}

/** What the server would refuse is said at once, before anything is made. */
async function refuseWrongSettings(secrets) {
  const { readConfig } = await import('../server/src/platform/config.ts')
  const stores = { ownerUrl: 'postgres://later/weft', redisUrl: options.redis === 'off' ? '' : options.redisUrl }
  readConfig(serverEnvironment({ port: options.port, stores, secrets }))
}

/**
 * Half a town is no town: a database of ours that was begun for the demo people and cut off before they were there is begun anew. One that
 * was begun without them may hold what somebody keeps, so it is never marked, and neither filled nor emptied.
 */
function beginDatabase() {
  const directory = databaseDirectory()
  if (existsSync(demoBegun)) {
    say('The first start was cut off; beginning anew.')
    rmSync(directory, { recursive: true, force: true })
    rmSync(demoBegun)
  }
  if (existsSync(join(directory, 'data'))) return
  rmSync(loginsFile, { force: true }) // those of a database that is gone
  if (options.demo) writeFileSync(demoBegun, '')
}

function databaseDirectory() {
  return reachableDirectory(join(dataDirectory, 'postgres'), unprivilegedAccount())
}

async function makeDemo(stores, secrets) {
  if (!options.databaseUrl && !existsSync(demoBegun)) {
    return say(
      `${dataDirectory} was begun without demo people, so none are made. For them, name another folder with --data.`,
    )
  }
  say('Making the demo people (once).')
  writeFileSync(demoBegun, '')
  const env = { ...serverEnvironment({ port: options.port, stores, secrets }), DATABASE_URL: stores.ownerUrl }
  await run(process.execPath, [join(root, 'server/src/demo/load.ts')], { cwd: root, env })
  rmSync(demoBegun)
}

async function choosePort() {
  // A Weft that was killed a moment ago may still be letting go of the port that was asked for.
  for (let attempt = 0; attempt < (options.isPortFixed ? 12 : 1); attempt += 1) {
    if (await isPortFree(options.port)) return options.port
    if (options.isPortFixed) await sleep(250)
  }
  if (options.isPortFixed)
    throw new Error(
      `Port ${options.port} is in use by another program${options.port < 1024 ? ', or not for this account to open' : ''}. Please choose another one.`,
    )
  const port = await freePortFrom(options.port + 1)
  say(`Port ${options.port} is in use by another program; taking ${port}.`)
  return port
}

async function prepareStores(secrets) {
  const [postgres, redis] = await Promise.all([
    options.databaseUrl
      ? { url: options.databaseUrl }
      : startPostgres({ directory: join(dataDirectory, 'postgres'), password: secrets.databaseOwner }),
    startRedis({ directory: join(dataDirectory, 'redis'), wanted: options.redis, given: options.redisUrl, say }),
  ])
  await prepareDatabase(postgres.url, secrets)
  const own = (name, store) => (store?.exited ? [{ name, exited: store.exited }] : [])
  return {
    ownerUrl: postgres.url,
    redisUrl: redis?.url,
    children: [...own('database', postgres), ...own('Redis', redis)],
  }
}

async function prepareDatabase(url, secrets) {
  const { migrate } = await import('../migrations/run.ts')
  const applied = await migrate(url, { appPassword: secrets.databaseApp }).catch((error) => {
    if (options.databaseUrl)
      throw new Error(`DATABASE_URL is not right: no database could be prepared there (${error.message}).`)
    if (error.code === '28P01')
      throw new Error(
        `The database in ${databaseDirectory()} was made with another secrets.json. Please put that back into ${dataDirectory}, or delete the database to begin anew.`,
      )
    throw error
  })
  if (!options.databaseUrl || !existsSync(demoBegun)) return
  const wasEmpty = applied[0]?.startsWith('0001_')
  if (!wasEmpty)
    throw new Error(
      'The demo people were only half made when Weft was stopped. Give DATABASE_URL an empty database, then start again.',
    )
  rmSync(demoBegun)
}

function serverEnvironment({ port, stores, secrets }) {
  // The server must not know the owner's password: what it cannot do, no mistake of its can.
  const { DATABASE_URL: _owner, REDIS_URL: _redis, ...inherited } = process.env
  return {
    ...inherited,
    PORT: String(port),
    HOST: '127.0.0.1',
    DATA_DIR: dataDirectory,
    DATABASE_APP_URL: withAppRole(stores.ownerUrl, secrets.databaseApp),
    ...(stores.redisUrl && { REDIS_URL: stores.redisUrl }),
    PUBLIC_URL: process.env.PUBLIC_URL || `http://localhost:${port}`,
    NODE_ENV: 'development',
    NODE_COMPILE_CACHE: join(runtimeDirectory, 'compiled'), // a quarter off the time to load
    DEMO: options.demo ? '1' : '0',
  }
}

// One part gone means that the rest cannot keep its promises: better stopped and said than half running.
async function watch(child) {
  const { code, signal } = await child.exited
  if (isEnding || child.stopping) return
  console.error(`The ${child.name} stopped by itself (${signal ?? `code ${code}`}); stopping everything.`)
  process.exitCode = 1
  await endAll()
  process.exit()
}

function stop(message) {
  console.error(message)
  process.exit(1)
}
