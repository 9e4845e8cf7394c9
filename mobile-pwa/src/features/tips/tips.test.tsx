import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { nothingOwned } from '@weft/contract/own/parts.ts'
import { problemOf } from '@weft/contract/problem.ts'
import type { Tip } from '@weft/contract/tips/shapes.ts'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { memoryShelf } from '../../device/shelf.ts'
import { kofi, ownTopic, setStage, strikeStage } from '../../testing/stage.tsx'

vi.mock('socket.io-client', () => import('../../testing/fake-socket-io.ts'))
vi.setConfig({ testTimeout: 20_000 })
afterEach(strikeStage)

const id = (number: number) => `018f0000-0000-7000-8000-00000000d${String(number).padStart(3, '0')}`
const tip = (number: number, title: string, more: Partial<Tip> = {}): Tip => ({
  contentId: id(number),
  kind: 'tip',
  slug: `tip-${number}`,
  title,
  summary: `About ${title.toLowerCase()}.`,
  fiveWays: ['connect'],
  topics: ['sleep'],
  ageBand: 'everyone',
  language: 'en',
  minutes: 2,
  version: 1,
  body: `## Start\n\n<b>Words</b> of ${title}`,
  sources: [],
  authorLine: 'The editors',
  reviewedOn: '2026-04-01',
  isReviewLate: false,
  ...more,
})
const night = tip(1, 'Awake at night')
const money = tip(2, 'Open a letter', { topics: ['money'], ageBand: 'adults' })
const welsh = tip(3, 'Mynd am dro', { language: 'cy' })
const all = [night, money, welsh]

function opened(own: Partial<typeof nothingOwned.tips> = {}, options: Parameters<typeof setStage>[0] = {}) {
  const stage = setStage(options)
  stage.server.topics.set(ownTopic, { seq: 1, state: { ...nothingOwned, tips: { saved: [], topics: [], ...own } } })
  stage.server.push = () => ({ ok: true, value: {}, epoch: 'e', seq: 1 })
  stage.routes['GET /api/tips'] = () => [200, { tips: all }]
  for (const one of all) stage.routes[`GET /api/tips/${one.slug}`] = () => [200, one]
  return stage
}
/** Signed in, and known to be: before that the page is the one for whoever is not, and what is found on it goes with it. */
const signedIn = () => screen.findByRole('region', { name: 'Saved' })
const part = async (name: string) => within(await screen.findByRole('region', { name }))
const such = 'No tips like this yet. Try another topic, or another of the five ways.'
const spoken = () =>
  screen
    .getAllByRole('status')
    .map((region) => region.textContent)
    .join(' ')
const saved = (...tips: Tip[]) => tips.map(({ contentId }) => ({ contentId, savedAt: '2026-04-20T09:00:00.000Z' }))

