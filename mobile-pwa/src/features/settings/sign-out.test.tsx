import { act, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { today as todayOf } from '@weft/contract/trackers/days.ts'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { broadcast } from '../../testing/fake-socket.ts'
import {
  conversation,
  conversationId,
  message,
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

it('says of a night’s sleep that a thing is not sent', async () => {
  stage.open(`/track/sleep/${todayOf(new Date())}`)
  fireEvent.click(await screen.findByRole('radio', { name: '6 hours' }))
  fireEvent.click(screen.getByRole('button', { name: 'Save' }))
  await screen.findByText('Saved, 6 hours')
  stage.open('/settings')
  fireEvent.click(await screen.findByRole('button', { name: 'Sign out' }))
  const asked = within(await screen.findByRole('alertdialog', { name: 'Sign out' }))
  expect(asked.getByText(/^1 thing is not sent\. It stays locked/)).toBeTruthy()
})

it('takes along what was just said, to the eye and to the ear: whoever holds the phone next finds none of it', async () => {
  stage.server.topics.set(threadTopic, { seq: 1, state: conversation([message(1, sam, 'Hello Kofi')]) })
  stage.routes[`POST /api/conversations/${conversationId}/messages/${message(1, sam, '').messageId}/hidden`] = () => [
    200,
    {},
  ]
  stage.open(`/messages/${conversationId}`)
  await screen.findByText('Hello Kofi')
  act(() => {
    broadcast(stage.server, threadTopic, 'message.sent', message(2, sam, 'It was about the voices'))
  })
  await waitFor(() => expect(screen.getAllByText(/It was about the voices/)).toHaveLength(2), { timeout: 5_000 })
  fireEvent.click(screen.getAllByRole('button', { name: 'More for this message' })[0] as HTMLElement)
  fireEvent.click(await screen.findByRole('menuitem', { name: 'Hide for me' }))
  await screen.findByRole('button', { name: 'Undo' })

  act(() => void new BroadcastChannel('weft.session').postMessage('out'))
  await screen.findByText('Please sign in to carry on. Nothing is lost.')
  expect(screen.queryByText(/about the voices/)).toBeNull()
  expect(screen.queryByRole('button', { name: 'Undo' })).toBeNull()
})
