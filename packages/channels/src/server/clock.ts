import type { ServerClock } from './options.ts'

export const systemClock: ServerClock = {
  now: () => Date.now(),
  after(ms, fn) {
    if (ms <= 0) {
      const handle = setImmediate(fn)
      return () => clearImmediate(handle)
    }
    const handle = setTimeout(fn, ms)
    return () => clearTimeout(handle)
  },
}

/** Runs `fn` again and again, the next time `ms()` after it has finished. Answers a function that stops it. */
export function repeat(clock: ServerClock, ms: () => number, fn: () => unknown): () => void {
  let stopped = false
  let cancel = () => {}
  const next = () => {
    cancel = clock.after(ms(), async () => {
      await fn()
      if (!stopped) next()
    })
  }
  next()
  return () => {
    stopped = true
    cancel()
  }
}
