import { act, screen, waitFor, within } from '@testing-library/react'
import type { DiaryEntry } from '@weft/contract/diary/shapes.ts'
import { nothingOwned, type OwnState } from '@weft/contract/own/parts.ts'
import type { CopingStrategy } from '@weft/contract/plans/shapes.ts'
import type { Tip } from '@weft/contract/tips/shapes.ts'
import { today as todayOf } from '@weft/contract/trackers/days.ts'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { memoryShelf, type Shelf } from '../../device/shelf.ts'
import { conversationId, listTopic, ownTopic, row, type Stage, setStage, strikeStage } from '../../testing/stage.tsx'

vi.mock('socket.io-client', () => import('../../testing/fake-socket-io.ts'))
vi.setConfig({ testTimeout: 20_000 })

const today = todayOf(new Date())
const now = new Date().toISOString()
const night = { forDate: today, minutesSlept: 390, zone: 'Europe/London', recordedAt: now }
const entry: DiaryEntry = {
  entryId: '019d85c8-0000-7000-8000-000000000001',
  text: 'Rain',
  writtenAt: now,
  forDate: today,
  visibility: 'private',
  version: 1,
  changedAt: now,
}
const withNight = { trackers: { ...nothingOwned.trackers, sleep: [night] } }

let stage: Stage
let shelf: Shelf
beforeEach(() => {
  shelf = memoryShelf()
  stage = setStage({ shelf })
})
afterEach(() => {
  vi.useRealTimers()
  strikeStage()
})

const has = (more: Partial<OwnState>) =>
  stage.server.topics.set(ownTopic, { seq: 1, state: { ...nothingOwned, ...more } })
const inNoService = () => stage.server.topics.set(listTopic(), { seq: 1, state: { rows: [], total: 0 } })
const quick = async () => within(await screen.findByRole('region', { name: 'How are things?' }))

describe('who has no service', () => {
  it('is welcomed while they have nothing of their own', async () => {
    has({})
    inNoService()
    stage.open('/today')
    expect(await screen.findByText('Start with one small thing.')).toBeTruthy()
    expect(screen.getByRole('link', { name: 'Log sleep' })).toBeTruthy()
    expect(screen.getAllByRole('link', { name: 'I have an invite code' })).toHaveLength(1)
  })

  it('is not welcomed for ever, and still has the way to a service', async () => {
    has(withNight)
    inNoService()
    stage.open('/today')
    expect(await screen.findByRole('link', { name: 'I have an invite code' })).toBeTruthy()
    expect(screen.queryByText('Start with one small thing.')).toBeNull()
  })
})

it('who has a service is asked for no code', async () => {
  has({})
  stage.open('/today')
  await quick()
  expect(screen.queryByRole('link', { name: 'I have an invite code' })).toBeNull()
})

describe('“How are things?”', () => {
  it('offers a first step to what was chosen and is not there yet', async () => {
    has({ choices: { helpWith: ['problem', 'goals', 'team'] } })
    stage.open('/today')
    const { getByRole, getAllByRole } = await quick()
    const hrefOf = (name: string) => getByRole('link', { name }).getAttribute('href')
    expect(hrefOf('Add a problem')).toBe('/track/choose')
    expect(hrefOf('Add a goal')).toBe('/goals/new')
    expect(hrefOf('Write to my team')).toBe(`/messages/${conversationId}`)
    expect(getAllByRole('link')).toHaveLength(3)
  })

  it('leaves out the first step once there is one', async () => {
    const last = { messageId: conversationId, number: 1, at: now, authorName: 'Kofi', isOwn: true, snippet: 'Hi' }
    stage.server.topics.set(listTopic(), { seq: 1, state: { rows: [row({ last })], total: 1 } })
    const problem = { problemId: entry.entryId, words: 'Voices', state: 'active' as const, version: 1, createdAt: now }
    has({
      choices: { helpWith: ['problem', 'team'] },
      trackers: { ...nothingOwned.trackers, problems: [problem] },
    })
    stage.open('/today')
    const { getAllByRole } = await quick()
    expect(getAllByRole('link').map((link) => link.textContent)).toEqual(['Voices'])
  })

  it('ticks the diary once it has today', async () => {
    has({ choices: { helpWith: ['writing'] }, diary: { entries: [entry] } })
    stage.open('/today')
    expect((await quick()).getByRole('link', { name: /^Diary\s*done today$/ })).toBeTruthy()
  })

  it('does not tick it for an entry that was deleted', async () => {
    has({ choices: { helpWith: ['writing'] }, diary: { entries: [{ ...entry, deletedAt: now }] } })
    stage.open('/today')
    expect((await quick()).getByRole('link', { name: 'Diary' })).toBeTruthy()
  })
})

describe('something that helps', () => {
  const tip: Tip = {
    contentId: entry.entryId,
    kind: 'tip',
    slug: 'a-slow-walk',
    title: 'A slow walk',
    summary: 'About a slow walk.',
    fiveWays: ['be_active'],
    topics: ['mood'],
    ageBand: 'everyone',
    language: 'en',
    minutes: 2,
    version: 1,
    body: 'Go slowly.',
    sources: [],
    authorLine: 'The editors',
    reviewedOn: '2026-04-01',
    isReviewLate: false,
  }
  const tips = { saved: [{ contentId: tip.contentId, savedAt: now }], topics: [] }
  const keepIt = async () => {
    stage.routes['GET /api/tips'] = () => [200, { tips: [tip] }]
    stage.routes[`GET /api/tips/${tip.slug}`] = () => [200, tip]
    stage.open('/tips')
    const keys = async () => (await shelf.list('')).map(([key]) => key).join(' ')
    await waitFor(async () => expect(await keys()).toMatch(/snapshot\/tips:saved/))
  }

  it('is a tip that they saved where they wrote no idea of their own', async () => {
    has({ tips })
    await keepIt()
    stage.open('/today')
    const link = await screen.findByRole('link', { name: 'A slow walk' })
    expect(link.getAttribute('href')).toBe('/tips/a-slow-walk')
  })

  it('is an idea of their own before any tip', async () => {
    const idea = {
      copingId: entry.entryId,
      words: 'Ring Ama',
      kind: 'other',
      visibility: 'private',
      usedCount: 0,
      version: 1,
      createdAt: now,
      changedAt: now,
    } as unknown as CopingStrategy
    has({ tips, plans: { ...nothingOwned.plans, coping: [idea] } })
    await keepIt()
    stage.open('/today')
    expect(await screen.findByText('Ring Ama')).toBeTruthy()
    expect(screen.queryByRole('link', { name: 'A slow walk' })).toBeNull()
  })
})

it('left open over night is of the new day once it is looked at, with no signal too', async () => {
  vi.setSystemTime(new Date(2026, 3, 22, 20))
  has({ trackers: { ...nothingOwned.trackers, sleep: [{ ...night, forDate: '2026-04-22' }] } })
  stage.open('/today')
  expect(await screen.findByText('Good evening')).toBeTruthy()
  expect((await quick()).getByRole('link', { name: /^Sleep/ }).getAttribute('href')).toBe('/track/sleep/2026-04-22')
  vi.setSystemTime(new Date(2026, 3, 23, 8))
  act(() => void document.dispatchEvent(new Event('visibilitychange')))
  expect(await screen.findByText('Good morning')).toBeTruthy()
  expect((await quick()).getByRole('link', { name: 'Sleep' }).getAttribute('href')).toBe('/track/sleep/2026-04-23')
})
