import type { Subscription } from '@weft/channels/client'
import { useChannel, useChannelClient } from '@weft/channels/react'
import { conversationChannel, myConversationsChannel } from '@weft/contract/conversations/channel.ts'
import type { ConversationRow, ConversationState } from '@weft/contract/conversations/shapes.ts'
import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react'
import { liveRow } from './live-rows.ts'
import { useStay } from './session.tsx'

/** A person has one or a few; more than this many are followed by their list alone. */
const followedMax = 8

const Listed = createContext<ReturnType<typeof useListed> | undefined>(undefined)

/** This account's own list under the hat it wears, each open conversation as its own thread knows it. Remembered for offline. */
export function ConversationsProvider({ children }: { children: ReactNode }) {
  return <Listed value={useListed()}>{children}</Listed>
}

export function useConversations() {
  const listed = useContext(Listed)
  if (!listed) throw new Error('useConversations outside ConversationsProvider')
  return listed
}

function useListed() {
  const { session } = useStay()
  const { accountId, hat } = session
  const list = useChannel(myConversationsChannel, { accountId, hat })
  const listed = list.state?.rows
  const threads = useThreads(listed)
  const rows = useMemo(() => {
    const live = listed?.map((row) => liveRow(row, threads.get(row.conversationId), accountId))
    return live?.sort((a, b) => (a.activeAt < b.activeAt ? 1 : a.activeAt > b.activeAt ? -1 : 0))
  }, [listed, threads, accountId])
  const { topic, status, retry } = list
  // One that is not on the list any more is nobody's to write to, though this page has seen it.
  const heads = useMemo(
    () => listed?.flatMap(({ conversationId }) => threads.get(conversationId)?.head ?? []) ?? [],
    [listed, threads],
  )
  return useMemo(() => ({ rows, heads, topic, status, retry }), [rows, heads, topic, status, retry])
}

type Threads = ReadonlyMap<string, ConversationState>
const none: Threads = new Map()

/** Stays joined to the open conversations, so that they are there at once when opened, with no signal too. */
function useThreads(rows: readonly ConversationRow[] | undefined): Threads {
  const client = useChannelClient()
  const [threads, setThreads] = useState(none)
  const followed = rows
    ?.filter((row) => row.state === 'open')
    .slice(0, followedMax)
    .map((row) => row.conversationId)
    .sort()
    .join(' ')

  useEffect(() => {
    if (!followed) return
    const handles = followed.split(' ').map((conversationId) => {
      const handle: Subscription<typeof conversationChannel> = client.open(conversationChannel, { conversationId })
      const take = () => {
        const { state } = handle.view()
        if (state)
          setThreads((before) =>
            before.get(conversationId) === state ? before : new Map([...before, [conversationId, state]]),
          )
      }
      take()
      handle.subscribe(take)
      return handle
    })
    return () => {
      for (const handle of handles) handle.close()
    }
  }, [client, followed])

  return threads
}

/** Sum of the rows: what the badge and the nav show, and nothing else adds to it. */
export const unreadOf = (rows: readonly ConversationRow[] = []): number =>
  rows.reduce((sum, row) => sum + row.unread, 0)
