import { useChannelClient } from '@weft/channels/react'
import { Hidden, Loading } from '@weft/ui/house-state/house-state.tsx'
import type { MessageItem } from '@weft/ui/thread/items.ts'
import { Thread } from '@weft/ui/thread/thread.tsx'
import { type LucideIcon, Mail, Reply, StickyNote } from 'lucide-react'
import { type ReactNode, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { useAnnouncer } from '../../shell/announcer-context.ts'
import { draftsOf } from '../../shell/drafts.ts'
import { useKeys } from '../../shell/keys/use-keys.ts'
import { useConnection } from '../../shell/live/use-connection.ts'
import { useActs } from '../../shell/palette/acts.tsx'
import type { Entry } from '../../shell/palette/entries.ts'
import { useSession } from '../../shell/session/session-context.ts'
import { useWords } from '../../words/words.ts'
import { FlagBanner } from '../flags/flag-banner.tsx'
import { AskWhy, formerIn } from '../former/former.tsx'
import { useInbox } from '../inbox/inbox-source.tsx'
import { Audience } from './audience.tsx'
import { ChangeMessage, type Changing } from './change-message.tsx'
import { InReplyTo } from './in-reply-to.tsx'
import { LostAccess } from './lost-access.tsx'
import { MessageActs } from './message-acts.tsx'
import { type Box, replyPlace } from './places.ts'
import { useArrivals } from './use-arrivals.ts'
import { type Conversation, useConversation } from './use-conversation.ts'
import { useReading } from './use-reading.ts'
import { WriteBox } from './write-box.tsx'
import './conversation.css'

export interface ConversationPaneProps {
  conversationId: string
  /** Above the thread: the person's header; nothing on the person's own page. */
  head?: ReactNode
  /** A message to open at, from a link. */
  openAt?: string
  /** Asked for from outside the pane, another object each time: to write, as soon as there is a box. */
  toWrite?: object
  onClose?: () => void
}

/** One conversation: what was said, the team's notes among it, and two boxes that cannot be mistaken for each other. */
export function ConversationPane({ conversationId, head, openAt, toWrite, onClose }: ConversationPaneProps) {
  const { conversation: words } = useWords()
  const { accountId } = useSession()
  const { isOnline, isLivePaused } = useConnection()
  const isConnected = isOnline && !isLivePaused
  const conversation = useConversation(conversationId)
  const { thread, history, presence } = conversation
  const { state, status } = thread
  const was = useRef<{ isThere: boolean; noteConversationId?: string }>({ isThere: false })
  if (state) was.current = { isThere: true, noteConversationId: presence.noteConversationId }
  const name = state?.head.carer?.name ?? state?.head.personName ?? ''

  useArrivals(history.messages, accountId, status === 'live')
  const { onNewestInView, markUnread } = useReadingHere(conversationId, conversation)
  const writing = useWriting(name, markUnread, toWrite)
  const rows = useRows(conversationId, conversation, writing)

  const former = formerIn(thread.problem)
  if (status === 'refused' && former)
    return (
      <section className="conversation" data-pane="" tabIndex={-1} aria-label={words.messages(former.name)}>
        <AskWhy former={former} level={2} onSaid={thread.retry} />
      </section>
    )
  if (status === 'refused')
    return was.current.isThere ? (
      <LostAccess
        conversationId={conversationId}
        noteConversationId={was.current.noteConversationId}
        changingId={writing.changing?.message.messageId}
        onClose={onClose}
      />
    ) : (
      <Hidden homeHref="/" />
    )

  return (
    <section className="conversation" data-pane="" tabIndex={-1} aria-label={words.messages(name)}>
      {head}
      {state ? (
        <>
          {head && <FlagBanner flags={presence.flags} personName={state.head.personName} />}
          <Audience state={state} viewing={presence.viewing} replying={presence.replying} />
          <div className="conversation__thread">
            <Thread
              {...rows}
              label={words.messages(name)}
              items={conversation.items}
              unread={conversation.unreadLine}
              openAt={openAt}
              earlier={history.earlier}
              onNewestInView={onNewestInView}
              empty={<p className="conversation__empty">{words.empty(name)}</p>}
            />
          </div>
          {writing.changing && (
            <ChangeMessage
              key={writing.changing.message.messageId}
              {...writing.changing}
              name={name}
              conversation={conversation}
              onDone={writing.stopChanging}
            />
          )}
          {writing.changing?.how !== 'edit' && writing.changing?.how !== 'correct' && (
            <WriteBox
              key={writing.turn}
              state={state}
              conversation={conversation}
              box={writing.box}
              onBox={writing.setBox}
              boxRef={writing.boxRef}
              isConnected={isConnected}
            />
          )}
        </>
      ) : (
        <NotThere isConnected={isConnected} onTryAgain={thread.retry} />
      )}
    </section>
  )
}

/** Nothing of it is here yet. The channel keeps trying by itself; after a while a person may too. */
function NotThere({ isConnected, onTryAgain }: { isConnected: boolean; onTryAgain: () => void }) {
  const { conversation: words } = useWords()
  if (isConnected) return <Loading shape="thread" onTryAgain={onTryAgain} />
  return (
    <p className="conversation__empty" role="status">
      {words.reconnecting}
    </p>
  )
}

/** Two seconds in view mark it read; “Mark unread” stops that until it is opened again. */
function useReadingHere(conversationId: string, conversation: Conversation) {
  const { conversation: words } = useWords()
  const announcer = useAnnouncer()
  const [isNewestInView, onNewestInView] = useState(true)
  const [isPaused, setPaused] = useState(false)
  const row = useInbox().rowOf(conversationId)
  const { state } = conversation.thread
  useReading({
    isNewestInView,
    lastNumber: state?.lastNumber,
    readThrough: Math.max(row?.readThrough ?? 0, conversation.readHere),
    isPaused: isPaused || !state,
    onRead: conversation.read,
  })
  const { markUnread: mark } = conversation
  const markUnread = useCallback(() => {
    setPaused(true)
    mark()
    announcer?.say(words.markedUnread)
  }, [mark, announcer, words])
  return { onNewestInView, markUnread }
}

/** Which box is open, what is being changed, and the keys and palette acts that go there. */
function useWriting(name: string, markUnread: () => void, toWrite: object | undefined) {
  const { conversation: words } = useWords()
  const [box, setBox] = useState<Box>('reply')
  const [turn, setTurn] = useState(0)
  const [changing, setChanging] = useState<Changing>()
  const boxRef = useRef<HTMLTextAreaElement>(null)
  const write = useCallback((to: Box) => {
    setBox(to)
    setChanging(undefined)
    requestAnimationFrame(() => boxRef.current?.focus())
  }, [])
  const again = useCallback(() => setTurn((now) => now + 1), [])
  const stopChanging = useCallback(() => setChanging(undefined), [])

  useEffect(() => {
    if (toWrite && name) write('reply')
  }, [toWrite, name, write])

  useKeys({ reply: () => write('reply'), note: () => write('note'), markUnread })
  const acts = useMemo((): Entry[] => {
    if (!name) return []
    const act = (id: string, icon: LucideIcon, label: string, detail: string, run: () => void): Entry => ({
      id,
      group: 'acts',
      icon,
      label,
      detail,
      run,
    })
    return [
      act('reply', Reply, words.replyTo(name), 'Alt+R', () => write('reply')),
      act('note', StickyNote, words.note, 'Alt+N', () => write('note')),
      act('unread', Mail, words.markUnread, 'Alt+M', markUnread),
    ]
  }, [name, words, write, markUnread])
  useActs(acts)
  return { box, setBox, boxRef, turn, again, write, changing, change: setChanging, stopChanging }
}

/** What the thread asks for each row; all of it stable, or every row would be drawn again with each event. */
function useRows(
  conversationId: string,
  conversation: Conversation,
  { change, write, again }: ReturnType<typeof useWriting>,
) {
  const { conversation: words } = useWords()
  const { accountId } = useSession()
  const announcer = useAnnouncer()
  const { outbox } = useChannelClient()
  const { find, unsentById } = conversation
  const { loadEarlier } = conversation.history

  const menuFor = useCallback(
    (item: MessageItem) => <MessageActs id={item.id} find={find} onChange={change} />,
    [find, change],
  )
  const cardFor = useCallback((item: MessageItem) => <InReplyTo id={item.id} find={find} />, [find])
  const sendActsFor = useCallback(
    (item: MessageItem) => {
      const unsent = unsentById(item.id)
      if (!unsent) return {}
      return {
        onTryAgain: () => outbox.retry(unsent.outboxId),
        onDelete: () => void outbox.discard(unsent.outboxId),
        onCopy: () => void navigator.clipboard?.writeText(item.text),
        onEdit: () => {
          const box = unsent.isNote ? 'note' : 'reply'
          void outbox.discard(unsent.outboxId)
          draftsOf(accountId).set(replyPlace(conversationId, box), item.text)
          again()
          write(box)
        },
      }
    },
    [unsentById, outbox, accountId, conversationId, again, write],
  )
  const sendWords = useMemo(() => ({ seen: words.seen, waiting: words.waitingMark }), [words])
  const onLoadEarlier = useCallback(async () => {
    announcer?.earlierLoaded(await loadEarlier())
  }, [announcer, loadEarlier])
  return { menuFor, cardFor, sendActsFor, sendWords, onLoadEarlier }
}
