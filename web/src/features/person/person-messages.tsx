import { type QueryClient, useQuery } from '@tanstack/react-query'
import { listConversations } from '@weft/contract/conversations/operations.ts'
import type { ConversationRow } from '@weft/contract/conversations/shapes.ts'
import type { OutputOf } from '@weft/contract/operation.ts'
import { Empty, Failed, Loading } from '@weft/ui/house-state/house-state.tsx'
import { Tabs } from '@weft/ui/tabs/tabs.tsx'
import { useMemo, useState } from 'react'
import { call, referenceOf } from '../../shell/call.ts'
import { useSession } from '../../shell/session/session-context.ts'
import { useWords, type Words } from '../../words/words.ts'
import { ConversationPane } from '../conversation/conversation-pane.tsx'
import { useInbox } from '../inbox/inbox-source.tsx'
import type { PersonTabProps } from './person-tabs.ts'

const keyOf = (personId: string) => ['conversations', 'of', personId]

/** Ids of those that were last shown. */
export const conversationsOf = (queries: QueryClient, personId: string): string[] =>
  queries
    .getQueryData<OutputOf<typeof listConversations>>(keyOf(personId))
    ?.rows.map(({ conversationId }) => conversationId) ?? []

/** The person's conversations and their carers', each a tab of its own: they are not read by the same people. */
export function PersonMessages({ personId, personName, toWrite }: PersonTabProps) {
  const { person: words } = useWords()
  const { accountId, hat } = useSession()
  const { items } = useInbox()
  const query = useQuery({
    queryKey: keyOf(personId),
    queryFn: ({ signal }) => call(listConversations, { accountId, hat, personId, limit: 50 }, { signal }),
    gcTime: 0,
  })
  const rows = useMemo(
    () => (query.data?.rows ?? []).filter((row) => row.kind !== 'team_note').sort(personFirst),
    [query.data],
  )
  const [chosen, choose] = useState<string>()
  const selected = rows.find((row) => row.conversationId === chosen) ?? rows[0]

  if (query.isPending) return <Loading shape="thread" onTryAgain={() => void query.refetch()} />
  if (query.isError && !query.data)
    return <Failed onTryAgain={() => void query.refetch()} reference={referenceOf(query.error)} />
  if (!selected) return <Empty>{words.nothingShared(personName)}</Empty>

  const isUnread = (row: ConversationRow) => items.find((item) => item.conversationId === row.conversationId)?.unread
  return (
    <Tabs
      label={words.conversations}
      tabs={rows.map((row) => ({ id: row.conversationId, label: labelOf(row, rows, words), count: isUnread(row) }))}
      selected={selected.conversationId}
      onSelect={choose}
    >
      <ConversationPane
        key={selected.conversationId}
        conversationId={selected.conversationId}
        toWrite={toWrite}
        onClose={() => void query.refetch()}
      />
    </Tabs>
  )
}

const personFirst = (a: ConversationRow, b: ConversationRow) =>
  Number(a.kind === 'carer_team') - Number(b.kind === 'carer_team') ||
  Number(a.state === 'closed') - Number(b.state === 'closed') ||
  a.serviceName.localeCompare(b.serviceName)

/** The service is named only where there is more than one to tell apart. */
function labelOf(row: ConversationRow, rows: readonly ConversationRow[], words: Words['person']): string {
  const who = row.carer ? words.withCarer(row.carer.name, row.carer.relationship) : row.personName
  const isOneService = rows.every((other) => other.serviceName === row.serviceName)
  return isOneService ? who : words.withPerson(who, row.serviceName)
}
