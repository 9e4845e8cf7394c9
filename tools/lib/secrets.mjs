import { randomBytes } from 'node:crypto'
import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** A fresh secret of 256 bits that needs no quoting in an address, a shell or SQL. */
export const newSecret = () => randomBytes(32).toString('base64url')

/**
 * The secrets of one data directory, made once and kept in `secrets.json`, readable by its owner only.
 *
 * A name that a later version asks for is added; what is there is never changed, or the data could not be opened again.
 */
export function loadSecrets(dataDirectory, names) {
  mkdirSync(dataDirectory, { recursive: true })
  const path = join(dataDirectory, 'secrets.json')
  const secrets = existsSync(path) ? readSecrets(path) : {}
  const missing = names.filter((name) => !secrets[name])
  if (missing.length > 0) {
    for (const name of missing) secrets[name] = newSecret()
    const draft = `${path}.${process.pid}`
    writeFileSync(draft, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600 })
    renameSync(draft, path)
  }
  chmodSync(path, 0o600)
  return secrets
}

function readSecrets(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch (error) {
    throw new Error(`${path} cannot be read (${error.message}). It opens the database beside it: please put it back.`)
  }
}
