import { encode } from './frame.ts'
import type { Hub } from './hub.ts'
import type { Member } from './member.ts'
import type { Identity } from './options.ts'

const settleMs = 300

export type PresenceChange = { topic: string; came: string[]; went: string[] }

/**
 * Who is there, by what every node says of its own sockets. Changes are gathered for a moment, so a reload is not told as going and
 * coming. A hint: it lags, and a node that dies takes its people along only after a while.
 */
export class Presence<I extends Identity> {
  private readonly hub: Hub<I>
  /** topic → who → node → sockets there. */
  private readonly counts = new Map<string, Map<string, Map<string, number>>>()
  /** topic → who → whether the members were last told that it is there. */
  private readonly changes = new Map<string, Map<string, boolean>>()
  private readonly tellPeers: (change: PresenceChange) => void
  private readonly here: string

  constructor(hub: Hub<I>, tellPeers: (change: PresenceChange) => void) {
    this.hub = hub
    this.tellPeers = tellPeers
    this.here = hub.options.nodeId
  }

  joined(member: Member<I>): void {
    const { options } = this.hub
    const { identity } = member.connection
    member.presence = options.presence ? options.presence(identity, member.topic.channel) : identity.account
    if (member.presence !== null) this.add(member.topic.topic, member.presence, this.here, 1)
  }

  left(member: Member<I>): void {
    if (member.presence !== null) this.add(member.topic.topic, member.presence, this.here, -1)
    member.presence = null
  }

  /** Another node's change. */
  heard(node: string, { topic, came, went }: PresenceChange): void {
    if (!this.hub.topics.has(topic)) return
    for (const who of came) this.set(topic, who, node, 1)
    for (const who of went) this.set(topic, who, node, 0)
  }

  nodeGone(node: string): void {
    for (const [topic, people] of this.counts)
      for (const [who, nodes] of people) if (nodes.has(node)) this.set(topic, who, node, 0)
  }

  topicGone(topic: string): void {
    this.counts.delete(topic)
    this.changes.delete(topic)
  }

  list(topic: string): string[] {
    return [...(this.counts.get(topic)?.keys() ?? [])]
  }

  /** Those this node vouches for. */
  ours(topic: string): string[] {
    const people = this.counts.get(topic) ?? new Map<string, Map<string, number>>()
    return [...people].filter(([, nodes]) => nodes.has(this.here)).map(([who]) => who)
  }

  private add(topic: string, who: string, node: string, by: number) {
    const before = this.counts.get(topic)?.get(who)?.get(node) ?? 0
    this.set(topic, who, node, before + by)
    if ((before === 0) !== (before + by === 0))
      this.tellPeers(by > 0 ? { topic, came: [who], went: [] } : { topic, came: [], went: [who] })
  }

  private set(topic: string, who: string, node: string, count: number) {
    const people = this.counts.get(topic) ?? new Map<string, Map<string, number>>()
    const nodes = people.get(who) ?? new Map<string, number>()
    const was = nodes.size > 0
    if (count > 0) nodes.set(node, count)
    else nodes.delete(node)
    if (nodes.size) people.set(who, nodes)
    else people.delete(who)
    if (people.size) this.counts.set(topic, people)
    else this.counts.delete(topic)
    if (was !== nodes.size > 0) this.changed(topic, who, was)
  }

  private changed(topic: string, who: string, was: boolean) {
    if (!this.changes.size) this.hub.clock.after(settleMs, () => this.tellMembers())
    const people = this.changes.get(topic) ?? new Map<string, boolean>()
    if (!people.has(who)) people.set(who, was)
    this.changes.set(topic, people)
  }

  private tellMembers() {
    for (const [name, people] of this.changes) {
      const now = this.counts.get(name)
      const came = [...people].filter(([who, was]) => !was && now?.has(who)).map(([who]) => who)
      const went = [...people].filter(([who, was]) => was && !now?.has(who)).map(([who]) => who)
      if (!came.length && !went.length) continue
      const frame = encode('presence', { topic: name, came, went })
      for (const member of this.hub.topics.get(name)?.live ?? []) member.hint(frame)
    }
    this.changes.clear()
  }
}
