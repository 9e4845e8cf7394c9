import type { Clock } from '../clock.ts'

/** Time that passes only when told to, so that an hour of protocol takes milliseconds and the same seed gives the same run. */
export interface VirtualClock extends Clock {
  /** Runs everything due within the next `ms`, in order, and lets promises settle in between. */
  advance(ms: number): Promise<void>
}

export function createVirtualClock(startMs = Date.UTC(2026, 0, 5, 9)): VirtualClock {
  let now = startMs
  let order = 0
  const timers: { at: number; order: number; fn: () => void }[] = []

  const next = (until: number) => {
    let first: (typeof timers)[number] | undefined
    for (const timer of timers)
      if (timer.at <= until && (!first || timer.at < first.at || (timer.at === first.at && timer.order < first.order)))
        first = timer
    if (first) timers.splice(timers.indexOf(first), 1)
    return first
  }

  return {
    now: () => now,
    after(ms, fn) {
      const timer = { at: now + Math.max(0, ms), order: order++, fn }
      timers.push(timer)
      return () => {
        const index = timers.indexOf(timer)
        if (index >= 0) timers.splice(index, 1)
      }
    },
    async advance(ms) {
      const until = now + ms
      await settled()
      for (let timer = next(until); timer; timer = next(until)) {
        now = timer.at
        timer.fn()
        await settled()
      }
      now = until
    },
  }
}

/** Lets every promise that can settle do so. */
export const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))
