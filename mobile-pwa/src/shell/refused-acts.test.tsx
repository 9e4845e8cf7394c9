import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { nothingOwned } from '@weft/contract/own/parts.ts'
import { problemOf } from '@weft/contract/problem.ts'
import type { QuestionSet } from '@weft/contract/questionnaires/shapes.ts'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { ownTopic, type Stage, setStage, strikeStage } from '../testing/stage.tsx'

vi.mock('socket.io-client', () => import('../testing/fake-socket-io.ts'))
vi.setConfig({ testTimeout: 20_000 })

const set: QuestionSet = {
  assignmentId: '018f0000-0000-7000-8000-0000000000b1',
  serviceId: '018f0000-0000-7000-8000-0000000000e1',
  serviceName: 'Lichfield Wellbeing',
  measure: 'phq9',
  dueOn: '2026-04-20',
  responder: {
    name: 'Sam Okafor',
    hours: { hours: [], closures: [], nation: 'england', zone: 'Europe/London', replyTargetMinutes: 60 },
    bankHolidays: [],
  },
  answers: {},
}

let stage: Stage
beforeEach(() => {
  stage = setStage()
  stage.server.push = () => ({ ok: false, problem: problemOf('wrong-state') })
})
afterEach(() => {
  strikeStage()
  Reflect.deleteProperty(navigator, 'clipboard')
})

const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }))
const notice = async (title: string | RegExp) =>
  within((await screen.findByText(title)).closest('.wf-notice') as HTMLElement)

test('answers to questions that were taken back: Today leads to a notice that says so, and closing it is the end of it', async () => {
  stage.server.topics.set(ownTopic, { seq: 1, state: { ...nothingOwned, questions: { sets: [set] } } })
  stage.open(`/questions/${set.assignmentId}`)
  fireEvent.click(await screen.findByRole('button', { name: 'Start' }))
  fireEvent.click(await screen.findByLabelText('Several days'))
  press('Next')
  await screen.findByText('Question 2 of 10')
  press('Next')
  await screen.findByText('Question 3 of 10')

  stage.server.topics.set(ownTopic, { seq: 2, state: nothingOwned })
  stage.open('/today')
  const told = await notice(/^2 .+ not sent$/)
  fireEvent.click(told.getByRole('link', { name: 'Look' }))
  const said = await notice('Your answers could not be sent')
  expect(said.getAllByText(/^Your team took them back.*tap Get help now\.$/)).toHaveLength(1)
  fireEvent.click(said.getByRole('button', { name: 'Close' }))
  await waitFor(() => expect(screen.queryByText('Your answers could not be sent')).toBeNull())
  stage.open('/today')
  await screen.findByText('How are things?')
  expect(screen.queryByText(/not sent/)).toBeNull()
})

test('what was written in it is there to copy, on the screen where it was written alone', async () => {
  const writeText = vi.fn(async () => {})
  Object.defineProperty(navigator, 'clipboard', { value: { writeText }, configurable: true })
  stage.open('/plan/coping/new')
  fireEvent.change(await screen.findByLabelText(/What helps/), { target: { value: 'Walk by the canal' } })
  press('Save')
  const said = await notice('A change to your coping ideas could not be saved')
  expect(said.getByText('There is no room for more. Delete one, then add it again.')).toBeTruthy()
  expect(said.getByText('Walk by the canal')).toBeTruthy()
  fireEvent.click(said.getByRole('button', { name: 'Copy' }))
  expect(writeText).toHaveBeenCalledWith('Walk by the canal')
  stage.open('/diary')
  await screen.findByRole('button', { name: 'Save' })
  expect(screen.queryByText('Walk by the canal')).toBeNull()
})
