import { act, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { noParts } from '@weft/contract/plans/document-acts.ts'
import { expect, it } from 'vitest'
import { id, sam, serviceId } from '../../testing/cast.ts'
import { fakeServer } from '../../testing/fake-server.ts'
import { stage } from '../../testing/stage.tsx'
import PersonPlan from './person-plan.tsx'

const personId = id(40)
const topic = `shared:${personId}:${serviceId}`
const scope = (name: string, revision = 1) => ({
  scope: name,
  from: 'everything',
  startedAt: '2026-04-02T09:00:00.000Z',
  revision,
})
const nothing = 'Nothing is shared with your team here. Kofi chooses what to share.'
const plan = {
  coping: [{ copingId: id(80), words: 'A walk', usedCount: 3, helpedCount: 2, createdAt: '2026-04-01T09:00:00.000Z' }],
  safetyPlan: {
    parts: { ...noParts, people: { items: [{ text: 'Ama', phone: '07700 900123' }], changedIn: 1 } },
    changedAt: '2026-04-10T09:00:00.000Z',
  },
}
const entries = [
  { entryId: id(81), text: 'For Sam to read', writtenAt: '2026-04-10T09:00:00.000Z', forDate: '2026-04-10' },
]
const empty = { me: {}, team: {}, goals: [], triggers: [], contingency: {}, crisis: {}, daily: [], needs: {} }
const copy = {
  carePlanId: id(82),
  serviceId,
  serviceName: 'Lichfield Wellbeing',
  source: 'Rio (demo)',
  asAt: '2026-04-14T08:00:00.000Z',
  content: { ...empty, goals: [{ goal: 'Sleep through', actions: 'A fixed bedtime' }] },
}

function open(held: { plan: object; entries: unknown[]; copies?: unknown[] }) {
  const server = fakeServer({
    'GET /api/people/*/services/*/plan': () => held.plan,
    'GET /api/people/*/services/*/diary': () => ({ entries: held.entries }),
    'GET /api/people/*/services/*/care-plans': () => ({ carePlans: held.copies ?? [] }),
    'POST /api/people/*/services/*/about-me/proposals': () => ({}),
  })
  const services = [{ serviceId, serviceName: 'Lichfield Wellbeing' }]
  return { server, ...stage(sam, <PersonPlan personId={personId} personName="Kofi" services={services} />) }
}

it('shows what is shared, and takes each block off the moment it is not', async () => {
  const { live, server } = open({ plan, entries })
  const all = ['coping', 'safety_plan', `diary:${id(81)}`].map((name) => scope(name))
  act(() => live.set(topic, { state: { scopes: all } }))
  expect(await screen.findByText('A walk')).toBeTruthy()
  expect(screen.getByText('Used 3 times, helped 2 times')).toBeTruthy()
  expect(screen.getByRole('link', { name: '07700 900123' }).getAttribute('href')).toBe('tel:07700900123')
  expect(screen.getByText('For Sam to read')).toBeTruthy()
  act(() => live.set(topic, { state: { scopes: [scope('coping', 2)] } }))
  expect(screen.queryByText('For Sam to read')).toBeNull()
  expect(screen.queryByText('Ama')).toBeNull()
  expect(screen.getByText('Kofi has stopped sharing this.')).toBeTruthy()
  await waitFor(() => expect(server.askedFor('GET /api/people/*/services/*/plan')).toHaveLength(2))
})

it('says the same where nothing is shared, where there is nothing, and where one may not look', async () => {
  const said: (string | null)[] = []
  const cases = [
    { held: { plan, entries }, set: { state: { scopes: [] } } },
    { held: { plan: { coping: [] }, entries: [] }, set: { state: { scopes: [scope('coping')] } } },
    { held: { plan, entries }, set: { status: 'refused' as const } },
  ]
  for (const { held, set } of cases) {
    const { live, container, unmount } = open(held)
    act(() => live.set(topic, set))
    await screen.findByText(nothing)
    await screen.findByText('No care plan has come from the record system.')
    said.push(container.textContent)
    unmount()
  }
  expect(new Set(said).size).toBe(1)
})

it('shows the care plan of the record with its source and time, what belongs together side by side', async () => {
  const { live } = open({
    plan: { coping: [] },
    entries: [],
    copies: [copy, { ...copy, carePlanId: id(83), content: undefined }],
  })
  act(() => live.set(topic, { state: { scopes: [] } }))
  expect((await screen.findAllByText('Rio (demo), as at 14 April 2026')).length).toBe(2)
  const goal = screen.getByText('Sleep through').closest('dl') as HTMLElement
  expect(within(goal).getByText('A fixed bedtime')).toBeTruthy()
  expect(screen.getByText('The record holds no structured plan.')).toBeTruthy()
})

it('suggests wording by name, and never hears what came of it', async () => {
  const { live, server } = open({ plan: { coping: [] }, entries: [] })
  act(() => live.set(topic, { state: { scopes: [] } }))
  fireEvent.click(screen.getByRole('button', { name: 'Suggest wording for About me' }))
  const dialog = screen.getByRole('dialog', { name: 'Suggest wording to Kofi' })
  fireEvent.click(within(dialog).getByRole('button', { name: 'Suggest to Kofi' }))
  expect(within(dialog).getByText('Write the wording you suggest')).toBeTruthy()
  fireEvent.change(within(dialog).getByLabelText('Your wording'), { target: { value: 'Speak plainly' } })
  fireEvent.click(within(dialog).getByRole('button', { name: 'Suggest to Kofi' }))
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  expect(server.askedFor('POST /api/people/*/services/*/about-me/proposals')[0]?.body).toMatchObject({
    key: 'howToTalk',
    text: 'Speak plainly',
  })
})
