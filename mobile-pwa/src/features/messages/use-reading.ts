import { readConversation } from '@weft/contract/conversations/operations.ts'
import { useCallback, useEffect, useRef, useState } from 'react'
import { call } from '../../wire/call.ts'

const readAfterMs = 2_000

/**
 * Moves the read mark once the newest message has been in view for two seconds with the window looked at. Offline the mark waits for the
 * connection; it only ever moves forward, so telling it late or twice is harmless.
 */
export function useReading(conversationId: string, lastNumber: number | undefined, isLive: boolean) {
  const [isNewestInView, setNewestInView] = useState(false)
  const [isLookedAt, setLookedAt] = useState(() => document.visibilityState === 'visible')
  const told = useRef(0)
  const isOff = useRef(false)

  useEffect(() => {
    const look = () => setLookedAt(document.visibilityState === 'visible')
    document.addEventListener('visibilitychange', look)
    return () => document.removeEventListener('visibilitychange', look)
  }, [])

  useEffect(() => {
    if (!isNewestInView || !isLookedAt || !isLive || !lastNumber || told.current >= lastNumber) return
    const timer = setTimeout(async () => {
      if (isOff.current) return
      told.current = lastNumber
      await call(readConversation, { conversationId, through: lastNumber }).catch(() => {
        told.current = 0
      })
    }, readAfterMs)
    return () => clearTimeout(timer)
  }, [conversationId, isNewestInView, isLookedAt, isLive, lastNumber])

  /** Unread again from this message on; nothing is marked read any more until the conversation is opened anew. */
  const markUnread = useCallback(
    async (fromNumber: number) => {
      isOff.current = true
      await call(readConversation, { conversationId, through: Math.max(0, fromNumber - 1), markUnread: true })
    },
    [conversationId],
  )
  return { onNewestInView: setNewestInView, markUnread }
}
