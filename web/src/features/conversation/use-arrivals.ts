import type { Message } from '@weft/contract/conversations/shapes.ts'
import { useEffect, useRef } from 'react'
import { useAnnouncer } from '../../shell/announcer-context.ts'

/** Has new messages spoken, each once; what was there on opening and what paging back brings never are. */
export function useArrivals(messages: readonly Message[], me: string, isLive: boolean): void {
  const announcer = useAnnouncer()
  const newest = useRef<number | undefined>(undefined)
  useEffect(() => {
    const last = messages.at(-1)?.number
    if (last === undefined) return
    const before = newest.current
    newest.current = Math.max(before ?? 0, last)
    if (before === undefined || !isLive) return
    for (const message of messages) {
      if (message.withdrawnAt) announcer?.gone(message.messageId)
      if (message.number <= before || message.withdrawnAt || !message.author) continue
      const { name, role, relationship, accountId } = message.author
      announcer?.heard({
        id: message.messageId,
        author: name,
        role: role ?? relationship,
        text: message.body,
        isOwn: accountId === me,
      })
    }
  }, [messages, me, isLive, announcer])
}
