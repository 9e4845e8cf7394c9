import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { nothingOwned } from '@weft/contract/own/parts.ts'
import { today as todayOf } from '@weft/contract/trackers/days.ts'
import type { Trackers } from '@weft/contract/trackers/shapes.ts'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { csvLine } from '../../shell/csv.ts'
import { ownTopic, type Stage, setStage, strikeStage } from '../../testing/stage.tsx'

vi.mock('socket.io-client', () => import('../../testing/fake-socket-io.ts'))
vi.setConfig({ testTimeout: 20_000 })

const today = todayOf(new Date())
const daysAgo = (days: number) => new Date(Date.parse(`${today}T12:00Z`) - days * 86_400_000).toISOString().slice(0, 10)
const recordedAt = new Date().toISOString()
const zone = 'Europe/London'
const night = (days: number, minutesSlept: number, note?: string) => ({
  forDate: daysAgo(days),
  minutesSlept,
  zone,
  recordedAt,
  ...(note && { note }),
})
const serviceId = '018f0000-0000-7000-8000-0000000000e1'
const problemId = '019d85c8-0000-7000-8000-000000000001'

let stage: Stage
beforeEach(() => {
  stage = setStage()
})
afterEach(strikeStage)

function has(trackers: Partial<Trackers>, sharing = nothingOwned.sharing) {
  const state = { ...nothingOwned, sharing, trackers: { ...nothingOwned.trackers, ...trackers } }
  stage.server.topics.set(ownTopic, { seq: 1, state })
}

it('says first, of each measure, what it comes to and from how many days', async () => {
  has({
    sleep: [night(0, 450, 'Quiet street'), night(1, 435), ...[7, 8, 9].map((days) => night(days, 480))],
    problems: [{ problemId, words: 'Voices', state: 'active', version: 1, createdAt: recordedAt }],
    ratings: [{ problemId, forDate: daysAgo(2), value: 7, whatHelped: 'Music', recordedAt }],
  })
  stage.open('/track/overview')
  const sentence = 'About 7 hours 22 minutes, from 2 of 7 nights. Not enough days yet to say if it has changed.'
  expect(await screen.findByText(sentence)).toBeTruthy()
  expect(screen.getByRole('img', { name: sentence })).toBeTruthy()
  expect(screen.getByText(/^About 7 out of 10, from 1 of 7 days\./)).toBeTruthy()
  expect(screen.getByText('Quiet street')).toBeTruthy()
  expect(screen.getByText('Music')).toBeTruthy()
  expect(screen.getByText('Only you: Sleep, Voices.')).toBeTruthy()

  fireEvent.click(screen.getByRole('button', { name: 'The 7 days before' }))
  expect(await screen.findByText(/^About 8 hours, from 3 of 7 nights\./)).toBeTruthy()
  expect(screen.getByText('Nothing logged in these 7 days. That is fine.')).toBeTruthy()
  fireEvent.click(screen.getByRole('button', { name: 'The 7 days after' }))
  await screen.findByText(sentence)
  expect(screen.queryByRole('button', { name: 'The 7 days after' })).toBeNull()
})

it('asks for today’s while today has nothing at all', async () => {
  has({ sleep: [night(1, 435)], moods: [{ moodId: problemId, forDate: today, face: 4, recordedAt }] })
  stage.open('/track/overview')
  await screen.findByText(/from 1 of 7 nights/)
  expect(screen.queryByRole('link', { name: 'Log today' })).toBeNull()
  strikeStage()
  stage = setStage()
  has({ sleep: [night(1, 435)] })
  stage.open('/track/overview')
  expect(await screen.findByRole('link', { name: 'Log today' })).toBeTruthy()
})

it('remembers how many days and the table', async () => {
  has({ sleep: Array.from({ length: 40 }, (_, days) => night(days, days < 28 ? 420 : 390)) })
  stage.open('/track/overview')
  fireEvent.click(await screen.findByRole('radio', { name: '28 days' }))
  expect(
    await screen.findByText('About 7 hours, from 28 of 28 nights. A little higher than the 28 days before.'),
  ).toBeTruthy()
  fireEvent.click(screen.getByRole('button', { name: 'Show as a table' }))
  stage.open('/track/overview')
  const table = await screen.findByRole('table', { name: 'Sleep' })
  expect(within(table).getAllByRole('rowheader')).toHaveLength(28)
  expect(screen.getByRole<HTMLInputElement>('radio', { name: '28 days' }).checked).toBe(true)
})

it('says at the top with whom what is shared', async () => {
  const shares = [{ shareId: problemId, serviceId, scope: 'sleep', from: 'everything' as const, startedAt: recordedAt }]
  const known = { isLeaving: false, isOwnWish: false, enrolmentId: problemId, keepsUntil: 2046 }
  const services = [{ ...known, serviceId, name: 'Lichfield Wellbeing', phone: '' }]
  has(
    {
      sleep: [night(0, 360)],
      moods: [{ moodId: problemId, forDate: today, face: 4, recordedAt }],
    },
    { shares, services, asks: [] },
  )
  stage.open('/track/overview')
  expect(await screen.findByText('Shared with Lichfield Wellbeing: Sleep.')).toBeTruthy()
  expect(screen.getByText('Only you: Mood.')).toBeTruthy()
})

it('marks what happened on every chart, and takes a mark away again', async () => {
  has({ sleep: [night(0, 360)], moments: [{ momentId: problemId, words: 'Started new medicine', onDate: today }] })
  const pushed: { name: string }[] = []
  stage.server.push = (push) => {
    pushed.push(push as never)
    return { ok: true, value: {}, epoch: 'e', seq: 99 }
  }
  stage.open('/track/overview')
  fireEvent.keyDown(await screen.findByRole('button', { name: /^Sleep: each day/ }), { key: 'End' })
  expect(await screen.findByText(/: 6 hours\. Started new medicine$/)).toBeTruthy()
  fireEvent.click(screen.getByRole('button', { name: 'Remove' }))
  await waitFor(() => expect(pushed.map(({ name }) => name)).toEqual(['moment.remove']))
  fireEvent.click(await screen.findByRole('button', { name: 'Undo' }))
  await waitFor(() => expect(pushed.map(({ name }) => name)).toEqual(['moment.remove', 'moment.restore']))
})

it('of somebody who has logged nothing is one kind sentence', async () => {
  has({})
  stage.open('/track/overview')
  expect(await screen.findByText('Log a few days and they will appear here.')).toBeTruthy()
})

it('a file’s words stay words, whatever a spreadsheet would make of them', () => {
  expect(csvLine(['2026-04-15', '=1+1', 'a "quote", and more', '-5'])).toBe(
    `"2026-04-15","'=1+1","a ""quote"", and more","'-5"`,
  )
})
