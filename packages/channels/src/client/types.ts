import type { Clock } from '../clock.ts'
import type {
  Channel,
  ChannelParams,
  InputOf,
  OperationLike,
  OutputOf,
  Problem,
  PushInput,
  PushName,
  PushOutput,
  Reply,
  SignalData,
  SignalName,
  StateOf,
} from '../define/channel.ts'
import type { Status } from './feed.ts'
import type { SocketFactory } from './link.ts'
import type { Outbox } from './outbox.ts'
import type { OutboxItem, OutboxStore, SnapshotStore } from './stores.ts'
import type { Tabs } from './tabs.ts'

export interface ChannelClientOptions {
  /** `https://care.example`, or empty for the page's own origin. */
  url: string
  /** The socket's path, `/socket` unless told. */
  path?: string
  fetch?: typeof fetch
  /** Added to every HTTP request. */
  headers?: () => Record<string, string>
  /** Goes with every handshake. */
  auth?: () => Record<string, unknown>
  socketFactory?: SocketFactory
  /** In memory unless given: then what is unsent does not survive a reload. */
  outbox?: OutboxStore
  /** Unless given, nothing is shown before the first answer of the server. */
  snapshots?: SnapshotStore
  /**
   * Names of channels that are worth a look before there is a socket: what this device has no copy of is asked for over HTTP at once, and
   * shown until the topic is joined. It is then told a second time, so only for what a first screen shows.
   */
  lookAhead?: readonly string[]
  /** Tabs with the same name (an account, say) share one outbox. */
  outboxName?: string
  tabs?: Tabs
  clock?: Clock
  random?: () => number
  isOnline?: () => boolean
  /** How long something sent can be offered again after the server's log was restored. A day unless told. */
  keepSentMs?: number
  /** The session is over (401) or this origin is not welcome (403). After signing in again, call `retry()`. */
  onRefused?(problem: Problem): void
  onError?(error: unknown): void
  /** Planted bugs, for testing the tests. */
  faults?: {
    /** Gives a retry another id: the mistake that makes two of one. */
    rekeyOnRetry?(input: Record<string, unknown>): Record<string, unknown>
  }
}

/** A push on its way. `id` is its item's in the outbox; `done` is the server's final word, which may come tomorrow. */
export interface Sending<Output> {
  id: string
  /** The words are safe on this device. */
  stored: Promise<OutboxItem>
  done: Promise<Reply<Output>>
}

export interface View<State> {
  status: Status
  state: State | undefined
  /** Why it is refused. */
  problem: Problem | undefined
  /** Pushes of this device that `state` does not hold yet, in order. One may be in both for a moment: match them by id. */
  pending: readonly OutboxItem[]
  present: readonly string[]
}

export interface Subscription<C extends Channel> extends View<StateOf<C>> {
  readonly topic: string
  /** All of it at once; the same object until something changes. */
  view(): View<StateOf<C>>
  subscribe(listener: () => void): () => void
  /**
   * Never lost and never twice: goes to the outbox first, from there over the socket or HTTP. Whatever it makes needs an id in `input`, made
   * here with `uuidv7()`, so that the server can tell a second copy from a second thing.
   */
  push<Name extends PushName<C>>(name: Name, input: PushInput<C, Name>): Sending<PushOutput<C, Name>>
  /** Now or never: dropped when there is no socket. */
  signal<Name extends SignalName<C>>(name: Name, data: SignalData<C, Name>): void
  onSignal<Name extends SignalName<C>>(
    name: Name,
    listener: (data: SignalData<C, Name>, from: string | undefined) => void,
  ): () => void
  /** After `refused`: asks again. */
  retry(): void
  close(): void
}

export interface ChannelClient {
  open<C extends Channel>(channel: C, params: ChannelParams<C>): Subscription<C>
  /** Over HTTP, once, with nothing kept. Throws `CallError`. */
  call<O extends OperationLike>(operation: O, input: InputOf<O['input']>): Promise<OutputOf<O['output']>>
  /** Like a push, for an operation that belongs to no channel. Those with the same `topic` are sent in order. */
  send<O extends OperationLike>(
    operation: O,
    input: InputOf<O['input']>,
    options?: { topic?: string },
  ): Sending<OutputOf<O['output']>>
  readonly outbox: Pick<Outbox, 'list' | 'subscribe' | 'retry' | 'discard' | 'ready'>
  /** Whether there is a socket now. */
  isUp(): boolean
  onConnection(listener: (up: boolean) => void): () => void
  /** Something changed for the better: online again, signed in, the tab is shown. */
  retry(): void
  /** Writes what is not written yet and lets go of everything. */
  close(): Promise<void>
}
