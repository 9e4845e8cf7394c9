import type { ChannelClient } from '@weft/channels/client'
import { useChannelClient, useIsConnected } from '@weft/channels/react'
import { useCallback, useEffect, useRef, useState, useSyncExternalStore } from 'react'
import { useSessionState } from '../session/session-context.ts'
import { useOnline } from '../use-online.ts'
import { unsentOf } from './live-client.ts'

/** A socket that is back within this long was never missed (experience.md 5.5). */
const MISSED_AFTER_MS = 3_000

export interface Connection {
  isOnline: boolean
  /** Something sent now goes now. */
  isUp: boolean
  /** Online, but without the socket for a while: everything works, only nothing comes by itself. */
  isLivePaused: boolean
}

/** How this tab stands with the server. */
export function useConnection(): Connection {
  const isOnline = useOnline()
  const isUp = useIsConnected() && isOnline
  // Locked, the socket is down on purpose; unlocked, it gets its three seconds again.
  const isWanted = useSessionState().name === 'open'
  const isMissed = useLasting(isWanted && !isUp, MISSED_AFTER_MS)
  return { isOnline, isUp, isLivePaused: isOnline && isMissed }
}

/** Replies of this tab that the server does not have yet. */
export function useUnsentCount(): number {
  const client: ChannelClient = useChannelClient()
  return useSyncExternalStore(
    useCallback((listener) => client.outbox.subscribe(listener), [client]),
    () => unsentOf(client).length,
  )
}

/** Replies that have gone since the network came back. */
export function useSentSince(isOnline: boolean, unsent: number): number {
  const held = useRef(0)
  if (!isOnline) held.current = unsent
  return isOnline ? Math.max(0, held.current - unsent) : 0
}

/** True once `value` has been true for that long without a break. */
function useLasting(value: boolean, ms: number): boolean {
  const [isLasting, setLasting] = useState(false)
  useEffect(() => {
    if (!value) return
    const timer = setTimeout(() => setLasting(true), ms)
    return () => {
      clearTimeout(timer)
      setLasting(false)
    }
  }, [value, ms])
  return value && isLasting
}
