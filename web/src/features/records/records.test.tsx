import { act, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { today as todayOf } from '@weft/contract/trackers/days.ts'
import { expect, it } from 'vitest'
import { id, sam, serviceId } from '../../testing/cast.ts'
import { fakeServer, refusal } from '../../testing/fake-server.ts'
import { stage } from '../../testing/stage.tsx'
import PersonTrackers from '../trackers/person-trackers.tsx'

const personId = id(40)
const today = todayOf(new Date())
const at = new Date().toISOString()
const night = { forDate: today, minutesSlept: 375, zone: 'Europe/London', recordedAt: at }
const copy = {
  copyId: id(80),
  serviceId,
  serviceName: 'Lichfield Wellbeing',
  items: [{ scope: 'sleep' }],
  from: today,
  to: today,
  byName: 'Nia Hughes',
  byRole: 'team coordinator',
  takenAt: at,
}
const adds = 'POST /api/people/*/services/*/copies'
const lists = 'GET /api/people/*/services/*/copies'

function open(answer: unknown = copy, copies: object[] = [], trackers: object = { sleep: [night], problems: [] }) {
  const server = fakeServer({
    'GET /api/people/*/services/*/trackers': trackers,
    [adds]: answer,
    [lists]: () => ({ copies }),
    'GET /api/copies/*': { copy, content: { trackers: { sleep: [night], problems: [] } } },
  })
  const services = [{ serviceId, serviceName: 'Lichfield Wellbeing' }]
  const shown = stage(sam, <PersonTrackers personId={personId} personName="Kofi" services={services} />)
  const share = (...scopes: string[]) =>
    act(() =>
      shown.live.set(`shared:${personId}:${serviceId}`, {
        state: { scopes: scopes.map((scope) => ({ scope, from: 'everything', startedAt: at, revision: 1 })) },
      }),
    )
  return { server, share, ...shown }
}
const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }))

it('copies what is on the screen, once the worker has read that the person is told', async () => {
  const { server, share } = open()
  share('sleep', 'mood')
  fireEvent.click(await screen.findByRole('button', { name: 'Add to record' }))
  const asked = screen.getByRole('alertdialog', { name: 'Add a copy to Kofi’s record' })
  expect(within(asked).getByText('Sleep')).toBeTruthy()
  expect(within(asked).queryByText('Mood')).toBeNull()
  expect(within(asked).getByText(/Kofi sees in Privacy who saved it/)).toBeTruthy()
  expect(server.askedFor(adds)).toHaveLength(0)
  press('Add to Kofi’s record')
  await waitFor(() => expect(screen.queryByRole('alertdialog')).toBeNull())
  expect(server.askedFor(adds)[0]?.body).toMatchObject({ scopes: ['sleep'], to: today })
  expect(await screen.findByText('Added. Kofi is told in Privacy.')).toBeTruthy()
})

it('says so when sharing stopped meanwhile', async () => {
  const { share } = open(refusal('not-found'))
  share('sleep')
  fireEvent.click(await screen.findByRole('button', { name: 'Add to record' }))
  press('Add to Kofi’s record')
  expect(await screen.findByText('Not added: Kofi no longer shares all of this.')).toBeTruthy()
})

it('offers no copy of nothing, and lists what was saved though it is shared no more', async () => {
  const { share } = open(copy, [copy], { problems: [] })
  share()
  fireEvent.click(await screen.findByRole('button', { name: /^Sleep.*Saved by Nia Hughes, team coordinator/ }))
  expect(screen.queryByRole('button', { name: 'Add to record' })).toBeNull()
  const shown = await screen.findByRole('dialog', { name: 'Copy in Kofi’s record' })
  expect(await within(shown).findByText(/About 6 h 15 min/)).toBeTruthy()
  expect(within(shown).getByText(/^As it was/)).toBeTruthy()
})

it('shows a goal’s and a plan’s copies on their own tabs alone', async () => {
  const { share } = open(copy, [{ ...copy, items: [{ scope: `goal:${id(60)}`, words: 'Swim' }] }], { problems: [] })
  share()
  await screen.findByText('Nothing is shared with your team here. Kofi chooses what to share.')
  expect(screen.queryByText('Swim')).toBeNull()
})

it('asks to see what is not shared, and shows the same afterwards whatever the person says', async () => {
  const asks: object[] = []
  const { server, share } = open(copy, [], { problems: [] })
  server.answers['GET /api/people/*/services/*/asks'] = () => ({ asks })
  server.answers['POST /api/people/*/services/*/asks'] = ({ body }: { body: { askId: string; scope: string } }) => {
    const ask = { ...body, byName: 'Sam Okafor', askedAt: '2026-05-03T09:00:00Z', againAt: '2026-07-02T09:00:00Z' }
    asks.push(ask)
    return ask
  }
  share('mood')
  fireEvent.click(await screen.findByRole('button', { name: 'Ask to see sleep' }))
  expect(screen.queryByRole('button', { name: 'Ask to see mood' })).toBeNull()
  expect(
    await screen.findByText('Sleep: not shared. Sam Okafor asked on 3 May 2026. You can ask again from 2 July 2026.'),
  ).toBeTruthy()
  expect(screen.queryByRole('button', { name: 'Ask to see sleep' })).toBeNull()
})
