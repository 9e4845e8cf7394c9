import { act, fireEvent, screen, waitFor } from '@testing-library/react'
import type { Goal, GoalComment } from '@weft/contract/goals/shapes.ts'
import { nothingOwned } from '@weft/contract/own/parts.ts'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { broadcast } from '../../testing/fake-socket.ts'
import { conversationId, listTopic, ownTopic, row, type Stage, setStage, strikeStage } from '../../testing/stage.tsx'

vi.mock('socket.io-client', () => import('../../testing/fake-socket-io.ts'))
vi.setConfig({ testTimeout: 20_000 })

const id = (number: number) => `019d85c8-0000-7000-8000-${String(number).padStart(12, '0')}`
const { serviceId } = row()
const goal: Goal = {
  goalId: id(1),
  words: 'Walk to the canal',
  type: 'physical_health',
  visibility: 'shared',
  important: false,
  origin: 'with_worker',
  state: 'active',
  createdAt: '2026-04-01T09:00:00.000Z',
  isRated: false,
}
const comment = (number: number, text: string, isNew = true): GoalComment => ({
  commentId: id(number),
  goalId: goal.goalId,
  text,
  serviceId,
  serviceName: 'Lichfield Wellbeing',
  byName: 'Sam Okafor',
  byRole: 'nurse',
  writtenAt: `2026-04-0${number}T09:00:00.000Z`,
  isNew,
})

let stage: Stage
const pushed: { name: string; input: Record<string, unknown> }[] = []
beforeEach(() => {
  pushed.length = 0
  stage = setStage()
  stage.server.push = (push) => {
    pushed.push(push as never)
    return { ok: true, value: {}, epoch: 'e', seq: 2 }
  }
})
afterEach(strikeStage)

const has = (comments: GoalComment[]) =>
  stage.server.topics.set(ownTopic, {
    seq: 1,
    state: { ...nothingOwned, goals: { ...nothingOwned.goals, goals: [goal], comments } },
  })

it('a new comment is said on Today and in the list, with none of its words', async () => {
  has([comment(2, 'Well done')])
  stage.open('/today')
  expect(await screen.findByText('Sam Okafor wrote a comment.')).toBeTruthy()
  expect(screen.queryByText('Well done')).toBeNull()
  fireEvent.click(screen.getByRole('link', { name: 'Goals' }))
  expect(await screen.findByText('New comment')).toBeTruthy()
  expect(screen.queryByText('Well done')).toBeNull()
})

it('its page shows who wrote, from where and what, the newest last, and says once that they were seen', async () => {
  has([comment(3, 'See you soon'), comment(2, 'Well done', false)])
  stage.open(`/goals/${goal.goalId}`)
  await screen.findByRole('heading', { name: 'From your team' })
  expect(screen.getByText(/Set together with your team/)).toBeTruthy()
  expect(screen.getAllByText('Sam Okafor · nurse · Lichfield Wellbeing')).toHaveLength(2)
  const [first, second] = [screen.getByText('Well done'), screen.getByText('See you soon')]
  expect(first.compareDocumentPosition(second) & Node.DOCUMENT_POSITION_FOLLOWING).toBeTruthy()
  expect(screen.getAllByText('New')).toHaveLength(1)
  const seen = { name: 'goalComment.see', input: { goalId: goal.goalId, commentId: id(3) } }
  await waitFor(() => expect(pushed).toMatchObject([seen]))
  act(() => {
    broadcast(stage.server, ownTopic, 'goalComment.written', comment(4, 'And one more'))
  })
  expect(await screen.findByText('And one more')).toBeTruthy()
  expect(screen.getAllByText('New')).toHaveLength(2)
  await waitFor(() => expect(pushed).toHaveLength(2))
  act(() => {
    broadcast(stage.server, ownTopic, 'goalComment.withdrawn', { commentId: id(4) })
  })
  await waitFor(() => expect(screen.queryByText('And one more')).toBeNull())
})

it('is read with no signal, and that it was is not called unsent', async () => {
  has([comment(2, 'Well done')])
  stage.open('/goals')
  await screen.findByText('New comment')
  stage.setOnline(false)
  fireEvent.click(screen.getByRole('link', { name: /Walk to the canal/ }))
  expect(await screen.findByText('Well done')).toBeTruthy()
  fireEvent.click(screen.getByRole('link', { name: 'Today' }))
  await screen.findByRole('heading', { level: 1, name: 'Today' })
  expect(screen.queryByText(/not sent yet/)).toBeNull()
  expect(screen.queryByText('Sam Okafor wrote a comment.')).toBeNull()
})

it('“Ask about this” begins a message to that team by the day alone, and is absent where there is nobody to ask', async () => {
  stage.server.topics.set(listTopic(), { seq: 1, state: { rows: [row()], total: 1 } })
  const elsewhere = { ...comment(3, 'From elsewhere', false), serviceId: id(9), serviceName: 'Health Coaching' }
  has([comment(2, 'Well done', false), elsewhere])
  stage.open(`/goals/${goal.goalId}`)
  await screen.findByText('From elsewhere')
  fireEvent.click(await screen.findByRole('button', { name: 'Ask about what Sam Okafor wrote' }))
  await waitFor(() => expect(location.pathname).toBe(`/messages/${conversationId}`))
  const begun = 'About your comment on my goal (2 April 2026): '
  await waitFor(() => expect((screen.getByRole('textbox') as HTMLTextAreaElement).value).toBe(begun))
})
