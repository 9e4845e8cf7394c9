import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useChannelClient } from '@weft/channels/react'
import { useState } from 'react'
import { draftsOf } from '../../shell/drafts.ts'
import { HiddenPage } from '../../shell/frame/hidden-page.tsx'
import { useSession } from '../../shell/session/session-context.ts'
import { LostAccess } from '../conversation/lost-access.tsx'
import { replyPlace } from '../conversation/places.ts'
import { conversationsOf } from './person-messages.tsx'

/** Nothing of the person is left. Whoever was writing to them when access went is still offered their own words. */
export function Gone({ personId }: { personId: string }) {
  const { accountId } = useSession()
  const { outbox } = useChannelClient()
  const queries = useQueryClient()
  const navigate = useNavigate()
  const [wroteTo] = useState(() => {
    const drafts = draftsOf(accountId)
    const isUnsentTo = (id: string) =>
      outbox.list().some(({ state, input }) => state !== 'sent' && input.conversationId === id)
    return conversationsOf(queries, personId).find(
      (id) => drafts.get(replyPlace(id, 'reply')) || drafts.get(replyPlace(id, 'note')) || isUnsentTo(id),
    )
  })
  if (wroteTo === undefined) return <HiddenPage />
  return (
    <div className="person">
      <LostAccess
        conversationId={wroteTo}
        noteConversationId={undefined}
        onClose={() => void navigate({ to: '/', replace: true })}
      />
    </div>
  )
}
