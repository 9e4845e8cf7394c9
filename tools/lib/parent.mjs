import { parentOf } from './processes.mjs'

const byNpm = Boolean(process.env.npm_lifecycle_event)
const byWrapper = Boolean(process.env.WEFT_RELAYED)
const ancestry = () => `${process.ppid} ${byNpm ? parentOf(process.ppid) : ''}`
const atFirst = ancestry()

/**
 * Calls back, once, when whoever started us by npm is gone.
 *
 * npm passes no signal on when it is killed itself, nor does the shell between it and us, nor the wrapper of node.mjs; so we
 * watch our parent and its parent. Started by hand without npm, we outlive the terminal if that is wished (nohup).
 */
export function whenParentDies(callback) {
  if (!byNpm && !byWrapper) return
  const timer = setInterval(() => {
    if (ancestry() === atFirst) return
    clearInterval(timer)
    callback()
  }, 250)
  timer.unref()
}
