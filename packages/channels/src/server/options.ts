import type { Server, Socket } from 'socket.io'
import type { Clock } from '../clock.ts'
import type { Channel, OperationLike } from '../define/channel.ts'
import type { Problem, Reply, StoredEvent } from '../define/event.ts'
import type { Bell } from './bell.ts'
import type { Faults } from './faults.ts'
import type { ChannelLog, SqlExecutor } from './log.ts'

/** Who is at the other end of a socket. The host may keep more in it; this package reads only these two. */
export interface Identity {
  /** The session: what `endIdentity` ends. */
  key: string
  account: string
}

export type Handshake = Socket['handshake']

/**
 * `until` is an end already known (a birthday, break-glass, an expiry): from that instant nothing is emitted without asking again.
 * `span` names the unbroken stretch of membership. Coming back under another one than before means access was lost in between, so
 * the member starts from a snapshot instead of receiving what was said while it was out. `receipt` is the host's own and comes back in `resumed`. `signs` is asked for signals only: fields that
 * stand in each of the member's signals whatever its device wrote there, such as the name that the others are shown.
 */
export type Access =
  | {
      ok: true
      until?: Date | undefined
      span?: string | undefined
      receipt?: unknown
      signs?: Record<string, unknown> | undefined
    }
  | { ok: false; problem: Problem }

export type AccessAction = 'join' | 'push' | 'signal' | 'recheck'

export interface AccessRequest<I extends Identity> {
  identity: I
  channel: Channel
  // biome-ignore lint/suspicious/noExplicitAny: params of whichever channel it is
  params: any
  topic: string
  action: AccessAction
}

/** A member that comes back and is about to be given the events after its cursor, and the receipt of the access that lets it. */
export interface Resumed<I extends Identity> extends Omit<AccessRequest<I>, 'action'> {
  receipt: unknown
}

export type Snapshot = { state: unknown; epoch: string; seq: number }

export interface ChannelServerOptions<I extends Identity = Identity> {
  /** Made with `createSocketServer`, or with the same options. */
  io: Server
  nodeId: string
  log: ChannelLog
  /** Runs `fn` in a transaction of the system's own, which may read the log and its heads. */
  withLog<T>(fn: (tx: SqlExecutor) => Promise<T>): Promise<T>
  /** Tells the other nodes. Without one, they look at the heads every 200 ms. */
  bell?: Bell | undefined
  channels: readonly Channel[]
  /** `null` refuses the connection with 401 before any state exists. */
  identify(handshake: Handshake): Promise<I | null>
  authorise(request: AccessRequest<I>): Promise<Access> | Access
  /** The same for many at once, in the order asked; worth having for reconnect storms. Falls back to `authorise`. */
  authoriseMany?(requests: AccessRequest<I>[]): Promise<Access[]>
  /**
   * The state and the head that goes with it, read in one REPEATABLE READ transaction. Throw a `ProblemError`, or answer a problem, for
   * what the identity may not see.
   */
  snapshot(request: Omit<AccessRequest<I>, 'action'>): Promise<Snapshot | { problem: Problem }>
  /**
   * Called before the events after their cursors are given to those who come back, many at once when many do: the host's place to note that
   * they were shown. When it throws, nothing is given.
   */
  resumed?(members: Resumed<I>[]): Promise<void>
  /** Runs a command. `input` has passed the operation's schema, and agrees with the topic's params wherever it names one of them. */
  push(request: { identity: I; operation: OperationLike; input: unknown }): Promise<Reply>
  /** How a push is refused whose input does not pass, in the host's own words. Without it, or without an answer: 422 with the schema's `issues`. */
  unfit?(request: { identity: I; operation: OperationLike; input: unknown }): Problem | undefined
  /** Which of these still stand? Asked as often as the heads are, so that an ended session ends its sockets even if the bell was lost. */
  revalidate?(identities: I[]): Promise<boolean[]>
  /** What others are told about somebody being there; `null` for nothing. The account by default. */
  presence?(identity: I, channel: Channel): string | null
  clock?: Clock
  limits?: Partial<Limits>
  hooks?: Hooks
  /** Planted bugs, for testing the tests. */
  faults?: Faults
}

export interface Hooks {
  /** Something failed that nobody was waiting for, or the host threw. Never called with what a person wrote. */
  onError?(error: unknown, context: { what: string; topic?: string }): void
}

export interface Limits {
  /** Per socket. */
  eventsPerSecond: number
  eventsBurst: number
  /** Per account and node. */
  handshakesPerMinute: number
  handshakesBurst: number
  /** Bytes a socket may leave unread before its content stops. */
  unreadBytes: number
  /** How long it may leave them before it is closed with `resync`. */
  unreadMs: number
  topicsPerSocket: number
  /** Pushes of one socket that may run at once. */
  pushesAtOnce: number
  /** A cursor further back than this gets a snapshot. */
  replayEvents: number
  /** Events of one page of catching up, and of one read of the log. */
  pageEvents: number
  /** Snapshots being read at once on this node. */
  snapshotsAtOnce: number
}

export const defaultLimits: Limits = {
  eventsPerSecond: 20,
  eventsBurst: 40,
  handshakesPerMinute: 10,
  handshakesBurst: 20,
  unreadBytes: 256 * 1024,
  unreadMs: 5_000,
  topicsPerSocket: 200,
  pushesAtOnce: 16,
  replayEvents: 10_000,
  pageEvents: 200,
  snapshotsAtOnce: 8,
}

/** Which members to put out: all that match every given field. */
export type KickFilter = { topic?: string; account?: string; key?: string }

export interface ChannelServer {
  /**
   * Call it right after the commit, before the answer: members on this node get the events at once, the others by the bell. Repeating
   * is harmless, forgetting costs a delay (the head check finds them), calling it before the commit is a bug.
   */
  committed(events: readonly StoredEvent[]): void
  /** Puts members out on every node at once. The event in the log is what makes it exact; this makes it quick. */
  kick(filter: KickFilter, problem: Problem): void
  /** The session is over: closes its sockets on every node. */
  endIdentity(key: string): void
  /** Who is there, as far as this node has heard. A hint: never decide by it. */
  present(topic: string): string[]
  /** Refuses new sockets and asks the others to come back somewhere else within `spreadMs`; resolves when all are gone. */
  drain(options: { spreadMs: number }): Promise<void>
  close(): Promise<void>
  stats(): Record<string, number>
}

/** Thrown by a host's function to answer with its problem. */
export class ProblemError extends Error {
  readonly problem: Problem
  constructor(problem: Problem) {
    super(problem.title)
    this.problem = problem
  }
}
