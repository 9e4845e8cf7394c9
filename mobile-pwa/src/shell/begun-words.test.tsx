import { act, fireEvent, screen, waitFor } from '@testing-library/react'
import { nothingOwned } from '@weft/contract/own/parts.ts'
import { today as todayOf } from '@weft/contract/trackers/days.ts'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { memoryShelf, type Shelf, ShelfFull } from '../device/shelf.ts'
import { ownTopic, type Stage, setStage, strikeStage } from '../testing/stage.tsx'

vi.mock('socket.io-client', () => import('../testing/fake-socket-io.ts'))
vi.setConfig({ testTimeout: 20_000 })

const id = (number: number) => `019d85c8-0000-7000-8000-${String(number).padStart(12, '0')}`
const day = todayOf(new Date())
const at = new Date().toISOString()
const owned = {
  ...nothingOwned,
  trackers: {
    ...nothingOwned.trackers,
    problems: [{ problemId: id(1), words: 'Voices', state: 'active', version: 1, createdAt: at }],
  },
  goals: {
    ...nothingOwned.goals,
    goals: [
      {
        goalId: id(2),
        words: 'Sleep better',
        type: 'other',
        visibility: 'private',
        important: false,
        origin: 'self',
        state: 'active',
        createdAt: at,
        activatedAt: at,
        isRated: false,
      },
    ],
  },
}

let shelf: Shelf
let stage: Stage
const pushed: { name: string; input: Record<string, unknown> }[] = []
beforeEach(() => {
  pushed.length = 0
  shelf = memoryShelf()
  stage = setStage({ shelf })
  stage.server.topics.set(ownTopic, { seq: 1, state: owned })
  stage.server.push = (push) => {
    pushed.push(push as never)
    return { ok: true, value: {}, epoch: 'e', seq: 2 }
  }
})
afterEach(strikeStage)

const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }))
const drafts = async () => (await shelf.list('')).filter(([key]) => key.includes('/draft/')).length
const kept = () => waitFor(async () => expect(await drafts()).toBe(1))
const words = 'They said it was my fault'

const places: [path: string, label: RegExp, before?: () => void][] = [
  ['/track/mood', /^Note/],
  [`/track/problems/${id(1)}`, /^What helped/],
  [`/track/sleep/${day}`, /^Note/],
  [`/goals/${id(2)}/edit`, /^Why/],
]
it.each(places)('what was begun at %s is there again after a lock, a sign-out, a flat battery', async (path, label) => {
  stage.open(path)
  fireEvent.change(await screen.findByLabelText(label), { target: { value: words } })
  await kept()
  stage.open(path)
  expect(await screen.findByDisplayValue(words)).toBeTruthy()
})

it('so is all that was said of a new goal; saved, nothing of it is left, and pressed twice it is one', async () => {
  stage.open('/goals/new')
  fireEvent.change(await screen.findByLabelText('What would you like to change?'), { target: { value: 'Move out' } })
  press('Continue')
  fireEvent.change(await screen.findByLabelText(/^Why/), { target: { value: words } })
  await kept()
  stage.open('/goals/new')
  await screen.findByDisplayValue('Move out')
  press('Continue')
  expect(await screen.findByDisplayValue(words)).toBeTruthy()
  act(() => {
    press('Keep it for later')
    press('Keep it for later')
  })
  await waitFor(() => expect(location.pathname).not.toBe('/goals/new'))
  await waitFor(() => expect(pushed).toHaveLength(2))
  expect(new Set(pushed.map(({ input }) => input.goalId)).size).toBe(1)
  expect(pushed[0]?.input).toMatchObject({ words: 'Move out', why: words })
  await waitFor(async () => expect(await drafts()).toBe(0))
})

it('begun on an entry and saved, nothing of it is left, and it does not come back over what was said elsewhere', async () => {
  stage.open('/track/mood')
  fireEvent.click(await screen.findByRole('radio', { name: 'Low' }))
  fireEvent.change(screen.getByLabelText(/^Note/), { target: { value: words } })
  await kept()
  press('Save')
  await screen.findByText('Saved, low')
  expect(await drafts()).toBe(0)

  stage.open(`/track/sleep/${day}`)
  fireEvent.change(await screen.findByLabelText(/^Note/), { target: { value: words } })
  await kept()
  const sleep = [{ forDate: day, zone: 'Europe/London', minutesSlept: 360, note: 'From the tablet', recordedAt: at }]
  stage.server.topics.set(ownTopic, { seq: 2, state: { ...owned, trackers: { ...owned.trackers, sleep } } })
  stage.open(`/track/sleep/${day}`)
  expect(await screen.findByDisplayValue('From the tablet')).toBeTruthy()
})

it('the full diary on a phone with no room says so, and is saved all the same', async () => {
  const { change } = shelf
  shelf.change = async (writes) => {
    if (writes.some(([key]) => key.includes('/draft/'))) throw new ShelfFull('full')
    await change(writes)
  }
  stage.open(`/track/sleep/${day}/full`)
  for (let question = 1; question <= 8; question++) {
    await screen.findByText(`Question ${question} of 8`)
    press('Skip')
  }
  expect(await screen.findByText(/This phone has no room to save/)).toBeTruthy()
  fireEvent.click(await screen.findByRole('button', { name: 'Save' }))
  await waitFor(() => expect(pushed.map(({ name }) => name)).toContain('sleep.logFull'))
  expect(await screen.findByText('Saved')).toBeTruthy()
})
