import { fireEvent, screen, waitFor } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { kofi, type Stage, setStage, strikeStage } from '../../testing/stage.tsx'

vi.mock('socket.io-client', () => import('../../testing/fake-socket-io.ts'))
vi.setConfig({ testTimeout: 20_000 })

let stage: Stage
const pushed: { name: string; input: unknown }[] = []
beforeEach(() => {
  pushed.length = 0
  stage = setStage()
  stage.routes['GET /api/me/safe-contact'] = () => [200, {}]
  stage.routes['PUT /api/me/safe-contact'] = (rules) => [200, rules]
  stage.server.push = (push) => {
    pushed.push(push as never)
    return { ok: true, value: {}, epoch: 'e', seq: 1 }
  }
})
afterEach(strikeStage)

const heading = (name: string) => screen.findByRole('heading', { level: 1, name })
const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }))

test('four cards, each with its question, lead to Today; what was chosen is kept', async () => {
  stage.open('/start/1')
  await heading('What would help?')
  fireEvent.click(await screen.findByLabelText('Sleep'))
  press('Continue')
  await heading('Are you with a service?')
  expect(await screen.findByText('You are with Lichfield Wellbeing.')).toBeTruthy()
  press('Continue')
  await heading('Is it safe to contact you?')
  fireEvent.click(await screen.findByLabelText('Do not send me texts'))
  press('Continue')
  await heading('Who can see what')
  press('Go to Today')
  await heading('Today')
  expect(stage.asked.find(({ route }) => route.startsWith('PUT'))?.input).toEqual({ doNotText: true })
  await waitFor(() =>
    expect(pushed).toMatchObject([
      { name: 'choices.change', input: { personId: kofi.personId, helpWith: ['sleep'] } },
      { name: 'choices.change', input: { isStarted: true } },
    ]),
  )
})

test('each card can be skipped, and nothing is said of what was not answered', async () => {
  stage.open('/start/1')
  await heading('What would help?')
  for (const title of ['Are you with a service?', 'Is it safe to contact you?', 'Who can see what']) {
    press('Skip')
    await heading(title)
  }
  expect(stage.asked.some(({ route }) => route.startsWith('PUT'))).toBe(false)
})

test('with no signal the choice is kept, and a rule that cannot be read is not guessed', async () => {
  stage.open('/start/1')
  await heading('What would help?')
  stage.setOnline(false)
  fireEvent.click(await screen.findByLabelText('Mood'))
  press('Continue')
  await heading('Are you with a service?')
  press('Skip')
  expect(await screen.findByText('You are offline. Try again when you have internet.')).toBeTruthy()
  expect(screen.queryByLabelText('Do not send me texts')).toBeNull()
})

test('who is acting for somebody else has no start of their own to set up', async () => {
  strikeStage()
  stage = setStage({ session: { ...kofi, hat: 'carer', hats: ['patient', 'carer'] } })
  stage.open('/start/1')
  await heading('Today')
})
