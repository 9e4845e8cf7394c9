import type { Clock } from '../clock.ts'
import type { Channel } from '../define/channel.ts'
import type { Cursor, Problem, StoredEvent } from '../define/event.ts'
import { createBatcher } from './batcher.ts'
import { systemClock } from './clock.ts'
import type { Connection } from './connection.ts'
import type { Faults } from './faults.ts'
import type { Member } from './member.ts'
import {
  type Access,
  type AccessAction,
  type AccessRequest,
  type ChannelServerOptions,
  defaultLimits,
  type Identity,
  type KickFilter,
  type Limits,
  ProblemError,
  type Resumed,
} from './options.ts'
import { Gate } from './rate.ts'
import type { Told } from './told.ts'
import { Topic } from './topic.ts'

export type HubOptions<I extends Identity> = Omit<ChannelServerOptions<I>, 'io' | 'bell' | 'identify'>

// biome-ignore lint/suspicious/noExplicitAny: params of whichever channel it is
export type Address = { channel: Channel; params: any; topic: string }

const lingerMs = 5_000
/** No handshake takes as long as this. */
const endedMs = 60_000

/** What one node knows: its topics, its sockets, and the few questions it asks of the log and the host, each asked for many at once. */
export class Hub<I extends Identity = Identity> {
  readonly options: HubOptions<I>
  readonly clock: Clock
  readonly limits: Limits
  readonly faults: Faults
  readonly topics = new Map<string, Topic<I>>()
  readonly connections = new Set<Connection<I>>()
  readonly snapshots: Gate
  readonly counts = {
    emitted: 0,
    restarts: 0,
    kicked: 0,
    resyncs: 0,
    slow: 0,
    limited: 0,
    headReads: 0,
    logReads: 0,
    errors: 0,
  }
  /** Told when a topic appears on or vanishes from this node. */
  onInterest: (topic: string, here: boolean) => void = () => {}
  onJoined: (member: Member<I>) => void = () => {}
  onLeft: (member: Member<I>) => void = () => {}
  present: (topic: string) => string[] = () => []
  readonly readHead: (topic: string) => Promise<Cursor>
  readonly readPage: (topic: string, afterSeq: number) => Promise<StoredEvent[] | 'too-old'>
  private readonly channels: Map<string, Channel>
  private readonly ask: (request: AccessRequest<I>) => Promise<Access>
  private readonly note: (member: Resumed<I>) => Promise<unknown>
  private readonly suspects = new Set<Topic<I>>()
  /** When identities ended, of late: whoever was let in on older knowledge must not stay. */
  private readonly ended = new Map<string, number>()

  constructor(options: HubOptions<I>) {
    this.options = options
    this.clock = options.clock ?? systemClock
    this.limits = { ...defaultLimits, ...options.limits }
    this.faults = options.faults ?? {}
    this.snapshots = new Gate(this.limits.snapshotsAtOnce)
    this.channels = new Map(options.channels.map((channel) => [channel.name, channel]))
    if (this.channels.size < options.channels.length)
      throw new TypeError('Two channels begin their topics with the same name')

    const { log, withLog } = options
    this.readHead = this.batch(500, 2, async (topics: string[]) => {
      this.counts.headReads++
      const heads = await withLog((tx) => log.heads(tx, topics))
      return topics.map((topic) => heads.get(topic) as Cursor)
    })
    const readPage = this.batch(50, 2, async (wants: { topic: string; afterSeq: number }[]) => {
      this.counts.logReads++
      return withLog((tx) => log.readMany(tx, wants, this.limits.pageEvents))
    })
    this.readPage = (topic, afterSeq) => readPage({ topic, afterSeq })
    this.ask = this.batch(100, 4, (requests: AccessRequest<I>[]) => this.authoriseMany(requests))
    this.note = this.batch(100, 2, async (members: Resumed<I>[]) => {
      await options.resumed?.(members)
      return members
    })
  }

  private batch<In, Out>(max: number, atOnce: number, run: (inputs: In[]) => Promise<Out[]>) {
    return createBatcher({ clock: this.clock, max, atOnce, run })
  }

  /** `undefined` for a topic of no channel. */
  topic(name: string): Topic<I> | undefined {
    const known = this.topics.get(name)
    if (known) return known
    const address = this.address(name)
    if (!address) return undefined
    const topic = new Topic(this, name, address.channel, address.params)
    topic.emptySince = this.clock.now()
    this.topics.set(name, topic)
    this.onInterest(name, true)
    // A head that could not be read must not be remembered: the next join asks again.
    topic.ready.catch(() => this.forget(topic, true))
    return topic
  }

