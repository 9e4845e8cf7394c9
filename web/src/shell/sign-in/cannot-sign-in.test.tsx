import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { sam } from '../../testing/cast.ts'
import { fakeServer, refusal } from '../../testing/fake-server.ts'
import '../../testing/stage.tsx'
import { App } from '../app.tsx'
import { SessionStore } from '../session/session-store.ts'

vi.mock('socket.io-client', () => ({
  io: () => ({ on() {}, connect() {}, disconnect() {}, emit() {}, connected: false }),
}))

beforeEach(() => {
  localStorage.clear()
  vi.stubGlobal('BroadcastChannel', undefined)
  window.history.replaceState(null, '', '/staff/me')
})
afterEach(() => {
  vi.restoreAllMocks()
  cleanup()
  vi.unstubAllGlobals()
})

async function start(answers: Record<string, unknown> = {}) {
  const server = fakeServer({
    'GET /api/me': refusal('not-signed-in'),
    'GET /api/me/settings': {},
    'GET /api/me/devices': { devices: [] },
    'POST /api/sign-in/code': {},
    'POST /api/reset': {},
    ...answers,
  })
  const store = new SessionStore()
  render(<App store={store} />)
  await act(() => store.start())
  return { ...server, store }
}
const type = (label: string, value: string) => fireEvent.change(screen.getByLabelText(label), { target: { value } })
const press = (name: string) => act(async () => void fireEvent.click(screen.getByRole('button', { name })))
const heading = (name: string) => screen.findByRole('heading', { level: 1, name })
const email = () => screen.getByLabelText<HTMLInputElement>('Work email')

async function choose(way: string) {
  await press("I can't sign in")
  await heading("I can't sign in")
  await press(way)
}
async function askFor(way: string, address = 'sam@trust.example') {
  await choose(way)
  type('Work email', address)
  await press('Send the code')
}
const theCode = () => screen.getByLabelText<HTMLInputElement>('Code')

/** The heading is there, and takes focus with the drawing that follows. */
const focused = async (name: string) => {
  const found = await heading(name)
  await waitFor(() => expect(document.activeElement).toBe(found))
}

describe('“I can’t sign in”', () => {
  it('takes focus to its heading, names its page, and leads back to signing in', async () => {
    await start()
    await press("I can't sign in")
    await focused("I can't sign in")
    expect(document.title).toBe("I can't sign in – Weft")
    await press('Back to sign in')
    await focused('Sign in')
    expect(document.title).toBe('Sign in – Weft')
  })

  it('is not in the lock, which is for whoever is signed in already', async () => {
    const { store } = await start({ 'GET /api/me': sam, 'POST /api/sign-out': {} })
    await screen.findByRole('heading', { name: 'My settings' })
    await act(async () => store.lock('idle'))
    expect(screen.getByRole('dialog')).toBeTruthy()
    expect(screen.queryByRole('button', { name: "I can't sign in" })).toBeNull()
  })

  it('says when there is no network, and when it is back says nothing', async () => {
    await start()
    const onLine = vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false)
    act(() => void window.dispatchEvent(new Event('offline')))
    expect(screen.getByText('You need internet to sign in.').closest('[role="status"]')).toBeTruthy()
    await choose('Send me a code')
    expect(screen.getByText('You need internet to sign in.')).toBeTruthy()
    onLine.mockReturnValue(true)
    act(() => void window.dispatchEvent(new Event('online')))
    expect(screen.queryByText('You need internet to sign in.')).toBeNull()
  })
})

