import { act, screen, waitFor } from '@testing-library/react'
import { expect, it } from 'vitest'
import { id, sam, serviceId } from '../../testing/cast.ts'
import { fakeServer } from '../../testing/fake-server.ts'
import { stage } from '../../testing/stage.tsx'
import { PersonHead } from './person-head.tsx'

const personId = id(40)
const otherServiceId = id(41)
const at = (id: string, serviceName: string) => ({
  enrolmentId: id,
  serviceId: id,
  serviceName,
  state: 'active',
  startedOn: '2026-01-01',
})
const share = (scope: string) => ({ scope, from: 'now', startedAt: '2026-04-02T09:00:00.000Z', revision: 1 })

async function opened(level: 1 | 2) {
  fakeServer({
    'GET /api/people/*': {
      personId,
      knownAs: 'Kofi',
      fullName: 'Kofi Mensah',
      communicationNeeds: { interpreter: false },
      enrolments: [at(serviceId, 'Lichfield Wellbeing'), at(otherServiceId, 'Whitlow Housing')],
    },
  })
  const on = stage(sam, <PersonHead personId={personId} personName="Kofi" level={level} />)
  await screen.findByText('Lichfield Wellbeing; Whitlow Housing')
  const set = (service: string, view: object) =>
    act(async () => on.live.set(`shared:${personId}:${service}`, view as Record<string, unknown>))
  const shares = (service: string, ...scopes: string[]) => set(service, { state: { scopes: scopes.map(share) } })
  const said = () => screen.queryByText('They share')?.nextElementSibling?.textContent
  return { set, shares, said }
}

it('says what they share with the viewer’s services, each thing once, as it changes', async () => {
  const { shares, said } = await opened(1)
  expect(said()).toBeUndefined()
  await shares(serviceId, `goal:${id(60)}`, `goal:${id(61)}`, 'sleep')
  await waitFor(() => expect(said()).toBe('Sleep, 2 goals'))
  await shares(otherServiceId, `goal:${id(61)}`, `diary:${id(62)}`, 'safety_plan')
  await waitFor(() => expect(said()).toBe('Sleep, 2 goals, 1 diary entry, safety plan'))
  await shares(serviceId)
  await waitFor(() => expect(said()).toBe('1 goal, 1 diary entry, safety plan'))
})

it('has no such line where nothing is shared, or one may not be told any more', async () => {
  const { set, shares, said } = await opened(1)
  await shares(serviceId)
  await shares(otherServiceId, 'sleep')
  await waitFor(() => expect(said()).toBe('Sleep'))
  await set(otherServiceId, { status: 'refused' })
  await waitFor(() => expect(screen.queryByText('They share')).toBeNull())
})

it('does not ask beside a conversation, for being told is logged', async () => {
  const { shares } = await opened(2)
  await shares(serviceId, 'sleep')
  expect(screen.queryByText('They share')).toBeNull()
})
