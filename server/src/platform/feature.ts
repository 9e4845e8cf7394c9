import type { Channel, InputOf, OutputOf, StoredEvent } from '@weft/channels/define'
import type { Operation, InputOf as OperationInput, OutputOf as OperationOutput } from '@weft/contract/operation.ts'
import type { Db, Tx } from './db.ts'
import type { Log } from './log.ts'
import type { Post } from './post.ts'
import type { AccountScope, Scope, SystemName } from './scope.ts'
import type { WebPush } from './web-push.ts'

// biome-ignore lint/suspicious/noExplicitAny: lists hold operations and channels of every shape
type Any = any

/** What a command or query is given. Small on purpose. */
export interface Ctx<S extends Scope = Scope> {
  readonly scope: S
  readonly tx: Tx
  readonly now: Date
  readonly log: Log
  readonly door: Door
  /**
   * Fetching is authorising: asks the permission's guard, writes the audit row of the disclosure and answers the thing.
   * Throws `not-found` when access says no.
   */
  require<T = Any>(permission: string, input: Record<string, unknown>): Promise<T>
  /** Appends a numbered event to the topic in this transaction; it is delivered once this commits. */
  publish<C extends Channel<Any, Any, Any, Any, Any>, N extends keyof C['events'] & string>(
    channel: C,
    params: Record<string, string>,
    event: N,
    data: OutputOf<C['events'][N]>,
    about?: { subjectId?: string },
  ): Promise<StoredEvent>
  /** Appends several events, possibly of several topics, in one statement and in one order of locks. Answers in the order given. */
  publishAll(events: readonly Publication[]): Promise<StoredEvent[]>
  /** Tells the listeners of this product-wide fact: `within` ones now, `after` ones once this has committed, by a job (facts.ts). Ids only. */
  announce<K extends keyof Facts & string>(fact: K, data: Facts[K]): Promise<void>
  /** Writes audit rows for what a list disclosed; single things are written by `require`. */
  disclose(rows: Disclosure[]): Promise<void>
  /** Wakes a job once this commits. Rows are the truth; a wake may be lost and costs at most a minute. */
  wake(job: string): void
  /** Closes the sockets of sessions that this transaction ended, once it commits. */
  endSessions(sessionIds: string[]): void
  /** Runs once this has committed, in this process; for closing sockets and the like, never for anything that must happen. */
  afterCommit(work: () => void): void
}

/** An event to be appended; made by `publication`, which knows its channel's types. */
export interface Publication {
  topic: string
  name: string
  data: unknown
  subjectId?: string
  /** Whose doing it is, where that is not the scope's own account. */
  actorId?: string
}

export function publication<C extends Channel<Any, Any, Any, Any, Any>, N extends keyof C['events'] & string>(
  channel: C,
  params: Record<string, string>,
  event: N,
  data: OutputOf<C['events'][N]>,
  about: { subjectId?: string; actorId?: string } = {},
): Publication {
  return { topic: channel.topicOf(params), name: event, data, ...about }
}

/** What a command may know of, and ask of, the way in: sign-in reads an address and sets a cookie; nothing else needs it. */
export interface Door {
  readonly kind: 'http' | 'socket' | 'inside'
  /** Network address of the asker, for limits; empty inside. */
  readonly address: string
  /** “Chrome on Android”, for the list of devices. */
  readonly device: string
  cookie(name: string): string | undefined
  /** Set once the transaction has committed; `__Host-`, HttpOnly, Secure, SameSite=Strict. Without `maxAgeSeconds` it goes with the browser. */
  setCookie(name: string, value: string, maxAgeSeconds?: number): void
  clearCookie(name: string): void
}

export const insideDoor: Door = {
  kind: 'inside',
  address: '',
  device: '',
  cookie: () => undefined,
  setCookie: () => {},
  clearCookie: () => {},
}

/**
 * What features tell each other, past tense, `noun.verbed`. A feature adds its own in `facts.ts`:
 * `declare module '../../platform/feature.ts' { interface Facts { 'team.joined': { … } } }`.
 */
// biome-ignore lint/suspicious/noEmptyInterface: filled by the features' own declarations
export interface Facts {}

export interface Disclosure {
  personId: string
  recordClass: 'personal' | 'snapshot' | 'service' | 'circle' | 'referral' | 'audit'
  itemKind: string
  itemId: string
  action: 'read' | 'write' | 'share' | 'export' | 'print' | 'search_hit' | 'deny'
  purpose?: 'care' | 'duty' | 'review' | 'break_glass' | 'circle' | 'support'
  reasonCode: string
  serviceId?: string
  /** About something of which the person may not know: a carer's thread, a staff note, a withheld row. */
  hiddenFromPerson?: true
  /** Who it was disclosed to, or who wrote, where that is not the scope itself: in a transaction that acts for many. */
  by?: AccountScope
}

/** What a guard answers when access says yes. */
export interface Granted<T = Any> {
  thing: T
  /** Present when the thing is about a person who is not the asker: its disclosure is written to the audit. */
  disclosure?: Omit<Disclosure, 'action'>
  /** Access ends then by itself: a birthday, an expiry. */
  until?: Date
  /** As whom the others there know the asker: a signal carries this name, not one that a device gives itself. */
  name?: string
}

/** Loads the facts, asks `access.decide`, and answers the thing or throws `not-found` with the reason for the log. */
export type Guard = (ctx: Ctx, input: Record<string, unknown>) => Promise<Granted>

/** What `before` may use: transactions of its own, each committed when its work returns. */
export interface Before {
  readonly scope: Scope
  readonly door: Door
  act<T>(system: SystemName, work: (ctx: Ctx) => Promise<T>): Promise<T>
}

