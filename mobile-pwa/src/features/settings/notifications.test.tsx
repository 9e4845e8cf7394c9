import { fireEvent, screen, waitFor } from '@testing-library/react'
import type { NoticeSettings } from '@weft/contract/notifications/shapes.ts'
import { problemOf } from '@weft/contract/problem.ts'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { type FakePush, fakePush, noPush, pushKey } from '../../testing/fake-push.ts'
import { kofi, type Stage, setStage, strikeStage } from '../../testing/stage.tsx'

vi.mock('socket.io-client', () => import('../../testing/fake-socket-io.ts'))
vi.setConfig({ testTimeout: 20_000 })

let stage: Stage
let push: FakePush
let settings: NoticeSettings
const asked = (route: string) => stage.asked.filter((one) => one.route === route).map((one) => one.input)

function setUp(session: Parameters<typeof setStage>[0] = {}): void {
  stage = setStage(session)
  settings = {
    zone: 'Europe/London',
    quiet: { isOn: true, from: '22:00', until: '06:00' },
    choices: (['message', 'reminder', 'questions'] as const).map((kind) => ({ kind, channel: 'push', isOn: true })),
    pushKey,
  }
  const since = '2026-04-15T09:20:00.000Z'
  Object.assign(stage.routes, {
    'GET /api/me/notices': () => [200, settings],
    'PATCH /api/me/notices': (change: { choices?: NoticeSettings['choices']; quietFrom?: string }) => {
      const off = change.choices?.[0]
      const choices = settings.choices.map((one) => (one.kind === off?.kind ? off : one))
      settings = { ...settings, choices, quiet: { ...settings.quiet, from: change.quietFrom ?? settings.quiet.from } }
      return [200, settings]
    },
    'PUT /api/me/push': () => {
      settings = { ...settings, thisDevice: { since, isQuiet: false } }
      return [200, settings]
    },
    'DELETE /api/me/push': () => {
      const { thisDevice: _, ...rest } = settings
      settings = rest
      return [200, settings]
    },
    'POST /api/me/push/test': () => [202, {}],
  })
}
beforeEach(() => {
  push = fakePush()
  setUp()
})
afterEach(() => {
  noPush()
  strikeStage()
})

const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }))

test('notices are turned on here, tested and turned off; the browser is asked only when the person presses', async () => {
  stage.open('/settings/notifications')
  await screen.findByText('Every notice says only: You have an update.')
  expect(push.asked).toBe(0)
  press('Turn on notices here')
  await screen.findByText('Notices come to this phone since 15 April 2026.')
  expect(asked('PUT /api/me/push')).toEqual([
    { endpoint: push.subscription?.endpoint, p256dh: 'A'.repeat(87), auth: 'A'.repeat(22), pushKey },
  ])
  press('Send a test')
  await screen.findByText('Sent. It should come in a few seconds.')
  press('Turn off here')
  await screen.findByRole('button', { name: 'Turn on notices here' })
  expect(push.subscription).toBeNull()
})

test('where the person says no to the browser, it is said what to do', async () => {
  push.answer = 'denied'
  stage.open('/settings/notifications')
  await screen.findByText('On this phone')
  press('Turn on notices here')
  expect((await screen.findAllByText(/This phone blocks notices from Weft/)).length).toBeGreaterThan(0)
  expect(asked('PUT /api/me/push')).toEqual([])
})

test('a device whose notices stopped coming says so, and can turn them on again', async () => {
  settings = { ...settings, thisDevice: { since: '2026-04-15T09:20:00.000Z', isQuiet: true } }
  push.permission = 'granted'
  stage.open('/settings/notifications')
  await screen.findByText('Notices have stopped coming here')
  press('Turn on again')
  await screen.findByText(/Notices come to this phone since/)
  expect(screen.queryByText('Notices have stopped coming here')).toBeNull()
})

test('a phone that others use has none', async () => {
  strikeStage()
  setUp({ session: { ...kofi, sharedDevice: true } })
  stage.open('/settings/notifications')
  await screen.findByText('Other people use this phone, so notices stay off here.')
  expect(screen.queryByRole('button', { name: 'Turn on notices here' })).toBeNull()
})

test('each kind is switched by itself, and goes back when it could not be saved', async () => {
  stage.open('/settings/notifications')
  const own = await screen.findByRole('switch', { name: 'My reminders' })
  fireEvent.click(own)
  await waitFor(() => expect((own as HTMLInputElement).checked).toBe(false))
  await screen.findByText('Saved')
  expect(asked('PATCH /api/me/notices')).toEqual([{ choices: [{ kind: 'reminder', channel: 'push', isOn: false }] }])
  stage.routes['PATCH /api/me/notices'] = () => [503, problemOf('try-later')]
  fireEvent.click(screen.getByRole('switch', { name: 'New messages' }))
  await screen.findByText('That was not saved. It is back as it was.')
  expect((screen.getByRole('switch', { name: 'New messages' }) as HTMLInputElement).checked).toBe(true)
})

test('a carer is asked about messages alone', async () => {
  strikeStage()
  setUp({ session: { ...kofi, hat: 'carer', hats: ['carer'] } })
  stage.open('/settings/notifications')
  await screen.findByRole('switch', { name: 'New messages' })
  expect(screen.getAllByRole('switch')).toHaveLength(1)
  expect(screen.queryByText('Reminders')).toBeNull()
})

test('quiet hours save a whole time when the box is left, and never one that ends as it begins', async () => {
  stage.open('/settings/quiet-hours')
  const from = await screen.findByLabelText('From')
  expect(screen.getByText('No notices from 10pm to 6am, where you are.')).toBeTruthy()
  fireEvent.change(from, { target: { value: '06:00' } })
  fireEvent.blur(from)
  await screen.findByText('Choose two different times')
  fireEvent.change(from, { target: { value: '21:30' } })
  expect(asked('PATCH /api/me/notices')).toEqual([])
  fireEvent.blur(from)
  await screen.findByText('No notices from 9:30pm to 6am, where you are.')
  expect(asked('PATCH /api/me/notices')).toMatchObject([{ quietFrom: '21:30', quietUntil: '06:00' }])
})

test('offline these settings wait', async () => {
  stage.routes['GET /api/me/notices'] = () => 'no network'
  stage.open('/settings/notifications')
  await screen.findByText('This needs internet. It will work when you are back online.')
})
