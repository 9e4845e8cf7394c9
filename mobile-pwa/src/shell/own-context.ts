import type { OutboxItem } from '@weft/channels/client'
import type { UsedChannel } from '@weft/channels/react'
import type { OwnPushes, OwnState } from '@weft/contract/own/parts.ts'
import type { OwnHelp } from '@weft/ui/help-panel/help-panel.tsx'
import { createContext, useContext } from 'react'
import type * as z from 'zod/mini'

type Input<Name extends keyof OwnPushes> = Omit<z.input<OwnPushes[Name]['input']>, 'personId' | 'changeId' | 'onTopOf'>

/** What somebody owns, as this device has it: what the server said, with what is still on its way already done. */
export interface Owned {
  personId: string
  /** Absent until this device has been told once. */
  state: OwnState | undefined
  // biome-ignore lint/suspicious/noExplicitAny: the status is the same for every channel
  status: UsedChannel<any>['status']
  topic: string
  /** Asks for the feed again, where it did not come. */
  retry(): void
  /** Acts that are on their way, in order. */
  waiting: readonly OutboxItem[]
  /** Acts that the server will not have as they are, a change of words that were changed elsewhere first above all. Their words are here. */
  refused: readonly OutboxItem[]
  /** What of it stands in Get help now. */
  help: Pick<OwnHelp, 'people' | 'ideas' | 'planHref'>
  /** Choices about sharing that wait for a yes or a no. */
  choicesWaiting: number
  /** Resolves once the act is safe on this device. It goes out by itself, now or next week. */
  push<Name extends keyof OwnPushes & string>(name: Name, input: Input<Name>): Promise<void>
  /** The writer's wish: this act is not to be sent. */
  discard(id: string): Promise<void>
}

/** `owned` once the feed's code is here, which is after the first paint; `ready` resolves then. */
export interface OwnPlace {
  owned: Owned | undefined
  ready: Promise<void>
}

export const OwnContext = createContext<OwnPlace | undefined>(undefined)

/** For what is shown under every hat, and before the feed is here. */
export const useMaybeOwned = (): Owned | undefined => useContext(OwnContext)?.owned
