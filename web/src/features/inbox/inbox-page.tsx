import { useLocation, useNavigate, useParams } from '@tanstack/react-router'
import { useCallback } from 'react'
import { HiddenPage } from '../../shell/frame/hidden-page.tsx'
import { firstFolder } from '../../shell/frame/sections.ts'
import { useTitle } from '../../shell/navigation/use-title.ts'
import { useSession } from '../../shell/session/session-context.ts'
import { useWords } from '../../words/words.ts'
import { ConversationPane } from '../conversation/conversation-pane.tsx'
import { PersonHead } from '../person/person-head.tsx'
import type { Folder } from './inbox-items.ts'
import { InboxList } from './inbox-list.tsx'
import { useInbox } from './inbox-source.tsx'
import './inbox.css'

/** W1. A list that stands still and the conversation chosen in it; one of the two on a phone. */
export function InboxPage() {
  const { inbox: words } = useWords()
  const { hat } = useSession()
  const { folder = firstFolder(hat), conversationId } = useParams({ from: '/inbox/{-$folder}/{-$conversationId}' })
  const { hash } = useLocation()
  const navigate = useNavigate()
  const inbox = useInbox()
  useTitle(words.title)
  const close = useCallback(
    () => void navigate({ to: '/inbox/{-$folder}/{-$conversationId}', params: { folder, conversationId: undefined } }),
    [navigate, folder],
  )
  if (folder !== 'mine' && folder !== 'all') return <HiddenPage />

  const item = inbox.items.find((each) => each.conversationId === conversationId)
  return (
    <div className="inbox" data-open={conversationId ? '' : undefined}>
      <h1 className="visually-hidden">{words.title}</h1>
      <InboxList folder={folder satisfies Folder} selectedId={conversationId} />
      {conversationId ? (
        <ConversationPane
          key={conversationId}
          conversationId={conversationId}
          openAt={hash.startsWith('m-') ? hash.slice(2) : undefined}
          head={item && <PersonHead personId={item.personId} personName={item.personName} onBack={close} />}
          onClose={close}
        />
      ) : (
        <p className="inbox__choose">{inbox.status === 'ready' && inbox.items.length > 0 && words.choose}</p>
      )}
    </div>
  )
}
