import { useChannel } from '@weft/channels/react'
import { myConversationsChannel } from '@weft/contract/conversations/channel.ts'
import type { ConversationRow } from '@weft/contract/conversations/shapes.ts'
import { useStay } from './session.tsx'

/** This account's own list under the hat it wears: live, and what the device remembers before that. */
export function useConversations() {
  const { session } = useStay()
  return useChannel(myConversationsChannel, { accountId: session.accountId, hat: session.hat })
}

/** Sum of the rows: what the badge and the nav show, and nothing else adds to it. */
export const unreadOf = (rows: readonly ConversationRow[] = []): number =>
  rows.reduce((sum, row) => sum + row.unread, 0)
