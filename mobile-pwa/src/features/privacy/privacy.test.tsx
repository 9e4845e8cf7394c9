import { act, fireEvent, screen, waitFor, within } from '@testing-library/react'
import type { Goal } from '@weft/contract/goals/shapes.ts'
import { nothingOwned } from '@weft/contract/own/parts.ts'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { broadcast } from '../../testing/fake-socket.ts'
import { kofi, ownTopic, type Stage, setStage, strikeStage } from '../../testing/stage.tsx'

vi.mock('socket.io-client', () => import('../../testing/fake-socket-io.ts'))
vi.setConfig({ testTimeout: 20_000 })

const wellbeing = '018f0000-0000-7000-8000-0000000000e1'
const coaching = '018f0000-0000-7000-8000-0000000000e2'
const being = {
  isLeaving: false,
  isOwnWish: false,
  enrolmentId: '018f0000-0000-7000-8000-0000000000e9',
  keepsUntil: 2046,
}
const services = [
  { ...being, serviceId: coaching, name: 'Health Coaching', phone: '' },
  { ...being, serviceId: wellbeing, name: 'Lichfield Wellbeing', phone: '01632 960001' },
]
const sleep = {
  shareId: '018f0000-0000-7000-8000-000000000f01',
  serviceId: wellbeing,
  scope: 'sleep',
  from: 'now' as const,
  startedAt: '2025-11-03T10:00:00Z',
  checkedAt: new Date().toISOString(),
}

let stage: Stage
const pushed: { name: string; input: Record<string, unknown> }[] = []
beforeEach(() => {
  pushed.length = 0
  stage = setStage()
  has([sleep])
  stage.server.push = (push) => {
    pushed.push(push as never)
    return { ok: true, value: {}, epoch: 'e', seq: 1 }
  }
})
afterEach(strikeStage)

const has = (shares: (typeof sleep)[], goals: Goal[] = []) =>
  stage.server.topics.set(ownTopic, {
    seq: 1,
    state: { ...nothingOwned, goals: { ...nothingOwned.goals, goals }, sharing: { shares, services, asks: [] } },
  })
const open = async () => {
  stage.open('/privacy')
  await screen.findByRole('heading', { level: 1, name: 'Privacy' })
  return screen.findByRole('heading', { name: 'Who can see what' })
}
const choose = (sheet: HTMLElement, service: string) => {
  fireEvent.click(within(sheet).getByRole('radio', { name: 'Shared' }))
  fireEvent.click(within(sheet).getByRole('checkbox', { name: service }))
}
const stopSleep = () => screen.findByRole('button', { name: 'Stop sharing Sleep with Lichfield Wellbeing' })

test('what is shared is said by thing and by service, with what staff can never open', async () => {
  await open()
  const shared = await screen.findByRole('list', { name: 'What you share' })
  expect(within(shared).getByText(/^Lichfield Wellbeing since 3 November 2025$/)).toBeTruthy()
  const mine = screen.getByRole('list', { name: 'Only you can see' })
  for (const name of ['Mood', 'Coping ideas', 'My safety plan', 'About me'])
    expect(within(mine).getByText(name)).toBeTruthy()
  expect(within(mine).queryByText('Sleep')).toBeNull()
  expect(
    screen.getByText(
      'Staff can never open what you keep as “Only me”. Not even in an emergency. Only a court could order the organisation that runs this app to open it.',
    ),
  ).toBeTruthy()

  fireEvent.click(screen.getByRole('tab', { name: 'By service' }))
  expect(within(screen.getByRole('list', { name: 'Lichfield Wellbeing' })).getByText('Sleep')).toBeTruthy()
  expect(screen.getByText('They see nothing of this.')).toBeTruthy()
})

test('stopping asks nothing, is said aloud, and is undone to where it was', async () => {
  const heading = await open()
  fireEvent.click(await stopSleep())
  expect(await screen.findByText('Stopped sharing Sleep with Lichfield Wellbeing')).toBeTruthy()
  expect(document.activeElement).toBe(heading)
  expect(await screen.findByText('You share nothing yet. That is fine.')).toBeTruthy()
  await waitFor(() =>
    expect(pushed).toMatchObject([{ name: 'share.stop', input: { serviceId: wellbeing, scope: 'sleep' } }]),
  )
  fireEvent.click(screen.getByRole('button', { name: 'Undo' }))
  await waitFor(() =>
    expect(pushed.at(-1)).toMatchObject({ name: 'share.start', input: { from: 'now', again: sleep.shareId } }),
  )
  expect(await stopSleep()).toBeTruthy()
})

