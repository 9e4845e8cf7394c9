import { safePlace } from './paths.ts'

const keptAt = 'weft.next'

/** Keeps the place that somebody who is not signed in asked for, for this tab, until they are. */
export function rememberNext(place: string): void {
  try {
    sessionStorage.setItem(keptAt, place)
  } catch {
    // A browser that keeps nothing leads to Today instead.
  }
}

/** Where to go now that somebody is signed in. */
export function takeNext(usual = '/today'): string {
  try {
    const next = safePlace(sessionStorage.getItem(keptAt))
    sessionStorage.removeItem(keptAt)
    return next ?? usual
  } catch {
    return usual
  }
}
