import { act, fireEvent, screen, within } from '@testing-library/react'
import { today as todayOf } from '@weft/contract/trackers/days.ts'
import type { SharedTrackers } from '@weft/contract/trackers/operations.ts'
import { expect, it } from 'vitest'
import { id, sam, serviceId } from '../../testing/cast.ts'
import { fakeServer } from '../../testing/fake-server.ts'
import { stage } from '../../testing/stage.tsx'
import PersonTrackers from './person-trackers.tsx'

const personId = id(40)
const problemId = id(50)
const today = todayOf(new Date())
const recordedAt = new Date().toISOString()
const zone = 'Europe/London'
const diary = {
  intoBed: '22:30',
  triedToSleep: '23:00',
  minutesToSleep: 40,
  minutesAwake: 35,
  finalWake: '06:30',
  outOfBed: '07:15',
  quality: 2,
}
const problem = { problemId, words: 'Voices', state: 'active' as const, version: 1, createdAt: recordedAt }
const everything: SharedTrackers = {
  sleep: [{ forDate: today, diary, zone, recordedAt }],
  problems: [{ problem, ratings: [{ problemId, forDate: today, value: 7, whatHelped: 'Music', recordedAt }] }],
}
const topic = `shared:${personId}:${serviceId}`
const share = (scope: string, revision = 1) => ({ scope, from: 'everything', startedAt: recordedAt, revision })
const nothing = 'Nothing is shared with your team here. Kofi chooses what to share.'
const route = 'GET /api/people/*/services/*/trackers'

function open(answer: () => SharedTrackers) {
  const server = fakeServer({ [route]: answer })
  const services = [{ serviceId, serviceName: 'Lichfield Wellbeing' }]
  const shown = stage(sam, <PersonTrackers personId={personId} personName="Kofi" services={services} />)
  const shares = (...scopes: object[]) => act(() => shown.live.set(topic, { state: { scopes } }))
  return { server, shares, ...shown }
}

it('shows what is shared as its owner sees it, with the figures of sleep and what to hold against them', async () => {
  const { shares } = open(() => everything)
  shares(share('sleep'), share(`problem:${problemId}`))
  expect(await screen.findByText(/^About 6 h 15 min, from 1 of 28 nights\./)).toBeTruthy()
  expect(screen.getByText(/^About 7 out of 10, from 1 of 28 days\./)).toBeTruthy()
  const table = screen.getByRole('table', { name: /^Nights logged in full/ })
  for (const figure of ['8 h 45 min', '6 h 15 min', '40 min', '35 min', '71.4 %', '45 min', '03:05', '2 out of 5'])
    expect(within(table).getByText(figure)).toBeTruthy()
  expect(screen.getByText('What helped: Music')).toBeTruthy()
  expect(screen.getByText(/suggests insomnia/)).toBeTruthy()
  expect(screen.getByText(/A guide, not a diagnosis/)).toBeTruthy()
})

it('reads again when it moves, and asks for the window that is looked at with the one before', async () => {
  let slept = 360
  const { shares, server } = open(() => ({
    sleep: [{ forDate: today, minutesSlept: slept, zone, recordedAt }],
    problems: [],
  }))
  shares(share('sleep'))
  await screen.findByText(/^About 6 h, from 1 of 28 nights\./)
  expect(screen.queryByRole('table', { name: /^Nights logged in full/ })).toBeNull()
  slept = 420
  shares(share('sleep', 2))
  await screen.findByText(/^About 7 h, from 1 of 28 nights\./)
  fireEvent.click(screen.getByRole('radio', { name: '7 days' }))
  await screen.findByText(/from 1 of 7 nights/)
  expect(screen.queryByRole('button', { name: 'The 7 days after' })).toBeNull()
  fireEvent.click(screen.getByRole('button', { name: 'The 7 days before' }))
  expect(await screen.findByText('Nothing logged in these 7 days.')).toBeTruthy()
  expect(server.askedFor(route).length).toBeGreaterThanOrEqual(4)
})

it('empties what is no longer shared at once, whatever the server has yet to say', async () => {
  const { shares } = open(() => everything)
  shares(share('sleep'), share(`problem:${problemId}`))
  await screen.findByRole('heading', { name: 'Voices' })
  shares(share(`problem:${problemId}`))
  expect(screen.queryByRole('heading', { name: 'Sleep' })).toBeNull()
  expect(screen.queryByText('71.4 %')).toBeNull()
  expect(screen.getByText('Kofi has stopped sharing this.')).toBeTruthy()
  shares()
  expect(screen.queryByText('Voices')).toBeNull()
  expect(screen.getByText(nothing)).toBeTruthy()
})

it('says the same where nothing is shared, where there is nothing, and where one may not look', async () => {
  const first = open(() => ({ problems: [] }))
  first.shares()
  await screen.findByText(nothing)
  const said = first.container.textContent
  first.unmount()
  const second = open(() => everything)
  act(() => second.live.set(topic, { status: 'refused' }))
  await screen.findByText(nothing)
  expect(second.container.textContent).toBe(said)
})