describe('tips, signed in', () => {
  it('are all there with how long they take, in a language one reads', async () => {
    opened().open('/tips')
    await signedIn()
    const list = await part('All tips')
    expect(await list.findByText('2 tips')).toBeTruthy()
    expect(list.getByRole('link', { name: /Awake at night.*2 minutes to read/ }).getAttribute('href')).toBe(
      '/tips/tip-1',
    )
    expect(list.getByRole('link', { name: /Open a letter.*For adults · 2 minutes to read/ })).toBeTruthy()
    expect(list.queryByText('Mynd am dro')).toBeNull()
    expect(await screen.findByText('Nothing saved yet.')).toBeTruthy()
  })

  it('are found by topic and by words, and say the exact words when there is none', async () => {
    const stage = opened()
    stage.open('/tips')
    await signedIn()
    const list = await part('All tips')
    fireEvent.change(await list.findByLabelText('Topic'), { target: { value: 'money' } })
    expect(await list.findByText('1 tip')).toBeTruthy()
    stage.routes['GET /api/tips'] = () => [200, { tips: [] }]
    fireEvent.change(list.getByRole('searchbox', { name: 'Search tips' }), { target: { value: 'zebra' } })
    fireEvent.click(list.getByRole('button', { name: 'Search' }))
    expect(await list.findByText('No tips for ‘zebra’. Try fewer words, or choose a topic.')).toBeTruthy()
    fireEvent.click(list.getByRole('button', { name: 'Show all tips' }))
    expect(await list.findByText('2 tips')).toBeTruthy()
    expect(list.getByLabelText<HTMLSelectElement>('Topic').value).toBe('')
  })

  it('are found by the five ways, say how many are left, and never blame words that found something', async () => {
    const stage = opened()
    stage.open('/tips')
    await signedIn()
    const list = await part('All tips')
    const way = (name: string) => fireEvent.click(list.getByRole('checkbox', { name }))
    way('Give')
    expect(await list.findByText(such)).toBeTruthy()
    await waitFor(() => expect(spoken()).toContain(such))
    way('Connect')
    expect(await list.findByText('2 tips')).toBeTruthy()
    await waitFor(() => expect(spoken()).toContain('2 tips'))
    way('Connect')
    stage.routes['GET /api/tips'] = () => [200, { tips: [night] }]
    fireEvent.change(list.getByRole('searchbox', { name: 'Search tips' }), { target: { value: 'awake' } })
    fireEvent.click(list.getByRole('button', { name: 'Search' }))
    expect(list.getByText(such)).toBeTruthy()
    way('Give')
    expect(await list.findByText('1 tip')).toBeTruthy()
  })

  it('for you come from the topics that were chosen', async () => {
    const stage = opened({ topics: ['money'] })
    stage.open('/tips')
    const mine = await part('For you')
    expect(await mine.findByText('Open a letter')).toBeTruthy()
    expect(mine.queryByText('Awake at night')).toBeNull()
    await signedIn()
    fireEvent.click(mine.getByRole('button', { name: 'Choose topics' }))
    fireEvent.click(mine.getByRole('checkbox', { name: 'Sleep' }))
    expect(await mine.findByText('Awake at night')).toBeTruthy()
  })

  it('open as words, never as markup, and can be saved', async () => {
    opened().open('/tips/tip-1')
    expect(await screen.findByRole('heading', { level: 1, name: 'Awake at night' })).toBeTruthy()
    expect(screen.getByText('<b>Words</b> of Awake at night')).toBeTruthy()
    expect(document.title).toBe('Tips – Weft')
    fireEvent.click(await screen.findByRole('button', { name: 'Save' }))
    expect(await screen.findByRole('button', { name: 'Remove from saved' })).toBeTruthy()
  })

  it('that were saved open with no network', async () => {
    const shelf = memoryShelf()
    const stage = opened({ saved: saved(night) }, { shelf })
    stage.open('/tips')
    await waitFor(() => expect(stage.asked.some(({ route }) => route === 'GET /api/tips/tip-1')).toBe(true))
    await (await part('Saved')).findByText('Awake at night')
    const keys = async () => (await shelf.list('')).map(([key]) => key).join(' ')
    await waitFor(async () => expect(await keys()).toMatch(/snapshot\/tips:saved/))
    await waitFor(async () => expect(await keys()).toMatch(/snapshot\/own:/))
    stage.setOnline(false)
    stage.open('/tips')
    expect(await screen.findByText('You are offline. These are the tips on this phone.')).toBeTruthy()
    await (await part('Saved')).findByText('Awake at night')
    stage.open('/tips/tip-1')
    expect(await screen.findByText('<b>Words</b> of Awake at night')).toBeTruthy()
    stage.open('/tips/tip-2')
    expect(await screen.findByText('You need internet to read this tip.')).toBeTruthy()
    expect(JSON.stringify(await shelf.list(''))).not.toContain('Awake')
  })

  it('that were taken down are not here, saved or not', async () => {
    const stage = opened({ saved: saved(night) })
    stage.open('/tips')
    await (await part('Saved')).findByText('Awake at night')
    stage.routes['GET /api/tips'] = () => [200, { tips: [money] }]
    stage.routes['GET /api/tips/tip-1'] = () => [404, problemOf('not-found')]
    stage.open('/tips')
    expect(await screen.findByText('Nothing saved yet.')).toBeTruthy()
    stage.open('/tips/tip-1')
    expect(await screen.findByRole('heading', { level: 1, name: "We can't show this" })).toBeTruthy()
  })
})

describe('tips under another hat, or none', () => {
  it('have nothing to save, and ask for nothing of one’s own', async () => {
    const carer = { ...kofi, hat: 'carer' as const, hats: ['carer' as const], personId: undefined }
    opened({}, { session: carer }).open('/tips')
    expect(await (await part('All tips')).findByText('2 tips')).toBeTruthy()
    expect(screen.queryByRole('region', { name: 'Saved' })).toBeNull()
  })

  it('are read by somebody who is not signed in', async () => {
    opened({}, { session: null }).open('/tips')
    expect(await (await part('All tips')).findByText('2 tips')).toBeTruthy()
    expect(screen.queryByRole('region', { name: 'Saved' })).toBeNull()
  })
})
