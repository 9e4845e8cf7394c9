import type { Message } from '@weft/contract/conversations/shapes.ts'
import { useEffect, useRef } from 'react'
import { useAnnouncer } from '../../shell/announcing.tsx'
import { isMine, type Unsent } from './thread-items.ts'

/** Speaks for the thread: what others write from now on, and what becomes of one's own words. Never history. */
export function useAnnouncing(
  messages: readonly Message[] | undefined,
  unsent: readonly Unsent[],
  hidden: ReadonlySet<string>,
  me: { accountId: string; hat: string },
): void {
  const announcer = useAnnouncer()
  const heardThrough = useRef<number>(undefined)
  const own = useRef(new Set<string>())
  const { accountId, hat } = me

  useEffect(() => {
    const last = messages?.at(-1)?.number
    if (!messages || last === undefined) return
    const from = heardThrough.current ?? last
    heardThrough.current = Math.max(from, last)
    for (const message of messages) {
      if (own.current.delete(message.messageId)) announcer.sent(message.messageId)
      if (message.withdrawnAt || hidden.has(message.messageId)) {
        announcer.gone(message.messageId)
        continue
      }
      if (message.number <= from || message.kind === 'event' || !message.body) continue
      const { author } = message
      announcer.heard({
        id: message.messageId,
        author: author?.name ?? '',
        role: author?.role ?? author?.relationship,
        text: message.body,
        isOwn: isMine(author, { accountId, hat }),
      })
    }
  }, [messages, hidden, accountId, hat, announcer])

  useEffect(() => {
    for (const { messageId, state, reason } of unsent) {
      own.current.add(messageId)
      if (state === 'not-sent' || state === 'refused') announcer.notSent(messageId, reason)
    }
  }, [unsent, announcer])
}
