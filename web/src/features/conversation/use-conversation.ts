import { useChannel } from '@weft/channels/react'
import type { Member, Message } from '@weft/contract/conversations/shapes.ts'
import { countsAsUnread } from '@weft/contract/conversations/unread.ts'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { useConnection } from '../../shell/live/use-connection.ts'
import { useSession } from '../../shell/session/session-context.ts'
import { deviceZone } from '../../words/calendar.ts'
import { useNow } from '../../words/use-now.ts'
import { useWords } from '../../words/words.ts'
import { useInbox } from '../inbox/inbox-source.tsx'
import { threadChannel } from './thread-channel.ts'
import { ThreadItems, type Unsent } from './thread-items.ts'
import { QUICK_MS, unsentOf } from './unsent.ts'
import { useHistory } from './use-history.ts'
import { useNotes } from './use-notes.ts'
import { useTeamPresence } from './use-team-presence.ts'

export interface Found {
  message: Message
  isNote: boolean
}
export type Find = (messageId: string) => Found | undefined

const nobody: readonly Member[] = []

/** Everything one conversation shows: the thread, the notes beside it, what is on its way, and who of the team is here. */
export function useConversation(conversationId: string) {
  const words = useWords()
  const { accountId } = useSession()
  const { isUp } = useConnection()
  const now = useNow()
  const row = useInbox().rowOf(conversationId)
  const thread = useChannel(threadChannel, { conversationId })
  const { state } = thread
  const history = useHistory(conversationId, state)
  const serviceId = state?.head.serviceId ?? row?.serviceId
  const presence = useTeamPresence(conversationId, serviceId, {
    members: state?.members ?? nobody,
    last: state?.messages.at(-1),
  })
  const since = history.earlier === 'none' ? undefined : history.messages[0]?.sentAt
  const notes = useNotes(conversationId, presence.noteConversationId, since, isUp)

  const hidden = row?.hiddenMessageIds
  const shown = useMemo(
    () =>
      hidden?.length ? history.messages.filter((message) => !hidden.includes(message.messageId)) : history.messages,
    [history.messages, hidden],
  )
  const unsent = useUnsent(
    [
      [thread.pending, history.messages, false],
      [notes.isKnown ? notes.pending : [], notes.notes, true],
    ],
    isUp,
  )

  const [rows] = useState(() => new ThreadItems())
  const items = useMemo(
    () =>
      rows.of(shown, notes.notes, unsent, {
        words,
        zone: state?.head.hours.zone ?? deviceZone(),
        now,
        me: accountId,
        personName: state?.head.personName ?? '',
        serviceName: state?.head.serviceName ?? '',
        seen: state?.seen.other,
      }),
    [rows, shown, notes.notes, unsent, words, now, accountId, state],
  )

  const latest = useRef({ messages: shown, notes: notes.notes, unsent })
  latest.current = { messages: shown, notes: notes.notes, unsent }
  const find = useCallback<Find>((messageId) => {
    const message = latest.current.messages.find((each) => each.messageId === messageId)
    if (message) return { message, isNote: false }
    const note = latest.current.notes.find((each) => each.messageId === messageId)
    return note && { message: note, isNote: true }
  }, [])
  const unsentById = useCallback((id: string) => latest.current.unsent.find((each) => each.id === id), [])

  return {
    thread,
    notes,
    presence,
    history,
    items,
    find,
    unsentById,
    unreadLine: useUnreadLine(history.messages, row?.readThrough, state !== undefined),
    ...useReadMark(thread, conversationId),
  }
}

export type Conversation = ReturnType<typeof useConversation>

type Source = [pending: Parameters<typeof unsentOf>[0], messages: readonly Message[], isNote: boolean]

/** What is on its way, looked at again once a quick send would have been over. */
function useUnsent([reply, note]: [Source, Source], isConnected: boolean): readonly Unsent[] {
  const words = useWords().conversation
  const [at, setAt] = useState(() => Date.now())
  const [pending, messages] = reply
  const [notesPending, notes] = note
  const unsent = useMemo(() => {
    const now = Math.max(at, Date.now())
    return [
      ...unsentOf(pending, { messages, isNote: false, isConnected, now, words }),
      ...unsentOf(notesPending, { messages: notes, isNote: true, isConnected, now, words }),
    ]
  }, [pending, messages, notesPending, notes, isConnected, at, words])
  const hasNew = unsent.some((each) => each.state === 'new')
  useEffect(() => {
    if (!hasNew) return
    const timer = setTimeout(() => setAt(Date.now()), QUICK_MS + 20)
    return () => clearTimeout(timer)
  }, [hasNew])
  return unsent
}

/** Where the unread begins, as it was when the conversation was opened: it stands still while one reads. */
function useUnreadLine(messages: readonly Message[], readThrough: number | undefined, isThere: boolean) {
  const words = useWords()
  const { accountId } = useSession()
  const line = useRef<{ from: string; since: string } | null>(undefined)
  if (line.current === undefined && isThere && readThrough !== undefined) {
    const first = messages.find((message) => countsAsUnread(message, { accountId, readThrough }))
    line.current = first
      ? { from: first.messageId, since: words.time.moment(first.sentAt, deviceZone(), Date.now()) }
      : null
  }
  return line.current ?? undefined
}

/** Moving my own mark: forward by reading, back by “Mark unread”. */
function useReadMark(thread: ReturnType<typeof useChannel<typeof threadChannel>>, conversationId: string) {
  const { push, state } = thread
  const { accountId } = useSession()
  const [readHere, setReadHere] = useState(0)
  const read = useCallback(
    (through: number) => {
      setReadHere(through)
      push('conversation.read', { conversationId, through })
    },
    [push, conversationId],
  )
  const newest = state?.messages.findLast((message) => message.author && message.author.accountId !== accountId)?.number
  const markUnread = useCallback(() => {
    if (newest === undefined) return
    setReadHere(0)
    push('conversation.read', { conversationId, through: newest - 1, markUnread: true })
  }, [push, conversationId, newest])
  return { readHere, read, markUnread }
}
