import { deskChannel, inboxChannel } from '@weft/contract/conversations/channel.ts'
import { io, type Socket } from 'socket.io-client'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Actor, makeWorld, type World } from './world.ts'

let world: World
const sockets: Socket[] = []
let url: string
beforeAll(async () => {
  world = await makeWorld()
  url = await world.listen()
})
afterAll(async () => {
  for (const socket of sockets) socket.disconnect()
  await world.close()
})

async function joined(actor: Actor, topic: string): Promise<Socket> {
  const socket = io(url, {
    path: '/api/socket',
    transports: ['websocket'],
    forceNew: true,
    extraHeaders: { cookie: actor.cookie, origin: 'http://localhost:8080' },
    auth: { app: 'staff' },
  })
  sockets.push(socket)
  expect(await socket.emitWithAck('join', { topic })).toMatchObject({ ok: true })
  return socket
}

test.each([
  ['typing', () => deskChannel.topicOf({ conversationId: world.cast.conversations.kofi }), { note: false }],
  [
    'attending',
    () => inboxChannel.topicOf({ serviceId: world.cast.services.wellbeing }),
    { conversationId: crypto.randomUUID(), doing: 'replying' },
  ],
])('%s carries the name of whoever says it, whatever their device says', async (name, topicOf, more) => {
  const topic = topicOf()
  const sam = await joined(await world.as('sam'), topic)
  const nia = await joined(await world.as('nia', 'coordinator'), topic)
  const heard = new Promise<{ data: unknown }>((resolve) => nia.once('signal', resolve))
  expect(await sam.emitWithAck('signal', { topic, name, data: { ...more, name: 'Nia Hughes' } })).toMatchObject({
    ok: true,
  })
  expect((await heard).data).toEqual({ ...more, name: 'Sam Okafor' })
})
