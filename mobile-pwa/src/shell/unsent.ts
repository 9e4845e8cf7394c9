import type { OutboxItem } from '@weft/channels/client'
import { useOutbox } from '@weft/channels/react'
import type { OwnPushes } from '@weft/contract/own/parts.ts'
import { useEffect, useMemo, useRef, useState } from 'react'
import { useOnline } from './use-online.ts'

const seen = 'goalComment.see' satisfies Act
const writes = ['message.send', 'message.correct']

/** Items that are messages of a thread. */
export const isMessage = (item: OutboxItem): boolean => writes.includes(item.push ?? item.operation.name)

/** What somebody wrote or changed; a read mark on its way is nobody's business. */
export const isWritten = (item: OutboxItem): boolean =>
  isMessage(item) || (item.topic?.startsWith('own:') === true && item.push !== seen)

/** Whether they may be called messages: messages with other things among them are things. */
export const areMessages = (items: readonly OutboxItem[]): boolean => items.every(isMessage)

/** Items that did not simply go: offline, tried in vain, or not accepted. One on its first try is not news. */
export function isHeldUp(item: OutboxItem, isOnline: boolean): boolean {
  if (item.state === 'sent') return false
  if (!isOnline) return true
  return item.state !== 'sending' && item.attempts > 0
}

export interface UnsentNews {
  /** Waiting for a way through; they go by themselves. */
  waiting: readonly OutboxItem[]
  /** Tried for long, or not accepted: the person should look. */
  stuck: readonly OutboxItem[]
  /** Gone out since the connection came back. */
  sentSince: number
}

export function useUnsent(): UnsentNews {
  const outbox = useOutbox()
  const isOnline = useOnline()
  const items = useMemo(() => outbox.items.filter(isWritten), [outbox.items])
  const held = items.filter((item) => isHeldUp(item, isOnline))
  const stuck = held.filter((item) => item.state === 'not-sent' || item.state === 'refused')
  const waiting = held.filter((item) => !stuck.includes(item))

  const before = useRef<ReadonlySet<string>>(new Set())
  const [sentSince, setSentSince] = useState(0)
  useEffect(() => {
    if (isOnline) {
      const still = new Set(items.map((item) => item.id))
      setSentSince([...before.current].filter((id) => !still.has(id)).length)
    } else {
      before.current = new Set(items.map((item) => item.id))
      setSentSince(0)
    }
  }, [items, isOnline])

  return { waiting, stuck, sentSince }
}

export type Act = keyof OwnPushes & string
/** The first word of a command of the own feed. */
export type ActNoun = Act extends `${infer Noun}.${string}` ? Noun : never

/** Where each noun of the own feed is looked after. */
const places: Record<ActNoun, string> = {
  share: '/privacy',
  choices: '/settings',
  reminder: '/settings/reminders',
  goal: '/goals',
  step: '/goals',
  suggestion: '/goals',
  suggestedStep: '/goals',
  goalComment: '/goals',
  questions: '/track',
  sleep: '/track',
  problem: '/track/choose',
  mood: '/track',
  moment: '/track/overview',
  diary: '/diary',
  coping: '/plan',
  safetyPlan: '/plan/safety',
  aboutMe: '/plan/about',
  tip: '/tips',
}

/** Entries are looked after together, where they were made. */
const elsewhere: Partial<Record<string, string>> = {
  'problem.rate': '/track',
  'moment.mark': '/track',
} satisfies Partial<Record<Act, string>>

export const nounOf = ({ push = '' }: OutboxItem): string => push.split('.')[0] as string

/** Where something unsent was written: a message in its conversation, an entry on its noun's screen. */
export function placeOf(item: OutboxItem | undefined): string {
  const id = item?.input.conversationId
  if (typeof id === 'string') return `/messages/${id}`
  if (!item) return '/messages'
  return elsewhere[item.push ?? ''] ?? (places as Partial<Record<string, string>>)[nounOf(item)] ?? '/messages'
}
