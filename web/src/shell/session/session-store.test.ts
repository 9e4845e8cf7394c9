import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { SessionStore } from './session-store.ts'

const sam = {
  sessionId: 's1',
  accountId: 'a-sam',
  displayName: 'Sam Okafor',
  hat: 'practitioner',
  hats: ['practitioner'],
}

type Answer = { status: number; body: unknown } | 'no network'
let answers: Record<string, Answer>
let asked: string[]

beforeEach(() => {
  localStorage.clear()
  asked = []
  answers = { 'GET /api/me': { status: 200, body: sam }, 'POST /api/sign-out': { status: 200, body: {} } }
  vi.stubGlobal('fetch', async (url: string, init: RequestInit) => {
    const key = `${init.method} ${url}`
    asked.push(key)
    expect(new Headers(init.headers).get('weft-app')).toBe('staff')
    const answer = answers[key] ?? { status: 404, body: { code: 'not-found' } }
    if (answer === 'no network') throw new TypeError('Failed to fetch')
    return new Response(JSON.stringify(answer.body), { status: answer.status })
  })
})
afterEach(() => vi.unstubAllGlobals())

const refusal = (code: string) => ({ status: 401, body: { code } })

describe('the session', () => {
  it('opens for whoever is signed in, and says so when nobody is', async () => {
    const store = new SessionStore()
    await store.start()
    expect(store.get()).toEqual({ name: 'open', session: sam, isAfterAnother: false })
    answers['GET /api/me'] = refusal('not-signed-in')
    const other = new SessionStore()
    await other.start()
    expect(other.get()).toEqual({ name: 'signed-out' })
  })

  it('says that nothing answered, rather than that nobody is signed in', async () => {
    answers['GET /api/me'] = 'no network'
    const store = new SessionStore()
    await store.start()
    expect(store.get()).toEqual({ name: 'unreachable' })
  })

  it('a lock covers at once and ends the session on the server', async () => {
    const store = new SessionStore()
    await store.start()
    store.lock('idle')
    expect(store.get()).toEqual({ name: 'locked', session: sam, why: 'idle' })
    expect(asked).toContain('POST /api/sign-out')
  })

  it('stays covered when the details are wrong, and opens in place when they are right', async () => {
    const store = new SessionStore()
    await store.start()
    store.lock('idle')
    answers['POST /api/sign-in'] = refusal('details-do-not-match')
    await expect(store.signIn('sam@demo.example', 'wrong')).rejects.toMatchObject({ code: 'details-do-not-match' })
    expect(store.get().name).toBe('locked')
    answers['POST /api/sign-in'] = { status: 200, body: { ...sam, sessionId: 's2' } }
    await store.signIn('sam@demo.example', 'right')
    expect(store.get()).toEqual({ name: 'open', session: { ...sam, sessionId: 's2' }, isAfterAnother: false })
  })

  it('a reload does not open what was locked while the server could not be told', async () => {
    const store = new SessionStore()
    await store.start()
    answers['POST /api/sign-out'] = 'no network'
    store.lock('idle')
    await vi.waitFor(() => expect(asked).toContain('POST /api/sign-out'))
    const reloaded = new SessionStore()
    await reloaded.start()
    expect(reloaded.get().name).toBe('unreachable')
    // Back online: the reloaded page closes the old session before it asks who is there.
    answers['POST /api/sign-out'] = { status: 200, body: {} }
    asked = []
    await new SessionStore().start()
    expect(asked).toEqual(['POST /api/sign-out', 'GET /api/me'])
  })

  it('a reload after the session was ended from elsewhere leads to signing in', async () => {
    const store = new SessionStore()
    await store.start()
    answers['GET /api/me'] = refusal('not-signed-in')
    answers['POST /api/sign-out'] = refusal('not-signed-in')
    await store.renew()
    expect(store.get().name).toBe('locked')
    const reloaded = new SessionStore()
    await reloaded.start()
    expect(reloaded.get()).toEqual({ name: 'signed-out' })
  })

  it('any refused call covers the content instead of throwing it away', async () => {
    const store = new SessionStore()
    await store.start()
    answers['GET /api/me'] = refusal('not-signed-in')
    await store.renew()
    expect(store.get()).toEqual({ name: 'locked', session: sam, why: 'ended' })
  })
})
