import { type OutboxItem, uuidv7 } from '@weft/channels/client'
import { useChannel, useChannelClient } from '@weft/channels/react'
import { ownChannel } from '@weft/contract/own/channel.ts'
import {
  foresee,
  nothingOwned,
  type OwnPartName,
  type OwnParts,
  type OwnPushes,
  type OwnState,
} from '@weft/contract/own/parts.ts'
import { useToast } from '@weft/ui/toast/toast.tsx'
import { createContext, type ReactNode, useCallback, useContext, useMemo } from 'react'
import type * as z from 'zod/mini'
import { useWords } from '../words/words-provider.tsx'
import { useStay } from './session.tsx'

type Input<Name extends keyof OwnPushes> = Omit<z.input<OwnPushes[Name]['input']>, 'personId' | 'changeId'>

/** What somebody owns, as this device has it: what the server said, with what is still on its way already done. */
export interface Owned {
  personId: string
  /** Absent until this device has been told once. */
  state: OwnState | undefined
  status: ReturnType<typeof useChannel>['status']
  topic: string
  /** Acts that are on their way, in order. */
  waiting: readonly OutboxItem[]
  /** Acts that the server will not have as they are, a change of words that were changed elsewhere first above all. Their words are here. */
  refused: readonly OutboxItem[]
  /** Resolves once the act is safe on this device. It goes out by itself, now or next week. */
  push<Name extends keyof OwnPushes & string>(name: Name, input: Input<Name>): Promise<void>
  /** The writer's wish: this act is not to be sent. */
  discard(id: string): Promise<void>
}

const OwnContext = createContext<Owned | undefined>(undefined)

/** Stays joined to the feed of what the person owns, whichever screen is open. Under another hat there is none. */
export function OwnProvider({ children }: { children: ReactNode }) {
  const { session } = useStay()
  if (session.hat !== 'patient' || !session.personId) return children
  return <Provided personId={session.personId}>{children}</Provided>
}

function Provided({ personId, children }: { personId: string; children: ReactNode }) {
  return <OwnContext value={useFeed(personId)}>{children}</OwnContext>
}

/** For screens of the patient hat alone. */
export function useOwned(): Owned {
  const owned = useContext(OwnContext)
  if (!owned) throw new Error('useOwned under another hat than the patient’s')
  return owned
}

/** For what is shown under every hat. */
export const useMaybeOwned = (): Owned | undefined => useContext(OwnContext)

/** One noun's slice; empty until this device has been told (`isKnown`). */
export function useOwn<Name extends OwnPartName>(part: Name) {
  const owned = useOwned()
  const slice: z.infer<OwnParts[Name]['state']> = (owned.state ?? nothingOwned)[part]
  return { ...owned, slice, isKnown: owned.state !== undefined }
}

function useFeed(personId: string): Owned {
  const words = useWords()
  const toast = useToast()
  const { outbox } = useChannelClient()
  const { state, status, topic, pending, push } = useChannel(ownChannel, { personId })
  const waiting = useMemo(() => pending.filter((item) => item.state !== 'refused'), [pending])
  const refused = useMemo(() => pending.filter((item) => item.state === 'refused'), [pending])
  const foreseen = useMemo(() => withWaiting(state, waiting), [state, waiting])

  const act = useCallback<Owned['push']>(
    async (name, input) => {
      const send = push as unknown as (name: string, input: object) => { stored: Promise<OutboxItem> }
      const { unsaved } = await send(name, { ...input, personId, changeId: uuidv7() }).stored
      if (unsaved) toast({ text: words.problem.phoneFull })
    },
    [push, personId, toast, words],
  )
  const discard = useCallback((id: string) => outbox.discard(id), [outbox])
  return useMemo(
    () => ({ personId, state: foreseen, status, topic, waiting, refused, push: act, discard }),
    [personId, foreseen, status, topic, waiting, refused, act, discard],
  )
}

function withWaiting(state: OwnState | undefined, waiting: readonly OutboxItem[]): OwnState | undefined {
  if (waiting.length === 0) return state
  return waiting.reduce(
    (before, { push, input, createdAt }) =>
      push ? foresee(before, push, input, new Date(createdAt).toISOString()) : before,
    state ?? nothingOwned,
  )
}
