import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import type { Goal } from '@weft/contract/goals/shapes.ts'
import { nothingOwned } from '@weft/contract/own/parts.ts'
import type { CopingStrategy } from '@weft/contract/plans/shapes.ts'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { kofi, ownTopic, type Stage, setStage, strikeStage } from '../../testing/stage.tsx'

vi.mock('socket.io-client', () => import('../../testing/fake-socket-io.ts'))
vi.setConfig({ testTimeout: 20_000 })

const id = (last: string) => `018f0000-0000-7000-8000-0000000000${last}`
const being = { isLeaving: false, isOwnWish: false, enrolmentId: id('e9'), keepsUntil: 2046, phone: '' }
const coaching = { ...being, serviceId: id('e2'), name: 'Health Coaching' }
const wellbeing = { ...being, serviceId: id('e1'), name: 'Lichfield Wellbeing' }

const goal = (last: string, more: Partial<Goal> = {}): Goal => ({
  goalId: id(last),
  words: `Goal ${last}`,
  type: 'money',
  important: false,
  isRated: false,
  visibility: 'private',
  origin: 'self',
  state: 'active',
  createdAt: '2026-04-01T09:00:00Z',
  ...more,
})
const idea = (last: string, more: Partial<CopingStrategy> = {}): CopingStrategy => ({
  copingId: id(last),
  words: `Idea ${last}`,
  usedCount: 0,
  helpedCount: 0,
  taps: [],
  visibility: 'private',
  version: 3,
  createdAt: '2026-04-01T09:00:00Z',
  ...more,
})
const share = (last: string, scope: string, serviceId = wellbeing.serviceId) => ({
  shareId: id(last),
  serviceId,
  scope,
  from: 'everything' as const,
  startedAt: '2026-04-02T09:00:00Z',
  checkedAt: new Date().toISOString(),
})

let stage: Stage
const pushed: { name: string; input: Record<string, unknown> }[] = []
beforeEach(() => {
  pushed.length = 0
  stage = setStage()
  stage.server.push = (push) => {
    pushed.push(push as never)
    return { ok: true, value: {}, epoch: 'e', seq: 1 }
  }
})
afterEach(strikeStage)

interface Has {
  goals?: Goal[]
  coping?: CopingStrategy[]
  shares?: ReturnType<typeof share>[]
}
/** The sheet of a kind that nobody sees, or that another service sees, with everything so far chosen. */
async function chooseAll(kind: string, { goals = [], coping = [], shares = [] }: Has) {
  const sharing = { shares, services: [coaching, wellbeing], asks: [] }
  stage.server.topics.set(ownTopic, {
    seq: 1,
    state: {
      ...nothingOwned,
      goals: { ...nothingOwned.goals, goals },
      plans: { ...nothingOwned.plans, coping },
      sharing,
    },
  })
  stage.open(kind === 'Coping ideas' && shares.length > 0 ? '/plan' : '/privacy')
  const opens = shares.length > 0 ? /^You and Lichfield Wellbeing since/ : `Share ${kind}`
  fireEvent.click(await screen.findByRole('button', { name: opens }))
  const sheet = within(await screen.findByRole('dialog', { name: 'Who can see this' }))
  fireEvent.click(sheet.getByRole('radio', { name: 'Shared' }))
  fireEvent.click(sheet.getByRole('radio', { name: 'Everything so far too' }))
  return sheet
}
const names = () => pushed.map(({ name, input }) => `${name} ${input.scope ?? `${input.copingId} ${input.visibility}`}`)

test('goals that only they see stay so, by number, unless they tick those as well; nothing is ticked for them', async () => {
  const goals = [
    goal('a1'),
    goal('a2', { state: 'achieved' }),
    goal('a3', { type: 'work' }),
    goal('a4', { deletedAt: '2026-04-02T09:00:00Z' }),
    goal('a5', { visibility: 'shared' }),
  ]
  const sheet = await chooseAll('Goals about money', { goals })
  expect(sheet.getByText('2 goals that only you can see stay that way.')).toBeTruthy()
  expect(sheet.getByRole('checkbox', { name: 'Share these 2 as well' })).toHaveProperty('checked', false)
  fireEvent.click(sheet.getByRole('checkbox', { name: 'Health Coaching' }))
  await sheet.findByText('Health Coaching can see Goals about money. The 2 that only you can see stay that way.')
  await waitFor(() => expect(names()).toEqual(['share.start goals:money']))
})

