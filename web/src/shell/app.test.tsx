import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import '@weft/ui/testing/jsdom-dialog.ts'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { nia, sam } from '../testing/cast.ts'
import { fakeServer, refusal } from '../testing/fake-server.ts'
import '../testing/stage.tsx'
import { App } from './app.tsx'
import { SessionStore } from './session/session-store.ts'

// The socket never comes up here: what is shown without one is what these tests are about.
vi.mock('socket.io-client', () => ({
  io: () => ({ on() {}, connect() {}, disconnect() {}, emit() {}, connected: false }),
}))

beforeEach(() => {
  localStorage.clear()
  // Tabs speak to each other: those of earlier tests must not.
  vi.stubGlobal('BroadcastChannel', undefined)
  window.history.replaceState(null, '', '/staff/me')
})
afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

const settings = { 'GET /api/me/settings': {}, 'GET /api/me/devices': { devices: [] } }

async function start(answers: Record<string, unknown>) {
  const server = fakeServer({ ...settings, ...answers })
  const store = new SessionStore()
  render(<App store={store} />)
  await act(() => store.start())
  return { ...server, store }
}
const type = (label: string, value: string) => fireEvent.change(screen.getByLabelText(label), { target: { value } })
const submit = () => act(async () => void fireEvent.click(screen.getByRole('button', { name: 'Sign in' })))

describe('signing in', () => {
  it('asks for both, and says what to do by the field and on top', async () => {
    const { askedFor } = await start({ 'GET /api/me': refusal('not-signed-in') })
    await submit()
    const summary = screen.getByRole('alert')
    expect(document.activeElement).toBe(summary)
    expect(summary.querySelectorAll('a')).toHaveLength(2)
    expect(screen.getByLabelText('Work email').getAttribute('aria-invalid')).toBe('true')
    expect(askedFor('POST /api/sign-in')).toHaveLength(0)
  })

  it.each([
    [refusal('details-do-not-match'), 'Those details do not match. Check them and try again.'],
    [refusal('too-many', { retryAfter: 90 }), 'That is a lot of tries. Wait 1 min, then try again.'],
    ['no network', 'You need internet to sign in.'],
    [refusal('unforeseen', { requestId: 'r-7' }), 'Something went wrong. Try again. Reference r-7'],
  ])('says %o in plain words and keeps the address', async (answer, words) => {
    await start({ 'GET /api/me': refusal('not-signed-in'), 'POST /api/sign-in': answer })
    type('Work email', 'sam@trust.example')
    type('Password', 'wrong')
    await submit()
    expect(screen.getAllByText(words).length).toBeGreaterThan(0)
    expect(screen.getByLabelText<HTMLInputElement>('Work email').value).toBe('sam@trust.example')
    expect(screen.getByLabelText<HTMLInputElement>('Password').value).toBe('')
  })

  it('opens the page whose link was followed', async () => {
    await start({ 'GET /api/me': refusal('not-signed-in'), 'POST /api/sign-in': sam })
    type('Work email', 'sam@trust.example')
    type('Password', 'right')
    await submit()
    expect(await screen.findByRole('heading', { name: 'My settings' })).toBeTruthy()
    expect(location.pathname).toBe('/staff/me')
  })
})

describe('a locked screen', () => {
  it('shows nothing of what was there, and comes back in place for the same person', async () => {
    const { store, answers } = await start({ 'GET /api/me': sam, 'POST /api/sign-out': {} })
    const heading = await screen.findByRole('heading', { name: 'My settings' })
    await act(async () => store.lock('idle'))
    expect(screen.getByRole('dialog', { name: 'Locked, sign in to carry on' })).toBeTruthy()
    expect(document.body.textContent).not.toContain('Sam Okafor')
    expect(document.title).toBe('Locked, sign in to carry on – Weft')
    answers['POST /api/sign-in'] = { ...sam, sessionId: nia.sessionId }
    type('Work email', 'sam@trust.example')
    type('Password', 'right')
    await submit()
    expect(screen.getByRole('heading', { name: 'My settings' })).toBe(heading)
    expect(document.title).toBe('My settings – Weft')
  })

  it('shows another person nothing of the first one’s, not even the place', async () => {
    const { store, answers } = await start({
      'GET /api/me': sam,
      'POST /api/sign-out': {},
      'GET /api/services/mine': { services: [] },
    })
    await screen.findByRole('heading', { name: 'My settings' })
    await act(async () => store.lock('idle'))
    answers['POST /api/sign-in'] = nia
    type('Work email', 'nia@trust.example')
    type('Password', 'right')
    await submit()
    await waitFor(() => expect(location.pathname).toBe('/staff/inbox'))
    expect(document.body.textContent).not.toContain('Sam Okafor')
  })
})

describe('when nothing answers', () => {
  it('says so, rather than asking to sign in, and goes on by itself', async () => {
    const { answers } = await start({ 'GET /api/me': 'no network' })
    expect(screen.getByRole('heading', { name: 'We cannot reach Weft.' })).toBeTruthy()
    answers['GET /api/me'] = sam
    await act(async () => void fireEvent.click(screen.getByRole('button', { name: 'Try again' })))
    expect(await screen.findByRole('heading', { name: 'My settings' })).toBeTruthy()
  })
})

describe('a role without screens', () => {
  it('has no sections and is told so', async () => {
    window.history.replaceState(null, '', '/staff/')
    await start({ 'GET /api/me': { ...sam, hat: 'privacy_officer', hats: ['privacy_officer'] } })
    expect(await screen.findByText('Your role has no screens here yet. You can change your own settings.')).toBeTruthy()
    expect(screen.queryByRole('link', { name: /Inbox|Caseload|Team/ })).toBeNull()
    fireEvent.click(screen.getByRole('link', { name: 'My settings' }))
    expect(await screen.findByRole('heading', { name: 'My settings' })).toBeTruthy()
  })

  it.each(['inbox', 'inbox/all', 'caseload', 'team', 'tips', 'feedback'])('has no page at /%s', async (path) => {
    window.history.replaceState(null, '', `/staff/${path}`)
    const { asked } = await start({ 'GET /api/me': { ...sam, hat: 'privacy_officer', hats: ['privacy_officer'] } })
    expect(await screen.findByText("We can't show this.")).toBeTruthy()
    await waitFor(() => expect(document.title).toBe("We can't show this – Weft"))
    expect(asked.map((one) => one.path)).toEqual(['/api/me'])
  })
})
