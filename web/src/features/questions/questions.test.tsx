import { act, fireEvent, screen, waitFor } from '@testing-library/react'
import type { MeasureUse, TeamQuestionSet } from '@weft/contract/questionnaires/shapes.ts'
import { expect, test } from 'vitest'
import { id, sam } from '../../testing/cast.ts'
import { fakeServer } from '../../testing/fake-server.ts'
import { stage } from '../../testing/stage.tsx'
import PersonQuestions from './person-questions.tsx'

const [personId, serviceId] = [id(81), id(82)]
const list = `GET /api/people/${personId}/services/${serviceId}/questions`
const ask = `POST /api/people/${personId}/services/${serviceId}/questions`
const use: MeasureUse = {
  measure: 'phq9',
  isOn: true,
  responder: { staffId: id(83), name: 'Sam Okafor' },
  hours: [],
  showsTotal: false,
}
const sent: TeamQuestionSet = {
  assignmentId: id(84),
  measure: 'phq9',
  dueOn: '2026-04-20',
  askedBy: 'Sam Okafor',
  responder: 'Sam Okafor',
  isMine: true,
  state: 'sent',
  submittedAt: '2026-04-20T10:00:00Z',
  isComplete: true,
  total: 16,
  band: 'moderately_severe',
}

const open = async (sets: TeamQuestionSet[], asks: MeasureUse[] = [use]) => {
  const server = fakeServer({
    [list]: { sets, asks },
    [ask]: { ...sent, state: 'waiting' },
    [`GET /api/questions/${sent.assignmentId}/answers`]: {
      measure: 'phq9',
      answers: { interest: 2 },
      wantsCall: true,
    },
  })
  const { live } = stage(
    sam,
    <PersonQuestions
      personId={personId}
      personName="Kofi"
      services={[{ serviceId, serviceName: 'Lichfield Wellbeing' }]}
    />,
  )
  const hear = () => act(async () => live.set(`shared:${personId}:${serviceId}`, { state: { scopes: [] } }))
  await hear()
  return { ...server, hear }
}

test('the team sees a total with its band; the reader opens the answers, and they are asked for only then', async () => {
  const server = await open([sent])
  expect(await screen.findByText('16, moderately severe')).toBeTruthy()
  expect(server.askedFor('GET /api/questions/*/answers')).toHaveLength(0)
  fireEvent.click(screen.getByRole('button', { name: 'Read answers' }))
  expect(await screen.findByText('More than half the days')).toBeTruthy()
  expect(screen.getAllByText('Skipped').length).toBeGreaterThan(1)
})

test('what comes back is there as soon as the feed says that something moved, and is read once for each time', async () => {
  const sets: TeamQuestionSet[] = [
    { ...sent, state: 'waiting', submittedAt: undefined, total: undefined, band: undefined },
  ]
  const server = await open(sets)
  expect(await screen.findByText('Not started')).toBeTruthy()
  expect(server.askedFor(list)).toHaveLength(1)
  sets[0] = sent
  await server.hear()
  expect(await screen.findByText('16, moderately severe')).toBeTruthy()
  expect(server.askedFor(list)).toHaveLength(2)
})

test('whoever is not the reader is told who is', async () => {
  await open([
    { ...sent, isMine: false, responder: 'Nia Hughes', total: undefined, band: undefined, isComplete: false },
  ])
  expect(await screen.findByText('No total: a question was skipped')).toBeTruthy()
  expect(screen.getByText('Nia Hughes')).toBeTruthy()
  expect(screen.queryByRole('button', { name: 'Read answers' })).toBeNull()
})

test('asking says who will look, and goes out once', async () => {
  const server = await open([])
  expect(await screen.findByText('Sam Okafor will look at the answers. Kofi is told so.')).toBeTruthy()
  fireEvent.click(screen.getByRole('button', { name: 'Ask Kofi' }))
  await waitFor(() => expect(server.askedFor(ask)[0]?.body).toMatchObject({ measure: 'phq9' }))
})

test('with nothing switched on there is nothing to ask', async () => {
  await open([], [])
  expect(await screen.findByText(/has not switched on any questions/)).toBeTruthy()
  expect(screen.queryByRole('button', { name: 'Ask Kofi' })).toBeNull()
})

test('with no service in common the tab says what every tab says', () => {
  fakeServer({})
  stage(sam, <PersonQuestions personId={personId} personName="Kofi" services={[]} />)
  expect(screen.getByText('Nothing is shared with your team here. Kofi chooses what to share.')).toBeTruthy()
})
