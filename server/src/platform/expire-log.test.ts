import { conversationChannel } from '@weft/contract/conversations/channel.ts'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { eventsOf, listenAs, say } from '../../test/talk.ts'
import { type Actor, makeWorld, type World } from '../../test/world.ts'

let world: World
let kofi: Actor
let topic: string
beforeEach(async () => {
  world = await makeWorld()
  kofi = await world.as('kofi')
  topic = conversationChannel.topicOf({ conversationId: world.cast.conversations.kofi })
})
afterEach(() => world.close())

/** Everything said so far was said so many days ago. */
const age = (days: number) =>
  world.sql('update topic_event set day = day - $1::int, slot = topic_slot(day - $1::int)', [days])

test('what is fifteen days old leaves the log, and a device that was away for longer starts from the snapshot', async () => {
  const before = await say(kofi, world.cast.conversations.kofi, 'long ago')
  await age(15)
  const after = await say(kofi, world.cast.conversations.kofi, 'today')
  await world.app.jobs.run('channels.expire')
  expect(await world.sql(`select seq from topic_event where topic = $1`, [topic])).toEqual([{ seq: after.number }])
  expect(await eventsOf(world, topic, before.number - 1)).toBe('too-old')

  const [{ epoch }] = await world.sql('select epoch from topic_head where topic = $1', [topic])
  const listener = await listenAs(kofi, await world.listen())
  const { value } = await listener.join(topic, { epoch, seq: before.number - 1 })
  listener.close()
  expect(value.events).toBeUndefined()
  expect(value.state.messages.map(({ body }: { body: string }) => body)).toEqual(
    expect.arrayContaining(['long ago', 'today']),
  )
})

test('what is fourteen days old stays', async () => {
  const { number } = await say(kofi, world.cast.conversations.kofi, 'a fortnight ago')
  await age(14)
  await world.app.jobs.run('channels.expire')
  expect(await eventsOf(world, topic, number - 1)).toHaveLength(1)
})
