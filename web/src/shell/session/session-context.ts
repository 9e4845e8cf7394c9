import type { Session } from '@weft/contract/people/shapes.ts'
import { createContext, useContext, useSyncExternalStore } from 'react'
import type { SessionState, SessionStore } from './session-store.ts'

const StoreContext = createContext<SessionStore | undefined>(undefined)
export const SessionStoreProvider = StoreContext.Provider

const SessionContext = createContext<Session | undefined>(undefined)
export const SessionProvider = SessionContext.Provider

export function useSessionStore(): SessionStore {
  const store = useContext(StoreContext)
  if (!store) throw new Error('useSessionStore needs a SessionStoreProvider above it')
  return store
}

export function useSessionState(): SessionState {
  const store = useSessionStore()
  return useSyncExternalStore(store.subscribe, store.get)
}

/** Who is signed in; only below the gate, where somebody is. Stays the same while the screen is locked. */
export function useSession(): Session {
  const session = useContext(SessionContext)
  if (!session) throw new Error('useSession needs somebody signed in above it')
  return session
}
