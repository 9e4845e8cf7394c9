import { converge, createMemoryLog } from '@weft/channels/testing'
import { expect, it } from 'vitest'
import { shoppingChannel } from './shopping-channel.ts'

it('ends where a fresh snapshot begins', async () => {
  const listId = '0198f0a0-0000-7000-8000-000000000001'
  const topic = shoppingChannel.topicOf({ listId })
  const item = { id: '0198f0a0-0000-7000-8000-000000000002', text: 'Milk', isBought: false }
  const log = createMemoryLog()
  const row = { ...item }
  const isThere = () => log.headNow(topic).seq > 0
  const { state } = await converge({
    channel: shoppingChannel,
    snapshot: async () => ({ state: { items: isThere() ? [row] : [], members: [] }, seq: log.headNow(topic).seq }),
    async act() {
      log.add({ topic, name: 'item.added', data: item })
      row.isBought = true
      log.add({ topic, name: 'item.bought', data: { id: item.id } })
    },
    read: async (afterSeq) => log.events(topic).filter((event) => event.seq > afterSeq),
  })
  expect(state.items).toEqual([{ ...item, isBought: true }])
})
