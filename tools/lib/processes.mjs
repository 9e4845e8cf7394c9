import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

/** The command line of a live process; empty when there is none, or it may not be seen. */
export function commandOf(pid) {
  if (process.platform === 'linux') return procFile(pid, 'cmdline').replaceAll('\0', ' ')
  return ps(pid, 'args=')
}

/**
 * When a live process started, as an opaque word. A pid alone may have been given to another program since; with this it is exact. One that
 * has ended and whose parent has not looked yet is not alive.
 */
export function startOf(pid) {
  if (process.platform === 'linux') {
    const [, state, ...more] = procFile(pid, 'stat').replace(/^.*\)/, '').split(' ')
    return hasEnded(state) ? '' : more[18]
  }
  const [state, ...start] = ps(pid, 'state=,lstart=').trim().split(/\s+/)
  return hasEnded(state) ? '' : start.join('-')
}

const hasEnded = (state = '') => !state || /^[ZX]/.test(state)

/** The pid of the process that started this one; 0 where that cannot be told cheaply. */
export function parentOf(pid) {
  if (process.platform !== 'linux') return 0
  return Number(procFile(pid, 'stat').replace(/^.*\)/, '').split(' ')[2] ?? 0)
}

function procFile(pid, name) {
  try {
    return readFileSync(`/proc/${Number(pid)}/${name}`, 'utf8')
  } catch {
    return ''
  }
}

function ps(pid, column) {
  try {
    return execFileSync('ps', ['-o', column, '-p', String(Number(pid))], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    })
  } catch {
    return ''
  }
}
