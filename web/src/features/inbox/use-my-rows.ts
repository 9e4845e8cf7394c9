import { useQuery } from '@tanstack/react-query'
import { useChannel } from '@weft/channels/react'
import { myConversationsChannel } from '@weft/contract/conversations/channel.ts'
import { listConversations } from '@weft/contract/conversations/operations.ts'
import type { ConversationRow } from '@weft/contract/conversations/shapes.ts'
import { useEffect, useMemo, useState } from 'react'
import { call } from '../../shell/call.ts'
import { tap } from '../../shell/live/tap.ts'
import { useSession } from '../../shell/session/session-context.ts'

const { channel: listChannel, onEvent } = tap(myConversationsChannel)
const PAGE = 200
/** More than any team has waiting; a list beyond that is what the caseload is for. */
const MOST_PAGES = 10

const none: readonly ConversationRow[] = []

/**
 * All my conversations: the channel's page and, since an old question may wait further down, the pages after it. What happens to those is
 * heard from the same channel.
 */
export function useMyRows() {
  const { accountId, hat } = useSession()
  const { state, status, retry } = useChannel(listChannel, { accountId, hat })
  const next = state?.next // stays the same until a fresh snapshot
  const rest = useQuery({
    queryKey: ['conversations', 'rest', accountId, hat, next],
    queryFn: ({ signal }) => fetchRest(accountId, hat, next, signal),
    enabled: next !== undefined,
    staleTime: Infinity,
  })
  const [older, setOlder] = useState(none)
  const [isFilled, setFilled] = useState(false)
  useEffect(() => {
    if (!rest.data) return
    setOlder(rest.data)
    setFilled(true)
  }, [rest.data])
  useEffect(
    () =>
      onEvent((event) => {
        if (event.name === 'conversation.listed') return // that row is in the channel's own page from now on
        setOlder((rows) =>
          rows.length > 0 ? listChannel.reduce({ rows: [...rows], total: rows.length }, event).rows : rows,
        )
      }),
    [],
  )
  const newest = state?.rows
  // Those of an earlier snapshot stand until the new ones are here; when none will come, nobody knows whether they may still be seen.
  const below = next === undefined || rest.isError ? none : older
  const rows = useMemo(() => newest && withoutTwins(newest, below), [newest, below])
  /** All pages are here, or will not come: only now is there an order to hold still. */
  const isWhole = rows !== undefined && (next === undefined || isFilled || rest.isError)
  return { rows, isWhole, status, retry }
}

async function fetchRest(accountId: string, hat: ConversationHat, after: string | undefined, signal: AbortSignal) {
  const rows: ConversationRow[] = []
  let next = after
  for (let page = 0; next !== undefined && page < MOST_PAGES; page += 1) {
    const answer = await call(listConversations, { accountId, hat, after: next, limit: PAGE }, { signal })
    rows.push(...answer.rows)
    next = answer.next
  }
  return rows
}

type ConversationHat = Parameters<typeof call<typeof listConversations>>[1]['hat']

function withoutTwins(
  newest: readonly ConversationRow[],
  older: readonly ConversationRow[],
): readonly ConversationRow[] {
  if (older.length === 0) return newest
  const known = new Set(newest.map((row) => row.conversationId))
  return [...newest, ...older.filter((row) => !known.has(row.conversationId))]
}
