import { getSession, signOut } from '@weft/contract/people/session.ts'
import type { Session } from '@weft/contract/people/shapes.ts'
import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useRef, useState } from 'react'
import type { Device, Stay } from '../device/device.ts'
import { isLockMarked } from '../device/lock-half.ts'
import type { Vault } from '../device/vault.ts'
import { CallFailed, call, whenSignedOut } from '../wire/call.ts'
import { noteLock } from './note-lock.ts'

/** Who is signed in on this device, as far as it knows. */
export type Standing =
  | { kind: 'starting' }
  /** `ended`: somebody was signed in here until just now, and their place is kept for them. `left`: they asked to go. */
  | { kind: 'out'; why: 'nobody' | 'ended' | 'left'; isChecking: boolean }
  /** Somebody is, behind the app lock: nothing of theirs is in memory, and nothing is sent. */
  | { kind: 'locked' }
  /** `isFresh` once the server has said so; before that it is what this device remembers. */
  | ({ kind: 'in'; isFresh: boolean } & Stay)

export interface Sessions {
  standing: Standing
  device: Device
  /** False when this browser keeps nothing beyond the page. */
  lasts: boolean
  /** The server has said who is signed in: after a sign-in, a sign-up or a change of hat. */
  accept(session: Session): Promise<void>
  /** Drops the keys, here and in this app's other tabs, where there is an app lock; without one nothing happens. */
  lock(): void
  /** The lock was opened: everything is where it was. */
  unlock(vault: Vault): Promise<void>
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

/** Tells this app's other tabs: `in` and `out`, `changed` when another hat is worn, and `lock`. */
type Word = 'in' | 'out' | 'changed' | 'lock'
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
  // Known at once, not only when drawn: the server may answer before the next drawing.
  const current = useRef(standing)
  const setStanding = useCallback((next: Standing) => {
    current.current = next
    draw(next)
  }, [])

  const isHere = useRef(true)

  const accept = useCallback(
    async (session: Session) => {
      owed.clear()
      const stay = await device.admit(session)
      const before = current.current
      // Locked while the server was being asked: only the lock's own key opens it.
      if (before.kind === 'locked' || !isHere.current) return
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
      const wasIn = before.kind === 'in' || before.kind === 'locked'
      setStanding({ kind: 'out', why: !wasIn ? 'nobody' : ended ? 'ended' : 'left', isChecking: false })
      if (wasIn) await device.dismiss(before.kind === 'in' ? before : undefined)
      if (tellTabs) tell('out')
    },
    [device, setStanding],
  )

  const leave = useCallback(async () => {
    owed.note()
    if (current.current.kind === 'in' || current.current.kind === 'locked') await dismiss(false)
    await payOwed()
  }, [dismiss])

  /** Nobody passes a lock by because the browser cleared it. */
  const lose = useCallback(async () => {
    const before = current.current
    owed.note()
    setStanding({ kind: 'out', why: 'ended', isChecking: false })
    await device.dismiss(before.kind === 'in' ? before : undefined)
  }, [device, setStanding])

  const ask = useCallback(async () => {
    try {
      if (owed.is()) {
        await payOwed()
        throw new CallFailed()
      }
      const session = await call(getSession, {})
      const agreed = isHere.current ? await device.agrees(session) : 'yes'
      if (agreed === 'lost') return await lose().then(payOwed)
      if (agreed === 'late') void noteLock()
      // Behind the lock it is only asked whether they still are; whoever is not any more has been dismissed by now.
      if (isHere.current && current.current.kind !== 'locked') await accept(session)
    } catch (error) {
      if (!isHere.current || (error instanceof CallFailed && error.code === 'not-signed-in')) return
      const now = current.current
      if (now.kind === 'out') setStanding({ ...now, isChecking: false })
    }
  }, [device, accept, lose, setStanding])

  const lock = useCallback(
    (tellTabs = true) => {
      if (!isLockMarked()) return
      if (current.current.kind === 'in') setStanding({ kind: 'locked' })
      if (tellTabs) tell('lock')
    },
    [setStanding],
  )

  const unlock = useCallback(
    async (vault: Vault) => {
      const stay = await device.enter(vault)
      if (current.current.kind !== 'locked') return
      if (!stay) return dismiss(true)
      setStanding({ kind: 'in', isFresh: false, ...stay })
      void ask()
    },
    [device, dismiss, ask, setStanding],
  )

  useEffect(() => {
    isHere.current = true
    const start = async () => {
      const found = await device.resume()
      if (!isHere.current) return
      if (found === 'locked') setStanding({ kind: 'locked' })
      else if (found === 'lost') await lose()
      else if (found) setStanding({ kind: 'in', isFresh: false, ...found })
      else setStanding({ kind: 'out', why: 'nobody', isChecking: true })
      await ask()
    }
    whenSignedOut(() => void dismiss(true))
    const hear = ({ data }: MessageEvent<Word>) => {
      const { kind } = current.current
      if (data === 'lock') return lock(false)
      if (data === 'out' && (kind === 'in' || kind === 'locked')) void dismiss(true, false)
      if (data === 'in' && (kind === 'out' || kind === 'locked')) void start()
      if (data !== 'out' && kind === 'in') void ask()
    }
    const online = () => {
      const now = current.current
      // A lock that was put on meanwhile is told too.
      if (now.kind === 'locked' || (now.kind === 'in' && (!now.isFresh || isLockMarked()))) void ask()
    }
    tabs?.addEventListener('message', hear)
    addEventListener('online', online)
    void start()
    return () => {
      isHere.current = false
      whenSignedOut(() => {})
      tabs?.removeEventListener('message', hear)
      removeEventListener('online', online)
    }
  }, [device, ask, dismiss, lock, lose, setStanding])

  const value = useMemo(
    () => ({
      standing,
      device,
      lasts: device.lasts,
      accept,
      leave,
      lock: () => lock(),
      unlock,
      dismiss: (ended: boolean) => dismiss(ended),
    }),
    [standing, device, accept, leave, lock, unlock, dismiss],
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
