import { act, fireEvent, screen, waitFor, within } from '@testing-library/react'
import type { DeskContent, DeskRow } from '@weft/contract/tips/shapes.ts'
import { describe, expect, it, vi } from 'vitest'
import { draftsOf, forgetDrafts } from '../../shell/drafts.ts'
import { id, nia, sam } from '../../testing/cast.ts'
import { fakeServer, refusal } from '../../testing/fake-server.ts'
import { stage } from '../../testing/stage.tsx'
import { lastReviewDay, mistakesFrom, mistakesIn, newDraft, slugOf, wordsOf } from './tip-draft.ts'

const editor = { ...nia, hat: 'content_editor' as const, hats: ['content_editor' as const], displayName: 'Bethan Rees' }
const inAMonth = () => new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10)

const row = (number: number, title: string, more: Partial<DeskRow> = {}): DeskRow => ({
  contentId: id(number),
  kind: 'tip',
  slug: `slug-${number}`,
  title,
  language: 'en',
  state: 'published',
  isLive: true,
  isReviewDue: false,
  reviewBy: inAMonth(),
  changedAt: '2026-04-15T09:00:00.000Z',
  version: 1,
  ...more,
})
const content = (more: Partial<DeskContent> = {}): DeskContent => ({
  ...row(70, 'Walk more', { state: 'draft', isLive: false }),
  versions: [
    {
      version: 1,
      title: 'Walk more',
      summary: 'A short one.',
      body: '## Why\n\n**Air**',
      fiveWays: ['be_active'],
      topics: ['mood'],
      ageBand: 'everyone',
      language: 'en',
      sources: [],
      authorLine: 'Editors',
      reviewBy: inAMonth(),
      writtenBy: 'Hywel Pryce',
      writtenAt: '2026-04-15T09:00:00.000Z',
    },
  ],
  mayPublish: false,
  helped: 0,
  notHelped: 0,
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

describe('a draft', () => {
  const now = new Date('2026-04-15T09:00:00Z')
  it.each([
    ['Awake at three', 'awake-at-three'],
    ['Why? Because: it’s good!', 'why-because-its-good'],
    ['Mynd am dro i’r tŷ', 'mynd-am-dro-ir-ty'],
  ])('%s stands at %s', (title, slug) => expect(slugOf(title)).toBe(slug))

  it('says everything that is missing, and nothing once it is there', () => {
    expect(mistakesIn(newDraft(now), now)).toEqual(['title', 'slug', 'summary', 'body', 'authorLine'])
    const whole = { ...newDraft(now), title: 'A', slug: 'a', summary: 'B', body: 'C', authorLine: 'D' }
    expect(mistakesIn(whole, now)).toEqual([])
    expect(mistakesIn({ ...whole, reviewBy: '2027-04-16' }, now)).toEqual(['reviewBy'])
    const sources = [{ key: '1', title: 'x', url: 'javascript:alert(1)' }]
    expect(mistakesIn({ ...whole, sources }, now)).toEqual(['sources'])
    expect(lastReviewDay(now)).toBe('2027-04-15')
  })

  it('goes without blank sources, and with consent for a story alone', () => {
    const draft = { ...newDraft(now), consentRef: ' File 1 ', sources: [{ key: '1', title: ' ', url: '' }] }
    expect(wordsOf(draft)).toMatchObject({ sources: [] })
    expect(wordsOf(draft)).not.toHaveProperty('consentRef')
    expect(wordsOf({ ...draft, kind: 'story' }).consentRef).toBe('File 1')
  })

  it('knows what the server would not have', () => {
    const fields = [
      { path: 'slug', message: 'taken' },
      { path: 'sources.0.url', message: 'not a web address' },
      { path: 'unknown', message: '' },
    ]
    expect(mistakesFrom(fields)).toEqual(['slugTaken', 'sources'])
  })
})

it('unsaved words wait for their writer, and count among what is unfinished', async () => {
  const first = await opened('/tips/new', {})
  fireEvent.change(await screen.findByLabelText('Title'), { target: { value: 'Half a tip' } })
  expect(draftsOf(editor.accountId).size).toBe(1)
  first.unmount()
  await opened('/tips/new', {})
  expect((await screen.findByLabelText<HTMLInputElement>('Title')).value).toBe('Half a tip')
  forgetDrafts(editor.accountId)
})

describe('the desk', () => {
  it('says what is due, and shows by state', async () => {
    const rows = [
      row(71, 'Old one', { isReviewDue: true }),
      row(72, 'New one', { state: 'draft', isLive: false }),
      row(73, 'Good one'),
    ]
    await opened('/tips', { 'GET /api/content': { rows } })
    expect(await screen.findByText(/1 is past its review date/)).toBeTruthy()
    await press('Show what is due')
    expect(screen.getAllByRole('rowheader').map((cell) => cell.textContent)).toEqual(['Old one'])
    fireEvent.click(screen.getByRole('radio', { name: 'Draft' }))
    expect(screen.getAllByRole('rowheader').map((cell) => cell.textContent)).toEqual(['New one'])
  })

  it('says so when a search finds nothing, and not that there is nothing', async () => {
    await opened('/tips', { 'GET /api/content': { rows: [row(71, 'Old one')] } })
    fireEvent.change(await screen.findByLabelText('Search titles'), { target: { value: 'zebra' } })
    expect(screen.getByText(/^No tip or story matches/)).toBeTruthy()
  })

  it('is not there under another hat, and neither is its line', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => {})
    for (const session of [nia, sam]) {
      const view = await opened('/tips', {}, session)
      expect(await screen.findByText("We can't show this.")).toBeTruthy()
      expect(screen.queryByRole('link', { name: /Tips/ })).toBeNull()
      expect(view.askedFor('GET /api/content')).toHaveLength(0)
      view.unmount()
    }
  })
})

