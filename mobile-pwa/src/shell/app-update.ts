import { useSyncExternalStore } from 'react'

let waiting: ServiceWorker | null = null
let takingOver = false
const listeners = new Set<() => void>()

function found(worker: ServiceWorker | null): void {
  waiting = worker
  for (const tell of listeners) tell()
}

/** Keeps the app on this device, for the next start with no signal. Called once the first screen is there. */
export async function keepAppOnDevice(): Promise<void> {
  if (!('serviceWorker' in navigator) || !import.meta.env.PROD) return
  const registration = await navigator.serviceWorker
    .register('/service-worker.js', { scope: '/' })
    .catch(() => undefined)
  // The signal went before there was anything to keep: when it is back, all of it again.
  if (!registration) return addEventListener('online', () => void keepAppOnDevice(), { once: true })
  navigator.serviceWorker.addEventListener('controllerchange', () => {
    if (takingOver) location.reload()
  })
  const look = () => {
    // With no controller this is the very first install, not an update.
    if (registration.waiting && navigator.serviceWorker.controller) found(registration.waiting)
  }
  look()
  registration.addEventListener('updatefound', () => registration.installing?.addEventListener('statechange', look))
  // A tab that stays open for days learns of a new version when it is looked at again.
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') void registration.update().catch(() => {})
  })
}

/** Whether a new version is ready and waits to be asked. */
export const useUpdateReady = (): boolean =>
  useSyncExternalStore(
    (tell) => {
      listeners.add(tell)
      return () => listeners.delete(tell)
    },
    () => waiting !== null,
  )

/** Starts the new version: the page loads again, at the same place, with its drafts. */
export function updateNow(): void {
  takingOver = true
  waiting?.postMessage('take-over')
}
