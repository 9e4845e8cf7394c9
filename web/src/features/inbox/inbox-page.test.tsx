import { act, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { id, nia, niaId, row, sam, samId, service, serviceId } from '../../testing/cast.ts'
import { fakeServer } from '../../testing/fake-server.ts'
import { stage } from '../../testing/stage.tsx'

const mine = `my-conversations:${samId}:practitioner`
const inbox = `inbox:${serviceId}`

beforeEach(() => {
  vi.useFakeTimers({ now: Date.parse('2026-04-15T15:25:00Z'), toFake: ['Date'] }) // Wednesday, 4:25pm in London
  fakeServer({ 'GET /api/services/mine': { services: [service] }, 'GET /api/me/settings': {} })
})
afterEach(() => void vi.useRealTimers())

const kofi = row(51, 'Kofi', { dueAt: '2026-04-16T09:20:00.000Z' }) // 75 % of eight open hours are over at 4:20pm
const doreen = row(52, 'Doreen', { dueAt: '2026-04-15T13:20:00.000Z', unread: 2 })
const tia = row(53, 'Tia', { dueAt: '2026-04-17T11:00:00.000Z', isMine: false })
const edith = row(54, 'Edith')
const raj = row(55, 'Meera', { kind: 'carer_team', carer: { name: 'Raj', relationship: 'husband' } })

async function opened(rows = [kofi, doreen, tia, edith, raj], address = '/inbox/all') {
  const on = stage(sam, address)
  await act(async () => {
    on.live.set(mine, { state: { rows, total: rows.length } })
    on.live.set(inbox, { state: { rows: [] } })
  })
  await screen.findByText(rows.length > 0 ? 'Waiting for us' : /./)
  const pane = screen.getByRole('region', { name: 'Conversations' })
  const names = () =>
    within(pane)
      .getAllByRole('listitem')
      .map((item) => item.querySelector('bdi')?.textContent)
  const rowOf = (name: string) =>
    within(pane).getByText(name, { selector: '.wf-inbox-row__name' }).closest('li') as HTMLElement
  const change = (state: object) => act(async () => on.live.set(mine, { state }))
  const lines = (...lines: object[]) => act(async () => on.live.set(inbox, { state: { rows: lines } }))
  return { ...on, names, rowOf, change, lines }
}

const line = (conversationId: string, more: object = {}) => ({
  conversationId,
  kind: 'person_team',
  lastNumber: 9,
  at: '2026-04-15T15:24:00.000Z',
  authorName: 'Edith',
  fromTeam: false,
  snippet: 'Bad night again',
  ...more,
})

describe('the inbox', () => {
  it('shows a flag of somebody who has left to the coordinator, by name, though they have no row', async () => {
    const flag = {
      flagId: id(71),
      conversationId: id(72),
      personId: id(73),
      formerName: 'Tom',
      source: 'item9',
      level: 'urgent',
      openedAt: '2026-04-15T14:00:00.000Z',
    }
    const ofRow = { ...flag, flagId: id(74), conversationId: kofi.conversationId, formerName: undefined }
    fakeServer({
      'GET /api/services/mine': { services: [service] },
      'GET /api/me/settings': {},
      'GET /api/flags': { flags: [flag, ofRow] },
    })
    await opened()
    expect(await screen.findByText(/^Tom may be at risk/)).toBeTruthy()
    expect(screen.getAllByRole('button', { name: 'Close with an outcome' })).toHaveLength(1)
  })

  it('puts who waits first, by when they were promised an answer', async () => {
    const { names } = await opened()
    expect(names()).toEqual(['Doreen', 'Kofi', 'Tia', 'Raj for Meera', 'Edith'])
  })

  it('says how each answer stands: late, soon, fine', async () => {
    const { rowOf } = await opened()
    expect(within(rowOf('Doreen')).getByText('Overdue 2 h').closest('[data-tone]')?.getAttribute('data-tone')).toBe(
      'danger',
    )
    expect(
      within(rowOf('Kofi')).getByText('Reply by 10:20am tomorrow').closest('[data-tone]')?.getAttribute('data-tone'),
    ).toBe('warn')
    expect(within(rowOf('Tia')).getByText('Reply by midday on Friday').closest('[data-tone]')).toBeNull()
  })

  it('counts who waits in each folder and on the rail', async () => {
    await opened()
    expect(screen.getByRole('link', { name: 'Mine 2 waiting' })).toBeTruthy()
    expect(screen.getByRole('link', { name: 'All 3 waiting' })).toBeTruthy()
    expect(screen.getAllByRole('link', { name: /Inbox 3 waiting/ }).length).toBeGreaterThan(0)
  })

  it('stands still when something comes, tells of it in place, and moves when asked with Alt+U', async () => {
    const { names, rowOf, lines } = await opened()
    await lines(line(edith.conversationId, { dueAt: '2026-04-15T15:30:00.000Z' }))
    expect(names()).toEqual(['Doreen', 'Kofi', 'Tia', 'Raj for Meera', 'Edith'])
    expect(within(rowOf('Edith')).getByText('Bad night again')).toBeTruthy()
    const refresh = screen.getByRole('button', { name: '1 update, refresh order' })
    expect(refresh.title).toBe('1 update, refresh order (Alt+U)')
    fireEvent.keyDown(window, { code: 'KeyU', altKey: true })
    expect(names()).toEqual(['Doreen', 'Edith', 'Kofi', 'Tia', 'Raj for Meera'])
    expect(screen.queryByRole('button', { name: /refresh order/ })).toBeNull()
  })

  it('lets go at once of what I may no longer see', async () => {
    const { names, change } = await opened()
    await change({ rows: [kofi, tia, edith, raj], total: 4 })
    expect(names()).toEqual(['Kofi', 'Tia', 'Raj for Meera', 'Edith'])
  })

  it('shows which colleague is at a conversation, and never me', async () => {
    const { live, rowOf } = await opened()
    const at = { conversationId: kofi.conversationId, name: 'Nia Hughes' }
    await act(async () => {
      live.hear(inbox, 'attending', { ...at, doing: 'viewing' }, niaId)
      live.hear(inbox, 'attending', { ...at, name: 'Sam Okafor', doing: 'viewing' }, samId)
    })
    expect(within(rowOf('Kofi')).getByText('Nia Hughes viewing')).toBeTruthy()
    await act(async () => live.hear(inbox, 'attending', { ...at, doing: 'replying' }, niaId))
    expect(within(rowOf('Kofi')).getByText('Nia Hughes replying…')).toBeTruthy()
    await act(async () => live.hear(inbox, 'attending', { ...at, doing: 'gone' }, niaId))
    expect(within(rowOf('Kofi')).queryByText(/Nia/)).toBeNull()
  })

  it('Alt+J and Alt+K go through the list; neither title nor address holds a name', async () => {
    await opened()
    fireEvent.keyDown(window, { code: 'KeyJ', altKey: true })
    await screen.findByRole('region', { name: /^Messages/ })
    fireEvent.keyDown(window, { code: 'KeyJ', altKey: true })
    await waitFor(() => expect(location.pathname).toBe(`/staff/inbox/all/${kofi.conversationId}`))
    expect(document.title).toBe('Inbox – Weft')
    fireEvent.keyDown(window, { code: 'KeyK', altKey: true })
    await waitFor(() => expect(location.pathname).toBe(`/staff/inbox/all/${doreen.conversationId}`))
  })

  it('fetches what waits further down than the first page, and hears when it goes', async () => {
    const server = fakeServer({
      'GET /api/services/mine': { services: [service] },
      'GET /api/me/settings': {},
      [`GET /api/accounts/${samId}/practitioner/conversations`]: { rows: [doreen], total: 2 },
    })
    const on = stage(sam, '/inbox/all')
    await act(async () => on.live.set(mine, { state: { rows: [edith], total: 2, next: 'here' } }))
    expect(await screen.findByText('Doreen', { selector: '.wf-inbox-row__name' })).toBeTruthy()
    expect(server.askedFor('GET /api/accounts/*/practitioner/conversations')[0]?.query.get('after')).toBe('here')
    // A fresh snapshot that is whole: what it does not name may not be seen any more.
    await act(async () => on.live.set(mine, { state: { rows: [edith], total: 1 } }))
    expect(screen.queryByText('Doreen', { selector: '.wf-inbox-row__name' })).toBeNull()
  })
})

describe('with nothing to show', () => {
  it('says where to look, or whom to ask', async () => {
    const on = stage(sam, '/inbox/mine')
    await act(async () => on.live.set(mine, { state: { rows: [tia], total: 1 } }))
    expect(await screen.findByText('You lead nobody’s care here yet. Look in All.')).toBeTruthy()
  })

  it('an account without a team is told whom to ask', async () => {
    fakeServer({ 'GET /api/services/mine': { services: [] }, 'GET /api/me/settings': {} })
    const on = stage(sam, '/inbox/all')
    await act(async () => on.live.set(mine, { state: { rows: [], total: 0 } }))
    expect(await screen.findByText('Your account is ready but has no team. Ask your coordinator.')).toBeTruthy()
  })

  it('an unknown folder is the page for what does not exist', async () => {
    stage(sam, '/inbox/secrets')
    expect(await screen.findByText("We can't show this.")).toBeTruthy()
  })
})

describe('the palette', () => {
  it('lists people of the caseload and no others, and never those who have left', async () => {
    const server = fakeServer({
      'GET /api/services/mine': { services: [service] },
      'GET /api/me/settings': {},
      'GET /api/caseload': {
        rows: [
          { ...caseload('Kofi Mensah', 1) },
          { ...caseload('Kofi Former', 2), enrolmentState: 'ended', endedAt: '2026-03-01T00:00:00.000Z' },
        ],
        total: 2,
      },
    })
    const on = stage(nia, '/inbox/all')
    await act(async () => on.live.set(`my-conversations:${niaId}:coordinator`, { state: { rows: [kofi], total: 1 } }))
    await screen.findByText('Waiting for us')
    expect(server.askedFor('GET /api/caseload')).toHaveLength(0) // looking at nobody before somebody is looked for
    fireEvent.keyDown(window, { code: 'KeyK', ctrlKey: true })
    fireEvent.change(await screen.findByRole('combobox'), { target: { value: 'ko' } })
    await screen.findByRole('option', { name: /Kofi Mensah/ })
    expect(screen.getAllByRole('option')).toHaveLength(1)
    fireEvent.change(screen.getByRole('combobox'), { target: { value: 'leanne' } })
    expect(screen.queryAllByRole('option')).toHaveLength(0)
  })
})

const caseload = (name: string, number: number) => ({
  personId: id(number),
  name,
  serviceId,
  serviceName: 'Lichfield Wellbeing',
  enrolmentState: 'active',
  isMine: false,
  unread: 0,
  carers: [],
})
