import { fireEvent, screen, within } from '@testing-library/react'
import { nothingOwned } from '@weft/contract/own/parts.ts'
import { noParts } from '@weft/contract/plans/document-acts.ts'
import type { CopingStrategy, SafetyPlan } from '@weft/contract/plans/shapes.ts'
import type { Plans } from '@weft/contract/plans/slice.ts'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { kofi, ownTopic, type Stage, setStage, strikeStage } from '../testing/stage.tsx'

vi.mock('socket.io-client', () => import('../testing/fake-socket-io.ts'))
vi.setConfig({ testTimeout: 20_000 })

let stage: Stage
const id = (last: number) => `018f0000-0000-7000-8000-00000000030${last}`
const idea = (last: number, words: string, more: Partial<CopingStrategy> = {}): CopingStrategy => ({
  copingId: id(last),
  words,
  usedCount: 0,
  helpedCount: 0,
  taps: [],
  visibility: 'private',
  version: 1,
  createdAt: `2026-04-1${last}T09:00:00.000Z`,
  ...more,
})
const safetyPlan: SafetyPlan = {
  parts: {
    ...noParts,
    signs: { items: [{ text: 'I stop eating' }], changedIn: 1 },
    people: { items: [{ text: 'Ama', phone: '07700 900123' }, { text: 'The vicar' }], changedIn: 2 },
  },
  version: 2,
  changedAt: '2026-04-14T09:00:00.000Z',
  visibility: 'private',
}
const holds = (plans: Partial<Plans>) =>
  stage.server.topics.set(ownTopic, {
    seq: 1,
    state: { ...nothingOwned, plans: { ...nothingOwned.plans, ...plans } },
  })

beforeEach(() => {
  stage = setStage()
})
afterEach(strikeStage)

const heading = (name: string) => screen.findByRole('heading', { level: 1, name })

test('Get help now holds my people and pinned ideas and leads to the plan, with no signal; signed out there is no hint of them', async () => {
  holds({ safetyPlan, coping: [idea(1, 'A walk', { pinnedAt: '2026-04-14T09:00:00.000Z' }), idea(2, 'Not pinned')] })
  stage.open('/plan')
  await screen.findByText('A walk')
  stage.setOnline(false)
  fireEvent.click(await screen.findByRole('link', { name: 'Get help now' }))
  const sheet = within(await screen.findByRole('dialog', { name: 'Get help now' }))
  expect(sheet.getByText('A walk')).toBeTruthy()
  expect(sheet.queryByText('Not pinned')).toBeNull()
  expect(sheet.getByText('Ama').closest('a')?.getAttribute('href')).toBe('tel:07700900123')
  expect(sheet.queryByText('The vicar')).toBeNull()
  fireEvent.click(sheet.getByRole('link', { name: 'Open my safety plan' }))
  await heading('My safety plan')
  expect(screen.queryByRole('dialog')).toBeNull()

  strikeStage()
  for (const session of [null, { ...kofi, hat: 'carer' as const, hats: ['carer' as const] }]) {
    stage = setStage({ session })
    stage.open(session ? '/today' : '/')
    if (session) await heading('Today')
    else await screen.findByText("Sign up, it's free")
    fireEvent.click(await screen.findByRole('link', { name: 'Get help now' }))
    const bare = within(await screen.findByRole('dialog', { name: 'Get help now' }))
    for (const words of ['My people', 'What has helped me before', 'Open my safety plan'])
      expect(bare.queryByText(words)).toBeNull()
    strikeStage()
  }
})
