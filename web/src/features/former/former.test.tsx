import { act, fireEvent, screen, waitFor } from '@testing-library/react'
import { expect, test } from 'vitest'
import { conversationId, id, kofiMember, message, nia, serviceId, thread } from '../../testing/cast.ts'
import { fakeServer, refusal } from '../../testing/fake-server.ts'
import { stage } from '../../testing/stage.tsx'
import { ConversationPane } from '../conversation/conversation-pane.tsx'

const personId = id(40)
const former = {
  personId,
  name: 'Denise Archer',
  serviceId,
  serviceName: 'Lichfield Wellbeing',
  endedAt: '2026-03-01T12:00:00.000Z',
}
const title = 'Denise Archer’s time with Lichfield Wellbeing ended on 1 March 2026'
const say = `POST /api/people/${personId}/reading-reasons`
const person = {
  personId,
  knownAs: 'Denise',
  fullName: 'Denise Archer',
  communicationNeeds: { interpreter: false },
  enrolments: [],
}

async function openedPage() {
  const server = fakeServer({
    'GET /api/me/settings': {},
    'GET /api/caseload': { rows: [], total: 0 },
    'GET /api/people/*': refusal('reason-needed', { former }),
    [say]: (): unknown => {
      server.answers['GET /api/people/*'] = person
      return { until: '2026-04-15T17:00:00.000Z' }
    },
  })
  const on = stage(nia, `/people/${personId}`)
  const heading = await screen.findByRole('heading', { name: title })
  return { ...on, server, heading }
}

test('where the page would stand is who left and when, and the question; then the page opens by itself', async () => {
  const { server, heading } = await openedPage()
  expect(document.activeElement).toBe(heading)
  expect(screen.queryByRole('tab')).toBeNull()
  expect(screen.getByText('Denise Archer can see that you read it, and why.')).toBeTruthy()
  fireEvent.click(screen.getByLabelText('A complaint or a concern'))
  fireEvent.click(screen.getByRole('button', { name: 'Open to read' }))
  expect(await screen.findByRole('tab', { name: 'Messages' })).toBeTruthy()
  expect(server.askedFor(say).map(({ body }) => body)).toEqual([
    { serviceId, reasonId: expect.any(String), reason: 'complaint' },
  ])
})

test('it needs a reason, and another reason needs words; answers that may have arrived go again under their own id', async () => {
  const { server } = await openedPage()
  const open = () => fireEvent.click(screen.getByRole('button', { name: 'Open to read' }))
  open()
  expect(screen.getByText('Choose a reason')).toBeTruthy()
  fireEvent.click(screen.getByLabelText('Another reason'))
  open()
  expect(screen.getByText('Say what the reason is, in at most 300 characters')).toBeTruthy()
  fireEvent.change(screen.getByLabelText('What is the reason?'), { target: { value: 'She rang to ask for a date' } })
  const works = server.answers[say]
  server.answers[say] = 'no network'
  open()
  await screen.findByText('You are offline. Nothing was sent: try again when you are online.')
  open()
  await waitFor(() => expect(server.askedFor(say)).toHaveLength(2))
  await screen.findByText('You are offline. Nothing was sent: try again when you are online.')
  fireEvent.click(screen.getByLabelText('To check the quality of our work'))
  server.answers[say] = works
  open()
  await screen.findByRole('tab', { name: 'Messages' })
  const [first, again, other] = server.askedFor(say).map(({ body }) => body)
  expect(first).toMatchObject({ reason: 'other', text: 'She rang to ask for a date' })
  expect(again).toEqual(first)
  expect(other).toEqual({ serviceId, reasonId: expect.any(String), reason: 'audit' })
  expect(other?.reasonId).not.toBe(first?.reasonId)
})

test('a thread asks in its own place, joins again once it was said, and asks again when the time is up', async () => {
  fakeServer({ 'GET /api/me/settings': {}, [say]: { until: '2026-04-15T17:00:00.000Z' } })
  const on = stage(nia, <ConversationPane conversationId={conversationId} />)
  const topic = `conversation:${conversationId}`
  const refuse = () =>
    act(async () =>
      on.live.set(topic, { status: 'refused', state: undefined, problem: { code: 'reason-needed', former } }),
    )
  await refuse()
  expect(await screen.findByRole('heading', { name: title, level: 2 })).toBeTruthy()
  fireEvent.click(screen.getByLabelText('To keep somebody safe'))
  fireEvent.click(screen.getByRole('button', { name: 'Open to read' }))
  await waitFor(() => expect(on.live.retried).toEqual([topic]))
  await act(async () => on.live.set(topic, { problem: undefined, state: thread([message(1, kofiMember)]) }))
  expect(screen.queryByRole('heading', { name: title })).toBeNull()
  await refuse()
  expect(await screen.findByRole('heading', { name: title })).toBeTruthy()
  expect(screen.queryByText('You no longer have access to this conversation')).toBeNull()
})

test('anybody else finds the page that says nothing', async () => {
  fakeServer({ 'GET /api/me/settings': {}, 'GET /api/caseload': { rows: [], total: 0 } })
  stage(nia, `/people/${personId}`)
  expect(await screen.findByText("We can't show this.")).toBeTruthy()
  expect(screen.queryByRole('radio')).toBeNull()
})
