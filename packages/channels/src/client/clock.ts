import type { Clock } from '../clock.ts'

export const deviceClock: Clock = {
  now: () => Date.now(),
  after(ms, fn) {
    const handle = setTimeout(fn, ms)
    return () => clearTimeout(handle)
  },
}

/** Grows from `firstMs` to `mostMs` with each failure, and is spread so that many clients do not come back in step. */
export function backOffMs(failures: number, firstMs: number, mostMs: number, random: () => number): number {
  const full = Math.min(mostMs, firstMs * 2 ** Math.min(failures, 16))
  return Math.round(full / 2 + (random() * full) / 2)
}
