import type { UsedChannel } from '@weft/channels/react'
import type { conversationChannel } from '@weft/contract/conversations/channel.ts'
import type { ConversationRow, ConversationState, Message } from '@weft/contract/conversations/shapes.ts'
import type { MessageItem } from '@weft/ui/thread/items.ts'
import { Thread } from '@weft/ui/thread/thread.tsx'
import { useCallback, useMemo, useRef, useState } from 'react'
import { usePlace } from '../../shell/router.tsx'
import { useStay } from '../../shell/session.tsx'
import { useOnline } from '../../shell/use-online.ts'
import { useDates, useWords } from '../../words/words-provider.tsx'
import { Foot } from './foot.tsx'
import { MessageActs } from './message-acts.tsx'
import { MessageMenu } from './message-menu.tsx'
import { createThreadItems, isMine } from './thread-items.ts'
import { unsentMessages } from './unsent-messages.ts'
import { useAnnouncing } from './use-announcing.ts'
import { useComposing } from './use-composing.ts'
import { type Acts, useMessageActs } from './use-message-acts.ts'
import { useReading } from './use-reading.ts'
import { useThread } from './use-thread.ts'
import { useWorry } from './use-worry.ts'
import { WhoSees } from './who-sees.tsx'
import { WorryCard } from './worry-card.tsx'
import './conversation.css'

export type ConversationChannel = UsedChannel<typeof conversationChannel>

interface Props {
  channel: ConversationChannel
  state: ConversationState
  /** Absent until this account's list is known. */
  row: ConversationRow | undefined
}

/** Who can see it, the thread, the promise, the box. */
export function OpenConversation({ channel, state, row }: Props) {
  const words = useWords()
  const dates = useDates()
  const { hash } = usePlace()
  const { session } = useStay()
  const { head } = state
  const { conversationId } = head
  const linked = hash.startsWith('m-') ? hash.slice(2) : undefined

  const thread = useThread(conversationId, state, linked)
  const composing = useComposing(conversationId)
  const reading = useReading(conversationId, state.lastNumber, channel.status === 'live')
  const isOnline = useOnline()
  const unsent = useMemo(() => unsentMessages(channel.pending, words, isOnline), [channel.pending, words, isOnline])
  const me = useMemo(() => ({ accountId: session.accountId, hat: session.hat }), [session.accountId, session.hat])
  const worry = useWorry(thread.messages, unsent, me)

  const [itemsOf] = useItemsOf()
  const hidden = useMemo(() => new Set(row?.hiddenMessageIds), [row?.hiddenMessageIds])
  useAnnouncing(state.messages, unsent, hidden, me)
  const items = useMemo(
    () =>
      itemsOf({
        messages: thread.messages,
        unsent,
        hidden,
        me,
        seenByTeam: state.seen.team,
        serviceName: head.serviceName,
        personName: head.personName,
      }),
    [itemsOf, thread.messages, unsent, hidden, me, state.seen.team, head.serviceName, head.personName],
  )
  const unread = useUnreadLine(state, row, me)
  const doing = useMessageActs({ channel, composing, markUnread: reading.markUnread })
  const menuFor = useMenuFor(thread.messages, me, doing.acts)

  // A moment at most: opened any sooner, the thread would lose its place when the box comes.
  if (!composing.draft) return null
  return (
    <div className="conversation">
      <WhoSees state={state} me={me} />
      <div className="conversation__thread">
        <Thread
          label={words.conversation.withTeam(head.serviceName)}
          items={items}
          unread={unread && { from: unread.messageId, since: dates.since(unread.sentAt) }}
          openAt={linked}
          earlier={thread.earlier}
          onLoadEarlier={thread.loadEarlier}
          onNewestInView={reading.onNewestInView}
          menuFor={menuFor}
          sendActsFor={doing.acts.sendActsFor}
          empty={<p className="conversation__empty">{words.conversation.empty(head.serviceName)}</p>}
          foot={worry.isShown && <WorryCard onClose={worry.close} />}
        />
      </div>
      <Foot channel={channel} state={state} composing={composing} isFirst={!wroteBefore(thread, me)} />
      <MessageActs {...doing} head={head} />
    </div>
  )
}

function useItemsOf() {
  const words = useWords()
  const dates = useDates()
  return useState(() => createThreadItems({ words, dates }))
}

/** The same function throughout, so that no row is drawn again; it looks a message up when its row is. */
function useMenuFor(messages: readonly Message[], me: { accountId: string; hat: string }, acts: Acts) {
  const latest = useRef(messages)
  latest.current = messages
  return useCallback(
    (item: MessageItem) => {
      const message = latest.current.find((one) => one.messageId === item.id)
      return message && <MessageMenu message={message} isOwn={isMine(message.author, me)} acts={acts} />
    },
    [me, acts],
  )
}

/** The first message of others not read when the conversation was opened; held still while it is. */
function useUnreadLine(
  state: ConversationState,
  row: ConversationRow | undefined,
  me: { accountId: string; hat: string },
) {
  const [line, setLine] = useState<{ messageId: string; sentAt: string } | null>()
  if (line === undefined && row) {
    const first = state.messages.find(
      (message) => message.number > row.readThrough && message.kind !== 'event' && !isMine(message.author, me),
    )
    setLine(row.unread > 0 && first ? { messageId: first.messageId, sentAt: first.sentAt } : null)
  }
  return line ?? undefined
}

function wroteBefore({ messages, earlier }: ReturnType<typeof useThread>, me: { accountId: string; hat: string }) {
  return earlier !== 'none' || messages.some((message) => isMine(message.author, me))
}
