import { useSyncExternalStore } from 'react'

const subscribe = (tell: () => void) => {
  addEventListener('online', tell)
  addEventListener('offline', tell)
  return () => {
    removeEventListener('online', tell)
    removeEventListener('offline', tell)
  }
}

/** Whether the device believes it has a network. It may be wrong when it says yes, never when it says no. */
export const useOnline = (): boolean => useSyncExternalStore(subscribe, () => navigator.onLine)
