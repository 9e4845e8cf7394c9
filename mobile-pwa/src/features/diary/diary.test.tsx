import { act, fireEvent, screen, waitFor, within } from '@testing-library/react'
import type { DiaryEntry } from '@weft/contract/diary/shapes.ts'
import { nothingOwned } from '@weft/contract/own/parts.ts'
import { problemOf } from '@weft/contract/problem.ts'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { memoryShelf } from '../../device/shelf.ts'
import { broadcast } from '../../testing/fake-socket.ts'
import { nextKept } from '../../testing/next-kept.ts'
import { kofi, ownTopic, type Stage, setStage, strikeStage } from '../../testing/stage.tsx'

vi.mock('socket.io-client', () => import('../../testing/fake-socket-io.ts'))
vi.setConfig({ testTimeout: 20_000 })

let stage: Stage
const pushed: { name: string; input: Record<string, unknown> }[] = []
const id = (last: number) => `018f0000-0000-7000-8000-00000000020${last}`
const entry = (last: number, text: string, more: Partial<DiaryEntry> = {}): DiaryEntry => ({
  entryId: id(last),
  text,
  writtenAt: `2026-04-${10 + last}T09:00:00.000Z`,
  forDate: `2026-04-${10 + last}`,
  visibility: 'private',
  version: 1,
  changedAt: `2026-04-${10 + last}T09:00:00.000Z`,
  ...more,
})
const holds = (entries: DiaryEntry[], pinnedId?: string) =>
  stage.server.topics.set(ownTopic, {
    seq: 1,
    state: { ...nothingOwned, diary: { entries, ...(pinnedId && { pinnedId }) } },
  })

beforeEach(() => {
  pushed.length = 0
  stage = setStage()
  stage.server.push = (push) => {
    pushed.push(push as never)
    return { ok: true, value: {}, epoch: 'e', seq: 1 }
  }
})
afterEach(strikeStage)

const box = () => screen.findByLabelText<HTMLTextAreaElement>("What's on your mind?")
const press = async (name: string | RegExp) => fireEvent.click(await screen.findByRole('button', { name }))

test('what is written is there at once, sent once, and the box is empty for more', async () => {
  stage.open('/diary')
  fireEvent.change(await box(), { target: { value: 'A quiet day' } })
  await press('Save')
  expect(await screen.findByText('Saved, only you can see this')).toBeTruthy()
  expect((await box()).value).toBe('')
  await waitFor(() => expect(pushed).toMatchObject([{ name: 'diary.write', input: { text: 'A quiet day' } }]))
  expect(pushed[0]?.input.mood).toBeUndefined()
})

test('a change made with no signal says where it is', async () => {
  holds([entry(1, 'As it was')])
  stage.open(`/diary/${id(1)}`)
  await press('Change')
  const words = await screen.findByLabelText('Your words')
  stage.setOnline(false)
  fireEvent.change(words, { target: { value: 'As it is' } })
  await press('Save change')
  expect(await screen.findByText('Saved on this phone. Will sync later.')).toBeTruthy()
  expect(await screen.findByText('As it is')).toBeTruthy()
  expect(screen.queryByText('Saved')).toBeNull()
})

test('with no signal it is kept and shown, and words begun are there after the app was closed', async () => {
  const shelf = memoryShelf()
  strikeStage()
  stage = setStage({ shelf })
  stage.open('/diary')
  await box()
  stage.setOnline(false)
  fireEvent.change(await box(), { target: { value: 'On the train' } })
  await press('Save')
  expect(await screen.findByText('Saved on this phone. Only you can see this.')).toBeTruthy()
  expect(await screen.findByRole('link', { name: /On the train/ })).toBeTruthy()
  const words = await box()
  const kept = nextKept(shelf, 'draft/')
  fireEvent.change(words, { target: { value: 'And then' } })
  await kept
  stage.open('/diary')
  await waitFor(async () => expect((await box()).value).toBe('And then'))
})

test('what is typed before the phone has said what was begun stays', async () => {
  const shelf = memoryShelf()
  const { get } = shelf
  let answer = () => {}
  shelf.get = async <T,>(key: string) => {
    if (key.includes('/draft/')) await new Promise<void>((resolve) => (answer = resolve))
    return get.call(shelf, key) as Promise<T | undefined>
  }
  strikeStage()
  stage = setStage({ shelf })
  stage.open('/diary')
  fireEvent.change(await box(), { target: { value: 'Quick' } })
  await act(async () => answer())
  expect((await box()).value).toBe('Quick')
})

test('saving nothing asks for words and keeps the box', async () => {
  stage.open('/diary')
  await box()
  await press('Save')
  const link = await screen.findByRole('link', { name: 'Write a few words first' })
  expect(link.getAttribute('href')).toBe(`#${(await box()).id}`)
  expect(document.activeElement?.contains(link)).toBe(true)
  await waitFor(() => expect(document.title).toMatch(/^Error: /))
  expect(pushed).toEqual([])
})

