export type { Clock } from '../clock.ts'

import { repeat } from '../clock.ts'
import type { Problem } from '../define/event.ts'
import type { SignalMessage } from '../wire.ts'
import { Door } from './door.ts'
import { drain } from './drain.ts'
import { encode } from './frame.ts'
import { Handlers } from './handlers.ts'
import { watchHeads } from './head-watch.ts'
import { Hub } from './hub.ts'
import type { ChannelServer, ChannelServerOptions, Identity } from './options.ts'
import { Peers } from './peers.ts'
import { Presence } from './presence.ts'
import { Told } from './told.ts'

export type { Bell } from './bell.ts'
export type { Faults } from './faults.ts'
export type { AppendEvent, ChannelLog, SqlExecutor } from './log.ts'
export {
  type Access,
  type AccessAction,
  type AccessRequest,
  type ChannelServer,
  type ChannelServerOptions,
  defaultLimits,
  type Handshake,
  type Identity,
  type KickFilter,
  type Limits,
  ProblemError,
  type Snapshot,
} from './options.ts'
export { createPostgresLog } from './postgres-log.ts'
export { createRedisBell, type RedisLike } from './redis-bell.ts'
export { createSocketServer, type SocketServerOptions } from './socket-server.ts'

/** Starts serving channels on a Socket.IO server. One per process and `io`. */
export function createChannelServer<I extends Identity>(options: ChannelServerOptions<I>): ChannelServer {
  checkSocketServer(options)
  const { io, identify, ...rest } = options
  const node = createNode<I>(rest)
  const door = new Door(io, node.hub, node.handlers, identify)
  return {
    committed: node.committed,
    kick: node.kick,
    endIdentity: node.endIdentity,
    present: node.present,
    stats: node.stats,
    async drain({ spreadMs }) {
      door.draining = true
      await drain(node.hub, spreadMs)
    },
    async close() {
      door.draining = true
      node.close()
    },
  }
}

/** A node without its sockets: what `createChannelServer` serves over Socket.IO, and the random walks over a simulated network. */
export function createNode<I extends Identity>(options: Omit<ChannelServerOptions<I>, 'io' | 'identify'>) {
  const { bell, nodeId } = options
  const hub = new Hub<I>(options)
  const showSignal = (signal: SignalMessage) => {
    const frame = encode('signal', signal)
    for (const member of hub.topics.get(signal.topic)?.live ?? []) member.hint(frame)
  }
  const peers =
    bell &&
    new Peers({
      nodeId,
      bell,
      clock: hub.clock,
      topics: () => hub.topics.keys(),
      listener: {
        onEvents: (events) => hub.offer(events),
        onSignal: showSignal,
        onPresence: (from, change) => presence.heard(from, change),
        onNodeGone: (gone) => presence.nodeGone(gone),
        onNodeHere(there, topics) {
          for (const topic of topics) {
            const came = presence.ours(topic)
            if (came.length) peers?.presence({ topic, came, went: [] }, there)
          }
        },
        onKick: (filter, problem) => hub.kick(filter, problem),
        onEnded: (key) => hub.endIdentity(key),
      },
    })
  const presence = new Presence<I>(hub, (change) => peers?.presence(change))
  const handlers = new Handlers<I>(hub, (signal) => peers?.signal(signal))
  hub.present = (topic) => presence.list(topic)
  hub.onJoined = (member) => presence.joined(member)
  hub.onLeft = (member) => presence.left(member)
  hub.onInterest = (topic, here) => {
    peers?.interest(topic, here)
    if (!here) presence.topicGone(topic)
  }
  const stopWatching = watchHeads(hub, peers && (() => peers.healthy()))
  const stopSweeping = repeat(
    hub.clock,
    () => 1_000,
    () => hub.sweep(),
  )

  return {
    hub,
    handlers,
    committed(events: Parameters<ChannelServer['committed']>[0]) {
      const told = events.map(Told.ofEvent)
      hub.offer(told)
      peers?.events(told)
    },
    kick(filter: Parameters<ChannelServer['kick']>[0], problem: Problem) {
      hub.kick(filter, problem)
      peers?.kick(filter, problem)
    },
    endIdentity(key: string) {
      hub.endIdentity(key)
      peers?.ended(key)
    },
    present: (topic: string) => presence.list(topic),
    stats: () => ({
      ...hub.counts,
      connections: hub.connections.size,
      topics: hub.topics.size,
      nodes: (peers?.count() ?? 0) + 1,
      bellHealthy: peers?.healthy() ? 1 : 0,
    }),
    close() {
      stopWatching()
      stopSweeping()
      peers?.close()
      for (const connection of [...hub.connections]) hub.disconnect(connection)
    },
  }
}

function checkSocketServer({ io }: Pick<ChannelServerOptions, 'io'>) {
  const { transports, perMessageDeflate } = (io.engine?.opts ?? {}) as {
    transports?: string[]
    perMessageDeflate?: unknown
  }
  if (transports?.join() !== 'websocket' || perMessageDeflate)
    throw new TypeError('Make the Socket.IO server with createSocketServer(): websocket only, without compression')
}