test('with no signal a stop is honest about not having stopped, and says whom to call', async () => {
  await open()
  await stopSleep()
  stage.setOnline(false)
  fireEvent.click(await stopSleep())
  expect(await screen.findByText('Not stopped yet')).toBeTruthy()
  expect(screen.getByText('It will stop when you are online. To stop it now, call 01632 960001.')).toBeTruthy()
  // Whichever door it goes through, the words stay until the server has it.
  let arrived = 0
  const stopped = `POST /api/people/${kofi.personId}/shares/stop`
  stage.routes[stopped] = () => {
    arrived += 1
    expect(screen.getByText('Not stopped yet')).toBeTruthy()
    return [200, {}]
  }
  stage.setOnline(true)
  await waitFor(() => expect(screen.queryByText('Not stopped yet')).toBeNull(), { timeout: 10_000 })
  expect(arrived + pushed.length).toBe(1)
})

test('sharing names the service, says from when, and can be undone where it was done', async () => {
  await open()
  fireEvent.click(await screen.findByRole('button', { name: 'Share Mood' }))
  const sheet = await screen.findByRole('dialog', { name: 'Who can see this' })
  expect(within(sheet).getByRole('radio', { name: 'Only me' })).toHaveProperty('checked', true)
  expect(within(sheet).queryByRole('checkbox')).toBeNull()
  fireEvent.click(within(sheet).getByRole('radio', { name: 'Shared' }))
  expect(within(sheet).getByText('Nobody yet. Tick who can see it.')).toBeTruthy()
  expect(pushed).toEqual([])
  expect(within(sheet).getByRole('radio', { name: 'From now on' })).toHaveProperty('checked', true)
  choose(sheet, 'Health Coaching')
  expect(await within(sheet).findByText('Health Coaching can see Mood from now.')).toBeTruthy()
  await waitFor(() =>
    expect(pushed).toMatchObject([{ name: 'share.start', input: { serviceId: coaching, scope: 'mood', from: 'now' } }]),
  )
  fireEvent.click(within(sheet).getByRole('button', { name: 'Undo' }))
  await waitFor(() => expect(pushed.at(-1)).toMatchObject({ name: 'share.stop', input: { serviceId: coaching } }))
})

const goal = (last: string, words: string, more: Partial<Goal> = {}): Goal => ({
  goalId: `018f0000-0000-7000-8000-0000000000${last}`,
  words,
  type: 'money',
  important: false,
  isRated: false,
  visibility: 'private',
  origin: 'self',
  state: 'active',
  createdAt: '2026-04-01T09:00:00Z',
  ...more,
})

test('all goals of one type are shared at once, by the name of the type, where there are any', async () => {
  has([], [goal('a1', 'Open the letters')])
  await open()
  expect(screen.queryByRole('button', { name: 'Share Goals about work' })).toBeNull()
  fireEvent.click(await screen.findByRole('button', { name: 'Share Goals about money' }))
  const sheet = await screen.findByRole('dialog', { name: 'Who can see this' })
  choose(sheet, 'Health Coaching')
  expect(await within(sheet).findByText('Health Coaching can see Goals about money from now.')).toBeTruthy()
  await waitFor(() =>
    expect(pushed).toMatchObject([{ name: 'share.start', input: { scope: 'goals:money', from: 'now' } }]),
  )
})

test('a goal that is seen with its type is never listed as one’s own alone; one that is kept is', async () => {
  const money = { ...sleep, scope: 'goals:money' }
  has([money], [goal('a1', 'Open the letters', { visibility: 'shared' }), goal('a2', 'Ask about the debt')])
  await open()
  const mine = await screen.findByRole('list', { name: 'Only you can see' })
  expect(within(mine).getByText('Ask about the debt')).toBeTruthy()
  expect(screen.queryByText('Open the letters')).toBeNull()
  expect(within(screen.getByRole('list', { name: 'What you share' })).getByText('Goals about money')).toBeTruthy()
  expect(screen.getByRole('button', { name: 'Stop sharing Goals about money with Lichfield Wellbeing' })).toBeTruthy()
})

test('“Only me” stops everybody at once, and one undo brings all of them back', async () => {
  const one = goal('a1', 'Open the letters', { visibility: 'shared' })
  const first = { ...sleep, scope: `goal:${one.goalId}` }
  const both = [first, { ...first, shareId: '018f0000-0000-7000-8000-000000000f02', serviceId: coaching }]
  has(both, [one])
  stage.open(`/goals/${one.goalId}`)
  const group = within(await screen.findByRole('group', { name: 'Who can see this' }))
  expect(group.getByRole('radio', { name: 'Shared' })).toHaveProperty('checked', true)
  expect(screen.getByRole('checkbox', { name: 'Health Coaching' })).toHaveProperty('checked', true)
  fireEvent.click(group.getByRole('radio', { name: 'Only me' }))
  await screen.findByText(
    /^Stopped sharing this goal, its steps and ratings, with Lichfield Wellbeing and Health Coaching/,
  )
  expect(screen.queryByRole('checkbox', { name: 'Health Coaching' })).toBeNull()
  await waitFor(() => expect(pushed.map(({ name }) => name)).toEqual(['share.stop', 'share.stop']))
  fireEvent.click(screen.getByRole('button', { name: 'Undo' }))
  const again = both.map(({ shareId }) => ({ name: 'share.start', input: { again: shareId } }))
  await waitFor(() => expect(pushed.slice(2)).toMatchObject(again))
})