describe('a code', () => {
  it('signs in, pasted with its space, on the page whose link was followed', async () => {
    const { askedFor } = await start({ 'POST /api/sign-in/code/spend': sam })
    await askFor('Send me a code', ' sam@trust.example ')
    await focused('Enter the code')
    expect(theCode().autocomplete).toBe('one-time-code')
    type('Code', '123 456')
    await press('Sign in')
    expect(await heading('My settings')).toBeTruthy()
    expect(askedFor('POST /api/sign-in/code')[0]?.body).toEqual({ email: 'sam@trust.example', app: 'staff' })
    expect(askedFor('POST /api/sign-in/code/spend')[0]?.body).toEqual({
      email: 'sam@trust.example',
      code: '123 456',
      app: 'staff',
    })
  })

  it('is asked for with an address alone', async () => {
    const { askedFor } = await start()
    await askFor('Send me a code', 'sam')
    expect(document.activeElement).toBe(screen.getByRole('alert'))
    expect(screen.getAllByText('Enter your work email, like sam@trust.example')).toHaveLength(2)
    expect(email().getAttribute('aria-invalid')).toBe('true')
    expect(askedFor('POST /api/sign-in/code')).toHaveLength(0)
  })

  it.each([
    [refusal('code-not-right'), 'That code did not work. Check it, or ask for a new one.'],
    [refusal('details-do-not-match'), 'That code did not work. Check it, or ask for a new one.'],
    [refusal('too-many', { retryAfter: 90 }), 'That is a lot of tries. Wait 1 min, then try again.'],
    ['no network', 'You need internet to sign in.'],
  ])('answers %o in plain words and keeps what was typed', async (answer, words) => {
    await start({ 'POST /api/sign-in/code/spend': answer })
    await askFor('Send me a code')
    type('Code', '123456')
    await press('Sign in')
    expect(screen.getByRole('alert').textContent).toContain(words)
    expect(theCode().value).toBe('123456')
  })

  it('can be asked for again, and the address comes along, also back to the password', async () => {
    const { askedFor } = await start()
    await askFor('Send me a code')
    await press('Send another code')
    expect(email().value).toBe('sam@trust.example')
    await press('Send the code')
    expect(askedFor('POST /api/sign-in/code')).toHaveLength(2)
    await press('Back to sign in')
    expect(email().value).toBe('sam@trust.example')
  })
})

describe('a new password', () => {
  it('is set with a code, signs nobody in, and leads back with the address', async () => {
    const { askedFor, store } = await start({ 'POST /api/reset/complete': {} })
    await askFor('Set a new password')
    await focused('Make a new password')
    type('Code', '123456')
    type('New password', 'four quiet canals')
    await press('Set a new password')
    await focused('Your password is changed')
    expect(askedFor('POST /api/reset')[0]?.body).toEqual({ email: 'sam@trust.example', app: 'staff' })
    expect(askedFor('POST /api/reset/complete')[0]?.body).toEqual({
      email: 'sam@trust.example',
      app: 'staff',
      code: '123456',
      password: 'four quiet canals',
    })
    expect(store.get().name).toBe('signed-out')
    await press('Sign in')
    expect(email().value).toBe('sam@trust.example')
  })

  it.each([
    ['too short', 'ninechars'],
    ['too long', 'x'.repeat(101)],
  ])('is not asked of the server when it is %s, nor without a code', async (_, password) => {
    const { askedFor } = await start()
    await askFor('Set a new password')
    type('New password', password)
    await press('Set a new password')
    const links = [...screen.getByRole('alert').querySelectorAll('a')].map((link) => link.textContent)
    expect(links).toEqual(['Enter the 6 numbers we sent you', 'Make a password of 10 to 100 characters'])
    expect(askedFor('POST /api/reset/complete')).toHaveLength(0)
  })

  it.each([
    [refusal('code-not-right'), 'Code', 'That code did not work. Check it, or ask for a new one.'],
    [
      refusal('not-acceptable', { fields: [{ path: 'password', message: 'too common' }] }),
      'New password',
      'Too many people use that password. Choose another one.',
    ],
  ])('says by the field what to put right: %o', async (answer, label, words) => {
    await start({ 'POST /api/reset/complete': answer })
    await askFor('Set a new password')
    type('Code', '123456')
    type('New password', 'four quiet canals')
    await press('Set a new password')
    expect(screen.getByRole('alert').textContent).toContain(words)
    expect(screen.getByLabelText(label).getAttribute('aria-invalid')).toBe('true')
  })
})

describe('whoever looks for who has an account', () => {
  it.each(['Send me a code', 'Set a new password'])('learns nothing from “%s”', async (way) => {
    await start()
    await askFor(way, 'nobody@trust.example')
    expect(
      screen.getByText(
        'If there is an account for nobody@trust.example, we have sent 6 numbers to it. They work for 10 minutes.',
      ),
    ).toBeTruthy()
  })
})
