import type { Clock } from '../clock.ts'
import { repeat } from '../clock.ts'
import type { Problem } from '../define/event.ts'
import type { SignalMessage } from '../wire.ts'
import type { Bell } from './bell.ts'
import type { KickFilter } from './options.ts'
import type { PresenceChange } from './presence.ts'
import { type Place, Told } from './told.ts'

/**
 * What one node tells another within one tick: a line of JSON, and after it a line for each of its events, encoded as its members get them,
 * so that nobody encodes or reads them again.
 */
type Batch = {
  from: string
  /** Counts the changes of `here` and `away`; a gap means that one was lost. */
  version: number
  here?: string[]
  away?: string[]
  /** `here` is everything. */
  all?: boolean
  /** Please tell me everything. */
  ask?: boolean
  /** This node is leaving; it may have something to tell all the same. */
  bye?: boolean
  /** Whose lines follow. */
  events?: Place[]
} & Partial<Omit<Parcel, 'events'>>

type Parcel = {
  events: Told[]
  signals: SignalMessage[]
  presence: PresenceChange[]
  kicks: { filter: KickFilter; problem: Problem }[]
  ended: string[]
}

export interface Listener {
  onEvents(events: Told[]): void
  onSignal(signal: SignalMessage): void
  onPresence(node: string, change: PresenceChange): void
  onNodeGone(node: string): void
  /** `node` now has members of these topics. */
  onNodeHere(node: string, topics: string[]): void
  onKick(filter: KickFilter, problem: Problem): void
  onEnded(key: string): void
}

type Peer = { heardAt: number; version: number; complete: boolean; topics: Set<string> }

const beatMs = 500
/** After this long without a beat a node may be ringing in vain. */
const silentMs = 1_250
const forgetMs = 30_000

/**
 * What this node knows of the others, by the bell: who is alive and who has members where. It only decides what to send to whom, and how
 * closely to watch the log; a node with a wrong picture is slower, never wrong.
 */
export class Peers {
  private readonly nodeId: string
  private readonly bell: Bell
  private readonly clock: Clock
  private readonly listener: Listener
  private readonly topics: () => Iterable<string>
  private readonly peers = new Map<string, Peer>()
  private readonly changes = new Map<string, boolean>()
  private readonly parcels = new Map<string | undefined, Partial<Parcel>>()
  private readonly stop: () => void
  private version = 0
  private scheduled = false
  private closed = false

  constructor(options: {
    nodeId: string
    bell: Bell
    clock: Clock
    topics: () => Iterable<string>
    listener: Listener
  }) {
    this.nodeId = options.nodeId
    this.bell = options.bell
    this.clock = options.clock
    this.topics = options.topics
    this.listener = options.listener
    this.stop = repeat(
      this.clock,
      () => beatMs,
      () => this.beat(),
    )
    Promise.resolve(this.bell.subscribe((batch) => this.receive(batch))).then(
      () => this.publish({ ask: true, all: true, here: [...this.topics()] }),
      () => {},
    )
  }

  /** Whether a commit elsewhere would be heard of here. */
  healthy(): boolean {
    if (!this.bell.healthy()) return false
    const now = this.clock.now()
    for (const peer of this.peers.values()) if (now - peer.heardAt > silentMs) return false
    return true
  }

  interest(topic: string, here: boolean): void {
    this.changes.set(topic, here)
    this.schedule()
  }

  events(events: readonly Told[]): void {
    for (const event of events) for (const node of this.nodesWith(event.topic)) this.add(node, 'events', event)
  }
  signal(signal: SignalMessage): void {
    for (const node of this.nodesWith(signal.topic)) this.add(node, 'signals', signal)
  }
  presence(change: PresenceChange, only?: string): void {
    const nodes = only === undefined ? this.nodesWith(change.topic) : [only]
    for (const node of nodes) this.add(node, 'presence', change)
  }
  kick(filter: KickFilter, problem: Problem): void {
    this.add(undefined, 'kicks', { filter, problem })
  }
  ended(key: string): void {
    this.add(undefined, 'ended', key)
  }

  close(): void {
    this.closed = true
    this.stop()
    this.publish({})
  }

