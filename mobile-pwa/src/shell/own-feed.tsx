import type { OutboxItem, Sending } from '@weft/channels/client'
import { uuidv7 } from '@weft/channels/client'
import { useChannel, useChannelClient } from '@weft/channels/react'
import { nothingOwned, type OwnState } from '@weft/contract/own/slices.ts'
import { toldOwnChannel } from '@weft/contract/own/told.ts'
import { useToast } from '@weft/ui/toast/toast.tsx'
import { use, useCallback, useEffect, useLayoutEffect, useMemo } from 'react'
import { useWords } from '../words/words-provider.tsx'
import { choicesIn } from './choices-waiting.ts'
import { helpOf } from './help-own.ts'
import { loadOwnActs, ownActsHere, untilOwnActs } from './load-own-acts.ts'
import type { Owned } from './own-context.ts'
import { untilShown } from './shown.ts'

interface Props {
  personId: string
  onChange: (owned: Owned) => void
}

/** Joined for as long as the person is signed in; draws nothing. */
export default function OwnFeed({ personId, onChange }: Props) {
  const owned = useFeed(personId)
  useLayoutEffect(() => onChange(owned), [owned, onChange])
  useEffect(() => void untilShown.then(untilOwnActs), [])
  return null
}

function useFeed(personId: string): Owned {
  const words = useWords()
  const toast = useToast()
  const client = useChannelClient()
  const { outbox } = client
  const { state, status, topic, pending, retry } = useChannel(toldOwnChannel, { personId })
  const waiting = useMemo(() => pending.filter((item) => item.state !== 'refused'), [pending])
  const refused = useMemo(() => pending.filter((item) => item.state === 'refused'), [pending])
  // Without what is on its way, nothing new is shown: what somebody did with no signal must not seem gone.
  const foresee = waiting.length > 0 ? (ownActsHere() ?? use(untilOwnActs())).foresee : undefined
  const foreseen = useMemo(() => {
    if (!foresee) return state
    const done = (before: OwnState, { push, input, createdAt }: OutboxItem) =>
      push ? foresee(before, push, input, new Date(createdAt).toISOString()) : before
    return waiting.reduce(done, state ?? nothingOwned)
  }, [state, waiting, foresee])
  const help = useMemo(() => helpOf(foreseen), [foreseen])
  const choicesWaiting = useMemo(() => countChoices(foreseen), [foreseen])

  const act = useCallback<Owned['push']>(
    async (name, input) => {
      const { ownChannel, standsOn } = await loadOwnActs()
      const standing = standsOn(unsent(outbox.list(), topic), name, input)
      const feed = client.open(ownChannel, { personId })
      const send = feed.push as unknown as (name: string, input: object) => Sending<unknown>
      const { stored } = send(name, { ...input, ...standing, personId, changeId: uuidv7() })
      feed.close()
      const { unsaved } = await stored
      // After whatever the screen says of its own accord: “Saved” must not be the last word.
      if (unsaved) setTimeout(() => toast({ text: words.problem.phoneFull }))
    },
    [client, outbox, topic, personId, toast, words],
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
