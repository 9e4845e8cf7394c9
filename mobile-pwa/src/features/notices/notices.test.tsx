import { fireEvent, screen, waitFor } from '@testing-library/react'
import { problemOf } from '@weft/contract/problem.ts'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { type FakePush, fakePush, noPush, pushKey } from '../../testing/fake-push.ts'
import { conversationId, kofi, listTopic, row, type Stage, setStage, strikeStage } from '../../testing/stage.tsx'

vi.mock('socket.io-client', () => import('../../testing/fake-socket-io.ts'))
vi.setConfig({ testTimeout: 20_000 })

const noticeId = '5b6a0a52-6a5e-4a1c-9d0e-0c8a4f0f9a11'
const opened = `POST /api/me/notices/${noticeId}/open`
let stage: Stage
let push: FakePush
beforeEach(() => {
  push = fakePush()
  stage = setStage()
})
afterEach(() => {
  noPush()
  vi.useRealTimers()
  strikeStage()
})

const replied = () => {
  const last = {
    messageId: conversationId,
    number: 1,
    at: '2026-04-22T09:00:00Z',
    authorName: 'Sam',
    isOwn: false,
    snippet: '',
  }
  stage.server.topics.set(listTopic(), { seq: 1, state: { rows: [row({ last })], total: 1 } })
}

test('a pressed notice leads to its thing, by the owner’s session alone', async () => {
  stage.routes[opened] = () => [200, { hat: 'patient', kind: 'message', thingId: conversationId }]
  stage.open(`/n/${noticeId}`)
  await waitFor(() => expect(location.pathname).toBe(`/messages/${conversationId}`))
})

test('a notice for somebody else, or for nobody, is as good as absent', async () => {
  stage.routes[opened] = () => [404, problemOf('not-found')]
  stage.open(`/n/${noticeId}`)
  await screen.findByText("We can't show this")
})

test('signed out, the place is kept until the person has signed in', async () => {
  strikeStage()
  stage = setStage({ session: null })
  stage.open(`/n/${noticeId}`)
  await waitFor(() => expect(location.pathname).toBe('/sign-in'))
  expect(sessionStorage.getItem('weft.next')).toBe(`/n/${noticeId}`)
})

test('what belongs to the other hat asks before it changes', async () => {
  stage.routes[opened] = () => [200, { hat: 'carer', kind: 'message', thingId: conversationId }]
  stage.routes['PUT /api/me/hat'] = () => [200, { ...kofi, hat: 'carer', hats: ['patient', 'carer'] }]
  stage.open(`/n/${noticeId}`)
  await screen.findByText(/another part of your account/)
  expect(location.pathname).toBe(`/n/${noticeId}`)
  fireEvent.click(screen.getByRole('button', { name: 'People you support' }))
  await waitFor(() => expect(location.pathname).toBe(`/messages/${conversationId}`))
})

test('notices are offered after the first reply, and “Not now” is remembered for 60 days', async () => {
  replied()
  stage.open('/today')
  await screen.findByText('Shall we tell you when something is new?')
  fireEvent.click(screen.getByRole('button', { name: 'Not now' }))
  expect(screen.queryByText('Shall we tell you when something is new?')).toBeNull()
  expect(push.asked).toBe(0)
  const kept = Date.parse(localStorage.getItem('weft.notices-asked') ?? '')
  vi.setSystemTime(kept + 59 * 86_400_000)
  stage.open('/today')
  await screen.findByRole('heading', { name: 'Today' })
  await new Promise((resolve) => setTimeout(resolve, 50))
  expect(screen.queryByText('Shall we tell you when something is new?')).toBeNull()
  vi.setSystemTime(kept + 60 * 86_400_000)
  stage.open('/today')
  await screen.findByText('Shall we tell you when something is new?')
})

test('nobody is asked before that', async () => {
  stage.open('/today')
  await screen.findByRole('heading', { name: 'Today' })
  await new Promise((resolve) => setTimeout(resolve, 50))
  expect(screen.queryByText('Shall we tell you when something is new?')).toBeNull()
})

test('“Yes” asks the browser and hands its subscription over', async () => {
  replied()
  const settings = { zone: 'UTC', quiet: { isOn: false, from: '22:00', until: '06:00' }, choices: [], pushKey }
  stage.routes['GET /api/me/notices'] = () => [200, settings]
  stage.routes['PUT /api/me/push'] = () => [200, settings]
  stage.open('/today')
  fireEvent.click(await screen.findByRole('button', { name: 'Yes, tell me' }))
  await screen.findByText('Notices are on for this phone')
  expect(stage.asked.filter((one) => one.route === 'PUT /api/me/push')).toHaveLength(1)
})

test('what is shown goes once the app is before the person, and a new sign-in keeps this device’s notices', async () => {
  push.permission = 'granted'
  push.shown.push({ closed: false })
  localStorage.setItem(`weft.notices.${kofi.accountId}`, '')
  const settings = { zone: 'UTC', quiet: { isOn: false, from: '22:00', until: '06:00' }, choices: [], pushKey }
  stage.routes['GET /api/me/notices'] = () => [200, settings]
  stage.routes['PUT /api/me/push'] = () => [200, settings]
  stage.open('/messages')
  await waitFor(() => expect(push.shown).toEqual([{ closed: true }]))
  await waitFor(() => expect(stage.asked.some((one) => one.route === 'PUT /api/me/push')).toBe(true))
})
