import { act, fireEvent, screen, waitFor } from '@testing-library/react'
import { nothingOwned } from '@weft/contract/own/parts.ts'
import { problemOf } from '@weft/contract/problem.ts'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { broadcast } from '../../testing/fake-socket.ts'
import { kofi, ownTopic, type Stage, setStage, strikeStage } from '../../testing/stage.tsx'

vi.mock('socket.io-client', () => import('../../testing/fake-socket-io.ts'))
vi.setConfig({ testTimeout: 20_000 })

const exportId = '018f0000-0000-7000-8000-0000000000e9'
const exports = `/api/people/${kofi.personId}/exports`
const account = { keepers: [{ service: 'Lichfield Wellbeing', organisation: 'Whitlow Trust', untilYear: 2046 }] }
const closing = { erasedAt: '2026-04-29T09:20:00.000Z' }

let stage: Stage
beforeEach(() => {
  stage = setStage()
  stage.routes['GET /api/me/account'] = () => [200, account]
})
afterEach(strikeStage)

const asked = (route: string) => stage.asked.filter((one) => one.route === route).map((one) => one.input)
const button = (name: string) => screen.getByRole('button', { name })
const press = (name: string) => fireEvent.click(button(name))
const type = (label: string | RegExp, value: string) =>
  fireEvent.change(screen.getByLabelText(label), { target: { value } })

/** The server asks for the password first, once. */
function asksWhoItIs(route: string, then: [number, unknown]) {
  let isProven = false
  stage.routes[route] = () => (isProven ? then : [403, problemOf('prove-again')])
  stage.routes['POST /api/me/prove'] = ({ password }) => {
    isProven = password === 'three plums and a lemon'
    return isProven ? [200, {}] : [401, problemOf('details-do-not-match')]
  }
}

test('a file is asked for, with the password where the sign-in is old, and shows when it is ready', async () => {
  asksWhoItIs(`POST ${exports}`, [202, {}])
  stage.open('/settings/export')
  fireEvent.click(await screen.findByRole('button', { name: 'Make my file' }))
  await screen.findByRole('heading', { name: 'Is it you?' })
  type('Your password', 'not this one')
  press('Go on')
  expect((await screen.findAllByText('That password does not match. Try again.')).length).toBeGreaterThan(0)
  type('Your password', 'three plums and a lemon')
  press('Go on')
  await screen.findByRole('button', { name: 'Make my file' })
  expect(asked(`POST ${exports}`)).toHaveLength(2)

  const row = { exportId, askedAt: '2026-04-15T09:20:00.000Z', readyBy: '2026-04-15T09:30:00.000Z' }
  act(() => void broadcast(stage.server, ownTopic, 'export.changed', row))
  await screen.findByText(/^Ready by \d+:30am$/)
  expect(screen.queryByRole('button', { name: 'Make my file' })).toBeNull()
  act(
    () =>
      void broadcast(stage.server, ownTopic, 'export.changed', {
        ...row,
        readyAt: row.askedAt,
        endsAt: '2026-04-16T09:20:00.000Z',
      }),
  )
  await screen.findByText('Your file is ready')
})

test('a file that could not be made says so, and another can be asked for', async () => {
  const failed = {
    exportId,
    askedAt: '2026-04-15T09:20:00.000Z',
    readyBy: '2026-04-15T09:30:00.000Z',
    failedAt: '2026-04-15T09:36:00.000Z',
  }
  stage.server.topics.set(ownTopic, { seq: 1, state: { ...nothingOwned, exports: { exports: [failed] } } })
  stage.open('/settings/export')
  await screen.findByText('We could not make your file')
  expect(screen.queryByText(/^Ready by/)).toBeNull()
  expect(button('Make a new file')).toBeTruthy()
})

