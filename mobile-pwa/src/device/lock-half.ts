import { useSyncExternalStore } from 'react'

/**
 * Half of what opens the app lock, kept apart from the other half: a copy of IndexedDB alone opens nothing, and a browser that cleared one of
 * the two cannot make the lock disappear. Random, and in itself says only that there is a lock.
 */
const keptAt = 'weft.lock'
const listeners = new Set<() => void>()

function changed(): void {
  for (const tell of listeners) tell()
}

export function isLockMarked(): boolean {
  try {
    return localStorage.getItem(keptAt) !== null
  } catch {
    return false
  }
}

export function readHalf(): Uint8Array<ArrayBuffer> | undefined {
  const kept = isLockMarked() && localStorage.getItem(keptAt)
  return kept ? Uint8Array.from(atob(kept), (sign) => sign.charCodeAt(0)) : undefined
}

/** Throws where the browser keeps nothing: there is no lock then. */
export function makeHalf(): Uint8Array<ArrayBuffer> {
  const half = crypto.getRandomValues(new Uint8Array(32))
  localStorage.setItem(keptAt, btoa(String.fromCharCode(...half)))
  changed()
  return half
}

export function dropHalf(): void {
  if (!isLockMarked()) return
  localStorage.removeItem(keptAt)
  changed()
}

/** Whether this device has a lock, for what watches over it; another tab may put it on. */
export const useLockOn = (): boolean =>
  useSyncExternalStore((tell) => {
    listeners.add(tell)
    addEventListener('storage', tell)
    return () => {
      listeners.delete(tell)
      removeEventListener('storage', tell)
    }
  }, isLockMarked)
