import { fireEvent, screen, waitFor } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { memoryShelf, type Shelf, ShelfFull } from '../device/shelf.ts'
import { type Stage, setStage, strikeStage } from '../testing/stage.tsx'

vi.mock('socket.io-client', () => import('../testing/fake-socket-io.ts'))
vi.setConfig({ testTimeout: 20_000 })

let shelf: Shelf
let stage: Stage
let pushed: unknown[]
let isFull: boolean
beforeEach(() => {
  const memory = memoryShelf()
  isFull = true
  pushed = []
  shelf = {
    ...memory,
    async change(writes) {
      const isMore = writes.some(([key, value]) => key.startsWith('rows/') && value !== undefined)
      if (isFull && isMore) throw new ShelfFull(new DOMException('', 'QuotaExceededError'))
      await memory.change(writes)
    },
  }
  stage = setStage({ shelf })
  stage.server.push = ({ input }) => {
    pushed.push(input)
    // Answered, and its event on the way for as long as a test looks.
    return { ok: true, value: {}, seq: 2 }
  }
})
afterEach(strikeStage)

const full = 'This phone has no room to save. Keep this page open until it is sent.'
const keys = async (kind: string) => (await shelf.list('')).filter(([key]) => key.includes(`/${kind}/`))

test('a full device says so, and what is one’s own goes out all the same', async () => {
  stage.open('/diary')
  fireEvent.change(await screen.findByLabelText("What's on your mind?"), { target: { value: 'A long night' } })
  fireEvent.click(await screen.findByRole('button', { name: 'Save' }))
  expect(await screen.findByText('A long night')).toBeTruthy()
  expect(await screen.findByText(full)).toBeTruthy()
  await waitFor(() => expect(pushed).toMatchObject([{ text: 'A long night' }]))
  expect(await keys('outbox')).toEqual([])
})

test('words begun on a full device are not called kept; once there is room they are', async () => {
  stage.open('/diary')
  const box = await screen.findByLabelText("What's on your mind?")
  fireEvent.change(box, { target: { value: 'A long' } })
  expect(await screen.findByText(full)).toBeTruthy()
  isFull = false
  fireEvent.change(box, { target: { value: 'A long night' } })
  await waitFor(async () => expect(await keys('draft')).toHaveLength(1))
  expect(pushed).toEqual([])
})