describe('writing', () => {
  it('shows beside the form how it will read, with no markup but ours', async () => {
    await opened('/tips/new', { 'GET /api/content': { rows: [] } })
    fireEvent.change(await screen.findByLabelText('Title'), { target: { value: 'Tea at four' } })
    expect(screen.getByLabelText<HTMLInputElement>('Address').value).toBe('tea-at-four')
    fireEvent.change(screen.getByLabelText('Words'), { target: { value: '## Why\n\n<img src=x> **warm**' } })
    const preview = within(screen.getByRole('region', { name: 'As it will read' }))
    expect(preview.getByRole('heading', { name: 'Why' })).toBeTruthy()
    expect(preview.getByText('warm').tagName).toBe('STRONG')
    expect(preview.queryByRole('img')).toBeNull()
  })

  it('says what is missing, and keeps what was written while the editor looks elsewhere', async () => {
    const { askedFor } = await opened('/tips/new', { 'GET /api/content': { rows: [] } })
    fireEvent.change(await screen.findByLabelText('Title'), { target: { value: 'Tea at four' } })
    await press('Save draft')
    expect(screen.getByRole('link', { name: 'Write one sentence of 200 characters or fewer' })).toBeTruthy()
    expect(askedFor('POST /api/content')).toHaveLength(0)
    fireEvent.click(screen.getByRole('link', { name: 'All tips and stories' }))
    fireEvent.click(await screen.findByRole('link', { name: 'New tip' }))
    expect((await screen.findByLabelText<HTMLInputElement>('Title')).value).toBe('Tea at four')
  })

  it('sends a change with the version it began from, and lets the editor choose when another was quicker', async () => {
    const server = await opened(`/tips/${id(70)}`, {
      'GET /api/content': { rows: [] },
      'GET /api/content/*': content(),
      'PUT /api/content/*': refusal('conflict'),
    })
    fireEvent.change(await screen.findByLabelText('Title'), { target: { value: 'Walk a bit more' } })
    await press('Save draft')
    expect(await screen.findByText(/Another editor changed this first/)).toBeTruthy()
    expect(server.askedFor('PUT /api/content/*')[0]?.body).toMatchObject({ baseVersion: 1, title: 'Walk a bit more' })
    server.answers['GET /api/content/*'] = content({ version: 2 })
    server.answers['PUT /api/content/*'] = {}
    await press('Keep mine, on top of theirs')
    await waitFor(() => expect(screen.queryByText(/Another editor changed this first/)).toBeNull())
    await press('Save draft')
    await waitFor(() => expect(server.askedFor('PUT /api/content/*')).toHaveLength(2))
    expect(server.askedFor('PUT /api/content/*')[1]?.body).toMatchObject({ baseVersion: 2, title: 'Walk a bit more' })
  })
})

describe('sending on', () => {
  it('goes from a draft to review to everybody, and not past words that are not saved', async () => {
    const server = await opened(`/tips/${id(70)}`, {
      'GET /api/content/*': content(),
      'POST /api/content/*/review': {},
      'POST /api/content/*/publish': {},
    })
    await screen.findByRole('button', { name: 'Send to review' })
    fireEvent.change(screen.getByLabelText('Title'), { target: { value: 'Other' } })
    expect(screen.queryByRole('button', { name: 'Send to review' })).toBeNull()
    fireEvent.change(screen.getByLabelText('Title'), { target: { value: 'Walk more' } })
    server.answers['GET /api/content/*'] = content({ state: 'in_review', mayPublish: true })
    server.answers['PUT /api/content/*'] = {}
    await press('Save draft')
    await press('Publish')
    await waitFor(() =>
      expect(server.askedFor('POST /api/content/*/publish')[0]?.body).toMatchObject({ baseVersion: 1 }),
    )
  })

  it('of a story is another editor’s', async () => {
    await opened(`/tips/${id(70)}`, { 'GET /api/content/*': content({ kind: 'story', state: 'in_review' }) })
    expect(await screen.findByText(/Another editor publishes this story/)).toBeTruthy()
    expect(screen.queryByRole('button', { name: 'Publish' })).toBeNull()
  })

  it('takes it down after a named confirm, with the safe way first', async () => {
    const server = await opened(`/tips/${id(70)}`, {
      'GET /api/content/*': content({ state: 'published', isLive: true, publishedVersion: 1 }),
      'POST /api/content/*/retire': {},
    })
    await press('Take it down')
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Keep it' }))
    const dialog = within(screen.getByRole('alertdialog', { name: 'Take down “Walk more”' }))
    fireEvent.click(dialog.getByRole('button', { name: 'Take it down' }))
    await waitFor(() => expect(server.askedFor('POST /api/content/*/retire')).toHaveLength(1))
  })
})
