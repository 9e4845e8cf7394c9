/** Time as this package uses it, so that tests and simulations can hold it in their hand. */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number
  /** Runs `fn` once, later; answers a function that calls it off. `0` is the end of this tick. */
  after(ms: number, fn: () => void): () => void
}

/** Runs `fn` again and again, the next time `ms()` after it has finished. Answers a function that stops it. */
export function repeat(clock: Clock, ms: () => number, fn: () => unknown): () => void {
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
