import { accessChanged, type EventMeta } from './event.ts'
import type { InputOf, OutputOf, Schema } from './schema.ts'
import { type ParamNames, type ParamsOf, topicTemplate } from './topic.ts'

export { accessChanged, type Cursor, type EventMeta, type Problem, type Reply, type StoredEvent } from './event.ts'
export type { InputOf, OutputOf, Schema } from './schema.ts'

/** One thing the server can be asked to do. The same object serves HTTP, the socket and the client's types. */
export interface OperationLike<I = unknown, O = unknown> {
  name: string
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  /** With `:names` that are taken out of the input: `/api/conversations/:conversationId/messages`. */
  path: string
  input: Schema<I>
  output: Schema<O>
}

// biome-ignore lint/suspicious/noExplicitAny: a channel's types appear on both sides of its functions, so only any stands for every channel
type Any = any

export type Schemas = Record<string, Schema>
export type Operations = Record<string, OperationLike>

export interface ChannelDefinition<
  Topic extends string,
  Params extends Schemas,
  Snapshot extends OperationLike,
  Events extends Schemas,
  Pushes extends Operations,
  Signals extends Schemas,
> {
  /** `appointments:{personId}`: a name, then the params, separated by colons. */
  topic: Topic
  params: Params & { [Name in ParamNames<Topic>]: Schema }
  /** Asked at join, at each push and signal, and again at every recheck event. */
  permission: string
  /** The operation whose answer is the channel's state: first load and resume from too far back take the same path as GET. */
  snapshot: Snapshot
  /** Facts, past tense: stored, numbered, replayed. Only ever widen them: old ones are replayed for as long as the log is kept. */
  events: Events
  /** Events upon which membership is asked again before anything later is emitted. `access.changed` always is. */
  rechecks?: readonly (keyof Events & string)[]
  /** Events whose commit also took words out of earlier ones in the log: a node forgets those that it holds. */
  rewrites?: readonly (keyof Events & string)[]
  /** Commands, open on the socket as well as over HTTP. */
  pushes: Pushes
  /** Typing and the like: not numbered, never stored, may be lost. */
  signals: Signals
  /** Pure, and the same on the server's tests and every app: returns a new state, or the same one when nothing changed. */
  apply: {
    [Name in keyof Events]: (
      state: OutputOf<Snapshot['output']>,
      data: OutputOf<Events[Name]>,
      meta: EventMeta,
    ) => OutputOf<Snapshot['output']>
  }
}

export interface Channel<
  Params extends Schemas = Any,
  Snapshot extends OperationLike = OperationLike,
  Events extends Schemas = Any,
  Pushes extends Operations = Any,
  Signals extends Schemas = Any,
> {
  readonly name: string
  readonly topic: string
  readonly permission: string
  readonly snapshot: Snapshot
  readonly events: Events
  readonly rechecks: ReadonlySet<string>
  readonly rewrites: ReadonlySet<string>
  readonly pushes: Pushes
  readonly signals: Signals
  topicOf(params: ParamsOf<Params>): string
  /** `undefined` when the topic is not this channel's. */
  parse(topic: string): ParamsOf<Params> | undefined
  /**
   * The next state. Throws `TypeError` for an event this version does not know, so that an old client fetches a snapshot rather than
   * drift away from everybody else.
   */
  reduce(
    state: OutputOf<Snapshot['output']>,
    event: { name: string; data: unknown; seq: number; at: string },
  ): OutputOf<Snapshot['output']>
}

export type StateOf<C extends Channel> = OutputOf<C['snapshot']['output']>
export type ChannelParams<C extends Channel> = Parameters<C['topicOf']>[0]
export type EventName<C extends Channel> = (keyof C['events'] & string) | typeof accessChanged
export type EventData<C extends Channel, Name extends string> = Name extends keyof C['events']
  ? OutputOf<C['events'][Name]>
  : Record<string, unknown>
export type PushName<C extends Channel> = keyof C['pushes'] & string
/** The topic's own params may be left out: they are filled in where the operation's path names them. */
export type PushInput<C extends Channel, Name extends PushName<C>> = Lacking<
  InputOf<C['pushes'][Name]['input']>,
  keyof ChannelParams<C>
>
type Lacking<Input, Keys> = Omit<Input, Extract<keyof Input, Keys>> & Partial<Pick<Input, Extract<keyof Input, Keys>>>
export type PushOutput<C extends Channel, Name extends PushName<C>> = OutputOf<C['pushes'][Name]['output']>
export type SignalName<C extends Channel> = keyof C['signals'] & string
export type SignalData<C extends Channel, Name extends SignalName<C>> = OutputOf<C['signals'][Name]>

/** Describes one channel completely. Pure: import it from server, apps and tests alike. An app is built without those that it does not use. */
/* @__NO_SIDE_EFFECTS__ */
export function defineChannel<
  const Topic extends string,
  Params extends Schemas,
  Snapshot extends OperationLike,
  Events extends Schemas,
  Pushes extends Operations,
  Signals extends Schemas,
>(
  definition: ChannelDefinition<Topic, Params, Snapshot, Events, Pushes, Signals>,
): Channel<Params, Snapshot, Events, Pushes, Signals> {
  const { permission, snapshot, events, pushes, signals } = definition
  const template = topicTemplate<ParamsOf<Params>>(definition.topic, definition.params)
  const apply = new Map(Object.entries(definition.apply)) as Map<
    string,
    (state: Any, data: Any, meta: EventMeta) => Any
  >
  if (!apply.has(accessChanged)) apply.set(accessChanged, (state) => state)
  return {
    name: template.name,
    topic: definition.topic,
    permission,
    snapshot,
    events,
    rechecks: new Set([accessChanged, ...(definition.rechecks ?? [])]),
    rewrites: new Set(definition.rewrites),
    pushes,
    signals,
    topicOf: template.topicOf,
    parse: template.parse,
    reduce(state, { name, data, seq, at }) {
      const handler = apply.get(name)
      if (!handler) throw new TypeError(`${template.name} does not know the event ${name}`)
      return handler(state, data, { seq, at })
    },
  }
}
