import { act, fireEvent, screen, waitFor, within } from '@testing-library/react'
import type { SharedGoal } from '@weft/contract/goals/shapes.ts'
import { expect, it } from 'vitest'
import { id, sam, serviceId } from '../../testing/cast.ts'
import { fakeServer, refusal } from '../../testing/fake-server.ts'
import { stage } from '../../testing/stage.tsx'
import PersonGoals from './person-goals.tsx'

const personId = id(40)
const goal: SharedGoal = {
  goalId: id(60),
  words: 'Walk to the canal',
  why: 'The air does me good',
  type: 'physical_health',
  important: true,
  origin: 'self',
  state: 'active',
  createdAt: '2026-04-01T09:00:00.000Z',
  activatedAt: '2026-04-01T09:00:00.000Z',
  steps: [
    { stepId: id(61), goalId: id(60), text: 'Find my boots', position: 2, doneAt: '2026-04-03T09:00:00.000Z' },
    { stepId: id(62), goalId: id(60), text: 'Ring Ade', position: 1 },
  ],
  ratings: [
    { ratingId: id(63), goalId: id(60), value: 4, forDate: '2026-04-08', recordedAt: '2026-04-08T09:00:00.000Z' },
  ],
}
const shared = `shared:${personId}:${serviceId}`
const suggested = `suggested-goals:${personId}:${serviceId}`
const scopes = (revision = 1) => [
  { scope: `goal:${id(60)}`, from: 'everything', startedAt: '2026-04-02T09:00:00.000Z', revision },
]
const nothing = 'Nothing is shared with your team here. Kofi chooses what to share.'
const suggestion = {
  suggestionId: id(70),
  words: 'Try the walking group',
  type: 'physical_health',
  byName: 'Nia Hughes',
  suggestedAt: '2026-04-14T09:00:00.000Z',
  state: 'not_taken_up',
}

function open(goals: unknown[], comments: unknown[] = []) {
  const server = fakeServer({
    'GET /api/people/*/services/*/goals': () => ({ goals, comments }),
    'POST /api/people/*/services/*/goals/*/steps/*/tick': {},
    'POST /api/people/*/services/*/suggested-goals': ({ body }: { body: object }) => ({
      ...suggestion,
      ...body,
      state: 'waiting',
    }),
  })
  const services = [{ serviceId, serviceName: 'Lichfield Wellbeing' }]
  const shown = stage(sam, <PersonGoals personId={personId} personName="Kofi" services={services} />)
  return { server, ...shown }
}

it('shows a shared goal as it is, and reads it again when it moves', async () => {
  const goals = [goal]
  const { live, server } = open(goals)
  act(() => live.set(shared, { state: { scopes: scopes() } }))
  const card = (await screen.findByRole('heading', { name: 'Walk to the canal' })).closest('section') as HTMLElement
  expect(within(card).getByText('1 of 2 steps')).toBeTruthy()
  expect(within(card).getByText('4 on 8 April 2026')).toBeTruthy()
  goals[0] = { ...goal, words: 'Walk to the park' }
  act(() => live.set(shared, { state: { scopes: scopes(2) } }))
  expect(await screen.findByRole('heading', { name: 'Walk to the park' })).toBeTruthy()
  expect(server.askedFor('GET /api/people/*/services/*/goals')).toHaveLength(2)
})

it('empties at once when sharing stops, whatever the server has yet to say', async () => {
  const { live } = open([goal])
  act(() => live.set(shared, { state: { scopes: scopes() } }))
  await screen.findByRole('heading', { name: 'Walk to the canal' })
  act(() => live.set(shared, { state: { scopes: [] } }))
  expect(screen.queryByText('Walk to the canal')).toBeNull()
  expect(screen.getByText('Kofi has stopped sharing this.')).toBeTruthy()
  expect(await screen.findByText(nothing)).toBeTruthy()
})

it('ticks a step only once the worker has said that the person is there', async () => {
  const { live, server } = open([goal])
  act(() => live.set(shared, { state: { scopes: scopes() } }))
  fireEvent.click(await screen.findByRole('button', { name: 'Tick together: Ring Ade' }))
  expect(screen.queryByRole('button', { name: 'Tick together: Find my boots' })).toBeNull()
  const tick = 'POST /api/people/*/services/*/goals/*/steps/*/tick'
  expect(server.askedFor(tick)).toHaveLength(0)
  fireEvent.click(screen.getByRole('button', { name: 'Kofi is with me, tick it' }))
  await waitFor(() => expect(server.askedFor(tick)[0]?.body).toEqual({ isPersonPresent: true }))
  expect(await screen.findByText('Ticked with Kofi')).toBeTruthy()
})

it('says the same where nothing is shared, where there is nothing, and where one may not look', async () => {
  const first = open([])
  act(() => first.live.set(shared, { state: { scopes: [] } }))
  await screen.findByText(nothing)
  const said = first.container.textContent
  first.unmount()
  const second = open([])
  act(() => second.live.set(shared, { status: 'refused' }))
  await screen.findByText(nothing)
  expect(second.container.textContent).toBe(said)
})

