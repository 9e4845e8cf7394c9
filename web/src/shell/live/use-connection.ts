import type { ChannelClient } from '@weft/channels/client'
import { useChannelClient } from '@weft/channels/react'
import { useCallback, useSyncExternalStore } from 'react'
import { unsentOf } from './live-client.ts'

export interface Connection {
  isOnline: boolean
  /** Online, but without the socket: everything works, only nothing comes by itself. */
  isLivePaused: boolean
  unsent: number
}

/** How this tab stands with the server. The strip owns the waits before it says so. */
export function useConnection(): Connection {
  const client = useChannelClient()
  const isOnline = useSyncExternalStore(watchOnline, () => navigator.onLine)
  const isUp = useSyncExternalStore(
    useCallback((listener) => client.onConnection(listener), [client]),
    () => client.isUp(),
  )
  const unsent = useUnsentCount(client)
  return { isOnline, isLivePaused: isOnline && !isUp, unsent }
}

export function useUnsentCount(client: ChannelClient): number {
  return useSyncExternalStore(
    useCallback((listener) => client.outbox.subscribe(listener), [client]),
    () => unsentOf(client).length,
  )
}

function watchOnline(listener: () => void): () => void {
  window.addEventListener('online', listener)
  window.addEventListener('offline', listener)
  return () => {
    window.removeEventListener('online', listener)
    window.removeEventListener('offline', listener)
  }
}
