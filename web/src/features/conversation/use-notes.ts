import { useChannel } from '@weft/channels/react'
import type { Message } from '@weft/contract/conversations/shapes.ts'
import { useEffect, useMemo } from 'react'
import { threadChannel } from './thread-channel.ts'
import { useHistory } from './use-history.ts'

/**
 * The team's notes beside a conversation: another topic with another audience. `since` is how far back the thread is shown; notes are fetched
 * that far and no further.
 */
export function useNotes(
  conversationId: string,
  noteConversationId: string | undefined,
  since: string | undefined,
  isUp: boolean,
) {
  // Until the desk has named the note thread this shares the conversation's own subscription and shows nothing of it.
  const channel = useChannel(threadChannel, { conversationId: noteConversationId ?? conversationId })
  const state = noteConversationId ? channel.state : undefined
  const history = useHistory(noteConversationId ?? conversationId, state)
  const { earlier, loadEarlier, messages } = history
  const oldest = messages[0]?.sentAt
  const isMore = earlier === 'more'
  // biome-ignore lint/correctness/useExhaustiveDependencies: what failed is asked for again with the connection, or further back
  useEffect(() => {
    if (!isMore && earlier !== 'failed') return
    if (oldest !== undefined && (since === undefined || oldest > since)) void loadEarlier()
  }, [isMore, oldest, since, loadEarlier, isUp])

  const notes = useMemo((): readonly Message[] => {
    const written = messages.filter((message) => !message.line)
    return since === undefined ? written : written.filter((message) => message.sentAt >= since)
  }, [messages, since])
  return { ...channel, state, notes, isKnown: noteConversationId !== undefined }
}
