import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { alone } from './alone.mjs'
import { run } from './children.mjs'
import { root } from './root.mjs'

const stamp = join(root, 'node_modules', '.weft-lock')

/** Installs the locked dependencies, only when the lock changed since they were last installed. */
export async function ensureDependencies({ say = console.error } = {}) {
  const lock = readFileSync(join(root, 'package-lock.json'), 'utf8')
  const hash = createHash('sha256')
    .update(lock)
    .update(process.platform + process.arch)
    .digest('hex')
  const isDone = () => existsSync(stamp) && readFileSync(stamp, 'utf8') === hash
  if (isDone()) return
  await alone('installing', async () => {
    if (isDone()) return
    if (!isInstalled(JSON.parse(lock))) {
      say('Installing the locked dependencies (npm ci).')
      const windows = process.platform === 'win32'
      await run(windows ? 'npm.cmd' : 'npm', ['ci', '--no-audit', '--no-fund'], { cwd: root, shell: windows })
    }
    writeFileSync(stamp, hash)
  })
}

// npm keeps its own account of what it put into node_modules: no need to install again what somebody just installed by hand.
function isInstalled(lock) {
  const account = join(root, 'node_modules', '.package-lock.json')
  if (!existsSync(account)) return false
  const { packages } = JSON.parse(readFileSync(account, 'utf8'))
  return Object.entries(lock.packages).every(([path, wanted]) => {
    if (!path.startsWith('node_modules/') || wanted.optional || wanted.link) return true
    return packages[path]?.version === wanted.version && existsSync(join(root, path))
  })
}
