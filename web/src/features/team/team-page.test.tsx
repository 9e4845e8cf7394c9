import { act, fireEvent, screen } from '@testing-library/react'
import { describe, expect, it, vi } from 'vitest'
import { id, nia, niaId, row, sam, service, serviceId } from '../../testing/cast.ts'
import { fakeServer, refusal } from '../../testing/fake-server.ts'
import { stage } from '../../testing/stage.tsx'
import { changeOf, draftOf, mistakesIn, withKey } from './hours-draft.ts'

const member = (number: number, name: string, staffId: string) => ({
  teamMemberId: id(number),
  staffId,
  name,
  jobTitle: 'nurse',
  organisation: 'Whitlow Trust (demo)',
  role: 'member',
  from: '2026-01-05T09:00:00.000Z',
})

async function opened(more: Record<string, unknown> = {}, session = nia) {
  const server = fakeServer({
    'GET /api/services/mine': { services: [service] },
    'GET /api/services/*/team': {
      members: [member(61, 'Nia Hughes', String(nia.staffId)), member(62, 'Ola Nowak', id(63))],
    },
    'GET /api/me/settings': {},
    ...more,
  })
  const on = stage(session, '/team')
  await act(async () => on.live.set(`my-conversations:${niaId}:coordinator`, { state: { rows: [], total: 0 } }))
  return { ...on, ...server }
}

describe('the hours of a service', () => {
  it('go as they stand, in order, with the target in minutes', () => {
    const draft = draftOf(service)
    draft.hours.unshift(withKey({ weekday: 6, open: '10:00', close: '12:00' }))
    expect(changeOf({ ...draft, targetHours: '7,5', canWrite: false })).toMatchObject({
      replyTargetMinutes: 450,
      messaging: 'announce_only',
      hours: [...service.hours.hours, { weekday: 6, open: '10:00', close: '12:00' }],
    })
  })

  it.each([
    [{ targetHours: '' }, ['target']],
    [{ targetHours: 'soon' }, ['target']],
    [{ targetHours: '481' }, ['target']],
    [{ hours: [withKey({ weekday: 1, open: '17:00', close: '09:00' })] }, ['hours']],
    [{ hours: [withKey({ weekday: 1, open: '', close: '09:00' })] }, ['hours']],
    [{}, []],
  ])('%o is %o', (change, kinds) => {
    expect(mistakesIn({ ...draftOf(service), ...change }).map(({ kind }) => kind)).toEqual(kinds)
  })
})

describe('the team page', () => {
  it('removes a colleague after a named confirm', async () => {
    const { askedFor } = await opened({ 'DELETE /api/services/*/team/*': {} })
    fireEvent.click(await screen.findByRole('button', { name: 'Remove Ola Nowak from the team' }))
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Keep in the team' }))
    fireEvent.click(screen.getByRole('button', { name: 'Remove Ola Nowak' }))
    expect(await screen.findByText('Ola Nowak left the team')).toBeTruthy()
    expect(askedFor('DELETE /api/services/*/team/*')[0]?.path).toBe(`/api/services/${serviceId}/team/${id(62)}`)
    expect(screen.queryByRole('button', { name: 'Remove Nia Hughes from the team' })).toBeNull()
  })

  it('adds a colleague by reference, with one id however often it is tried', async () => {
    const { askedFor, answers } = await opened({ 'POST /api/services/*/team': refusal('unforeseen') })
    const box = await screen.findByLabelText('Staff reference')
    const add = screen.getByRole('button', { name: 'Add to the team' })
    fireEvent.click(add)
    expect(screen.getByText('Enter the staff reference')).toBeTruthy()
    fireEvent.change(box, { target: { value: id(64) } })
    fireEvent.click(add)
    await screen.findByText('That did not work. Try again.')
    answers['POST /api/services/*/team'] = member(65, 'Priya Nair', id(64))
    fireEvent.click(add)
    expect(await screen.findByText('Priya Nair joined the team')).toBeTruthy()
    const [first, second] = askedFor('POST /api/services/*/team')
    expect(second?.body).toEqual(first?.body)
  })

  it('saves hours with the version it started from, and says when somebody was quicker', async () => {
    const { askedFor } = await opened({ 'PUT /api/services/*/hours': refusal('conflict') })
    fireEvent.change(await screen.findByLabelText('Reply target, in hours of open time'), { target: { value: '16' } })
    fireEvent.click(screen.getByRole('button', { name: 'Save hours' }))
    expect(await screen.findByText(/Somebody changed this first/)).toBeTruthy()
    expect(askedFor('PUT /api/services/*/hours')[0]?.body).toMatchObject({ version: 3, replyTargetMinutes: 960 })
    expect(screen.getByLabelText<HTMLInputElement>('Reply target, in hours of open time').value).toBe('16')
  })

  it('keeps what is being written when a colleague saves first, and shows theirs when asked', async () => {
    const { answers, live } = await opened({ 'PUT /api/services/*/hours': refusal('conflict') })
    const target = () => screen.getByLabelText<HTMLInputElement>('Reply target, in hours of open time')
    fireEvent.change(await screen.findByLabelText('Reply target, in hours of open time'), { target: { value: '16' } })
    const theirs = { ...service, version: 4, hours: { ...service.hours, replyTargetMinutes: 240 } }
    answers['GET /api/services/mine'] = { services: [{ ...theirs, plainName: 'Renamed', name: 'Renamed' }] }
    // Somebody came: the services are asked for again.
    await act(async () =>
      live.set(`my-conversations:${niaId}:coordinator`, { state: { rows: [row(51, 'Kofi')], total: 1 } }),
    )
    await screen.findByRole('heading', { name: 'Team of Renamed' })
    expect(target().value).toBe('16')
    fireEvent.click(screen.getByRole('button', { name: 'Save hours' }))
    fireEvent.click(await screen.findByRole('button', { name: 'Show their hours' }))
    expect(target().value).toBe('4')
    expect(screen.queryByText(/Somebody changed this first/)).toBeNull()
  })

  it('does not save hours that close before they open', async () => {
    const { askedFor } = await opened()
    fireEvent.change(await screen.findByLabelText('Monday closes'), { target: { value: '08:00' } })
    fireEvent.click(screen.getByRole('button', { name: 'Save hours' }))
    expect(screen.getByRole('link', { name: 'On Monday, closing must be later than opening' })).toBeTruthy()
    expect(askedFor('PUT /api/services/*/hours')).toHaveLength(0)
  })

  it('is not there for a practitioner', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => {})
    await opened({}, sam)
    expect(await screen.findByText("We can't show this.")).toBeTruthy()
    expect(screen.queryByRole('link', { name: /Team/ })).toBeNull()
  })
})
