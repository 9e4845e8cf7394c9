import { fireEvent, screen, within } from '@testing-library/react'
import { problemOf } from '@weft/contract/problem.ts'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { kofi, type Stage, setStage, strikeStage } from '../../testing/stage.tsx'

vi.mock('socket.io-client', () => import('../../testing/fake-socket-io.ts'))
vi.setConfig({ testTimeout: 20_000 })

let stage: Stage
beforeEach(() => {
  stage = setStage()
  stage.routes['POST /api/feedback'] = () => [200, {}]
})
afterEach(strikeStage)

const sent = () => stage.asked.filter(({ route }) => route === 'POST /api/feedback').map(({ input }) => input)
const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }))
const box = () => screen.getByLabelText<HTMLTextAreaElement>('What do you want to tell us?')
const write = (value: string) => fireEvent.change(box(), { target: { value } })
const send = () => press('Send to the editors')

async function openFromMenu() {
  stage.open('/messages')
  await screen.findByRole('heading', { level: 1, name: 'Messages' })
  press('Menu')
  fireEvent.click(within(screen.getByRole('dialog')).getByRole('link', { name: 'Give feedback' }))
  await screen.findByRole('heading', { level: 1, name: 'What do you think of Weft?' })
}

test('goes with the page one came from and nothing of who it is, and leaves nothing on the phone', async () => {
  await openFromMenu()
  expect(screen.getByText('Nothing about your health, please')).toBeTruthy()
  expect(screen.getAllByRole('link', { name: 'Get help now' }).length).toBeGreaterThan(0)
  fireEvent.click(screen.getByLabelText('An idea'))
  write('Bigger buttons.')
  send()
  expect(await screen.findByText('What you wrote is not on this phone.')).toBeTruthy()
  const [{ feedbackId, ...said }] = sent() as [Record<string, unknown>]
  expect(said).toEqual({
    subject: 'idea',
    text: 'Bigger buttons.',
    language: 'en',
    screen: '/messages',
    hat: 'patient',
  })
  // A random id: one that holds the time would tell when.
  expect(String(feedbackId)[14]).toBe('4')
  expect(JSON.stringify(sent())).not.toContain(kofi.accountId)
  expect(JSON.stringify({ ...localStorage, ...sessionStorage })).not.toContain('Bigger buttons')
})

test('a carer’s says that it is a carer’s, and says so before it goes', async () => {
  strikeStage()
  stage = setStage({ session: { ...kofi, hat: 'carer', hats: ['patient', 'carer'] } })
  stage.routes['POST /api/feedback'] = () => [200, {}]
  stage.open('/feedback')
  expect(await screen.findByText(/and that you are a carer/)).toBeTruthy()
  fireEvent.click(screen.getByLabelText('Something else'))
  write('Hello')
  fireEvent.change(screen.getByLabelText(/Your email/), { target: { value: 'raj@home.example' } })
  send()
  expect(await screen.findByText(/We answer your email within 3 working days/)).toBeTruthy()
  expect(sent()).toMatchObject([{ hat: 'carer', email: 'raj@home.example' }])
})

test('says what to put right, and keeps the words whatever happens', async () => {
  stage.open('/feedback')
  await screen.findByRole('heading', { name: 'What do you think of Weft?' })
  await screen.findByLabelText('An idea')
  fireEvent.change(screen.getByLabelText(/Your email/), { target: { value: 'raj' } })
  send()
  for (const problem of ['Choose what it is about', 'Write what you want to tell us', /^Write an email like/])
    expect(await screen.findByRole('link', { name: problem })).toBeTruthy()
  fireEvent.change(screen.getByLabelText(/Your email/), { target: { value: '' } })
  fireEvent.click(screen.getByLabelText('An idea'))
  write('🙂'.repeat(2_001))
  send()
  expect(await screen.findByRole('link', { name: 'Write 2,000 characters or fewer' })).toBeTruthy()
  expect(sent()).toEqual([])
  write('Short')
  stage.routes['POST /api/feedback'] = () => [429, problemOf('too-many', { retryAfter: 120 })]
  send()
  expect(await screen.findByRole('link', { name: /2 minutes/ })).toBeTruthy()
  stage.setOnline(false)
  send()
  expect(await screen.findByRole('link', { name: /You need internet to send this/ })).toBeTruthy()
  expect(box().value).toBe('Short')
  stage.setOnline(true)
  stage.routes['POST /api/feedback'] = () => [200, {}]
  send()
  expect(await screen.findByText('What you wrote is not on this phone.')).toBeTruthy()
  const ids = new Set(sent().map((input) => (input as { feedbackId: string }).feedbackId))
  expect(ids.size).toBe(1)
})
