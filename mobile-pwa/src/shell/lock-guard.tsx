import { useCallback, useEffect, useRef } from 'react'
import { uncover, useCover } from './cover.ts'
import { useSessions } from './session.tsx'

const idleMs = 120_000
const lookMs = 5_000
const signs = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchmove'] as const

/** While the app lock is on: after two minutes without use the keys are dropped, seen or not; out of sight, the page is blank at once. */
export default function LockGuard({ since }: { since: number }) {
  const { lock } = useSessions()
  const usedAt = useRef(since)

  // By the clock, not by counting: a phone that slept has been idle all the while.
  const mayShow = useCallback(() => {
    const isIdle = Date.now() - usedAt.current >= idleMs
    if (isIdle) lock()
    return !isIdle
  }, [lock])
  useCover(mayShow)

  useEffect(() => {
    const use = () => {
      // The first touch after a long sleep is no use: it finds the app locked.
      if (mayShow()) usedAt.current = Date.now()
    }
    const timer = setInterval(mayShow, lookMs)
    for (const sign of signs) addEventListener(sign, use, { passive: true, capture: true })
    return () => {
      clearInterval(timer)
      for (const sign of signs) removeEventListener(sign, use, { capture: true })
    }
  }, [mayShow])

  // Whatever comes in its place, the lock's own screen or the way to sign in, is for everybody to see.
  useEffect(() => () => uncover(), [])
  return null
}
