import { createHash } from 'node:crypto'
import { chownSync, mkdirSync, readFileSync, realpathSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** The account Postgres runs as when we are root, which it refuses to be; undefined when we are somebody else. */
export function unprivilegedAccount() {
  if (process.getuid?.() !== 0) return undefined
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((entry) => entry.startsWith('nobody:'))
  if (!line)
    throw new Error(
      'Postgres does not run as root, and there is no account "nobody" to run it as. Please set DATABASE_URL.',
    )
  const [name, , uid, gid] = line.split(':')
  return { name, uid: Number(uid), gid: Number(gid) }
}

/** A folder of root's that any account may walk through, for what must be readable by `nobody`. */
export function sharedDirectory() {
  const directory = '/var/lib/weft'
  mkdirSync(directory, { recursive: true, mode: 0o755 })
  return directory
}

/**
 * Where Postgres's files for `wanted` go: there, unless a folder above it is closed to `account`; then to a place of their
 * own in the shared directory, the same at each start. The folder exists afterwards and belongs to `account`.
 */
export function reachableDirectory(wanted, account) {
  mkdirSync(wanted, { recursive: true, mode: 0o700 })
  if (!account) return wanted
  const real = realpathSync(wanted)
  const name = createHash('sha256').update(real).digest('hex').slice(0, 16)
  const directory = isOpen(dirname(real)) ? real : join(sharedDirectory(), `weft-data-${name}`)
  mkdirSync(directory, { recursive: true, mode: 0o700 })
  chownSync(directory, account.uid, account.gid)
  return directory
}

function isOpen(folder) {
  if ((statSync(folder).mode & 0o001) === 0) return false
  return dirname(folder) === folder || isOpen(dirname(folder))
}