  /** Which channel a topic belongs to; nothing is kept. */
  address(topic: string): Address | undefined {
    const channel = this.channels.get(topic.split(':', 1)[0] as string)
    const params = channel?.parse(topic)
    return channel && params ? { channel, params, topic } : undefined
  }

  offer(events: Iterable<Told>): void {
    for (const event of events) this.topics.get(event.topic)?.offer(event)
  }

  /** Access as of now, never as of an earlier question. */
  async authorise(member: Member<I>, action: AccessAction): Promise<Access> {
    return this.authoriseFor(member.connection.identity, member.topic, action)
  }

  authoriseFor(identity: I, { channel, params, topic }: Address, action: AccessAction): Promise<Access> {
    return this.ask({ identity, channel, params, topic, action })
  }

  /** Lets the host note what a member that comes back is about to be given. */
  async resumed({ connection: { identity }, topic: { channel, params, topic }, receipt }: Member<I>): Promise<void> {
    await this.note({ identity, channel, params, topic, receipt })
  }

  private async authoriseMany(requests: AccessRequest<I>[]): Promise<Access[]> {
    const { authorise, authoriseMany } = this.options
    if (authoriseMany && requests.length > 1) return authoriseMany(requests)
    return Promise.all(
      requests.map(async (request) => {
        try {
          return await authorise(request)
        } catch (error) {
          if (error instanceof ProblemError) return { ok: false as const, problem: error.problem }
          throw error
        }
      }),
    )
  }

  /** Has the head of this topic looked at as soon as possible. */
  checkSoon(topic: Topic<I>): void {
    if (!this.suspects.size) this.clock.after(0, () => void this.check([...this.suspects]))
    this.suspects.add(topic)
  }

  /** Compares heads with the log: finds lost bells, resets and restores. */
  async check(topics: Topic<I>[]): Promise<void> {
    for (const topic of topics) this.suspects.delete(topic)
    const asked = topics.map((topic) => ({ topic, headThen: topic.head, epochThen: topic.epoch }))
    try {
      await Promise.all(
        asked.map(async ({ topic, headThen, epochThen }) => {
          await topic.ready
          const head = await this.readHead(topic.topic)
          topic.checkedAt = this.clock.now()
          if (topic.epoch === epochThen || epochThen === '') topic.levelWith(head, headThen)
        }),
      )
    } catch (error) {
      this.failed(error, 'head-check')
    }
  }

  /** Once a second: closes readers that never read, forgets what nobody needs. */
  sweep(): void {
    const now = this.clock.now()
    for (const [key, at] of this.ended) if (now - at > endedMs) this.ended.delete(key)
    for (const connection of this.connections) {
      if (!connection.overdue(now)) continue
      this.counts.slow++
      for (const topic of connection.members.keys()) connection.tell('resync', { topic })
      this.disconnect(connection)
    }
    for (const topic of this.topics.values()) {
      topic.forgetOld(now)
      if (topic.members.size) topic.emptySince = now
      else if (now - topic.emptySince > lingerMs) this.forget(topic)
    }
  }

  private forget(topic: Topic<I>, evenWithMembers = false) {
    if (this.topics.get(topic.topic) !== topic || (topic.members.size && !evenWithMembers)) return
    this.topics.delete(topic.topic)
    this.onInterest(topic.topic, false)
  }

  kick(filter: KickFilter, problem: Problem): void {
    if (this.faults.staleLocalRoom) return
    for (const connection of this.connections) {
      if (filter.key !== undefined && connection.identity.key !== filter.key) continue
      if (filter.account !== undefined && connection.identity.account !== filter.account) continue
      for (const member of [...connection.members.values()])
        if (filter.topic === undefined || member.topic.topic === filter.topic) member.expel(problem)
    }
  }

  endIdentity(key: string): void {
    this.ended.set(key, this.clock.now())
    for (const connection of [...this.connections]) if (connection.identity.key === key) this.disconnect(connection)
  }

  hasEndedSince(key: string, ms: number): boolean {
    return (this.ended.get(key) ?? Number.NEGATIVE_INFINITY) >= ms
  }

  disconnect(connection: Connection<I>): void {
    connection.close()
    this.gone(connection)
  }

  /** The socket is no more. */
  gone(connection: Connection<I>): void {
    connection.closed = true
    if (!this.connections.delete(connection)) return
    for (const member of [...connection.members.values()]) member.leave()
  }

  left(member: Member<I>): void {
    this.onLeft(member)
  }

  failed(error: unknown, what: string, topic?: string): void {
    this.counts.errors++
    this.options.hooks?.onError?.(error, topic === undefined ? { what } : { what, topic })
  }
}