export interface Handler<Op extends Operation = Operation, Prepared = Any> {
  operation: Op
  /**
   * Only for what cannot be done in the command's transaction: slow work that would hold a connection (a password hash), and what must
   * outlast a refusal (a counted try). Runs first; what it answers is given to `run`.
   */
  before?(tools: Before, input: OperationInput<Op>): Promise<Prepared>
  run(ctx: Ctx<Any>, input: OperationInput<Op>, prepared: Prepared): Promise<OperationOutput<Op>>
  /** Whether the audit calls it a read or a write; by its method unless told. */
  action?: Disclosure['action']
  together?: Together<Op>
}

/** Many calls of one operation in one transaction, for the few operations that are asked thousands of times a second. */
export interface Together<Op extends Operation = Operation> {
  /** Calls with the same key are never in two transactions at once, and keep their order. */
  key(input: OperationInput<Op>): string
  /**
   * Does for each call exactly what the handler's `run` does, and answers in order; `undefined` where only `run` can tell, which is then
   * asked in a transaction of its own. `ctx` is the inner worker `batch`: each call's own scope decides. When it throws, nothing was done
   * and every call goes to `run`.
   */
  run(ctx: Ctx, calls: readonly TogetherCall<Op>[]): Promise<(OperationOutput<Op> | undefined)[]>
}

export interface TogetherCall<Op extends Operation = Operation> {
  scope: AccountScope
  input: OperationInput<Op>
}

export function handle<Op extends Operation>(
  operation: Op,
  run: (ctx: Ctx<Any>, input: OperationInput<Op>) => Promise<OperationOutput<Op>>,
  options: { action?: Disclosure['action']; together?: Together<Op> } = {},
): Handler<Op> {
  return { operation, run, ...options }
}

/** A handler whose `run` needs what `before` worked out. */
export function handlePrepared<Op extends Operation, Prepared>(
  operation: Op,
  before: (tools: Before, input: OperationInput<Op>) => Promise<Prepared>,
  run: (ctx: Ctx<Any>, input: OperationInput<Op>, prepared: Prepared) => Promise<OperationOutput<Op>>,
): Handler<Op, Prepared> {
  return { operation, before, run }
}

export interface Listener {
  fact: keyof Facts & string
  /**
   * `within`: in the publisher's transaction, no I/O, in the order of `features.ts`. `after`: once that has committed, in a transaction of
   * its own, whatever dies meanwhile (facts.ts says how); at most one of a fact in a feature.
   */
  when: 'within' | 'after'
  run(ctx: Ctx, data: Any): Promise<void>
}

export function listen<K extends keyof Facts & string>(
  fact: K,
  when: Listener['when'],
  run: (ctx: Ctx, data: Facts[K]) => Promise<void>,
): Listener {
  return { fact, when, run }
}

/** Work that rows call for. It claims rows itself, so that running it twice, or never being woken, does no harm. */
export interface Job {
  name: string
  /** The reconciler runs it at least this often whatever Redis forgot. Seconds. */
  everySeconds: number
  /** Wakes that come within so long are one: for what is woken many times a second and need not be prompt. */
  wakesGatheredMs?: number
  /** `system` is the identity under which `ctx` runs. */
  run(tools: JobTools): Promise<void>
}

export interface JobTools {
  db: Db
  log: Log
  /** Where mail leaves; never used inside a transaction. */
  post: Post
  /** Where web pushes leave; neither is this. */
  push: WebPush
  now(): Date
  /** Where this node keeps what is not in the database. */
  dataDir: string
  /** One transaction as an inner worker, with a ctx for commands; `requestId` is of the request that it goes on with, if there was one. */
  act<T>(system: string, work: (ctx: Ctx) => Promise<T>, requestId?: string): Promise<T>
}

export interface Subject {
  export(ctx: Ctx, personId: string): Promise<Record<string, unknown>>
  erase(ctx: Ctx, personId: string): Promise<void>
  /** What goes when somebody closes their account: all that is theirs alone. What services hold stays. Absent: there is nothing of the kind. */
  forget?(ctx: Ctx, personId: string): Promise<void>
  merge(ctx: Ctx, from: string, into: string): Promise<void>
}

/**
 * A noun's part of `weft.json`, the file that a person takes along and brings back (contract/my-data/file.ts). Taking it again from where it was
 * brought gives the same bytes but for ids, so it holds nothing that bringing it does not keep: no sharing, no removed rows, no history.
 */
export interface Portable<Part = Any> {
  /** In whatever order; the file puts lists in theirs. Run as the worker `access`. */
  take(ctx: Ctx, personId: string): Promise<Part>
  /**
   * Stores what is not here yet, private, and answers what to tell the owner's devices; what is here stays as it is. `ids.of` answers the
   * id a thing has in this account, always the same for the same thing of a file. Throws when something does not fit.
   */
  bring(ctx: Ctx, personId: string, part: Part, ids: { of(id: string, within?: string): string }): Promise<Brought>
}

export interface Brought {
  added: number
  known: number
  news: Publication[]
}

export interface Feature {
  name: string
  /** Tables that only this feature writes. */
  tables: readonly string[]
  permissions?: Record<string, Guard>
  operations?: readonly Handler<Any>[]
  channels?: readonly Channel<Any, Any, Any, Any, Any>[]
  jobs?: readonly Job[]
  listeners?: readonly Listener[]
  subject?: Subject
  portable?: Portable
  /** This noun's slice of everything that a person owns, under its name in the contract's `ownParts`. Asked as the owner. */
  own?(ctx: Ctx, personId: string): Promise<Record<string, unknown>>
}

export type { InputOf, OutputOf }
