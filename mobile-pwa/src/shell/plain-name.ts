import { useSyncExternalStore } from 'react'
import { plainCache } from './plain-cache.ts'

/** What the app is called, and looks like, where others see the screen. Of no brand, and of nothing to do with health. */
export const plainName = 'Notebook'

const keptAt = 'weft.plain'
const listeners = new Set<() => void>()

function isPlain(): boolean {
  try {
    return localStorage.getItem(keptAt) !== null
  } catch {
    return false
  }
}

/** Manifest, icons and the name under an icon on a home screen. Called once before the first paint, and after each change. */
export function wearName(): void {
  const plain = isPlain()
  const point = (rel: string, usual: string, other: string) =>
    document.querySelector(`link[rel="${rel}"]`)?.setAttribute('href', plain ? other : usual)
  point('manifest', '/manifest.webmanifest', '/manifest-plain.webmanifest')
  point('icon', '/icon.svg', '/plain.svg')
  point('apple-touch-icon', '/icon-180.png', '/plain-180.png')
  if (plain) document.title = plainName
}

/** Throws where the browser keeps nothing. Of this device, whoever is signed in. */
export function choosePlain(plain: boolean): void {
  if (plain) localStorage.setItem(keptAt, '')
  else localStorage.removeItem(keptAt)
  if ('caches' in globalThis) void (plain ? caches.open(plainCache) : caches.delete(plainCache)).catch(() => {})
  wearName()
  for (const tell of listeners) tell()
}

export const usePlain = (): boolean =>
  useSyncExternalStore((tell) => {
    listeners.add(tell)
    return () => listeners.delete(tell)
  }, isPlain)
