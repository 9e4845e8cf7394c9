import { getSession, signOut } from '@weft/contract/people/operations.ts'
import type { Session } from '@weft/contract/people/shapes.ts'
import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useRef, useState } from 'react'
import type { Device, Stay } from '../device/device.ts'
import { CallFailed, call, whenSignedOut } from '../wire/call.ts'

/** Who is signed in on this device, as far as it knows. */
export type Standing =
  | { kind: 'starting' }
  /** `ended`: somebody was signed in here until just now, and their place is kept for them. `left`: they asked to go. */
  | { kind: 'out'; why: 'nobody' | 'ended' | 'left'; isChecking: boolean }
  /** `isFresh` once the server has said so; before that it is what this device remembers. */
  | ({ kind: 'in'; isFresh: boolean } & Stay)

export interface Sessions {
  standing: Standing
  /** Unsent messages that nobody can open any more; said once. */
  lost: number
  /** False when this browser keeps nothing beyond the page. */
  lasts: boolean
  /** The server has said who is signed in: after a sign-in, a sign-up or a change of hat. */
  accept(session: Session): Promise<void>
  /** Nobody is any more. `ended` when the person did not ask for it. */
  dismiss(ended: boolean): Promise<void>
  /** Signs out here: at once on this device, and on the server as soon as it can be reached. */
  leave(): Promise<void>
}

const Standings = createContext<Sessions | undefined>(undefined)

export function useSessions(): Sessions {
  const sessions = useContext(Standings)
  if (!sessions) throw new Error('useSessions outside SessionProvider')
  return sessions
}

/** For screens that only exist for somebody signed in. */
export function useStay(): Stay {
  const { standing } = useSessions()
  if (standing.kind !== 'in') throw new Error('Nobody is signed in')
  return standing
}

/** Tells this app's other tabs: `in` and `out`, and `changed` when another hat is worn. */
type Word = 'in' | 'out' | 'changed'
const tabs = typeof BroadcastChannel === 'undefined' ? undefined : new BroadcastChannel('weft.session')

const owedAt = 'weft.sign-out-owed'
/** Somebody signed out with no way through to the server: that is said before anything else once there is one. */
const owed = {
  is: () => localStorage.getItem(owedAt) !== null,
  note: () => localStorage.setItem(owedAt, ''),
  clear: () => localStorage.removeItem(owedAt),
}

const tell = (word: Word) => tabs?.postMessage(word)

export function SessionProvider({ device, children }: { device: Device; children: ReactNode }) {
  const [standing, draw] = useState<Standing>({ kind: 'starting' })
  const [lost, setLost] = useState(0)
  // Known at once, not only when drawn: the server may answer before the next drawing.
  const current = useRef(standing)
  const setStanding = useCallback((next: Standing) => {
    current.current = next
    draw(next)
  }, [])

  const accept = useCallback(
    async (session: Session) => {
      owed.clear()
      const { lost: gone, ...stay } = await device.admit(session)
      setLost(gone)
      const before = current.current
      const isSame = before.kind === 'in' && before.rows.accountId === session.accountId
      setStanding({ kind: 'in', isFresh: true, session, rows: isSame ? before.rows : stay.rows })
      if (before.kind !== 'in') tell('in')
      else if (before.session.hat !== session.hat) tell('changed')
    },
    [device, setStanding],
  )

  const dismiss = useCallback(
    async (ended: boolean, tellTabs = true) => {
      const before = current.current
      const why = before.kind !== 'in' ? 'nobody' : ended ? 'ended' : 'left'
      setStanding({ kind: 'out', why, isChecking: false })
      if (before.kind === 'in') await device.dismiss(before)
      if (tellTabs) tell('out')
    },
    [device, setStanding],
  )

  const leave = useCallback(async () => {
    owed.note()
    if (current.current.kind === 'in') await dismiss(false)
    await payOwed()
  }, [dismiss])

  useEffect(() => {
    let isHere = true
    const ask = async () => {
      try {
        if (owed.is()) {
          await payOwed()
          throw new CallFailed()
        }
        const session = await call(getSession, {})
        if (isHere) await accept(session)
      } catch (error) {
        if (!isHere || (error instanceof CallFailed && error.code === 'not-signed-in')) return
        const now = current.current
        if (now.kind === 'out') setStanding({ ...now, isChecking: false })
      }
    }
    const start = async () => {
      const stay = await device.resume()
      if (!isHere) return
      setStanding(stay ? { kind: 'in', isFresh: false, ...stay } : { kind: 'out', why: 'nobody', isChecking: true })
      await ask()
    }
    whenSignedOut(() => void dismiss(true))
    const hear = ({ data }: MessageEvent<Word>) => {
      const { kind } = current.current
      if (data === 'out' && kind === 'in') void dismiss(true, false)
      if (data === 'in' && kind === 'out') void start()
      if (data !== 'out' && kind === 'in') void ask()
    }
    const online = () => {
      if (current.current.kind === 'in' && !current.current.isFresh) void ask()
    }
    tabs?.addEventListener('message', hear)
    addEventListener('online', online)
    void start()
    return () => {
      isHere = false
      whenSignedOut(() => {})
      tabs?.removeEventListener('message', hear)
      removeEventListener('online', online)
    }
  }, [device, accept, dismiss, setStanding])

  const value = useMemo(
    () => ({ standing, lost, lasts: device.lasts, accept, leave, dismiss: (ended: boolean) => dismiss(ended) }),
    [standing, lost, device, accept, leave, dismiss],
  )
  return <Standings.Provider value={value}>{children}</Standings.Provider>
}

async function payOwed(): Promise<void> {
  try {
    await call(signOut, {})
    owed.clear()
  } catch (error) {
    // Not signed in is what was wanted; anything else is tried again at the next start.
    if (error instanceof CallFailed && error.code === 'not-signed-in') owed.clear()
  }
}
