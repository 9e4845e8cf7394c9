import type { OutboxItem } from '@weft/channels/client'
import { beforeEach, describe, expect, it } from 'vitest'
import { createRows, type Rows } from './rows.ts'
import { memoryShelf, type Shelf, ShelfFull } from './shelf.ts'
import { countCleared, outboxStore, snapshotStore } from './stores.ts'
import { unlockVault } from './vault.ts'

const kofi = '018f0000-0000-7000-8000-00000000000a'
const secret = 'a29maS1rb2ZpLWtvZmkta29maS1rb2ZpLWtvZmkta28'
const item = (id: string, order: number): OutboxItem => ({
  id,
  order,
  operation: { name: 'message.send', method: 'POST', path: '/api/conversations/:conversationId/messages' },
  input: { messageId: id, body: `words ${id}` },
  state: 'waiting',
  createdAt: order,
  attempts: 0,
})

let shelf: Shelf
let rows: Rows
beforeEach(async () => {
  localStorage.clear()
  shelf = memoryShelf()
  rows = createRows(shelf, await unlockVault(shelf, kofi, secret))
})
/** The app closed and opened again. */
const reopened = async () => createRows(shelf, await unlockVault(shelf, kofi, secret))

describe('unsent words', () => {
  it('are all there after the app was closed, and gone once removed', async () => {
    const store = outboxStore(rows)
    await store.put(item('a', 1))
    await store.put(item('b', 2))
    await store.put({ ...item('a', 1), attempts: 3 })
    const again = outboxStore(await reopened())
    expect((await again.all()).map(({ id, attempts }) => [id, attempts])).toEqual([
      ['a', 3],
      ['b', 0],
    ])
    await again.remove('a')
    expect((await outboxStore(await reopened()).all()).map(({ id }) => id)).toEqual(['b'])
  })

  it('are not readable on the device', async () => {
    await outboxStore(rows).put(item('a', 1))
    const kept = await shelf.list<{ bytes: ArrayBuffer }>('rows/')
    expect(new TextDecoder('latin1').decode(kept[0]![1].bytes)).not.toContain('words')
  })

  it('are refused, not dropped, when the device is full', async () => {
    const full: Shelf = {
      ...shelf,
      change: async () => {
        throw new ShelfFull(new DOMException('', 'QuotaExceededError'))
      },
    }
    const store = outboxStore(createRows(full, await unlockVault(shelf, kofi, secret)))
    await expect(store.put(item('a', 1))).rejects.toBeInstanceOf(ShelfFull)
  })
})

describe('a store that the browser cleared', () => {
  it('is noticed, with the number of messages that went with it, and told once', async () => {
    const store = outboxStore(rows)
    await store.put(item('a', 1))
    await store.put(item('b', 2))
    await shelf.clear('')
    const after = await reopened()
    expect(await countCleared(after)).toBe(2)
    expect(await countCleared(after)).toBe(0)
  })

  it('is noticed when only some of it went, and a message sent meanwhile by another tab is not counted', async () => {
    const [here, there] = [outboxStore(rows), outboxStore(rows)]
    await here.put(item('a', 1))
    await there.put(item('b', 2))
    await here.put(item('c', 3))
    await there.put({ ...item('c', 3), state: 'sent' })
    await shelf.clear(`rows/${kofi}/outbox/a`)
    expect(await countCleared(await reopened())).toBe(1)
    expect(await countCleared(await reopened())).toBe(0)
  })

  it('is not one whose messages were all sent, nor one of somebody else', async () => {
    const store = outboxStore(rows)
    await store.put(item('a', 1))
    expect(await countCleared(await reopened())).toBe(0)
    const other = createRows(shelf, await unlockVault(shelf, kofi.replace('0a', '0b'), secret))
    expect(await countCleared(other)).toBe(0)
    await store.put({ ...item('a', 1), state: 'sent' })
    await shelf.clear('')
    expect(await countCleared(await reopened())).toBe(0)
  })
})

describe('what the server last said', () => {
  it('comes back as it was', async () => {
    const saved = { state: { rows: [] }, epoch: 'e', seq: 4, savedAt: 1 }
    await snapshotStore(rows).put('my-conversations:1:patient', saved)
    expect(await snapshotStore(await reopened()).get('my-conversations:1:patient')).toEqual(saved)
    await snapshotStore(rows).remove('my-conversations:1:patient')
    expect(await snapshotStore(rows).get('my-conversations:1:patient')).toBeUndefined()
  })
})
