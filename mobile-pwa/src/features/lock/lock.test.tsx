import { act, fireEvent, screen, waitFor } from '@testing-library/react'
import { problemOf } from '@weft/contract/problem.ts'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { memoryShelf, type Shelf } from '../../device/shelf.ts'
import {
  conversation,
  conversationId,
  kofi,
  message,
  type Stage,
  sam,
  setStage,
  strikeStage,
  threadTopic,
} from '../../testing/stage.tsx'

vi.mock('socket.io-client', () => import('../../testing/fake-socket-io.ts'))
vi.setConfig({ testTimeout: 40_000 })

const pin = '294716'
let shelf: Shelf
let stage: Stage
beforeEach(() => {
  shelf = { ...memoryShelf(), lasts: true }
  stage = setStage({ shelf })
  stage.server.topics.set(threadTopic, { seq: 1, state: conversation([message(1, sam, 'Hello Kofi')]) })
})
afterEach(() => {
  strikeStage()
  document.documentElement.removeAttribute('data-covered')
})

const thread = `/messages/${conversationId}`
const typed = (label: string, value: string) => fireEvent.change(screen.getByLabelText(label), { target: { value } })
const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }))
const lockScreen = () => screen.findByRole('dialog', { name: 'Locked' })
const keys = async () => (await shelf.list('')).map(([key]) => key)

/** Kofi has put a lock on, and what he last read is kept on the device. */
async function withLock(): Promise<void> {
  stage.open(thread)
  await screen.findByText('Hello Kofi')
  await waitFor(async () => expect((await keys()).some((key) => key.includes('/snapshot/conv'))).toBe(true), {
    timeout: 5_000,
  })
  stage.open('/settings/app-lock')
  await screen.findByLabelText('New PIN')
  typed('New PIN', pin)
  typed('Type it again', pin)
  press('Turn on app lock')
  await screen.findByRole('button', { name: 'Change PIN' })
}

async function unlock(with_ = pin): Promise<void> {
  await lockScreen()
  fireEvent.change(await screen.findByLabelText('Your PIN'), { target: { value: with_ } })
  press('Unlock')
}

describe('a PIN', () => {
  it('is asked for at each start, with no network too, and leads to the same place', async () => {
    await withLock()
    stage.setOnline(false)
    stage.open(thread)
    await lockScreen()
    expect(document.body.textContent).not.toMatch(/Kofi|Lichfield|Hello|Weft/)
    await unlock('830561')
    expect(await screen.findByText('That PIN does not match. Try again.')).toBeTruthy()
    await unlock()
    expect(await screen.findByText('Hello Kofi')).toBeTruthy()
    expect(location.pathname).toBe(thread)
  })

  it('is refused when it is short, common or not the same twice', async () => {
    stage.open('/settings/app-lock')
    await screen.findByLabelText('New PIN')
    const tries = [
      ['2947', '2947', 'Use 6 numbers or more'],
      ['123456', '123456', 'Too many people use that PIN. Choose another one.'],
      [pin, '294717', 'The two PINs are not the same'],
    ] as const
    for (const [first, again, refusal] of tries) {
      typed('New PIN', first)
      typed('Type it again', again)
      press('Turn on app lock')
      expect((await screen.findAllByText(refusal)).length).toBeGreaterThan(0)
    }
    stage.open('/today')
    expect(await screen.findByRole('heading', { level: 1, name: 'Today' })).toBeTruthy()
  })

  it('has to be known to change it and to take it off', async () => {
    await withLock()
    press('Change PIN')
    typed('Your PIN now', '111222')
    typed('New PIN', '830561')
    typed('Type it again', '830561')
    press('Save new PIN')
    expect(await screen.findAllByText('That PIN does not match. Try again.')).toHaveLength(2)
    typed('Your PIN now', pin)
    press('Save new PIN')
    await screen.findByRole('button', { name: 'Turn off' })
    press('Turn off')
    typed('Your PIN now', '830561')
    press('Turn off app lock')
    expect(await screen.findByRole('button', { name: 'Turn on app lock' })).toBeTruthy()
    stage.open(thread)
    expect(await screen.findByText('Hello Kofi')).toBeTruthy()
  })
})