it('suggests a goal once, by name, and shows what came of others', async () => {
  const { live, server } = open([])
  act(() => {
    live.set(shared, { state: { scopes: [] } })
    live.set(suggested, { state: { suggestions: [suggestion] } })
  })
  expect(await screen.findByText('Not taken up')).toBeTruthy()
  fireEvent.click(screen.getByRole('button', { name: 'Suggest a goal' }))
  const dialog = screen.getByRole('dialog', { name: 'Suggest a goal to Kofi' })
  fireEvent.click(within(dialog).getByRole('button', { name: 'Suggest to Kofi' }))
  expect(within(dialog).getByText('Write the goal in a few words')).toBeTruthy()
  fireEvent.change(within(dialog).getByLabelText('The goal, in words they would use'), { target: { value: 'Swim' } })
  fireEvent.click(within(dialog).getByRole('button', { name: 'Suggest to Kofi' }))
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  expect(server.askedFor('POST /api/people/*/services/*/suggested-goals')[0]?.body).toMatchObject({
    words: 'Swim',
    type: 'other',
  })
})

it('suggests a step, and rates only with the person there', async () => {
  const { live, server } = open([goal])
  server.answers['POST /api/people/*/services/*/goals/*/suggested-steps'] = refusal('wrong-state')
  server.answers['POST /api/people/*/services/*/goals/*/ratings'] = {}
  act(() => live.set(shared, { state: { scopes: scopes() } }))
  fireEvent.click(await screen.findByRole('button', { name: 'Suggest a step for Walk to the canal' }))
  fireEvent.change(screen.getByLabelText('One small step'), { target: { value: 'Find a map' } })
  fireEvent.click(screen.getByRole('button', { name: 'Suggest to Kofi' }))
  await screen.findByText('There are enough suggestions for this goal for now.')
  server.answers['POST /api/people/*/services/*/goals/*/suggested-steps'] = {}
  fireEvent.click(screen.getByRole('button', { name: 'Suggest to Kofi' }))
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  expect(server.askedFor('POST /api/people/*/services/*/goals/*/suggested-steps')[0]?.body).toMatchObject({
    text: 'Find a map',
  })
  fireEvent.click(screen.getByRole('button', { name: 'Rate together: Walk to the canal' }))
  fireEvent.click(screen.getByRole('radio', { name: /^6/ }))
  fireEvent.click(screen.getByRole('button', { name: 'Kofi is with me, save it' }))
  await waitFor(() =>
    expect(server.askedFor('POST /api/people/*/services/*/goals/*/ratings')[0]?.body).toMatchObject({
      value: 6,
      isPersonPresent: true,
    }),
  )
})

const comment = (number: number, text: string, isMine: boolean) => ({
  commentId: id(number),
  goalId: goal.goalId,
  text,
  byName: isMine ? 'Sam Okafor' : 'Nia Hughes',
  writtenAt: '2026-04-14T09:00:00.000Z',
  isMine,
})

it('shows what the team wrote beside the goal, and lets only its writer withdraw it, once that was asked', async () => {
  const comments = [comment(80, 'Well done', true), comment(81, 'See you soon', false)]
  const { live, server } = open([goal], comments)
  const withdraw = 'POST /api/people/*/services/*/goals/*/comments/*/withdraw'
  server.answers[withdraw] = refusal('unforeseen')
  act(() => live.set(shared, { state: { scopes: scopes() } }))
  const said = await screen.findByRole('region', { name: 'What your team wrote to Kofi' })
  expect(within(said).getByText(/Nia Hughes/)).toBeTruthy()
  expect(within(said).getAllByRole('button')).toHaveLength(1)
  fireEvent.click(within(said).getByRole('button', { name: 'Withdraw: Well done' }))
  fireEvent.click(screen.getByRole('button', { name: 'Withdraw it' }))
  expect(await screen.findByText('That was not withdrawn. Try again.')).toBeTruthy()
  server.answers[withdraw] = () => {
    comments.shift()
    return {}
  }
  fireEvent.click(within(said).getByRole('button', { name: 'Withdraw: Well done' }))
  fireEvent.click(screen.getByRole('button', { name: 'Withdraw it' }))
  await waitFor(() => expect(screen.queryByText('Well done')).toBeNull())
  expect(screen.getByText('See you soon')).toBeTruthy()
})

it('comments with the goal’s words in sight, and not on one that was let go', async () => {
  const { live, server } = open([goal, { ...goal, goalId: id(64), words: 'Run', state: 'let_go' }])
  const write = 'POST /api/people/*/services/*/goals/*/comments'
  server.answers[write] = {}
  act(() => live.set(shared, { state: { scopes: [...scopes(), { ...scopes()[0], scope: `goal:${id(64)}` }] } }))
  fireEvent.click(await screen.findByRole('button', { name: 'Comment on Walk to the canal' }))
  expect(screen.queryByRole('button', { name: 'Comment on Run' })).toBeNull()
  const dialog = within(screen.getByRole('dialog', { name: 'Comment for Kofi' }))
  expect(dialog.getByText('Walk to the canal')).toBeTruthy()
  fireEvent.click(dialog.getByRole('button', { name: 'Send to Kofi' }))
  expect(dialog.getByText('Write a few words')).toBeTruthy()
  fireEvent.change(dialog.getByLabelText('A few words'), { target: { value: 'Well done' } })
  fireEvent.click(dialog.getByRole('button', { name: 'Send to Kofi' }))
  await waitFor(() => expect(server.askedFor(write)[0]?.body).toMatchObject({ text: 'Well done' }))
  expect(await screen.findByText('Sent to Kofi')).toBeTruthy()
})
