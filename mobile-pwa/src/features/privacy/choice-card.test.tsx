import { fireEvent, screen, within } from '@testing-library/react'
import { nothingOwned } from '@weft/contract/own/parts.ts'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { ownTopic, type Stage, setStage, strikeStage } from '../../testing/stage.tsx'

vi.mock('socket.io-client', () => import('../../testing/fake-socket-io.ts'))
vi.setConfig({ testTimeout: 20_000 })

const serviceId = '018f0000-0000-7000-8000-0000000000e1'
const ask = {
  askId: '018f0000-0000-7000-8000-0000000000f1',
  serviceId,
  scope: 'safety_plan' as const,
  byName: 'Sam Okafor',
  byRole: 'nurse',
  askedAt: '2026-04-20T10:00:00Z',
}
const share = (startedAt: string) => ({
  shareId: '018f0000-0000-7000-8000-0000000000f4',
  serviceId,
  scope: 'mood',
  from: 'now',
  startedAt,
})

let stage: Stage
beforeEach(() => {
  stage = setStage()
})
afterEach(strikeStage)
const has = (sharing: object) =>
  stage.server.topics.set(ownTopic, {
    seq: 1,
    state: { ...nothingOwned, sharing: { shares: [], services: [], asks: [], ...sharing } },
  })

test('what a team asks waits on Today, without what or who, and leads to the privacy centre', async () => {
  has({ asks: [ask] })
  stage.open('/today')
  expect(await screen.findByText('A choice about sharing is waiting')).toBeTruthy()
  expect(screen.getByText('Nothing changes until you choose.')).toBeTruthy()
  expect(document.body.textContent).not.toMatch(/Sam Okafor|safety plan/i)
  fireEvent.click(screen.getByRole('link', { name: 'Look' }))
  expect(await screen.findByRole('heading', { name: 'Choices waiting' })).toBeTruthy()
})

test('the menu says how many wait, and nothing when none does', async () => {
  has({ asks: [ask], shares: [share('2020-01-01T10:00:00Z')] })
  stage.open('/today')
  await screen.findByText('A choice about sharing is waiting')
  fireEvent.click(screen.getByRole('button', { name: 'Menu' }))
  expect(screen.getByRole('link', { name: 'Privacy 2 choices waiting' })).toBeTruthy()
  strikeStage()
  stage = setStage()
  has({ shares: [share(new Date().toISOString())] })
  stage.open('/today')
  await screen.findByRole('region', { name: 'How are things?' })
  fireEvent.click(screen.getByRole('button', { name: 'Menu' }))
  expect(within(screen.getByRole('dialog')).getByRole('link', { name: 'Privacy' })).toBeTruthy()
})

test('so does a choice that is a year old', async () => {
  has({ shares: [share('2020-01-01T10:00:00Z')] })
  stage.open('/today')
  expect(await screen.findByText('A choice about sharing is waiting')).toBeTruthy()
})

test('a younger choice asks for nothing', async () => {
  has({ shares: [share(new Date().toISOString())] })
  stage.open('/today')
  await screen.findByRole('region', { name: 'How are things?' })
  expect(screen.queryByText('A choice about sharing is waiting')).toBeNull()
})
