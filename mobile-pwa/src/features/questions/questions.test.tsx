import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { nothingOwned } from '@weft/contract/own/parts.ts'
import type { QuestionSet } from '@weft/contract/questionnaires/shapes.ts'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { kofi, ownTopic, type Stage, setStage, strikeStage } from '../../testing/stage.tsx'

vi.mock('socket.io-client', () => import('../../testing/fake-socket-io.ts'))
vi.setConfig({ testTimeout: 20_000 })

const set: QuestionSet = {
  assignmentId: '018f0000-0000-7000-8000-0000000000b1',
  serviceId: '018f0000-0000-7000-8000-0000000000e1',
  serviceName: 'Lichfield Wellbeing',
  measure: 'phq9',
  dueOn: '2026-04-20',
  responder: {
    name: 'Sam Okafor',
    hours: {
      hours: [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, open: '00:00', close: '23:59' })),
      closures: [],
      nation: 'england',
      zone: 'Europe/London',
      replyTargetMinutes: 60,
    },
    bankHolidays: [],
  },
  answers: {},
}

let stage: Stage
let pushed: { answers: Record<string, number>; isSent?: boolean; wantsCall?: boolean }[]
const given = (more: Partial<QuestionSet> = {}) =>
  stage.server.topics.set(ownTopic, {
    seq: 1,
    state: { ...nothingOwned, questions: { sets: [{ ...set, ...more }] } },
  })
beforeEach(() => {
  pushed = []
  stage = setStage()
  stage.server.push = ({ input }) => {
    pushed.push(input as never)
    return { ok: true, value: {}, seq: 1 }
  }
  // By this road where the other is not open yet.
  stage.routes[`PUT /api/people/${kofi.personId}/questions/${set.assignmentId}`] = (input) => {
    pushed.push(input as never)
    return [200, {}]
  }
})
afterEach(strikeStage)

const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }))
const question = (step: number) => screen.findByText(`Question ${step} of 10`)
const open = async () => {
  stage.open(`/questions/${set.assignmentId}`)
  await screen.findByText(/would like to know/)
}

test('who looks, and when, is said before the first question; one question to a page, each may be skipped', async () => {
  given()
  await open()
  expect(screen.getByText(/not watched as you type\. Sam Okafor will look by/)).toBeTruthy()
  press('Start')
  await question(1)
  fireEvent.click(screen.getByLabelText('Several days'))
  press('Next')
  await question(2)
  press('Skip')
  await question(3)
  await waitFor(() => expect(pushed.at(-1)?.answers).toEqual({ interest: 1 }))
  // A question that is passed over is nothing to keep, nor to wait for signal.
  expect(pushed).toHaveLength(1)
  expect(pushed.some((one) => one.isSent)).toBe(false)
})

test('an answer about self-harm brings help at once and goes out as it is given, with a wish for a call', async () => {
  given({ answers: Object.fromEntries(['interest', 'low_mood', 'sleep', 'energy'].map((key) => [key, 1])) as never })
  await open()
  press('Carry on')
  await question(5)
  for (const step of [6, 7, 8, 9]) {
    press('Skip')
    await question(step)
  }
  expect(screen.queryByText(/Thank you for telling us/)).toBeNull()
  stage.setOnline(false)
  fireEvent.click(screen.getByLabelText('Several days'))
  const help = await screen.findByRole('region', { name: 'Get help now' })
  await waitFor(() => expect(document.activeElement).toBe(help))
  expect(within(help).getByRole('link', { name: /999/ }).getAttribute('href')).toBe('tel:999')
  press('Yes')
  expect(await screen.findByText('Your team will see that you would like a call.')).toBeTruthy()
  stage.setOnline(true)
  await waitFor(() => expect(pushed.some((one) => one.wantsCall && one.answers.self_harm_thoughts === 1)).toBe(true))
  press('Next')
  await question(10)
})

test('an answer given by mistake is taken back by skipping, on the last page without sending', async () => {
  given()
  await open()
  press('Start')
  await question(1)
  fireEvent.click(screen.getByLabelText('Several days'))
  press('Skip')
  await question(2)
  await waitFor(() => expect(pushed.at(-1)?.answers).toEqual({}))
  press('Back')
  await question(1)
  expect(screen.getByLabelText<HTMLInputElement>('Several days').checked).toBe(false)
  for (const step of [2, 3, 4, 5, 6, 7, 8, 9]) {
    press('Skip')
    await question(step)
  }
  fireEvent.click(screen.getByLabelText('Several days'))
  await screen.findByRole('region', { name: 'Get help now' })
  press('Skip')
  await question(10)
  await waitFor(() => expect(pushed.at(-1)?.answers).toEqual({}))
  expect(pushed.some((one) => one.answers.self_harm_thoughts === 1)).toBe(true)
  fireEvent.click(screen.getByLabelText('Very difficult'))
  press('Skip')
  expect(screen.getByLabelText<HTMLInputElement>('Very difficult').checked).toBe(false)
  expect(screen.queryByRole('button', { name: 'Skip' })).toBeNull()
  expect(pushed.some((one) => one.isSent)).toBe(false)
})

test('what could not be sent says so, and never that it was seen', async () => {
  const all = ['interest', 'low_mood', 'sleep', 'energy', 'appetite', 'self_worth', 'concentration', 'psychomotor']
  given({ answers: Object.fromEntries([...all, 'self_harm_thoughts'].map((key) => [key, 0])) as never })
  await open()
  stage.setOnline(false)
  press('Carry on')
  await question(10)
  press('Send to Lichfield Wellbeing')
  expect(await screen.findByText(/^Not sent yet\. Your team cannot see these/)).toBeTruthy()
  expect(screen.queryByText(/will look/)).toBeNull()
})

test('what was sent says who will look; no score unless the service shows one', async () => {
  given({ submittedAt: '2026-04-20T10:00:00Z' })
  stage.open(`/questions/${set.assignmentId}`)
  expect(await screen.findByText(/^Sent\. Sam Okafor will look/)).toBeTruthy()
  expect(screen.queryByText(/total/)).toBeNull()
})

test('a set that is not there, or not there any more, is the page of everything absent', async () => {
  stage.open('/questions/018f0000-0000-7000-8000-0000000000b9')
  expect(await screen.findByText(/It may have moved, or it may not be shared/)).toBeTruthy()
})
