import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { claim, release } from './owner.mjs'

/** One running Weft per data directory: claims it, or answers `{ owner, url }` of the one that runs there. */
export function claimInstance(dataDirectory) {
  if (!existsSync(dataDirectory)) {
    mkdirSync(dataDirectory, { recursive: true })
    // Another account (Postgres's, when we are root) passes through to its own folder, but may not look around.
    chmodSync(dataDirectory, 0o711)
  }
  const owner = claim(join(dataDirectory, 'lock'))
  if (owner) return { owner, url: readRun(dataDirectory)?.url }
  withdrawInstance(dataDirectory) // that of one that was killed
  return {}
}

/** Tells other programs that Weft is ready, and where; nobody ever reads half of it. */
export function announceInstance(dataDirectory, run) {
  const path = join(dataDirectory, 'run.json')
  writeFileSync(`${path}.draft`, `${JSON.stringify(run, null, 2)}\n`, { mode: 0o600 })
  renameSync(`${path}.draft`, path)
}

/** Takes the announcement back: the end has begun. */
export const withdrawInstance = (dataDirectory) => rmSync(join(dataDirectory, 'run.json'), { force: true })

/** Gives the data directory free for the next start. */
export const releaseInstance = (dataDirectory) => release(join(dataDirectory, 'lock'))

function readRun(dataDirectory) {
  const path = join(dataDirectory, 'run.json')
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : undefined
}
