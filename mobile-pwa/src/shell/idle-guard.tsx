import { IdleWarning } from '@weft/ui/lock/lock.tsx'
import { useCallback, useEffect, useRef, useState } from 'react'
import { useWords } from '../words/words-provider.tsx'
import { uncover, useCover } from './cover.ts'
import { useSessions, useStay } from './session.tsx'

const warnSeconds = 60
const signs = ['pointerdown', 'keydown', 'wheel', 'touchmove'] as const

const always = () => true

/** On a device that others use too: after its idle time somebody is signed out, warned a minute before. Out of sight the page is blank. */
export default function IdleGuard() {
  const words = useWords()
  const { idleSeconds } = useStay().session
  const { dismiss, leave } = useSessions()
  const usedAt = useRef(Date.now())
  const [secondsLeft, setSecondsLeft] = useState(idleSeconds)
  const isWarning = secondsLeft <= warnSeconds
  useCover(always)
  useEffect(() => () => uncover(), [])

  // By the clock, not by counting: a phone that slept has been idle all the while.
  const look = useCallback(
    () => setSecondsLeft(Math.ceil(idleSeconds - (Date.now() - usedAt.current) / 1_000)),
    [idleSeconds],
  )
  const stay = useCallback(() => {
    usedAt.current = Date.now()
    look()
  }, [look])

  useEffect(() => {
    const timer = setInterval(look, 1_000)
    document.addEventListener('visibilitychange', look)
    return () => {
      clearInterval(timer)
      document.removeEventListener('visibilitychange', look)
    }
  }, [look])

  useEffect(() => {
    if (isWarning) return
    const use = () => {
      usedAt.current = Date.now()
    }
    for (const sign of signs) addEventListener(sign, use, { passive: true, capture: true })
    return () => {
      for (const sign of signs) removeEventListener(sign, use, { capture: true })
    }
  }, [isWarning])

  useEffect(() => {
    if (secondsLeft > 0) return
    // Ended rather than left: whoever it was finds the same place again.
    void dismiss(true).then(leave)
  }, [secondsLeft, dismiss, leave])

  if (!isWarning || secondsLeft <= 0) return null
  return <IdleWarning secondsLeft={secondsLeft} onStay={stay} words={words.idle} />
}
