import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import {
  conversation,
  conversationId,
  kofi,
  listTopic,
  message,
  row,
  type Stage,
  sam,
  setStage,
  strikeStage,
  threadTopic,
} from '../../testing/stage.tsx'

vi.mock('socket.io-client', () => import('../../testing/fake-socket-io.ts'))
vi.setConfig({ testTimeout: 20_000 })

const raj = { ...kofi, hat: 'carer' as const, hats: ['patient' as const, 'carer' as const], displayName: 'Raj Patel' }
const rajAsMember = {
  accountId: raj.accountId,
  hat: 'carer' as const,
  name: 'Raj Patel',
  relationship: 'husband',
  isTeam: false,
}

let stage: Stage
beforeEach(() => {
  stage = setStage({ session: raj })
  const carer = { carerLinkId: '018f0000-0000-7000-8000-0000000000d1', name: 'Raj Patel', relationship: 'husband' }
  const head = { kind: 'carer_team' as const, personName: 'Meera', carer }
  stage.server.topics.set(listTopic(raj), {
    seq: 1,
    state: { rows: [row({ kind: 'carer_team', personName: 'Meera', carer })], total: 1 },
  })
  stage.server.topics.set(threadTopic, {
    seq: 1,
    state: conversation([message(1, rajAsMember, 'She is not eating', { keepFromPerson: true })], head, [
      rajAsMember,
      sam,
    ]),
  })
})
afterEach(strikeStage)

describe('a carer', () => {
  it('always sees for whom, and who cannot see what is written', async () => {
    stage.open(`/messages/${conversationId}`)
    expect(await screen.findByText('You are supporting Meera')).toBeTruthy()
    fireEvent.click(await screen.findByRole('button', { name: '1 person in this team can see this' }))
    expect(within(screen.getByRole('dialog')).getByText('Meera cannot see this. The team can.')).toBeTruthy()
  })

  it('may keep a message from the person, and the bubble says so', async () => {
    const sent: Record<string, unknown>[] = []
    stage.server.push = ({ input }) => {
      sent.push(input as Record<string, unknown>)
      return { ok: true, value: {}, seq: 1 }
    }
    stage.open(`/messages/${conversationId}`)
    const marked = (await screen.findByText('She is not eating')).closest('li') as HTMLElement
    expect(within(marked).getByText('Keep this from Meera')).toBeTruthy()

    fireEvent.click(screen.getByRole('checkbox', { name: 'Keep this from Meera' }))
    fireEvent.change(screen.getByLabelText('Write a message'), { target: { value: 'Still not eating' } })
    fireEvent.click(screen.getByRole('button', { name: 'Send' }))
    await waitFor(() => expect(sent).toHaveLength(1))
    expect(sent[0]).toMatchObject({ body: 'Still not eating', keepFromPerson: true })
  })

  it('can go back to being themselves, where everything else is theirs alone', async () => {
    stage.routes['PUT /api/me/hat'] = ({ hat }) => [200, { ...raj, hat }]
    stage.server.topics.set(listTopic(kofi), { seq: 1, state: { rows: [], total: 0 } })
    stage.open('/messages')
    await screen.findByText('You are supporting Meera')
    fireEvent.click(screen.getByRole('button', { name: 'Myself' }))
    expect(await screen.findByRole('heading', { level: 1, name: 'Today' })).toBeTruthy()
    await waitFor(() => expect(screen.queryByText(/Meera/)).toBeNull())
  })
})
