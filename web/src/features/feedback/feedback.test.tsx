import { act, fireEvent, screen, waitFor, within } from '@testing-library/react'
import type { Feedback } from '@weft/contract/tips/feedback-desk.ts'
import { describe, expect, it, vi } from 'vitest'
import { id, nia, sam } from '../../testing/cast.ts'
import { fakeServer, refusal } from '../../testing/fake-server.ts'
import { stage } from '../../testing/stage.tsx'

const editor = { ...nia, hat: 'content_editor' as const, hats: ['content_editor' as const], displayName: 'Bethan Rees' }
const one = (number: number, text: string, more: Partial<Feedback> = {}): Feedback => ({
  feedbackId: id(number),
  subject: 'idea',
  text,
  language: 'en',
  receivedOn: '2026-04-15',
  dueOn: '2026-04-20',
  isLate: false,
  wantsAnswer: false,
  state: 'open',
  ...more,
})

async function opened(path: string, answers: Record<string, unknown>, session: typeof nia | typeof editor = editor) {
  const server = fakeServer({ 'GET /api/services/mine': { services: [] }, 'GET /api/me/settings': {}, ...answers })
  const on = stage(session as typeof nia, path)
  await act(async () =>
    on.live.set(`my-conversations:${session.accountId}:${session.hat}`, { state: { rows: [], total: 0 } }),
  )
  return { ...on, ...server }
}
const press = async (name: string) => fireEvent.click(await screen.findByRole('button', { name }))
const type = (label: string, value: string) => fireEvent.change(screen.getByLabelText(label), { target: { value } })

describe('the desk of feedback', () => {
  it('shows what came with it and no address, with what is late said in words', async () => {
    const rows = [
      one(80, '<b>Late</b> one', { wantsAnswer: true, isLate: true, hat: 'carer', screen: '/track' }),
      one(81, 'Un arall', { language: 'cy' }),
      one(82, 'Old', { state: 'done', doneOn: '2026-04-16', doneBy: 'Hywel Pryce', answer: 'In May.' }),
    ]
    await opened('/feedback', { 'GET /api/feedback': { rows } })
    const open = within(await screen.findByRole('region', { name: 'Open' }))
    expect(open.getByText('<b>Late</b> one')).toBeTruthy()
    expect(open.getByText('Late: answer was due by 20 April 2026')).toBeTruthy()
    expect(open.getByText(/As a carer · From \/track$/)).toBeTruthy()
    expect(open.getByText('Un arall').lang).toBe('cy')
    expect(open.getAllByRole('button', { name: 'Answer' })).toHaveLength(1)
    const done = within(screen.getByRole('region', { name: 'Done with' }))
    expect(done.getByText('Done on 16 April 2026 by Hywel Pryce')).toBeTruthy()
    expect(done.queryByRole('button')).toBeNull()
  })

  it('answers with what was written, keeps it when that fails, and wants words', async () => {
    const server = await opened('/feedback', {
      'GET /api/feedback': { rows: [one(80, 'Hello', { wantsAnswer: true })] },
      'POST /api/feedback/*/answer': refusal('unforeseen'),
    })
    await press('Answer')
    await press('Send the answer')
    expect(await screen.findByText('Write an answer of 2,000 characters or fewer')).toBeTruthy()
    fireEvent.change(screen.getByRole('textbox', { name: 'Answer' }), { target: { value: 'In May.' } })
    await press('Send the answer')
    expect(await screen.findByText('That did not work. Try again.')).toBeTruthy()
    expect(screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Answer' }).value).toBe('In May.')
    server.answers['POST /api/feedback/*/answer'] = {}
    server.answers['GET /api/feedback'] = { rows: [] }
    await press('Send the answer')
    expect(await screen.findByText('Nothing is waiting.')).toBeTruthy()
    expect(server.askedFor('POST /api/feedback/*/answer').at(-1)?.body).toEqual({ words: 'In May.' })
  })

  it('is done at once with what wants no answer, and asks first where an address would go', async () => {
    const rows = [one(80, 'Wants one', { wantsAnswer: true }), one(81, 'Wants none')]
    const server = await opened('/feedback', { 'GET /api/feedback': { rows }, 'POST /api/feedback/*/done': {} })
    const [first, second] = await screen.findAllByRole('button', { name: 'Done' })
    fireEvent.click(second as HTMLElement)
    await waitFor(() => expect(server.askedFor(`POST /api/feedback/${id(81)}/done`)).toHaveLength(1))
    fireEvent.click(first as HTMLElement)
    const asked = within(screen.getByRole('alertdialog', { name: 'Done without an answer?' }))
    expect(server.askedFor(`POST /api/feedback/${id(80)}/done`)).toHaveLength(0)
    fireEvent.click(asked.getByRole('button', { name: 'Done' }))
    await waitFor(() => expect(server.askedFor(`POST /api/feedback/${id(80)}/done`)).toHaveLength(1))
  })

  it('is not there under another hat, and neither is its line', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => {})
    for (const session of [nia, sam]) {
      const view = await opened('/feedback', {}, session)
      expect(await screen.findByText("We can't show this.")).toBeTruthy()
      expect(screen.queryByRole('link', { name: /Feedback/ })).toBeNull()
      expect(view.askedFor('GET /api/feedback')).toHaveLength(0)
      view.unmount()
    }
  })
})

describe('what somebody at work says of Weft', () => {
  const send = () => press('Send to the editors')

  it('goes without who they are, and leaves the form empty', async () => {
    const server = await opened('/me', { 'POST /api/feedback': {} }, sam as typeof nia)
    await screen.findByRole('heading', { name: 'Tell us what you think of Weft' })
    await send()
    expect(screen.getByText(/^Write what you want to tell us/)).toBeTruthy()
    type('What do you want to tell us?', 'More keys.')
    await send()
    expect(await screen.findByText('Thank you. We have it.')).toBeTruthy()
    const [asked] = server.askedFor('POST /api/feedback')
    const { feedbackId, ...said } = asked?.body ?? {}
    expect(said).toEqual({ subject: 'problem', text: 'More keys.', hat: 'staff', screen: '/me', language: 'en' })
    // Not one that holds the time.
    expect(String(feedbackId)[14]).toBe('4')
    expect(screen.getByLabelText<HTMLTextAreaElement>('What do you want to tell us?').value).toBe('')
    expect(JSON.stringify({ ...localStorage, ...sessionStorage })).not.toContain('More keys')
  })

  it('stays in the form when it did not go, and is the same piece when it is sent again', async () => {
    const server = await opened('/me', { 'POST /api/feedback': refusal('too-many') }, sam as typeof nia)
    await screen.findByRole('heading', { name: 'Tell us what you think of Weft' })
    type('What do you want to tell us?', 'More keys.')
    await send()
    expect(await screen.findByText(/^A lot came from your network/)).toBeTruthy()
    server.answers['POST /api/feedback'] = {}
    await send()
    expect(await screen.findByText('Thank you. We have it.')).toBeTruthy()
    const ids = server.askedFor('POST /api/feedback').map(({ body }) => body.feedbackId)
    expect(ids[0]).toBe(ids[1])
  })
})
