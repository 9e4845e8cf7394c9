import { act, fireEvent, screen, waitFor } from '@testing-library/react'
import { expect, it } from 'vitest'
import {
  conversationId,
  id,
  kofiMember,
  message,
  noteId,
  row,
  sam,
  samId,
  service,
  serviceId,
  thread,
} from '../../testing/cast.ts'
import { fakeServer, refusal } from '../../testing/fake-server.ts'
import { stage } from '../../testing/stage.tsx'

const personId = id(40)
const mine = `my-conversations:${samId}:practitioner`
const theirs = row(20, 'Kofi', { personId })
const ofCarer = row(22, 'Kofi', {
  personId,
  kind: 'carer_team',
  carer: { name: 'Abena', relationship: 'mother' },
})
const kofi = {
  personId,
  knownAs: 'Kofi',
  fullName: 'Kofi Mensah',
  nhsNumber: '9990001812',
  communicationNeeds: { interpreter: false },
  enrolments: [
    {
      enrolmentId: id(80),
      serviceId,
      serviceName: 'Lichfield Wellbeing',
      state: 'active',
      startedOn: '2026-01-01',
    },
  ],
}

async function opened(address = `/people/${personId}`, header: unknown = kofi) {
  const server = fakeServer({
    'GET /api/services/mine': { services: [service] },
    'GET /api/me/settings': {},
    'GET /api/flags': { flags: [] },
    'GET /api/people/*': header,
    'GET /api/accounts/*/practitioner/conversations': { rows: [theirs, ofCarer], total: 2 },
  })
  const on = stage(sam, address)
  await act(async () => {
    on.live.set(mine, { state: { rows: [theirs, ofCarer], total: 2 } })
    on.live.set(`conversation-desk:${conversationId}`, { state: { conversationId, noteConversationId: noteId } })
    on.live.set(`conversation:${conversationId}`, { state: thread([message(1, kofiMember)]) })
  })
  await screen.findByRole('heading', { level: 1, name: 'Kofi' })
  const lose = () =>
    act(async () => {
      server.answers['GET /api/people/*'] = refusal('not-found')
      server.answers['GET /api/accounts/*/practitioner/conversations'] = { rows: [], total: 0 }
      on.live.set(`conversation:${conversationId}`, { status: 'refused', state: undefined })
      on.live.set(mine, { state: { rows: [], total: 0 } })
    })
  return { ...on, lose }
}

it('goes whole, as if it had never been, when the person is lost while it is open', async () => {
  const { lose } = await opened()
  expect(await screen.findByRole('tab', { name: 'Abena, mother' })).toBeTruthy()
  await lose()
  expect(await screen.findByText("We can't show this.")).toBeTruthy()
  expect(document.body.textContent).not.toMatch(/Kofi|999 000|Abena|Words 1/)
})

it('leaves the viewer their own words, and nothing else', async () => {
  const { lose } = await opened()
  fireEvent.change(await screen.findByRole('textbox', { name: 'Reply to Kofi' }), { target: { value: 'I will ring' } })
  await lose()
  await waitFor(() => expect(document.body.textContent).not.toMatch(/Kofi|999 000|Abena|Words 1/))
  expect(screen.getByText('I will ring')).toBeTruthy()
  fireEvent.click(screen.getByRole('button', { name: 'Close' }))
  expect(await screen.findByRole('region', { name: 'Conversations' })).toBeTruthy()
})

it('“Message Kofi” leads into the box of the reply, from any tab', async () => {
  await opened(`/people/${personId}/questions`)
  const press = () => fireEvent.click(screen.getByRole('button', { name: 'Message Kofi' }))
  press()
  await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('textbox', { name: 'Reply to Kofi' })))
  screen.getByRole('tab', { name: 'Messages' }).focus()
  press()
  await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('textbox', { name: 'Reply to Kofi' })))
})

it('does not say that nothing is shared before it knows with whom', async () => {
  await import('../trackers/person-trackers.tsx') // here already: what is waited for is the person
  await opened(`/people/${personId}/trackers`, () => new Promise(() => {}))
  expect(await screen.findByText('Loading')).toBeTruthy()
  expect(screen.queryByText(/^Nothing is shared/)).toBeNull()
})

it('offers nobody to write to somebody whose time with every service here has ended', async () => {
  await opened(undefined, { ...kofi, enrolments: kofi.enrolments.map((one) => ({ ...one, state: 'ended' })) })
  await waitFor(() => expect(screen.queryByRole('button', { name: 'Message Kofi' })).toBeNull())
})
