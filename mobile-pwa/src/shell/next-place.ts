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

/** Where to go now that somebody is signed in. The same until they have arrived. */
export function nextPlace(usual = '/today'): string {
  try {
    return safePlace(sessionStorage.getItem(keptAt)) ?? usual
  } catch {
    return usual
  }
}

export function forgetNext(): void {
  try {
    sessionStorage.removeItem(keptAt)
  } catch {
    // Nothing was kept.
  }
}
