import type { App } from '@weft/contract/people/shapes.ts'

export interface Lifetime {
  /** Without use it ends after this long. */
  idleSeconds: number
  /** It ends then whatever happens. */
  totalSeconds: number
  /** Otherwise its cookie goes when the browser is closed. */
  outlivesBrowser: boolean
}

const MINUTE = 60
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** domain.md 14, experience.md 5.11. The year on an own phone is ours: the design names no end, and a cookie needs one. */
export function lifetimeOf(app: App, sharedDevice: boolean): Lifetime {
  if (app === 'staff') return { idleSeconds: 15 * MINUTE, totalSeconds: 8 * HOUR, outlivesBrowser: false }
  if (sharedDevice) return { idleSeconds: 15 * MINUTE, totalSeconds: 8 * HOUR, outlivesBrowser: false }
  return { idleSeconds: 30 * DAY, totalSeconds: 365 * DAY, outlivesBrowser: true }
}
