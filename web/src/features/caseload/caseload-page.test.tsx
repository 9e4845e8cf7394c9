import { act, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { caseloadRow, id, sam, samId, service } from '../../testing/cast.ts'
import { fakeServer, refusal } from '../../testing/fake-server.ts'
import { stage } from '../../testing/stage.tsx'
import { linesOf } from './caseload-rows.ts'

beforeEach(() => {
  // jsdom lays nothing out; the grid asks only how high its view is.
  vi.spyOn(Element.prototype, 'clientHeight', 'get').mockReturnValue(720)
  vi.spyOn(Element.prototype, 'clientWidth', 'get').mockReturnValue(1000)
})

const kofi = caseloadRow(1, 'Kofi Mensah', { isMine: true, unread: 3, lastActivityAt: '2026-04-14T08:00:00.000Z' })
const meera = caseloadRow(2, 'Meera Patel', {
  carers: [{ carerLinkId: id(90), name: 'Raj Patel', relationship: 'husband' }],
})
const zoe = caseloadRow(3, 'Zoë Ashworth', { lastActivityAt: undefined })
const gone = caseloadRow(4, 'Arthur Bell', {
  enrolmentState: 'ended',
  endedAt: '2026-03-01T12:00:00.000Z',
  lastActivityAt: undefined,
})
const all = [kofi, meera, zoe, gone]

async function opened(answer: unknown = { rows: all, total: 4 }) {
  const server = fakeServer({
    'GET /api/caseload': answer,
    'GET /api/services/mine': { services: [service] },
    'GET /api/me/settings': {},
    'GET /api/people/*': refusal('not-found'),
  })
  const on = stage(sam, '/caseload')
  await act(async () => on.live.set(`my-conversations:${samId}:practitioner`, { state: { rows: [], total: 0 } }))
  return { ...on, ...server }
}
const rows = () => screen.getAllByRole('row').slice(1)
const names = () => rows().map((row) => within(row).getAllByRole('gridcell')[0]?.textContent)

describe('lines of the caseload', () => {
  it('are current people with their carers below, then former ones', () => {
    const filter = { text: '', mine: false, unread: false, sort: 'name' } as const
    expect(linesOf(all, filter).map((line) => [line.kind, line.row.name])).toEqual([
      ['person', 'Kofi Mensah'],
      ['person', 'Meera Patel'],
      ['carer', 'Meera Patel'],
      ['person', 'Zoë Ashworth'],
      ['former', 'Arthur Bell'],
    ])
  })

  it.each([
    ['zoe', ['Zoë Ashworth']],
    ['raj', ['Meera Patel']],
    ['pat mee', ['Meera Patel']],
    ['nobody', []],
  ])('“%s” finds %o', (text, found) => {
    const lines = linesOf(all, { text, mine: false, unread: false, sort: 'name' })
    expect(lines.filter((line) => line.kind !== 'carer').map((line) => line.row.name)).toEqual(found)
  })
})

describe('the caseload', () => {
  it('shows newest activity first; of former people only the name and when it ended', async () => {
    await opened()
    expect(await screen.findByText('4 people')).toBeTruthy()
    expect(names()).toEqual(['Meera Patel', 'Raj Patel, husband', 'Kofi Mensah', 'Zoë Ashworth', 'Arthur Bell'])
    expect(rows().at(-1)?.textContent).toBe('Arthur BellEnded 1 March 2026')
  })

  it('says its true size and each row’s place', async () => {
    await opened()
    const grid = await screen.findByRole('grid')
    expect(grid.getAttribute('aria-rowcount')).toBe('6')
    expect(rows().map((row) => row.getAttribute('aria-rowindex'))).toEqual(['2', '3', '4', '5', '6'])
  })

  it('filters, and says when nobody matches', async () => {
    await opened()
    const box = await screen.findByLabelText('Filter by name')
    fireEvent.change(box, { target: { value: 'kofi' } })
    await waitFor(() => expect(names()).toEqual(['Kofi Mensah']))
    expect(screen.getByText('1 of 4 people')).toBeTruthy()
    fireEvent.change(box, { target: { value: 'zzz' } })
    await screen.findByText('No one matches.')
    fireEvent.click(screen.getByRole('button', { name: 'Clear filters' }))
    await waitFor(() => expect(rows()).toHaveLength(5))
    fireEvent.click(screen.getByRole('button', { name: 'My people' }))
    await waitFor(() => expect(names()).toEqual(['Kofi Mensah']))
  })

  it('is walked with arrows and opened with Enter; somebody who left opens nothing', async () => {
    await opened()
    await screen.findByRole('grid')
    rows()[0]?.focus()
    const key = (name: string) => fireEvent.keyDown(document.activeElement as Element, { key: name })
    key('End')
    expect(document.activeElement?.textContent).toContain('Arthur Bell')
    key('Enter')
    expect(location.pathname).toBe('/staff/caseload')
    key('Home')
    key('ArrowDown')
    expect(document.activeElement?.textContent).toContain('Raj Patel')
    key('Enter')
    await waitFor(() => expect(location.pathname).toBe(`/staff/people/${meera.personId}`))
  })

  it('keeps one drawn row in the tab order, also when the row last stood on was scrolled away', async () => {
    const many = Array.from({ length: 300 }, (_, at) => caseloadRow(100 + at, `Person ${at}`))
    await opened({ rows: many, total: many.length })
    const scroller = (await screen.findByRole('grid')).parentElement as HTMLElement
    scroller.scrollTop = 5_000
    fireEvent.scroll(scroller)
    await waitFor(() => expect(rows()[0]?.getAttribute('aria-rowindex')).not.toBe('2'))
    expect(rows().length).toBeLessThan(100)
    expect(rows().filter((row) => row.tabIndex === 0)).toHaveLength(1)
  })

  it('brings all pages, one after the other', async () => {
    const { askedFor } = await opened((asked: { query: URLSearchParams }) =>
      asked.query.get('after') ? { rows: [zoe], total: 2 } : { rows: [kofi], total: 2, next: 'p2' },
    )
    await waitFor(() => expect(names()).toEqual(['Kofi Mensah', 'Zoë Ashworth']))
    expect(askedFor('GET /api/caseload').map(({ query }) => query.get('after'))).toEqual([null, 'p2'])
  })

  it('says that it is empty, or that it could not be loaded, with the reference', async () => {
    await opened({ rows: [], total: 0 })
    expect(await screen.findByText('No one on your caseload yet. Ask your coordinator.')).toBeTruthy()
  })

  it('says that it could not be loaded, with the reference', async () => {
    await opened(refusal('unforeseen', { requestId: 'r-9' }))
    expect(await screen.findByText(/r-9/)).toBeTruthy()
  })

  it('somebody whom I may not see is the page for what does not exist', async () => {
    fakeServer({ 'GET /api/services/mine': { services: [service] }, 'GET /api/me/settings': {} })
    stage(sam, `/people/${id(99)}`)
    expect(await screen.findByText("We can't show this.")).toBeTruthy()
  })
})
