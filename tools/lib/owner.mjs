import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { startOf } from './processes.mjs'

/**
 * Writes this process into `file` as the owner of what lies beside it, and answers undefined; or answers the pid of the
 * live process that owns it already. What a dead process left there counts for nothing.
 */
export function claim(file) {
  for (let attempt = 0; attempt < 5; attempt += 1) {
    try {
      writeFileSync(file, `${process.pid} ${startOf(process.pid)}\n`, { flag: 'wx' })
      return undefined
    } catch (error) {
      if (error.code !== 'EEXIST') throw error
    }
    const owner = ownerOf(file)
    if (owner === process.pid) return undefined
    if (owner) return owner
    release(file)
  }
  throw new Error(`${file} cannot be written.`)
}

function ownerOf(file) {
  try {
    const [pid, start] = readFileSync(file, 'utf8').trim().split(' ')
    return start && startOf(pid) === start ? Number(pid) : undefined
  } catch {
    return undefined
  }
}

export const release = (file) => rmSync(file, { force: true })
