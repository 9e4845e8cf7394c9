import { randomUUID } from 'node:crypto'
import type { Channel, StateOf } from '@weft/channels/define'
import { converge } from '../../packages/channels/src/testing/converge.ts'
import { sendMessage } from '@weft/contract/conversations/operations.ts'
import type { Message } from '@weft/contract/conversations/shapes.ts'
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
