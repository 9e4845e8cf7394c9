import { type OutboxItem, uuidv7 } from '@weft/channels/client'
import { useChannel, useChannelClient } from '@weft/channels/react'
import { ownChannel } from '@weft/contract/own/channel.ts'
import { foresee, nothingOwned, type OwnState } from '@weft/contract/own/parts.ts'
import { standsOn } from '@weft/contract/own/stands-on.ts'
import { useToast } from '@weft/ui/toast/toast.tsx'
import { useCallback, useLayoutEffect, useMemo } from 'react'
import { useWords } from '../words/words-provider.tsx'
import { choicesIn } from './choices-waiting.ts'
import { helpOf } from './help-own.ts'
import type { Owned } from './own-context.ts'

interface Props {
  personId: string
  onChange: (owned: Owned) => void
}

/** Joined for as long as the person is signed in; draws nothing. */
export default function OwnFeed({ personId, onChange }: Props) {
  const owned = useFeed(personId)
  useLayoutEffect(() => onChange(owned), [owned, onChange])
  return null
}

function useFeed(personId: string): Owned {
  const words = useWords()
  const toast = useToast()
  const { outbox } = useChannelClient()
  const { state, status, topic, pending, push, retry } = useChannel(ownChannel, { personId })
  const waiting = useMemo(() => pending.filter((item) => item.state !== 'refused'), [pending])
  const refused = useMemo(() => pending.filter((item) => item.state === 'refused'), [pending])
  const foreseen = useMemo(() => withWaiting(state, waiting), [state, waiting])
  const help = useMemo(() => helpOf(foreseen), [foreseen])
  const choicesWaiting = useMemo(() => countChoices(foreseen), [foreseen])

  const act = useCallback<Owned['push']>(
    async (name, input) => {
      const send = push as unknown as (name: string, input: object) => { stored: Promise<OutboxItem> }
      const standing = standsOn(unsent(outbox.list(), topic), name, input)
      const { unsaved } = await send(name, { ...input, ...standing, personId, changeId: uuidv7() }).stored
      // After whatever the screen says of its own accord: “Saved” must not be the last word.
      if (unsaved) setTimeout(() => toast({ text: words.problem.phoneFull }))
    },
    [push, outbox, topic, personId, toast, words],
  )
  const discard = useCallback((id: string) => outbox.discard(id), [outbox])
  return useMemo(
    () => ({
      personId,
      state: foreseen,
      status,
      topic,
      retry,
      waiting,
      refused,
      help,
      choicesWaiting,
      push: act,
      discard,
    }),
    [personId, foreseen, status, topic, retry, waiting, refused, help, choicesWaiting, act, discard],
  )
}

const unsent = (items: readonly OutboxItem[], topic: string) =>
  items.filter((item) => item.topic === topic && item.state !== 'sent' && item.state !== 'refused')

function countChoices(state: OwnState | undefined): number {
  if (!state) return 0
  const { asks, old } = choicesIn(state.sharing, Date.now())
  return asks.length + old.length
}

function withWaiting(state: OwnState | undefined, waiting: readonly OutboxItem[]): OwnState | undefined {
  if (waiting.length === 0) return state
  return waiting.reduce(
    (before, { push, input, createdAt }) =>
      push ? foresee(before, push, input, new Date(createdAt).toISOString()) : before,
    state ?? nothingOwned,
  )
}
