import { act, fireEvent, screen, waitFor } from '@testing-library/react'
import { problemOf } from '@weft/contract/problem.ts'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { kofi, listTopic, type Stage, setStage, strikeStage } from '../../testing/stage.tsx'

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

const noTeam = () => stage.server.topics.set(listTopic(), { seq: 1, state: { rows: [], total: 0 } })
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
  for (const [way, title] of [
    ['Skip', 'Are you with a service?'],
    ['Not now', 'Is it safe to contact you?'],
    ['Skip', 'Who can see what'],
  ] as const) {
    press(way)
    await heading(title)
  }
  expect(stage.asked.some(({ route }) => route.startsWith('PUT'))).toBe(false)
})

test('a code is spent on its card, says what is wrong there, and the cards go on', async () => {
  noTeam()
  stage.routes['POST /api/me/enrolments'] = () => [401, problemOf('code-not-right')]
  stage.open('/start/2')
  fireEvent.click(await screen.findByRole('button', { name: 'I have an invite code' }))
  const join = () => press('Join')
  join()
  expect(await screen.findByRole('link', { name: 'Enter the code your team gave you' })).toBeTruthy()
  await waitFor(() => expect(document.title).toBe('Error: Are you with a service? – Weft'))
  fireEvent.change(screen.getByLabelText('Invite code'), { target: { value: 'K7QPX-482913' } })
  for (const [part, value] of [
    ['Day', '15'],
    ['Month', '3'],
    ['Year', '1984'],
  ] as const)
    fireEvent.change(screen.getByLabelText(part), { target: { value } })
  join()
  expect(await screen.findByRole('link', { name: /^We could not match those details/ })).toBeTruthy()
  expect(screen.getByLabelText<HTMLInputElement>('Invite code').value).toBe('K7QPX-482913')
  stage.routes['POST /api/me/enrolments'] = () => [200, { serviceName: 'Lichfield Wellbeing' }]
  join()
  expect(await screen.findByText('You have joined Lichfield Wellbeing.')).toBeTruthy()
  press('Continue')
  await heading('Is it safe to contact you?')
})

test('with no signal connecting waits, and says so', async () => {
  noTeam()
  stage.open('/start/2')
  await screen.findByRole('button', { name: 'I have an invite code' })
  act(() => stage.setOnline(false))
  expect(await screen.findByText(/^You need internet to connect/)).toBeTruthy()
  expect(screen.queryByRole('button', { name: 'I have an invite code' })).toBeNull()
})

test('with no signal the choice is kept, and a rule that cannot be read is not guessed', async () => {
  stage.open('/start/1')
  await heading('What would help?')
  stage.setOnline(false)
  fireEvent.click(await screen.findByLabelText('Mood'))
  press('Continue')
  await heading('Are you with a service?')
  press('Not now')
  expect(await screen.findByText('You are offline. Try again when you have internet.')).toBeTruthy()
  expect(screen.queryByLabelText('Do not send me texts')).toBeNull()
})

test('who is acting for somebody else has no start of their own to set up', async () => {
  strikeStage()
  stage = setStage({ session: { ...kofi, hat: 'carer', hats: ['patient', 'carer'] } })
  stage.open('/start/1')
  await heading('Today')
})
