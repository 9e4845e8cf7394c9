import { randomUUID } from 'node:crypto'
import type { Channel, StateOf } from '@weft/channels/define'
import { converge } from '@weft/channels/testing'
import { sendMessage } from '@weft/contract/conversations/operations.ts'
import type { Message } from '@weft/contract/conversations/shapes.ts'
import { io } from 'socket.io-client'
import { channelLog } from '../src/platform/sockets.ts'
import type { Actor, World } from './world.ts'

/** Sends a message that must arrive. */
export function say(
  by: Actor,
  conversationId: string,
  body: string,
  more: { replyToId?: string; keepFromPerson?: true; messageId?: string } = {},
): Promise<Message> {
  return by.call(sendMessage, { conversationId, messageId: randomUUID(), body, ...more })
}

/** The channel's state as somebody would get it at joining, with its number. */
export async function snapshotFor<C extends Channel>(
  world: World,
  by: Actor,
  channel: C,
  params: Record<string, string>,
): Promise<{ state: StateOf<C>; seq: number }> {
  const { state, seq } = await world.app.runner.snapshot(channel, by.scope, params, channel.topicOf(params))
  return { state: state as StateOf<C>, seq }
}

/** What was published on a topic after a number. */
export function eventsOf(world: World, topic: string, afterSeq = 0) {
  return world.app.db.as({ kind: 'system', system: 'channels', requestId: 'test' }, (tx) =>
    channelLog.read({ query: (sql, values) => tx.query(sql, values) }, topic, afterSeq, 10_000),
  )
}

/** Demands that whoever listened while `act` happened sees what a newcomer sees afterwards. */
export function convergesFor<C extends Channel>(
  world: World,
  by: Actor,
  channel: C,
  params: Record<string, string>,
  act: () => Promise<unknown>,
) {
  return converge({
    channel,
    snapshot: () => snapshotFor(world, by, channel, params),
    act,
    read: (afterSeq) => eventsOf(world, channel.topicOf(params), afterSeq),
  })
}

/** A socket of somebody's that has joined topics and keeps what it is told. */
export interface Listener {
  events: { topic: string; seq: number; name: string; data: unknown }[]
  kicked: string[]
  // biome-ignore lint/suspicious/noExplicitAny: an answer of the wire, looked at by tests
  join(topic: string, cursor?: { epoch: string; seq: number; span?: string }): Promise<any>
  // biome-ignore lint/suspicious/noExplicitAny: an answer of the wire, looked at by tests
  push(topic: string, name: string, input: unknown): Promise<any>
  close(): void
}

/** Opens a socket as somebody; the world must be listening at `url`. */
export async function listenAs(by: Actor, url: string): Promise<Listener> {
  const socket = io(url, {
    path: '/api/socket',
    transports: ['websocket'],
    forceNew: true,
    extraHeaders: { cookie: by.cookie, origin: 'http://localhost:8080' },
    auth: { app: by.scope.app },
  })
  const listener: Listener = {
    events: [],
    kicked: [],
    join: (topic, cursor) => socket.emitWithAck('join', { topic, ...(cursor && { cursor }) }),
    push: (topic, name, input) => socket.emitWithAck('push', { topic, name, input }),
    close: () => socket.disconnect(),
  }
  socket.on('event', (event) => listener.events.push(event))
  socket.on('kick', ({ topic }) => listener.kicked.push(topic))
  await new Promise<void>((resolve, reject) => {
    socket.once('connect', resolve)
    socket.once('connect_error', reject)
  })
  return listener
}

/** The hand-written statements that an act runs, in order. */
export async function statementsOf(world: World, act: () => Promise<unknown>): Promise<string[]> {
  const { db } = world.app
  const { as } = db
  const seen: string[] = []
  db.as = (scope, work, options) =>
    as(
      scope,
      (tx) => {
        const query: typeof tx.query = (text, values, name) => {
          seen.push(text)
          return tx.query(text, values, name)
        }
        return work({ ...tx, query })
      },
      options,
    )
  await act()
  db.as = as
  return seen
}
