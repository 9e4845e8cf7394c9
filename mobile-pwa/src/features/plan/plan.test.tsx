import { fireEvent, screen, waitFor } from '@testing-library/react'
import { nothingOwned } from '@weft/contract/own/parts.ts'
import { noParts } from '@weft/contract/plans/document-acts.ts'
import type { CopingStrategy, SafetyPlan } from '@weft/contract/plans/shapes.ts'
import type { Plans } from '@weft/contract/plans/slice.ts'
import { problemOf } from '@weft/contract/problem.ts'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { kofi, ownTopic, type Stage, setStage, strikeStage } from '../../testing/stage.tsx'

vi.mock('socket.io-client', () => import('../../testing/fake-socket-io.ts'))
vi.setConfig({ testTimeout: 20_000 })

let stage: Stage
const pushed: { name: string; input: Record<string, unknown> }[] = []
const id = (last: number) => `018f0000-0000-7000-8000-00000000030${last}`
const idea = (last: number, words: string, more: Partial<CopingStrategy> = {}): CopingStrategy => ({
  copingId: id(last),
  words,
  usedCount: 0,
  helpedCount: 0,
  taps: [],
  visibility: 'private',
  version: 1,
  createdAt: `2026-04-1${last}T09:00:00.000Z`,
  ...more,
})
const safetyPlan: SafetyPlan = {
  parts: {
    ...noParts,
    signs: { items: [{ text: 'I stop eating' }], changedIn: 1 },
    people: { items: [{ text: 'Ama', phone: '07700 900123' }, { text: 'The vicar' }], changedIn: 2 },
  },
  version: 2,
  changedAt: '2026-04-14T09:00:00.000Z',
  visibility: 'private',
}
const holds = (plans: Partial<Plans>) =>
  stage.server.topics.set(ownTopic, {
    seq: 1,
    state: { ...nothingOwned, plans: { ...nothingOwned.plans, ...plans } },
  })

beforeEach(() => {
  pushed.length = 0
  stage = setStage()
  stage.server.push = (push) => {
    pushed.push(push as never)
    return { ok: true, value: {}, epoch: 'e', seq: 2 }
  }
})
afterEach(strikeStage)

const heading = (name: string) => screen.findByRole('heading', { level: 1, name })
const press = async (name: string | RegExp) => fireEvent.click(await screen.findByRole('button', { name }))

test('the plan reads in six ordered parts, with tap-to-call and crisis lines filled in', async () => {
  holds({ safetyPlan })
  stage.open('/plan/safety')
  await heading('My safety plan')
  const titles = (await screen.findAllByRole('heading', { level: 2 })).map((title) => title.textContent)
  expect(titles).toEqual([
    "1 Signs I'm struggling",
    '2 Things I can do on my own',
    '3 People and places that take my mind off it',
    '4 People I can ask for help',
    '5 Workers and crisis lines',
    '6 Making where I am safer',
    'My reasons to keep going',
  ])
  expect(screen.getByRole('link', { name: /^Call\s+Ama\s*07700 900123$/ }).getAttribute('href')).toBe('tel:07700900123')
  expect(screen.getByRole('link', { name: /Samaritans/ }).getAttribute('href')).toBe('tel:116123')
})

test('a part is changed on a page of its own, with no signal too, and the next page follows', async () => {
  holds({ safetyPlan })
  stage.open('/plan/safety/people')
  await heading('People I can ask for help')
  stage.setOnline(false)
  fireEvent.change(await screen.findByLabelText('Name or place 2'), { target: { value: 'Father Tom' } })
  await press('Add another')
  fireEvent.change(await screen.findByLabelText('Name or place 3'), { target: { value: 'Jo' } })
  fireEvent.change(screen.getByLabelText(/Phone 3/), { target: { value: '07700 900456' } })
  await press('Save and go on')
  await heading('Workers and crisis lines')
  fireEvent.click(screen.getByRole('link', { name: /Back/ }))
  expect(await screen.findByText('Father Tom')).toBeTruthy()
  // Whichever door it goes through.
  stage.routes[`PUT /api/people/${kofi.personId}/safety-plan`] = (input) => {
    pushed.push({ name: 'safetyPlan.save', input })
    return [200, {}]
  }
  stage.setOnline(true)
  await waitFor(() =>
    expect(pushed).toMatchObject([
      {
        name: 'safetyPlan.save',
        input: {
          baseVersion: 2,
          parts: {
            people: [
              { text: 'Ama', phone: '07700 900123' },
              { text: 'Father Tom' },
              { text: 'Jo', phone: '07700 900456' },
            ],
          },
        },
      },
    ]),
  )
})

test('a part changed on two devices can be kept as both', async () => {
  holds({ safetyPlan })
  stage.server.push = (push) => {
    pushed.push(push as never)
    return pushed.length > 1
      ? { ok: true, value: {}, epoch: 'e', seq: 2 }
      : { ok: false, problem: problemOf('conflict') }
  }
  stage.open('/plan/safety/signs')
  fireEvent.change(await screen.findByLabelText('Line 1'), { target: { value: 'I stop sleeping' } })
  await press('Save')
  await press('Keep both')
  await waitFor(() =>
    expect(pushed[1]?.input).toMatchObject({
      parts: { signs: [{ text: 'I stop eating' }, { text: 'I stop sleeping' }] },
      baseVersion: 2,
    }),
  )
  await waitFor(() => expect(screen.queryByText('You changed this on two devices')).toBeNull())
})

test('ideas: a tap counts at once and can be taken back; a third pin says whose place it takes', async () => {
  const pinnedAt = (minute: number) => ({ pinnedAt: `2026-04-14T09:0${minute}:00.000Z` })
  holds({ coping: [idea(1, 'A walk', pinnedAt(1)), idea(2, 'The blue song', pinnedAt(2)), idea(3, 'Tea')] })
  stage.open('/plan')
  await press('It helped: Tea')
  expect(await screen.findByText('helped once')).toBeTruthy()
  await press('Undo')
  await waitFor(() => expect(pushed.map(({ name }) => name)).toEqual(['coping.tap', 'coping.untap']))
  await press('More for Tea')
  fireEvent.click(await screen.findByRole('menuitem', { name: 'Show in Get help now' }))
  expect(await screen.findByText('It is in Get help now, in place of “A walk”')).toBeTruthy()
})

test('a new idea is added', async () => {
  stage.open('/plan/coping/new')
  await heading('Add a coping idea')
  await press('Save')
  expect((await screen.findAllByText('Write what helps, in a few words')).length).toBeGreaterThan(0)
  fireEvent.change(screen.getByLabelText('What helps?'), { target: { value: 'Cold water' } })
  await press('Save')
  await heading('Plan')
  expect(await screen.findByText('Cold water')).toBeTruthy()
})

test('a worker’s wording can be taken or left', async () => {
  holds({
    proposals: [
      {
        proposalId: id(9),
        key: 'howToTalk',
        text: 'Speak plainly',
        serviceId: id(8),
        serviceName: 'Lichfield Wellbeing',
        byName: 'Sam Okafor',
        proposedAt: '2026-04-14T09:00:00.000Z',
      },
    ],
  })
  stage.open('/plan/about')
  expect(await screen.findByText('Sam Okafor at Lichfield Wellbeing suggests these words')).toBeTruthy()
  await press('Use these words')
  await waitFor(() => expect(screen.queryByRole('button', { name: 'Use these words' })).toBeNull())
  expect(await screen.findByText('In the words of Sam Okafor')).toBeTruthy()
})
