import type { Session } from '@weft/contract/people/shapes.ts'
import { IdleWarning } from '@weft/ui/lock/lock.tsx'
import { useEffect, useState } from 'react'
import { useSessionStore } from '../session/session-context.ts'
import { useIdleLock } from '../session/use-idle-lock.ts'

/** Warns a minute before an untouched computer locks (experience.md W0). */
export function IdleWatch({ session }: { session: Session }) {
  const store = useSessionStore()
  const { state, stay } = useIdleLock({
    idleSeconds: session.idleSeconds,
    endsAt: session.endsAt,
    onLock: (why) => store.lock(why),
    onRenew: () => void store.renew(),
  })
  return state.name === 'warned' ? <Warning locksAt={state.locksAt} onStay={stay} /> : null
}

function Warning({ locksAt, onStay }: { locksAt: number; onStay: () => void }) {
  const left = () => Math.max(0, Math.ceil((locksAt - Date.now()) / 1000))
  const [secondsLeft, setSecondsLeft] = useState(left)
  // biome-ignore lint/correctness/useExhaustiveDependencies: one clock for as long as the warning stands
  useEffect(() => {
    const timer = setInterval(() => setSecondsLeft(left()), 1000)
    return () => clearInterval(timer)
  }, [locksAt])
  return <IdleWarning secondsLeft={secondsLeft} onStay={onStay} />
}
