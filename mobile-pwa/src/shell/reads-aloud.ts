import { useSyncExternalStore } from 'react'

const keptAt = 'weft.reads-aloud'
const listeners = new Set<() => void>()

function readsAloud(): boolean {
  try {
    return 'speechSynthesis' in globalThis && localStorage.getItem(keptAt) !== null
  } catch {
    return false
  }
}

/** Of this device, whoever is signed in: its voices are. Throws where the browser keeps nothing. */
export function chooseReadingAloud(isOn: boolean): void {
  if (isOn) localStorage.setItem(keptAt, '')
  else localStorage.removeItem(keptAt)
  for (const tell of listeners) tell()
}

export const useReadsAloud = (): boolean =>
  useSyncExternalStore((tell) => {
    listeners.add(tell)
    return () => listeners.delete(tell)
  }, readsAloud)
