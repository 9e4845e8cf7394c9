import { fireEvent, screen, waitFor } from '@testing-library/react'
import { nothingOwned } from '@weft/contract/own/parts.ts'
import type { CarePlan } from '@weft/contract/plans/care-plan.ts'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { conversationId, listTopic, ownTopic, row, type Stage, setStage, strikeStage } from '../../testing/stage.tsx'

vi.mock('socket.io-client', () => import('../../testing/fake-socket-io.ts'))
vi.setConfig({ testTimeout: 20_000 })

const { serviceId } = row()
const plan: CarePlan = {
  carePlanId: '018f0000-0000-7000-8000-000000000401',
  serviceId,
  serviceName: 'Lichfield Wellbeing',
  source: 'Hospital record',
  asAt: '2026-04-10T09:00:00.000Z',
  content: {
    me: {},
    team: {},
    goals: [{ goal: 'Sleep through the night', actions: 'A diary each morning' }, { goal: 'Join the walking group' }],
    triggers: [],
    contingency: {},
    crisis: {},
    daily: [],
    needs: {},
  },
}

let stage: Stage
beforeEach(() => {
  stage = setStage()
  const state = { ...nothingOwned, plans: { ...nothingOwned.plans, carePlans: [plan] } }
  stage.server.topics.set(ownTopic, { seq: 1, state })
})
afterEach(strikeStage)
const open = () => stage.open(`/plan/care/${serviceId}`)

test('a goal of the care plan becomes my own once, with no signal too, and is mine to change', async () => {
  open()
  await screen.findByText('Sleep through the night')
  stage.setOnline(false)
  fireEvent.click(screen.getByRole('button', { name: 'Make this my own goal: Sleep through the night' }))
  const mine = await screen.findByRole('link', { name: /It is one of my goals/ })
  expect(screen.queryByRole('button', { name: 'Make this my own goal: Sleep through the night' })).toBeNull()
  expect(screen.getByRole('button', { name: 'Make this my own goal: Join the walking group' })).toBeTruthy()
  fireEvent.click(mine)
  expect(await screen.findByRole('heading', { level: 2, name: 'Sleep through the night' })).toBeTruthy()
  expect(screen.getByText(/From your care plan/)).toBeTruthy()
  expect(screen.getByText('Only you can see this')).toBeTruthy()
  expect(screen.getByRole('link', { name: /^Change/ })).toBeTruthy()
})

test('“Ask about this” opens the messages with that team, and is absent once they are over', async () => {
  open()
  fireEvent.click(await screen.findByRole('link', { name: 'Ask about this' }))
  await waitFor(() => expect(location.pathname).toBe(`/messages/${conversationId}`))
  stage.server.topics.set(listTopic(), { seq: 2, state: { rows: [], total: 0 } })
  open()
  await screen.findByText('Sleep through the night')
  await waitFor(() => expect(screen.queryByRole('link', { name: 'Ask about this' })).toBeNull())
})
