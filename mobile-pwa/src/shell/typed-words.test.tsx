import { fireEvent, screen, waitFor } from '@testing-library/react'
import { nothingOwned } from '@weft/contract/own/parts.ts'
import { today as todayOf } from '@weft/contract/trackers/days.ts'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
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
    sleep: [{ forDate: day, zone: 'Europe/London', minutesSlept: 360, recordedAt: at }],
  },
  goals: {
    ...nothingOwned.goals,
    goals: [
      {
        goalId: id(2),
        words: 'Leave by the summer',
        type: 'housing',
        visibility: 'private',
        important: false,
        origin: 'self',
        state: 'active',
        createdAt: at,
        activatedAt: at,
        isRated: true,
      },
    ],
  },
  diary: {
    entries: [{ entryId: id(3), text: 'Words', forDate: day, writtenAt: at, version: 1, visibility: 'private' }],
  },
}

let stage: Stage
beforeEach(() => {
  stage = setStage()
  stage.server.topics.set(ownTopic, { seq: 1, state: owned })
})
afterEach(strikeStage)

const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }))
/** Boxes whose words a browser keeps in a list of its own, in plain, and offers to whoever types next, here and elsewhere. */
const remembered = () =>
  [...document.querySelectorAll<HTMLInputElement>('input')]
    .filter((box) => /^(text|search|tel|email)$/.test(box.type) && !box.hasAttribute('autocomplete'))
    .map((box) => box.labels?.[0]?.textContent)

it.each<[path: string, label: string, before?: () => void]>([
  ['/diary', 'Search on this phone'],
  ['/track/choose', 'What would you like to keep an eye on?'],
  ['/track/mood', 'A word of your own (optional)'],
  ['/track/overview', 'What happened?', () => press('Add a key moment')],
  [`/goals/${id(2)}`, 'What is one small thing you could do first?'],
  [`/goals/${id(2)}/edit`, 'Who could help? (optional)'],
])('no box for one’s own words at %s is remembered by the browser', async (path, label, before) => {
  stage.open(path)
  if (before) await waitFor(before)
  expect(await screen.findByLabelText(label)).toBeTruthy()
  expect(remembered()).toEqual([])
})