  count(): number {
    return this.peers.size
  }

  private nodesWith(topic: string): string[] {
    const nodes: string[] = []
    for (const [node, peer] of this.peers) if (!peer.complete || peer.topics.has(topic)) nodes.push(node)
    return nodes
  }

  private add<Kind extends keyof Parcel>(node: string | undefined, kind: Kind, item: Parcel[Kind][number]) {
    const parcel: Partial<Parcel> = this.parcels.get(node) ?? {}
    const items = (parcel[kind] ?? []) as Parcel[Kind][number][]
    items.push(item)
    parcel[kind] = items as Parcel[Kind]
    this.parcels.set(node, parcel)
    this.schedule()
  }

  private schedule() {
    if (this.scheduled) return
    this.scheduled = true
    this.clock.after(0, () => this.flush())
  }

  private flush() {
    this.scheduled = false
    if (this.changes.size) {
      this.version++
      const here = [...this.changes].filter(([, is]) => is).map(([topic]) => topic)
      const away = [...this.changes].filter(([, is]) => !is).map(([topic]) => topic)
      this.changes.clear()
      this.publish({ here, away })
    }
    const parcels = [...this.parcels]
    this.parcels.clear()
    for (const [node, parcel] of parcels) this.publish(parcel, node)
  }

  private publish({ events = [], ...parts }: Partial<Omit<Batch, 'events'> & Parcel>, node?: string) {
    const batch: Batch = { from: this.nodeId, version: this.version, ...parts }
    if (this.closed) batch.bye = true
    if (events.length) batch.events = events.map(({ topic, epoch, seq, name }) => ({ topic, epoch, seq, name }))
    const lines = [JSON.stringify(batch), ...events.map((event) => event.frame.text)]
    this.bell.publish(lines.join('\n'), node === undefined ? undefined : [node])
  }

  private beat() {
    const now = this.clock.now()
    for (const [node, peer] of this.peers) if (now - peer.heardAt > forgetMs) this.lose(node)
    this.publish({})
  }

  private receive(text: string) {
    try {
      const [first, ...lines] = text.split('\n')
      const batch = JSON.parse(first as string) as Batch
      if (batch.from !== this.nodeId) this.take(batch, lines)
    } catch {
      // Not one of ours, or of a version that speaks otherwise. The log tells what it would have told.
    }
  }

  private take(batch: Batch, lines: string[]) {
    if (batch.bye) this.lose(batch.from)
    else this.meet(batch)
    // Another version's way of telling events; the log tells them as well.
    const events = batch.events?.length === lines.length ? batch.events : []
    if (events.length) this.listener.onEvents(events.map((place, n) => Told.ofText(place, lines[n] as string)))
    for (const signal of batch.signals ?? []) this.listener.onSignal(signal)
    if (!batch.bye) for (const change of batch.presence ?? []) this.listener.onPresence(batch.from, change)
    for (const { filter, problem } of batch.kicks ?? []) this.listener.onKick(filter, problem)
    for (const key of batch.ended ?? []) this.listener.onEnded(key)
  }

  private meet(batch: Batch) {
    const peer = this.peers.get(batch.from) ?? { heardAt: 0, version: -1, complete: false, topics: new Set() }
    this.peers.set(batch.from, peer)
    peer.heardAt = this.clock.now()
    if (batch.ask) this.publish({ all: true, here: [...this.topics()] }, batch.from)
    this.learn(peer, batch)
  }

  private learn(peer: Peer, batch: Batch) {
    const { from, version, here = [], away = [], all } = batch
    if (all) {
      peer.topics = new Set(here)
      peer.complete = true
    } else if (here.length || away.length) {
      if (version !== peer.version + 1) peer.complete = false
      for (const topic of here) peer.topics.add(topic)
      for (const topic of away) peer.topics.delete(topic)
    } else if (version !== peer.version) peer.complete = false
    if (!peer.complete && !all) this.publish({ ask: true }, from)
    peer.version = version
    if (here.length) this.listener.onNodeHere(from, here)
  }

  private lose(node: string) {
    if (this.peers.delete(node)) this.listener.onNodeGone(node)
  }
}
