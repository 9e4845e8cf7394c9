import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { today as todayOf } from '@weft/contract/trackers/days.ts'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import {
  conversation,
  conversationId,
  listTopic,
  message,
  row,
  type Stage,
  sam,
  setStage,
  strikeStage,
  threadTopic,
} from '../../testing/stage.tsx'

vi.mock('socket.io-client', () => import('../../testing/fake-socket-io.ts'))
vi.setConfig({ testTimeout: 20_000 })

let stage: Stage
beforeEach(() => {
  stage = setStage()
})
afterEach(strikeStage)

async function asked() {
  fireEvent.click(await screen.findByRole('button', { name: 'Sign out' }))
  return within(await screen.findByRole('alertdialog', { name: 'Sign out' }))
}

it('says of a night’s sleep that a thing is not sent', async () => {
  stage.open(`/track/sleep/${todayOf(new Date())}`)
  fireEvent.click(await screen.findByRole('radio', { name: '6 hours' }))
  fireEvent.click(screen.getByRole('button', { name: 'Save' }))
  await screen.findByText('Saved, 6 hours')
  stage.open('/settings')
  expect((await asked()).getByText(/^1 thing is not sent\. It stays locked/)).toBeTruthy()
})

it('does not count a read mark', async () => {
  const read = `POST /api/conversations/${conversationId}/read`
  stage.routes[read] = () => [503, { status: 503, code: 'unavailable' }]
  stage.server.topics.set(threadTopic, { seq: 1, state: conversation([message(1, sam, 'Hello')]) })
  stage.server.topics.set(listTopic(), { seq: 1, state: { rows: [row({ unread: 1 })], total: 1 } })
  stage.open(`/messages/${conversationId}`)
  await screen.findByText('Hello')
  await waitFor(() => expect(stage.asked.some(({ route }) => route === read)).toBe(true))
  stage.open('/settings')
  expect((await asked()).queryByText(/not sent/)).toBeNull()
})
