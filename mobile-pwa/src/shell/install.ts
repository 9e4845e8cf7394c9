import { useSyncExternalStore } from 'react'

/** What a browser hands over when it would let the app be added; not in the DOM types. */
interface InstallPrompt extends Event {
  prompt(): Promise<unknown>
}

let offer: InstallPrompt | undefined
const listeners = new Set<() => void>()
const tell = () => {
  for (const listener of listeners) listener()
}

/** Keeps the browser's offer for Settings, instead of letting it interrupt. Called once. */
export function keepInstallOffer(): void {
  addEventListener('beforeinstallprompt', (event) => {
    event.preventDefault()
    offer = event as InstallPrompt
    tell()
  })
  addEventListener('appinstalled', () => {
    offer = undefined
    tell()
  })
}

export async function install(): Promise<void> {
  await offer?.prompt()
  offer = undefined
  tell()
}

/** `offer`: one press adds it. `by-hand`: an iPhone, where only the person can. `no`: added already, or not possible here. */
export type Installing = 'offer' | 'by-hand' | 'no'

const read = (): Installing => {
  if (matchMedia('(display-mode: standalone)').matches) return 'no'
  if (offer) return 'offer'
  return /iPhone|iPad/.test(navigator.userAgent) ? 'by-hand' : 'no'
}

export const useInstalling = (): Installing =>
  useSyncExternalStore((listener) => {
    listeners.add(listener)
    return () => listeners.delete(listener)
  }, read)