describe('a locked device', () => {
  it('sends nothing, keeps what was not sent, and sends it once it is open', async () => {
    const sent: unknown[] = []
    stage.server.push = ({ input }) => {
      sent.push(input)
      return { ok: true, value: message(2, sam, ''), seq: 2 }
    }
    stage.routes[`POST /api/conversations/${conversationId}/messages`] = (input) => {
      sent.push(input)
      return [200, message(2, sam, '')]
    }
    await withLock()
    stage.open(thread)
    await unlock()
    await screen.findByText('Hello Kofi')
    act(() => stage.setOnline(false))
    typed('Write a message', 'Written on the bus')
    press('Send')
    await waitFor(async () => expect((await keys()).some((key) => key.includes('/outbox/'))).toBe(true))
    act(() => stage.setOnline(true))
    stage.open('/today')
    await lockScreen()
    await waitFor(() => expect(stage.asked.at(-1)?.route).toBe('GET /api/me'))
    expect(sent).toEqual([])
    await unlock()
    await waitFor(() => expect(sent).toMatchObject([{ body: 'Written on the bus' }]))
  })

  it('offers help with everybody’s numbers and nothing of the person’s own', async () => {
    await withLock()
    stage.open('/today')
    await lockScreen()
    fireEvent.click(await screen.findByRole('link', { name: 'Get help now' }))
    const sheet = await screen.findByRole('dialog', { name: 'Get help now' })
    expect(sheet.textContent).toContain('999')
    expect(sheet.textContent).not.toMatch(/safety plan|Lichfield/)
  })

  it('learns that its session was ended elsewhere, and wipes what came from the server', async () => {
    await withLock()
    stage.routes['GET /api/me'] = () => [401, problemOf('not-signed-in')]
    stage.open(thread)
    expect(await screen.findByText('Please sign in to carry on. Nothing is lost.')).toBeTruthy()
    await waitFor(async () => expect((await keys()).map((key) => key.split('/')[0])).toEqual(['vault']))
    expect(localStorage.getItem('weft.lock')).toBeNull()
  })

  it('stays locked when the server’s answer comes late', async () => {
    await withLock()
    const me = Promise.withResolvers<void>()
    const answer = globalThis.fetch
    vi.stubGlobal('fetch', async (...given: Parameters<typeof fetch>) => {
      if (String(given[0]).endsWith('/api/me')) await me.promise
      return answer(...given)
    })
    stage.open(thread)
    await unlock()
    await screen.findByText('Hello Kofi')
    act(() => void new BroadcastChannel('weft.session').postMessage('lock'))
    await lockScreen()
    me.resolve()
    await answer('/api/me')
    await new Promise((resolve) => setTimeout(resolve))
    expect(screen.queryByText('Hello Kofi')).toBeNull()
    await lockScreen()
  })
})

describe('two minutes without use', () => {
  const goOutOfSight = (state: 'hidden' | 'visible') => {
    vi.spyOn(document, 'visibilityState', 'get').mockReturnValue(state)
    act(() => void document.dispatchEvent(new Event('visibilitychange')))
  }
  const isCovered = () => document.documentElement.hasAttribute('data-covered')

  it('lock; out of sight the page is blank at once, and back within them it is as it was', async () => {
    await withLock()
    stage.open(thread)
    await unlock()
    await screen.findByText('Hello Kofi')
    await waitFor(() => {
      goOutOfSight('hidden')
      expect(isCovered()).toBe(true)
    })
    goOutOfSight('visible')
    expect(isCovered()).toBe(false)
    expect(screen.getByText('Hello Kofi')).toBeTruthy()

    goOutOfSight('hidden')
    const now = Date.now()
    vi.spyOn(Date, 'now').mockImplementation(() => now + 120_000)
    goOutOfSight('visible')
    await lockScreen()
    expect(screen.queryByText('Hello Kofi')).toBeNull()
    expect(isCovered()).toBe(false)
  })
})

