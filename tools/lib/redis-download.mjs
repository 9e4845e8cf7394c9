import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { removeAtEnd, run } from './children.mjs'
import { runtimeDirectory } from './root.mjs'

const home = () => join(runtimeDirectory, 'redis')
const packages = 'redis-server redis-tools liblua5.1-0 libjemalloc2 liblzf1 lua-cjson lua-bitop libatomic1'.split(' ')

/** The private copy that an earlier run fetched, as `{ command, env }`. */
export function cachedRedis() {
  if (!existsSync(home())) return undefined
  const program = programIn(home())
  return program && spawnSync(program.command, ['--version'], { env: { ...process.env, ...program.env } }).status === 0
    ? program
    : undefined
}

/**
 * Fetches Debian's or Ubuntu's own Redis package and unpacks it under `.runtime/`, without root and without installing
 * anything. Throws where there is no apt, or nothing can be reached.
 */
export async function fetchRedis(say) {
  if (spawnSync('apt-get', ['--version']).status !== 0 || spawnSync('dpkg-deb', ['--version']).status !== 0) {
    throw new Error('none is installed, and there is no apt to fetch one with.')
  }
  say('Fetching a private Redis (once, about 2 MB).')
  mkdirSync(runtimeDirectory, { recursive: true })
  const draft = mkdtempSync(join(runtimeDirectory, 'weft-redis-'))
  removeAtEnd(draft)
  try {
    if (!(await download(draft, []))) await download(draft, await ownLists(draft))
    for (const file of readdirSync(draft).filter((name) => name.endsWith('.deb'))) {
      await run('dpkg-deb', ['-x', join(draft, file), join(draft, 'root')])
    }
    if (!programIn(join(draft, 'root'))) throw new Error('none is installed, and apt could not fetch one.')
    rmSync(home(), { recursive: true, force: true })
    renameSync(join(draft, 'root'), home())
  } catch (error) {
    if (!cachedRedis()) throw error // else another process was quicker
  } finally {
    rmSync(draft, { recursive: true, force: true })
  }
  const program = cachedRedis()
  if (!program) throw new Error('the Redis that apt fetched does not run here.')
  return program
}

// Names differ a little between releases: what does not exist may not be needed, and the try-out at the end decides.
async function download(folder, options) {
  const all = await run('apt-get', [...options, 'download', ...packages], { cwd: folder, mayFail: true })
  if (all.code === 0) return true
  for (const name of packages) await run('apt-get', [...options, 'download', name], { cwd: folder, mayFail: true })
  return readdirSync(folder).some((name) => name.startsWith('redis-server_'))
}

// A fresh machine may have no package lists yet, and only root may write the system's.
async function ownLists(folder) {
  const state = join(folder, 'apt')
  for (const part of ['lists/partial', 'cache/archives/partial']) mkdirSync(join(state, part), { recursive: true })
  const options = [
    `Dir::State::lists=${state}/lists`,
    `Dir::Cache=${state}/cache`,
    'Debug::NoLocking=1',
    'APT::Sandbox::User=',
  ]
  const flags = options.flatMap((option) => ['-o', option])
  await run('apt-get', [...flags, 'update'], { mayFail: true })
  return flags
}

function programIn(folder) {
  const command = join(folder, 'usr', 'bin', 'redis-server')
  const lib = join(folder, 'usr', 'lib')
  if (!existsSync(command) || !existsSync(lib)) return undefined
  const triplets = readdirSync(lib).filter((name) => name.includes('linux-gnu'))
  return { command, env: { LD_LIBRARY_PATH: triplets.map((name) => join(lib, name)).join(':') } }
}
