import { createChannelClient, memorySnapshots, socketIo } from '@weft/channels/client'
import { conversationChannel } from '@weft/contract/conversations/channel.ts'
import { sendMessage } from '@weft/contract/conversations/operations.ts'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { type Actor, makeWorld, type World } from './world.ts'

let world: World
let url: string
beforeAll(async () => {
  world = await makeWorld()
  url = await world.listen()
})
afterAll(() => world.close())

const snapshots = memorySnapshots()

/** Opens the conversation as a device that kept what it saw last, waits until it holds `count` messages, and goes. */
async function look(actor: Actor, conversationId: string, count: number): Promise<void> {
  const client = createChannelClient({
    url,
    path: '/api/socket',
    auth: () => ({ app: 'staff' }),
    socketFactory: socketIo({ extraHeaders: { cookie: actor.cookie, origin: 'http://localhost:8080' } }),
    snapshots,
  })
  const thread = client.open(conversationChannel, { conversationId })
  const said = () => thread.state?.messages.filter((message) => message.kind === 'message').length
  await vi.waitFor(() => expect([thread.status, said()]).toEqual(['live', count]), 10_000)
  await client.close()
}

test('whoever comes back and is given what was said since is in the access log for it, and not for nothing', async () => {
  const kofi = await world.as('kofi')
  const sam = await world.as('sam')
  const conversationId = world.cast.conversations.kofi
  const say = (body: string) => kofi.call(sendMessage, { conversationId, messageId: crypto.randomUUID(), body })
  const reads = async () =>
    (
      await world.sql(`select 1 from access_log where action = 'read' and item_id = $1 and actor_id = $2`, [
        conversationId,
        sam.scope.accountId,
      ])
    ).length

  await say('one')
  await look(sam, conversationId, 1)
  expect(await reads()).toBe(1)
  await look(sam, conversationId, 1)
  expect(await reads()).toBe(1)
  await say('two')
  await look(sam, conversationId, 2)
  expect(await reads()).toBe(2)
})
