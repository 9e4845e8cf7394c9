import { useSyncExternalStore } from 'react'

/** Whether this computer believes it has a network. It may be wrong when it says yes, never when it says no. */
export const useOnline = (): boolean => useSyncExternalStore(watch, () => navigator.onLine)

function watch(listener: () => void): () => void {
  window.addEventListener('online', listener)
  window.addEventListener('offline', listener)
  return () => {
    window.removeEventListener('online', listener)
    window.removeEventListener('offline', listener)
  }
}