test('an open file is handed to the browser, whole; one that is gone says so', async () => {
  const ready = {
    exportId,
    askedAt: '2026-04-15T09:20:00.000Z',
    readyBy: '2026-04-15T09:30:00.000Z',
    readyAt: '2026-04-15T09:21:00.000Z',
    endsAt: '2026-04-16T09:21:00.000Z',
  }
  stage.server.topics.set(ownTopic, { seq: 1, state: { ...nothingOwned, exports: { exports: [ready] } } })
  const kept: Blob[] = []
  Object.assign(URL, { createObjectURL: (blob: Blob) => `blob:${kept.push(blob)}`, revokeObjectURL() {} })
  const click = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => {})
  stage.routes[`GET ${exports}/${exportId}`] = () => [
    200,
    { fileName: 'my-file-2026-04-15.zip', readyAt: ready.readyAt, archive: btoa('PK-the-file') },
  ]
  stage.open('/settings/export')
  fireEvent.click(await screen.findByRole('button', { name: 'Open my file' }))
  await screen.findByText('Your file is on this device now')
  expect(click).toHaveBeenCalledTimes(1)
  expect(await kept[0]?.text()).toBe('PK-the-file')
  stage.routes[`GET ${exports}/${exportId}`] = () => [404, problemOf('not-found')]
  press('Open my file')
  await screen.findByText('This file is not here any more. Make a new one.')
})

test('a file comes back whole, or says which part of it could not be read', async () => {
  const bring = `POST /api/people/${kofi.personId}/import`
  stage.routes[bring] = () => [
    422,
    problemOf('not-acceptable', { fields: [{ path: 'file.goals.0.words', message: 'blank' }] }),
  ]
  stage.open('/settings/import')
  fireEvent.click(await screen.findByRole('button', { name: 'Bring it back' }))
  expect((await screen.findAllByText('Choose a file first')).length).toBeGreaterThan(0)
  const choose = (name: string, text: string) => {
    const input = document.querySelector<HTMLInputElement>('input[type=file]')
    fireEvent.change(input as HTMLInputElement, {
      target: { files: [Object.assign(new File([text], name), { text: async () => text })] },
    })
  }
  choose('everything.zip', 'PK and so on')
  press('Bring it back')
  await waitFor(() => expect(document.body.textContent).toContain('still packed'))
  choose('notes.json', '{"format":"other"}')
  press('Bring it back')
  await waitFor(() => expect(document.body.textContent).toContain('Choose the one called weft.json.'))
  expect(asked(bring)).toEqual([])
  choose('weft.json', '{"format":"weft","version":1}')
  press('Bring it back')
  await waitFor(() => expect(document.body.textContent).toContain('goals.0.words. Nothing was brought back.'))
  stage.routes[bring] = () => [200, { added: 12, known: 0 }]
  press('Bring it back')
  await screen.findByText('12 things are back')
  expect(asked(bring).at(-1)).toEqual({ file: { format: 'weft', version: 1 } })
})

test('closing says what goes and what stays, wants the word, and then shows nothing but the way back', async () => {
  let session: object = kofi
  stage.routes['GET /api/me'] = () => [200, session]
  stage.routes['POST /api/me/account/close'] = () => {
    session = { ...kofi, closing }
    return [200, { ...account, closing }]
  }
  stage.open('/settings/close')
  await screen.findByText('Your goals, trackers and diary are erased after 14 days.')
  await screen.findByText('Lichfield Wellbeing keeps its own notes until 2046.')
  press('Close my account')
  expect((await screen.findAllByText('Type the word close')).length).toBeGreaterThan(0)
  expect(asked('POST /api/me/account/close')).toEqual([])
  type(/Type “close”/, 'Close ')
  press('Close my account')
  await screen.findByRole('button', { name: 'Keep my account' })
  expect(asked('POST /api/me/account/close')).toEqual([{ word: 'close' }])
  await screen.findByText('Your goals, trackers and diary are erased on 29 April 2026.')
  expect(screen.queryByRole('link', { name: 'Goals' })).toBeNull()
  expect(screen.getAllByText('Get help now').length).toBeGreaterThan(0)
})

test('whoever signs in within the 14 days keeps the account, whatever place they open', async () => {
  let session: object = { ...kofi, closing }
  stage.routes['GET /api/me'] = () => [200, session]
  stage.routes['POST /api/me/account/keep'] = () => {
    session = kofi
    return [200, {}]
  }
  stage.open('/goals')
  fireEvent.click(await screen.findByRole('button', { name: 'Keep my account' }))
  await screen.findByText('Your account stays')
  await waitFor(() => expect(location.pathname).toBe('/today'))
})

test('offline each says that it needs internet, and loses nothing', async () => {
  stage.open('/settings/export')
  await screen.findByRole('button', { name: 'Make my file' })
  act(() => stage.setOnline(false))
  press('Make my file')
  await screen.findAllByText(/need internet|internet/i)
  expect(button('Make my file')).toBeTruthy()
})
