/**
 * When nobody has touched this computer for a while. Tabs of one browser share the moment of the last touch, so reading in one does not
 * lock the other.
 */

const KEY = 'weft-staff-touched'
const SHARE_EVERY = 2_000

/** Warned this long before the lock. */
export const WARNING_MS = 60_000

export type IdleState = { name: 'active' } | { name: 'warned'; locksAt: number } | { name: 'locked' }

export function idleStateAt(now: number, touchedAt: number, idleMs: number): IdleState {
  const locksAt = touchedAt + idleMs
  if (now >= locksAt) return { name: 'locked' }
  return now >= locksAt - WARNING_MS ? { name: 'warned', locksAt } : { name: 'active' }
}

/** The moment of the last touch, over all tabs. */
export class LastTouch {
  #own = 0
  #sharedAt = 0

  constructor(now = Date.now()) {
    this.touch(now)
  }

  touch(now = Date.now()): void {
    this.#own = now
    if (now - this.#sharedAt < SHARE_EVERY) return
    this.#sharedAt = now
    try {
      localStorage.setItem(KEY, String(now))
    } catch {
      // Storage may be forbidden: then each tab counts for itself.
    }
  }

  get at(): number {
    try {
      return Math.max(this.#own, Number(localStorage.getItem(KEY) ?? 0))
    } catch {
      return this.#own
    }
  }
}
