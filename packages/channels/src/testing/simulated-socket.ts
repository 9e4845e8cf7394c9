import type { SocketFactory, SocketLike } from '../client/channel-client.ts'
import type { Clock } from '../clock.ts'
import type { createNode } from '../server/channel-server.ts'
import { Connection, type Outlet } from '../server/connection.ts'
import type { Frame } from '../server/frame.ts'
import type { Identity } from '../server/options.ts'
import { problems } from '../server/problems.ts'

export type SimulatedNode = ReturnType<typeof createNode<Identity>> & { dead: boolean; cuts: Set<() => void> }

export interface SimulatedRoad {
  clock: Clock
  /** Milliseconds the next message takes; it never overtakes the one before. */
  delayMs(): number
  /** Which node the next connect reaches; `undefined` when there is none. */
  route(): SimulatedNode | undefined
  /** Everything that reaches the device. */
  onDelivered?(name: string, payload: unknown): void
  identity: Identity
}

/** A socket to a simulated node: ordered in both directions, and cut without notice, which loses whatever is under way. */
export function simulatedSockets(road: SimulatedRoad): {
  factory: SocketFactory
  cut(): void
  hold(held: boolean): void
} {
  let cutNow = () => {}
  let held = false
  let heldBack: (() => void)[] = []

  const factory: SocketFactory = ({ auth }) => {
    const listeners = new Map<string, ((payload: never) => void)[]>()
    const emit = (name: string, payload: unknown) => {
      for (const listener of listeners.get(name) ?? []) listener(payload as never)
    }
    let end = (_told: boolean) => {}

    const socket: SocketLike = {
      connected: false,
      on: (name, listener) => listeners.set(name, [...(listeners.get(name) ?? []), listener]),
      connect() {
        end(false)
        const asked = structuredClone(auth())
        road.clock.after(road.delayMs(), () => {
          const node = road.route()
          if (!node || node.dead) return emit('connect_error', node && { data: problems.later(1000) })
          const open = openConnection(
            node,
            road,
            emit,
            () => held,
            (fn) => heldBack.push(fn),
          )
          end = (told) => {
            open.end()
            cutNow = () => {}
            end = () => {}
            if (!socket.connected) return
            socket.connected = false
            if (told) emit('disconnect', 'transport close')
          }
          cutNow = () => end(true)
          open.onClosed(() => end(true))
          socket.connected = true
          socket.emit = (name, payload, ack) => open.up(name, payload, ack as never)
          emit('connect', undefined)
          node.handlers.resume(open.connection, asked)
        })
      },
      disconnect: () => end(true),
      emit: () => {},
    }
    return socket
  }
  return {
    factory,
    cut: () => cutNow(),
    hold(hold) {
      held = hold
      if (held) return
      const waiting = heldBack
      heldBack = []
      for (const deliver of waiting) deliver()
    },
  }
}

function openConnection(
  node: SimulatedNode,
  road: SimulatedRoad,
  emit: (name: string, payload: unknown) => void,
  isHeld: () => boolean,
  holdBack: (fn: () => void) => void,
) {
  let open = true
  let unread = 0
  let read = 0
  let downAt = 0
  let upAt = 0
  let onClosed = () => {}
  let onDrain = () => {}

  const inOrder = (at: number, fn: () => void) => {
    const arrives = Math.max(at, road.clock.now() + road.delayMs())
    road.clock.after(arrives - road.clock.now(), () => open && fn())
    return arrives
  }
  const down = (bytes: number, deliver: () => void) => {
    unread += bytes
    const take = () => {
      if (!open) return
      unread -= bytes
      read += bytes
      if (!unread) onDrain()
      deliver()
    }
    downAt = inOrder(downAt, () => (isHeld() ? holdBack(take) : take()))
  }
  const close = () => {
    if (!open) return
    open = false
    node.cuts.delete(cut)
  }
  const cut = () => {
    close()
    onClosed()
  }
  node.cuts.add(cut)

  const outlet: Outlet = {
    write: (frame: Frame) =>
      down(frame.text.length, () => {
        const [name, payload] = JSON.parse(frame.text.slice(1)) as [string, unknown]
        road.onDelivered?.(name, payload)
        emit(name, payload)
      }),
    unreadBytes: () => unread,
    readBytes: () => read,
    onDrain: (fn) => {
      onDrain = fn
    },
    close: () => road.clock.after(0, cut),
  }
  const connection = new Connection(road.identity, outlet, node.hub.limits, node.hub.clock)
  node.hub.connections.add(connection)
  return {
    connection,
    end() {
      close()
      if (!node.dead) node.hub.gone(connection)
    },
    onClosed(fn: () => void) {
      onClosed = fn
    },
    up(name: string, payload: unknown, ack?: (reply: unknown) => void) {
      const copy = structuredClone(payload)
      upAt = inOrder(upAt, () => {
        if (node.dead) return
        node.handlers.handle(connection, name, copy, (reply) => {
          const answer = structuredClone(reply)
          if (ack) down(JSON.stringify(answer).length, () => ack(answer))
        })
      })
    },
  }
}
