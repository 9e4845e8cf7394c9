import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { startOf } from './processes.mjs'

/**
 * Writes this process into `file` as the owner of what lies beside it, and answers undefined; or answers the pid of the
 * live process that owns it already. What a dead process left there counts for nothing.
 */
export function claim(file) {
  if (existsSync(file)) {
    const [pid, start] = readFileSync(file, 'utf8').trim().split(' ')
    if (Number(pid) !== process.pid && start && startOf(pid) === start) return Number(pid)
  }
  writeFileSync(file, `${process.pid} ${startOf(process.pid)}\n`)
  return undefined
}

export const release = (file) => rmSync(file, { force: true })
