import type { Clock } from '../clock.ts'

export const systemClock: Clock = {
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
