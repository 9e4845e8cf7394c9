import { listMessages } from '@weft/contract/conversations/operations.ts'
import type { ConversationState, Message } from '@weft/contract/conversations/shapes.ts'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { useAnnouncer } from '../../shell/announcing.tsx'
import { call } from '../../wire/call.ts'

type Loading = 'idle' | 'loading' | 'failed'

export interface Thread {
  messages: readonly Message[]
  earlier: 'none' | 'more' | 'loading' | 'failed'
  loadEarlier: () => void
}

interface Older {
  messages: readonly Message[]
  hasEarlier: boolean
  /** Everything before this number is here or before what is here. Numbers have gaps: edits and the like are numbered too. */
  until: number
}

const none: readonly Message[] = []

/** Whether some message changed while none was added: an edit or a withdrawal of one we may not hold here. */
function onlyOldOnesChanged(before: readonly Message[], now: readonly Message[]): boolean {
  return before !== now && before.length === now.length && before.every((message, at) => message === now[at])
}

/**
 * The live page with the earlier ones that were asked for, oldest first. Earlier pages are fetched again when something older than the
 * live page changes, and dropped when the live page starts anew after a long absence.
 */
export function useThread(conversationId: string, state: ConversationState | undefined, want?: string): Thread {
  const announcer = useAnnouncer()
  const live = state?.messages ?? none
  const [older, setOlder] = useState<Older>()
  const [loading, setLoading] = useState<Loading>('idle')
  const first = live[0]?.number
  const reaches = older !== undefined && first !== undefined && first <= older.until
  const messages = useMemo(() => (older && reaches ? joined(older.messages, live) : live), [older, reaches, live])
  const hasEarlier = older && reaches ? older.hasEarlier : (state?.hasEarlier ?? false)

  const load = useCallback(
    async (before: number, limit = 40) => {
      setLoading('loading')
      try {
        const page = await call(listMessages, { conversationId, before, limit })
        setOlder((held) =>
          held && reaches
            ? { ...held, messages: joined(page.messages, held.messages), hasEarlier: page.hasEarlier }
            : { messages: page.messages, hasEarlier: page.hasEarlier, until: before },
        )
        setLoading('idle')
        return page.messages.length
      } catch {
        setLoading('failed')
        return 0
      }
    },
    [conversationId, reaches],
  )

  const oldest = messages[0]?.number
  const loadEarlier = useCallback(() => {
    if (oldest === undefined || loading === 'loading') return
    void load(oldest).then((count) => announcer.earlierLoaded(count))
  }, [oldest, loading, load, announcer])

  // A link to a message further back: page until it is there.
  useEffect(() => {
    if (!want || loading !== 'idle' || !hasEarlier || oldest === undefined) return
    if (!messages.some((message) => message.messageId === want)) void load(oldest, 100)
  }, [want, loading, hasEarlier, oldest, messages, load])

  const before = useRef(live)
  useEffect(() => {
    const isStale = older && onlyOldOnesChanged(before.current, live)
    before.current = live
    if (!isStale || first === undefined) return
    let isHere = true
    void refetch(conversationId, older.messages.length, first).then(
      (messages) => isHere && setOlder((held) => held && { ...held, messages }),
      () => {}, // the words of before stay until the next change
    )
    return () => {
      isHere = false
    }
  }, [live, older, first, conversationId])

  const earlier = loading === 'idle' ? (hasEarlier ? 'more' : 'none') : loading
  return { messages, earlier, loadEarlier }
}

function joined(earlier: readonly Message[], later: readonly Message[]): readonly Message[] {
  const start = later[0]?.number ?? Number.POSITIVE_INFINITY
  return [...earlier.filter((message) => message.number < start), ...later]
}

async function refetch(conversationId: string, count: number, before: number): Promise<readonly Message[]> {
  let messages: readonly Message[] = []
  let next = before
  while (messages.length < count) {
    const page = await call(listMessages, { conversationId, before: next, limit: 100 })
    messages = [...page.messages, ...messages]
    const oldest = page.messages[0]
    if (!page.hasEarlier || !oldest) break
    next = oldest.number
  }
  return messages
}