test('entries stand by day, the pinned one first; search finds on this phone, accents or not', async () => {
  holds(
    [entry(3, 'Café with Ama'), entry(2, 'A hard night'), entry(1, 'Gone', { deletedAt: '2026-04-14T09:00:00.000Z' })],
    id(2),
  )
  stage.open('/diary')
  const list = await screen.findByRole('region', { name: 'Your entries' })
  const links = within(list).getAllByRole('link')
  expect(links.map((link) => link.textContent)).toEqual([
    expect.stringContaining('A hard night'),
    expect.stringContaining('Café with Ama'),
  ])
  fireEvent.change(screen.getByLabelText('Search on this phone'), { target: { value: 'cafe' } })
  expect(await screen.findByText('1 entry')).toBeTruthy()
  expect(within(list).getAllByRole('link')).toHaveLength(1)
  expect(screen.getByText('Deleted (1)')).toBeTruthy()
})

test('an edit that came second shows both texts; keeping this one says it again on top of the other', async () => {
  holds([entry(1, 'Written elsewhere', { version: 2 })])
  let isStale = true
  stage.server.push = (push) => {
    pushed.push(push as never)
    if (!isStale) return { ok: true, value: {}, epoch: 'e', seq: 1 }
    isStale = false
    return { ok: false, problem: problemOf('conflict') }
  }
  stage.open(`/diary/${id(1)}`)
  await press('Change')
  fireEvent.change(await screen.findByLabelText('Your words'), { target: { value: 'Written here' } })
  await press('Save change')
  expect(await screen.findByText('You changed this on two devices')).toBeTruthy()
  expect(screen.getByText('Written here')).toBeTruthy()
  expect(screen.getByText('Written elsewhere')).toBeTruthy()
  await press('Keep this one')
  await waitFor(() => expect(screen.queryByText('You changed this on two devices')).toBeNull())
  await waitFor(() =>
    expect(pushed.at(-1)).toMatchObject({ name: 'diary.edit', input: { text: 'Written here', baseVersion: 2 } }),
  )
})

test('delete goes back to the diary with a way to undo', async () => {
  holds([entry(1, 'Not wanted')])
  stage.open(`/diary/${id(1)}`)
  await press('Delete')
  await screen.findByRole('heading', { level: 1, name: 'Diary' })
  await press('Undo')
  await waitFor(() => expect(pushed.map(({ name }) => name)).toEqual(['diary.delete', 'diary.restore']))
})

test('an old entry that is deleted elsewhere while it is read here stands among the deleted alone', async () => {
  const old = entry(2, 'Long ago', { writtenAt: '2024-04-12T09:00:00.000Z', forDate: '2024-04-12' })
  holds([entry(1, 'Lately')])
  stage.routes[`GET /api/people/${kofi.personId}/diary`] = () => [200, { entries: [old], hasMore: false }]
  stage.open('/diary')
  await press('Show earlier entries')
  await screen.findByRole('link', { name: /Long ago/ })
  act(() => {
    broadcast(stage.server, ownTopic, 'diary.written', { ...old, deletedAt: '2026-04-22T09:00:00.000Z' })
  })
  await waitFor(() => expect(screen.queryByRole('link', { name: /Long ago/ })).toBeNull())
  expect(await screen.findByText('Deleted (1)')).toBeTruthy()
})

test('both texts are kept once, however often it is pressed', async () => {
  holds([entry(1, 'Written elsewhere', { version: 2 })])
  stage.server.push = (push) => {
    pushed.push(push as never)
    const isEdit = (push as unknown as { name: string }).name === 'diary.edit'
    return isEdit ? { ok: false, problem: problemOf('conflict') } : { ok: true, value: {}, epoch: 'e', seq: 1 }
  }
  stage.open(`/diary/${id(1)}`)
  await press('Change')
  fireEvent.change(await screen.findByLabelText('Your words'), { target: { value: 'Written here' } })
  await press('Save change')
  const both = await screen.findByRole('button', { name: 'Keep both' })
  fireEvent.click(both)
  fireEvent.click(both)
  const written = () => pushed.filter(({ name }) => name === 'diary.write').map(({ input }) => input.entryId)
  await waitFor(() => expect(written()).toHaveLength(2))
  expect(new Set(written()).size).toBe(1)
})

test('on a journey an entry stands under the day that its time is of', async () => {
  holds([entry(1, 'On the boat', { writtenAt: '2026-04-11T12:00:00.000Z', forDate: '2026-04-10' })])
  stage.open('/diary')
  const day = (await screen.findByRole('heading', { level: 3, name: 'Saturday 11 April' })).closest('section')
  expect(within(day as HTMLElement).getByRole('link', { name: /On the boat/ })).toBeTruthy()
})
