import { useChannel, useIsConnected, useSignal } from '@weft/channels/react'
import { deskChannel } from '@weft/contract/conversations/channel.ts'
import type { RiskFlag } from '@weft/contract/conversations/flags.ts'
import type { Member, Message } from '@weft/contract/conversations/shapes.ts'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { useSession } from '../../shell/session/session-context.ts'
import { type Doing, useAttendance } from '../inbox/attendance.ts'

const noFlags: readonly RiskFlag[] = []
const SAY_EVERY_MS = 3_000
const TYPING_LAPSES_MS = 6_000
const ATTEND_EVERY_MS = 20_000

export interface TeamPresence {
  noteConversationId: string | undefined
  /** Open ones, about the person. */
  flags: readonly RiskFlag[]
  viewing: readonly string[]
  replying: readonly string[]
  /** Call on each change of the box. */
  typing: (isNote: boolean) => void
  /** What I wrote is on its way. */
  written: () => void
}

/** The team's side of a conversation: who else is here, who is writing. The person and their carers never see any of it. */
export function useTeamPresence(
  conversationId: string,
  serviceId: string | undefined,
  { members, last }: { members: readonly Member[]; last: Message | undefined },
): TeamPresence {
  const { accountId, displayName } = useSession()
  const desk = useChannel(deskChannel, { conversationId })
  const [typists, setTypists] = useState<ReadonlyMap<string, { name: string; until: number }>>(new Map())

  useSignal(deskChannel, { conversationId }, 'typing', ({ name }, from) => {
    if (from === accountId) return
    const until = Date.now() + TYPING_LAPSES_MS
    setTypists((old) => new Map(old).set(from ?? name, { name, until }))
  })
  useEffect(() => {
    if (typists.size === 0) return
    const timer = setTimeout(() => {
      setTypists((old) => new Map([...old].filter(([, { until }]) => until > Date.now())))
    }, 1_000)
    return () => clearTimeout(timer)
  }, [typists])

  // Somebody who has just sent is not writing any more.
  useEffect(() => {
    const author = last?.author?.accountId
    if (author) setTypists((old) => (old.has(author) ? new Map([...old].filter(([id]) => id !== author)) : old))
  }, [last])

  const attend = useAttend(conversationId, serviceId, displayName)
  const saidAt = useRef(0)
  const { signal } = desk
  const typing = useCallback(
    (isNote: boolean) => {
      if (Date.now() - saidAt.current < SAY_EVERY_MS) return
      saidAt.current = Date.now()
      signal('typing', { name: displayName, note: isNote })
      attend('replying')
    },
    [signal, displayName, attend],
  )

  const written = useCallback(() => {
    saidAt.current = Date.now() // the box emptying itself is not writing
    attend('viewing')
  }, [attend])

  const viewing = useMemo(() => {
    const nameOf = new Map(members.map((member) => [member.accountId, member.name]))
    return desk.present.filter((id) => id !== accountId).flatMap((id) => nameOf.get(id) ?? [])
  }, [desk.present, members, accountId])
  const replying = useMemo(() => [...typists.values()].map(({ name }) => name), [typists])
  return {
    noteConversationId: desk.state?.noteConversationId,
    flags: desk.state?.flags ?? noFlags,
    viewing,
    replying,
    typing,
    written,
  }
}

/** Tells the lists of colleagues that this conversation is being looked at. */
function useAttend(conversationId: string, serviceId: string | undefined, name: string) {
  const attendance = useAttendance()
  const isConnected = useIsConnected()
  const attend = useCallback(
    (doing: Doing) => {
      if (serviceId) attendance.say(serviceId, { conversationId, name, doing })
    },
    [attendance, serviceId, conversationId, name],
  )
  useEffect(() => {
    if (!isConnected) return
    const say = () => document.visibilityState === 'visible' && attend('viewing')
    const first = setTimeout(say, 500) // the service's own channel comes up a moment later
    const timer = setInterval(say, ATTEND_EVERY_MS)
    return () => {
      clearTimeout(first)
      clearInterval(timer)
      attend('gone')
    }
  }, [attend, isConnected])
  return attend
}
