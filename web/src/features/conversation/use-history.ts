import { listMessages } from '@weft/contract/conversations/operations.ts'
import { type ConversationState, type Message, PAGE_SIZE } from '@weft/contract/conversations/shapes.ts'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { call } from '../../shell/call.ts'
import { onThreadEvent, threadChannel } from './thread-channel.ts'

export interface History {
  /** Oldest first: the pages fetched so far, then the channel's own. */
  messages: readonly Message[]
  earlier: 'none' | 'more' | 'loading' | 'failed'
  /** Resolves to how many came; 0 when there were none or it failed. */
  loadEarlier: () => Promise<number>
}

interface Pages {
  /** The first number of the channel's stretch that these pages end before; another one means a fresh snapshot. */
  endBefore: number | undefined
  messages: readonly Message[]
  hasEarlier: boolean | undefined
}

/** What may befall an older message. */
const changes = ['message.edited', 'message.withdrawn']

const none: Pages = { endBefore: undefined, messages: [], hasEarlier: undefined }

/** What came before the newest page, fetched backwards by number. */
export function useHistory(conversationId: string, state: ConversationState | undefined): History {
  const [pages, setPages] = useState<Pages>(none)
  const [phase, setPhase] = useState<'idle' | 'loading' | 'failed'>('idle')
  const first = state?.messages[0]?.number
  // A fresh snapshot may leave a hole between itself and pages fetched before: they go.
  const isFitting = pages.endBefore === first
  const older = isFitting ? pages.messages : none.messages
  const hasEarlier = (isFitting ? pages.hasEarlier : undefined) ?? state?.hasEarlier ?? false

  const latest = useRef({ state, first })
  latest.current = { state, first }
  useEffect(
    () =>
      onThreadEvent((event) => {
        const now = latest.current.state
        if (!now || !changes.includes(event.name)) return
        const { messageId } = event.data as { messageId: string }
        setPages((old) =>
          old.messages.some((message) => message.messageId === messageId)
            ? { ...old, messages: threadChannel.reduce({ ...now, messages: [...old.messages] }, event).messages }
            : old,
        )
      }),
    [],
  )

  const isBusy = useRef(false)
  const before = older[0]?.number ?? first
  const loadEarlier = useCallback(async () => {
    if (isBusy.current || before === undefined) return 0
    isBusy.current = true
    setPhase('loading')
    try {
      const page = await call(listMessages, { conversationId, before, limit: PAGE_SIZE })
      setPhase('idle')
      // A fresh snapshot came meanwhile: this page no longer meets it.
      if (latest.current.first !== first) return 0
      setPages((old) => ({
        endBefore: first,
        messages: [...page.messages, ...(old.endBefore === first ? old.messages : [])],
        hasEarlier: page.hasEarlier,
      }))
      return page.messages.length
    } catch {
      setPhase('failed')
      return 0
    } finally {
      isBusy.current = false
    }
  }, [conversationId, before, first])

  const messages = useMemo(() => (state ? [...older, ...state.messages] : []), [older, state])
  return { messages, earlier: !hasEarlier ? 'none' : phase === 'idle' ? 'more' : phase, loadEarlier }
}
