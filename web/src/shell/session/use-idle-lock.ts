import { useCallback, useEffect, useRef, useState } from 'react'
import { type IdleState, idleStateAt, LastTouch } from './idle.ts'

const LOOK_EVERY = 1_000
/** Work that asks the server nothing (reading, writing a long reply) still keeps the session alive there. */
const RENEW_EVERY = 4 * 60_000

const touches = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchstart', 'scroll'] as const

interface Options {
  idleSeconds: number
  /** The session ends then, whatever happens. ISO. */
  endsAt: string
  onLock: (why: 'idle' | 'ended') => void
  onRenew: () => void
}

/**
 * Watches hands. Answers `warned` in the last minute before the lock, when only `stay` counts as being here: a knocked mouse does not.
 * After sleep or a throttled background tab it looks again the moment the page is seen.
 */
export function useIdleLock({ idleSeconds, endsAt, onLock, onRenew }: Options): { state: IdleState; stay: () => void } {
  const [state, setState] = useState<IdleState>({ name: 'active' })
  const last = useRef<LastTouch | undefined>(undefined)
  last.current ??= new LastTouch()
  const renewedAt = useRef(Date.now())
  const acts = useRef({ onLock, onRenew })
  acts.current = { onLock, onRenew }

  const look = useCallback(() => {
    const now = Date.now()
    const next = idleStateAt(now, last.current?.at ?? now, idleSeconds * 1000)
    setState((old) => (old.name === next.name && next.name !== 'warned' ? old : next))
    if (next.name === 'locked') acts.current.onLock('idle')
    else if (now >= Date.parse(endsAt)) acts.current.onLock('ended')
  }, [idleSeconds, endsAt])

  const stay = useCallback(() => {
    last.current?.touch()
    renewedAt.current = Date.now()
    acts.current.onRenew()
    look()
  }, [look])

  useEffect(() => {
    const touch = () => {
      const now = Date.now()
      if (idleStateAt(now, last.current?.at ?? now, idleSeconds * 1000).name !== 'active') return
      last.current?.touch(now)
      if (now - renewedAt.current < RENEW_EVERY) return
      renewedAt.current = now
      acts.current.onRenew()
    }
    for (const type of touches) window.addEventListener(type, touch, { passive: true, capture: true })
    const timer = setInterval(look, LOOK_EVERY)
    const seen = ['visibilitychange', 'focus', 'pageshow'] as const
    for (const type of seen) window.addEventListener(type, look)
    return () => {
      for (const type of touches) window.removeEventListener(type, touch, { capture: true })
      for (const type of seen) window.removeEventListener(type, look)
      clearInterval(timer)
    }
  }, [idleSeconds, look])

  return { state, stay }
}
