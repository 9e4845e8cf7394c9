import { useEffect, useRef } from 'react'

/** Two seconds in view with the window focused is reading (experience.md W1); a glance is not. */
const READ_AFTER_MS = 2_000

interface Reading {
  /** Whether the newest message is in view. */
  isNewestInView: boolean
  /** The newest number there is to read. */
  lastNumber: number | undefined
  readThrough: number
  /** After “Mark unread”, until the conversation is opened again. */
  isPaused: boolean
  onRead: (through: number) => void
}

export function useReading({ isNewestInView, lastNumber, readThrough, isPaused, onRead }: Reading): void {
  const read = useRef(onRead)
  read.current = onRead
  const isUnread = lastNumber !== undefined && lastNumber > readThrough
  useEffect(() => {
    if (!isNewestInView || !isUnread || isPaused || lastNumber === undefined) return
    let timer: ReturnType<typeof setTimeout> | undefined
    const look = () => {
      clearTimeout(timer)
      if (document.hasFocus() && document.visibilityState === 'visible')
        timer = setTimeout(() => read.current(lastNumber), READ_AFTER_MS)
    }
    look()
    window.addEventListener('focus', look)
    window.addEventListener('blur', look)
    document.addEventListener('visibilitychange', look)
    return () => {
      clearTimeout(timer)
      window.removeEventListener('focus', look)
      window.removeEventListener('blur', look)
      document.removeEventListener('visibilitychange', look)
    }
  }, [isNewestInView, isUnread, isPaused, lastNumber])
}
