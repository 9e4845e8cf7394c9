import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import type { Reminder } from '@weft/contract/notifications/shapes.ts'
import { nothingOwned } from '@weft/contract/own/parts.ts'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { ownTopic, type Stage, setStage, strikeStage } from '../../testing/stage.tsx'

vi.mock('socket.io-client', () => import('../../testing/fake-socket-io.ts'))
vi.setConfig({ testTimeout: 20_000 })

const made = '2026-04-01T09:00:00.000Z'
const reminder: Reminder = {
  reminderId: '018f0000-0000-7000-8000-0000000000f1',
  about: 'sleep',
  times: ['09:00', '21:00'],
  days: [1, 2, 3, 4, 5],
  zone: 'Europe/London',
  settledThrough: made,
  createdAt: made,
  version: 1,
}

const dueNow: Reminder = {
  ...reminder,
  times: [
    new Intl.DateTimeFormat('en-GB', { timeStyle: 'short', timeZone: 'Europe/London' }).format(Date.now() - 60_000),
  ],
  days: [1, 2, 3, 4, 5, 6, 7],
  settledThrough: new Date(Date.now() - 3_600_000).toISOString(),
}

let stage: Stage
let pushed: { push: string; input: Record<string, unknown> }[]
const given = (...reminders: Reminder[]) =>
  stage.server.topics.set(ownTopic, { seq: 1, state: { ...nothingOwned, reminders: { reminders } } })
beforeEach(() => {
  pushed = []
  stage = setStage()
  stage.server.push = ({ name, input }: never) => {
    pushed.push({ push: name, input })
    return { ok: true, value: {}, seq: 1 }
  }
})
afterEach(strikeStage)

const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }))
const lastInput = () => pushed.at(-1)?.input

test('a reminder says what, when, and its next five; it is snoozed and stopped, and a stop is taken back', async () => {
  given(reminder)
  stage.open('/settings/reminders')
  await screen.findByRole('heading', { name: 'Sleep' })
  expect(screen.getByText('9am and 9pm, Monday to Friday')).toBeTruthy()
  expect(
    within(screen.getByRole('list', { name: 'Next times', hidden: true })).getAllByRole('listitem', { hidden: true }),
  ).toHaveLength(5)
  press('Snooze')
  fireEvent.click(await screen.findByRole('menuitem', { name: 'In 1 hour' }))
  await screen.findByText(/^Quiet until/)
  await waitFor(() => expect(Date.parse(String(lastInput()?.until))).toBeGreaterThan(Date.now() + 3_500_000))
  press('Stop Sleep')
  await screen.findByText('No reminders yet. You can choose what, when and how often.')
  fireEvent.click(await screen.findByRole('button', { name: 'Undo' }))
  await waitFor(() => expect(lastInput()).toMatchObject({ reminderId: reminder.reminderId, times: ['09:00', '21:00'] }))
})

test('a new one asks what for and when, shows what that comes to, and is kept with no signal', async () => {
  given()
  const quiet = { isOn: true, from: '20:30', until: '06:00' }
  stage.routes['GET /api/me/notices'] = () => [200, { zone: 'Europe/London', quiet, choices: [] }]
  stage.open('/settings/reminders/new')
  await screen.findByText('What is it for?')
  await screen.findByText('9pm is in your quiet hours. That notice will wait until 6am.')
  fireEvent.click(screen.getByLabelText('Something else'))
  press('Save reminder')
  await screen.findAllByText('Say what it is for')
  fireEvent.change(screen.getByLabelText('In your own words'), { target: { value: 'Water the plants' } })
  press('Add another time')
  fireEvent.change(screen.getByLabelText('Time 2'), { target: { value: '08:15' } })
  for (const day of ['Saturday', 'Sunday']) fireEvent.click(screen.getByLabelText(day))
  expect(within(screen.getByRole('region', { name: 'Next times' })).getAllByRole('listitem')).toHaveLength(5)
  stage.setOnline(false)
  press('Save reminder')
  await screen.findByRole('heading', { name: 'Water the plants' })
  expect(screen.getByText('8:15am and 9pm, Monday to Friday')).toBeTruthy()
  stage.setOnline(true)
  // Over the socket, or past it while that is not back yet.
  const wish = { about: 'other', words: 'Water the plants', days: [1, 2, 3, 4, 5] }
  const sent = () => [...pushed, ...stage.asked.filter((one) => one.route.endsWith('/reminders'))]
  await waitFor(() => expect(sent().at(-1)?.input).toMatchObject(wish))
})

test('one of a part of the app leads there', async () => {
  given(dueNow)
  stage.open('/today')
  const open = await screen.findByRole('link', { name: /^Open: / })
  expect(open.getAttribute('href')).toBe('/track')
})

test('one that has come stands on Today until it is seen to', async () => {
  given({ ...dueNow, about: 'other', words: 'Take a walk' })
  stage.open('/today')
  await screen.findByText('Take a walk')
  expect(screen.queryByRole('link', { name: /^Open: / })).toBeNull()
  press('Done: Take a walk')
  await waitFor(() => expect(screen.queryByText('Take a walk')).toBeNull())
  await waitFor(() => expect(lastInput()).toHaveProperty('through'))
})