test('those that they tick are shared by a choice for each, and one undo takes back all of it', async () => {
  const sheet = await chooseAll('Goals about money', { goals: [goal('a1'), goal('a2')] })
  fireEvent.click(sheet.getByRole('checkbox', { name: 'Share these 2 as well' }))
  fireEvent.click(sheet.getByRole('checkbox', { name: 'Health Coaching' }))
  await sheet.findByText('Health Coaching can see Goals about money, with everything so far.')
  const scopes = ['goals:money', `goal:${id('a1')}`, `goal:${id('a2')}`]
  await waitFor(() => expect(names()).toEqual(scopes.map((scope) => `share.start ${scope}`)))
  expect(pushed.every(({ input }) => input.serviceId === coaching.serviceId)).toBe(true)
  expect(sheet.queryByText(/that only you can see/)).toBeNull()
  fireEvent.click(sheet.getByRole('button', { name: 'Undo' }))
  await waitFor(() => expect(names().slice(3)).toEqual(scopes.map((scope) => `share.stop ${scope}`)))
  expect(await sheet.findByRole('radio', { name: 'Only me' })).toHaveProperty('checked', true)
})

test('ideas are shared with no signal as well, their words as they are, and whoever else may see them is named', async () => {
  const one = idea('b1', { words: 'Cold water', whenToUse: 'At night' })
  const coping = [one, idea('b2', { visibility: 'shared' })]
  // Whichever door they go through.
  const at = `/api/people/${kofi.personId}`
  for (const [name, route] of [
    ['share.start', `POST ${at}/shares`],
    ['share.stop', `POST ${at}/shares/stop`],
    ['coping.change', `PUT ${at}/coping/${one.copingId}`],
  ] as const)
    stage.routes[route] = (input) => {
      pushed.push({ name, input: { copingId: one.copingId, ...input } })
      return [200, {}]
    }
  const sheet = await chooseAll('Coping ideas', { coping, shares: [share('f1', 'coping')] })
  expect(sheet.getByText('1 idea that only you can see stays that way.')).toBeTruthy()
  expect(sheet.getByText('Lichfield Wellbeing may see it too then.')).toBeTruthy()
  fireEvent.click(sheet.getByRole('checkbox', { name: /^Share this one as well/ }))
  stage.setOnline(false)
  fireEvent.click(sheet.getByRole('checkbox', { name: 'Health Coaching' }))
  await sheet.findByText('Health Coaching can see Coping ideas, with everything so far.')
  await waitFor(() => expect(sheet.queryByText(/that only you can see/)).toBeNull())
  fireEvent.click(sheet.getByRole('button', { name: 'Undo' }))
  // Taken back before it was sent, and counted among what they keep once more.
  expect(await sheet.findByText('1 idea that only you can see stays that way.')).toBeTruthy()
  stage.setOnline(true)
  const shown = `coping.change ${one.copingId} shared`
  const hidden = `coping.change ${one.copingId} private`
  await waitFor(() => expect(names()).toEqual(['share.start coping', shown, 'share.stop coping', hidden]), {
    timeout: 10_000,
  })
  expect(pushed[1]?.input).toMatchObject({ words: 'Cold water', whenToUse: 'At night', baseVersion: 3 })
})

test('from now on there is nothing to say of what is kept, nor of a kind whose things have no choice of their own', async () => {
  const sheet = await chooseAll('Mood', { goals: [goal('a1')], coping: [idea('b1')] })
  expect(sheet.queryByText(/that only you can see/)).toBeNull()
  fireEvent.click(sheet.getByRole('button', { name: 'Close' }))
  fireEvent.click(screen.getByRole('button', { name: 'Share Coping ideas' }))
  const ideas = within(await screen.findByRole('dialog'))
  fireEvent.click(ideas.getByRole('radio', { name: 'Shared' }))
  expect(ideas.queryByText(/that only you can see/)).toBeNull()
  fireEvent.click(ideas.getByRole('radio', { name: 'Everything so far too' }))
  fireEvent.click(ideas.getByRole('checkbox', { name: 'Share this one as well' }))
  fireEvent.click(ideas.getByRole('radio', { name: 'From now on' }))
  fireEvent.click(ideas.getByRole('checkbox', { name: 'Health Coaching' }))
  await ideas.findByText('Health Coaching can see Coping ideas from now.')
  await waitFor(() => expect(names()).toEqual(['share.start coping']))
})