test('taking away the last tick leaves the list where it is, and says that nobody can see it', async () => {
  const one = goal('a1', 'Open the letters', { visibility: 'shared' })
  has([{ ...sleep, scope: `goal:${one.goalId}` }], [one])
  stage.open(`/goals/${one.goalId}`)
  fireEvent.click(await screen.findByRole('checkbox', { name: 'Lichfield Wellbeing' }))
  await screen.findByText('Stopped sharing this goal, its steps and ratings, with Lichfield Wellbeing')
  expect(await screen.findByText('Nobody yet. Tick who can see it.')).toBeTruthy()
  expect(screen.getByRole('checkbox', { name: 'Lichfield Wellbeing' })).toBeTruthy()
  await waitFor(() => expect(pushed).toHaveLength(1))
})

test('a goal that is seen with its type says so on its own page, and “Only me” takes it back alone', async () => {
  const letters = goal('a1', 'Open the letters', { visibility: 'shared' })
  has([{ ...sleep, scope: 'goals:money' }], [letters])
  stage.open(`/goals/${letters.goalId}`)
  const group = await screen.findByRole('group', { name: 'Who can see this' })
  expect(within(group).getByRole('radio', { name: 'Shared' })).toHaveProperty('checked', true)
  expect(screen.getByText(/^Lichfield Wellbeing can see it too, because you share “Goals about money”/)).toBeTruthy()
  fireEvent.click(within(group).getByRole('radio', { name: 'Only me' }))
  await screen.findByText('Stopped sharing this goal, its steps and ratings, with Lichfield Wellbeing')
  const alone = { serviceId: wellbeing, scope: `goal:${letters.goalId}` }
  await waitFor(() =>
    expect(pushed).toMatchObject([
      { name: 'share.start', input: alone },
      { name: 'share.stop', input: alone },
    ]),
  )
})

test('everything so far is shared only when that is chosen', async () => {
  await open()
  fireEvent.click(await screen.findByRole('button', { name: 'Share Mood' }))
  const sheet = await screen.findByRole('dialog')
  fireEvent.click(within(sheet).getByRole('radio', { name: 'Shared' }))
  fireEvent.click(within(sheet).getByRole('radio', { name: 'Everything so far too' }))
  choose(sheet, 'Lichfield Wellbeing')
  expect(await within(sheet).findByText('Lichfield Wellbeing can see Mood, with everything so far.')).toBeTruthy()
  await waitFor(() => expect(pushed).toMatchObject([{ input: { from: 'everything' } }]))
})

test('what is stopped on another device is gone here at once', async () => {
  await open()
  await stopSleep()
  act(() => {
    broadcast(stage.server, ownTopic, 'share.stopped', { serviceId: wellbeing, scope: 'sleep' })
  })
  expect(await screen.findByText('You share nothing yet. That is fine.')).toBeTruthy()
})

test('a choice that could not be made is said, by name, until it is read', async () => {
  stage.server.push = () => ({ ok: false, problem: { status: 404, code: 'not-found' } })
  await open()
  fireEvent.click(await screen.findByRole('button', { name: 'Share Mood' }))
  choose(await screen.findByRole('dialog'), 'Health Coaching')
  fireEvent.click(screen.getByRole('button', { name: 'Close' }))
  const said = await screen.findByText('We could not share Mood with Health Coaching')
  fireEvent.click(screen.getByRole('button', { name: 'Close' }))
  await waitFor(() => expect(said.isConnected).toBe(false))
})

test('who has looked is shown by day, with who, what and why, and asks for earlier days', async () => {
  const line = {
    lineId: 'a',
    on: '2026-04-14',
    firstAt: '2026-04-14T09:12:00Z',
    lastAt: '2026-04-14T10:00:00Z',
    name: 'Sam Okafor',
    role: 'nurse',
    organisation: 'Whitlow Trust',
    itemKind: 'sleep',
    action: 'read',
    purpose: 'care',
    times: 2,
  }
  stage.routes['GET /api/me/access-log'] = () => [200, { lines: [line], next: '2026-03-15' }]
  stage.open('/privacy/log')
  expect(await screen.findByText('Sam Okafor, nurse, looked at your sleep')).toBeTruthy()
  expect(screen.getByText(/Whitlow Trust · 2 times, .* · Reason: your care/)).toBeTruthy()
  stage.routes['GET /api/me/access-log'] = () => [
    200,
    { lines: [{ ...line, lineId: 'b', on: '2026-03-01', itemKind: 'new' }] },
  ]
  fireEvent.click(screen.getByRole('button', { name: 'Show earlier days' }))
  expect(await screen.findByText('Sam Okafor, nurse, looked at your record')).toBeTruthy()
  expect(screen.getByText('Sam Okafor, nurse, looked at your sleep')).toBeTruthy()
})