describe('a forgotten PIN', () => {
  it('is a sign-in: the copy is gone, the lock is off, and words not sent are back', async () => {
    await withLock()
    stage.open(thread)
    await unlock()
    await screen.findByText('Hello Kofi')
    typed('Write a message', 'Begun and not sent')
    await waitFor(async () => expect((await keys()).some((key) => key.includes('/draft/'))).toBe(true))
    stage.open(thread)
    await lockScreen()
    fireEvent.click(await screen.findByRole('button', { name: 'I forgot my PIN' }))
    press('Sign out')
    expect(await screen.findByText('Please sign in to carry on. Nothing is lost.')).toBeTruthy()
    expect(stage.asked.some(({ route }) => route === 'POST /api/sign-out')).toBe(true)
    await waitFor(async () => expect((await keys()).some((key) => /keyring|snapshot|session/.test(key))).toBe(false))
    stage.routes['POST /api/sign-in'] = () => [200, kofi]
    typed('Your email', 'kofi@demo.example')
    typed('Password', 'three small boats')
    press('Sign in')
    expect(await screen.findByDisplayValue('Begun and not sent')).toBeTruthy()
    stage.open('/today')
    expect(await screen.findByRole('heading', { level: 1, name: 'Today' })).toBeTruthy()
  })
})

describe('a lock that was put on or taken off with no network', () => {
  it('is what the server hears of as soon as it can be reached, and taking it off signs nobody out', async () => {
    const told = () => stage.asked.filter(({ route }) => route === 'PUT /api/me/lock').map(({ input }) => input)
    stage.open('/settings/app-lock')
    await screen.findByLabelText('New PIN')
    act(() => stage.setOnline(false))
    typed('New PIN', pin)
    typed('Type it again', pin)
    press('Turn on app lock')
    await screen.findByRole('button', { name: 'Change PIN' })
    const unheard = told().length
    act(() => stage.setOnline(true))
    await waitFor(() => expect(told().slice(unheard)).toEqual([{ isOn: true }]))
    act(() => stage.setOnline(false))
    press('Turn off')
    typed('Your PIN now', pin)
    press('Turn off app lock')
    await screen.findByRole('button', { name: 'Turn on app lock' })
    act(() => stage.setOnline(true))
    stage.open(thread)
    expect(await screen.findByText('Hello Kofi')).toBeTruthy()
    await waitFor(() => expect(told().at(-1)).toEqual({ isOn: false }))
    expect(stage.asked.some(({ route }) => route === 'POST /api/sign-out')).toBe(false)
  })
})

describe('a lock that the browser cleared', () => {
  it.each([
    ['with the rest of the store', () => shelf.clear(''), /keyring/],
    ['alone', () => shelf.clear('keyring'), /keyring|snapshot|session/],
    [
      'with everything but the cookie',
      async () => {
        localStorage.clear()
        await shelf.clear('')
      },
      /keyring|vault|\/session\//,
    ],
    ['in its other half', async () => localStorage.removeItem('weft.lock'), /keyring|snapshot|session/],
  ])('%s lets nobody in without signing in', async (_, clear, gone) => {
    await withLock()
    await clear()
    stage.open(thread)
    expect(await screen.findByText('Please sign in to carry on. Nothing is lost.')).toBeTruthy()
    await waitFor(() => expect(stage.asked.at(-1)?.route).toBe('POST /api/sign-out'))
    expect(screen.queryByText('Hello Kofi')).toBeNull()
    await waitFor(async () => expect((await keys()).some((key) => gone.test(key))).toBe(false))
  })
})
