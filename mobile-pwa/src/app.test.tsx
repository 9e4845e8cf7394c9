import { act, fireEvent, screen, waitFor } from '@testing-library/react'
import { nothingOwned } from '@weft/contract/own/slices.ts'
import { problemOf } from '@weft/contract/problem.ts'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { memoryShelf, type Shelf } from './device/shelf.ts'
import { broadcast } from './testing/fake-socket.ts'
import { nextKept } from './testing/next-kept.ts'
import {
  conversation,
  conversationId,
  kofi,
  kofiAsMember,
  listTopic,
  message,
  row,
  type Stage,
  sam,
  setStage,
  strikeStage,
  threadTopic,
} from './testing/stage.tsx'

vi.mock('socket.io-client', () => import('./testing/fake-socket-io.ts'))
vi.setConfig({ testTimeout: 20_000 })

let shelf: Shelf
let stage: Stage
const signedIn = () => {
  stage = setStage({ shelf })
}
const signedOut = () => {
  stage = setStage({ shelf, session: null })
}
beforeEach(() => {
  shelf = memoryShelf()
})
afterEach(strikeStage)

const heading = (name: string) => screen.findByRole('heading', { level: 1, name })
const signIn = (answer: [number, unknown] = [200, kofi]) => {
  stage.routes['GET /api/me'] = () => [200, kofi]
  stage.routes['POST /api/sign-in'] = () => answer
  fireEvent.change(screen.getByLabelText('Your email'), { target: { value: 'kofi@demo.example' } })
  fireEvent.change(screen.getByLabelText('Password'), { target: { value: 'three small boats' } })
  fireEvent.click(screen.getByRole('button', { name: 'Sign in' }))
}

describe('a link to a message', () => {
  it('survives signing in, with its place in the thread', async () => {
    signedOut()
    stage.server.topics.set(threadTopic, { seq: 1, state: conversation([message(1, sam, 'Hello Kofi')]) })
    stage.open(`/messages/${conversationId}#m-${message(1, sam, '').messageId}`)
    await heading('Sign in')
    signIn()
    expect(await screen.findByText('Hello Kofi')).toBeTruthy()
    expect(location.pathname + location.hash).toBe(`/messages/${conversationId}#m-${message(1, sam, '').messageId}`)
    expect(document.title).toBe('Messages – Weft')
  })
})

describe('signing in', () => {
  it('says one thing for an unknown address and a wrong password, and keeps what was typed', async () => {
    signedOut()
    stage.open('/sign-in')
    await heading('Sign in')
    signIn([401, problemOf('details-do-not-match')])
    expect(await screen.findByRole('heading', { name: 'There is a problem' })).toBeTruthy()
    expect(screen.getAllByText('Those details do not match. Check them or get a code.')).toHaveLength(2)
    expect(screen.getByLabelText('Your email')).toHaveProperty('value', 'kofi@demo.example')
    await waitFor(() => expect(document.title).toBe('Error: Sign in – Weft'))
  })

  it('says how long to wait after too many tries', async () => {
    signedOut()
    stage.open('/sign-in')
    await heading('Sign in')
    signIn([429, problemOf('too-many', { retryAfter: 60 })])
    expect(await screen.findAllByText('That is a lot at once. Wait 1 minute, then try again.')).toBeTruthy()
  })
})

describe('starting with no network', () => {
  it('shows what this device remembers, and says so', async () => {
    signedIn()
    stage.server.topics.set(threadTopic, { seq: 1, state: conversation([message(1, sam, 'Hello Kofi')]) })
    const kept = nextKept(shelf, `snapshot/${threadTopic}`)
    stage.open(`/messages/${conversationId}`)
    await screen.findByText('Hello Kofi')
    await kept
    stage.setOnline(false)
    stage.open(`/messages/${conversationId}`)
    expect(await screen.findByText('Hello Kofi')).toBeTruthy()
    expect(await screen.findByText('No internet. Carry on, we will save it.', {}, { timeout: 5_000 })).toBeTruthy()
  }, 15_000)
})

describe('a session that was ended elsewhere', () => {
  it('takes the content away, removes what came from the server, and leads back after signing in', async () => {
    signedIn()
    stage.open('/messages')
    await screen.findByText('Lichfield Wellbeing')
    stage.routes['GET /api/me'] = () => [401, problemOf('not-signed-in')]
    stage.open('/messages')
    expect(await screen.findByText('Please sign in to carry on. Nothing is lost.')).toBeTruthy()
    expect(screen.queryByText('Lichfield Wellbeing')).toBeNull()
    await waitFor(async () => {
      const kept = (await shelf.list('')).map(([key]) => key)
      expect(kept.filter((key) => key.includes('/snapshot/') || key.includes('/session/'))).toEqual([])
    })
    signIn()
    expect(await heading('Messages')).toBeTruthy()
  })
})

describe('signing out', () => {
  it('says what stays behind, works offline, and is told to the server at the next start', async () => {
    signedIn()
    stage.open('/settings')
    await heading('Settings')
    stage.setOnline(false)
    fireEvent.click(screen.getByRole('button', { name: 'Sign out' }))
    fireEvent.click(screen.getAllByRole('button', { name: 'Sign out' }).at(-1) as HTMLElement)
    expect(await screen.findByText('Care, woven between appointments')).toBeTruthy()
    expect(stage.asked.filter(({ route }) => route === 'POST /api/sign-out')).toHaveLength(1) // tried, and not got through

    stage.setOnline(true)
    stage.open('/today')
    await waitFor(() => expect(stage.asked.filter(({ route }) => route === 'POST /api/sign-out')).toHaveLength(2))
    expect(await screen.findByText('Care, woven between appointments')).toBeTruthy()
  })
})

it('signed out, the icon of the app says no number', async () => {
  const clearAppBadge = vi.fn(async () => {})
  Object.assign(navigator, { clearAppBadge })
  signedIn()
  stage.open('/settings')
  await heading('Settings')
  clearAppBadge.mockClear()
  stage.routes['POST /api/sign-out'] = () => [200, {}]
  fireEvent.click(screen.getByRole('button', { name: 'Sign out' }))
  fireEvent.click(screen.getAllByRole('button', { name: 'Sign out' }).at(-1) as HTMLElement)
  expect(await screen.findByText('Care, woven between appointments')).toBeTruthy()
  expect(clearAppBadge).toHaveBeenCalled()
  Reflect.deleteProperty(navigator, 'clearAppBadge')
})

describe('a device that others use too', () => {
  const shared = (idleSeconds: number) => {
    stage = setStage({ shelf, session: { ...kofi, sharedDevice: true, idleSeconds } })
    stage.open('/messages')
  }

  it('warns a minute before, and goes on when asked to', async () => {
    shared(61)
    expect(
      await screen.findByRole('alertdialog', { name: 'You will be signed out soon' }, { timeout: 4_000 }),
    ).toBeTruthy()
    fireEvent.click(screen.getByRole('button', { name: 'Stay signed in' }))
    await waitFor(() => expect(screen.queryByRole('alertdialog')).toBeNull())
    expect(await heading('Messages')).toBeTruthy()
  }, 10_000)

  it('signs out when nobody answers, here and at the server, and leaves nothing readable', async () => {
    shared(2)
    expect(await screen.findByText('Please sign in to carry on. Nothing is lost.', {}, { timeout: 6_000 })).toBeTruthy()
    expect(stage.asked.some(({ route }) => route === 'POST /api/sign-out')).toBe(true)
    expect((await shelf.list('')).map(([key]) => key.split('/')[0])).toEqual(['vault'])
  }, 10_000)
})

describe('a device that has nothing yet', () => {
  it('shows Today with no socket, from one answer for each thing on it', async () => {
    signedIn()
    stage.server.isUp = false
    const listAt = `GET /api/accounts/${kofi.accountId}/${kofi.hat}/conversations`
    const ownAt = `GET /api/people/${kofi.personId}/own`
    stage.routes[listAt] = () => [200, { rows: [row({ unread: 2 })], total: 1 }]
    stage.routes[ownAt] = () => [200, { ...nothingOwned, choices: { helpWith: ['writing'] } }]
    stage.open('/today')
    expect(await screen.findByText('A message is waiting')).toBeTruthy()
    expect((await screen.findAllByRole('link', { name: 'Diary' })).length).toBeGreaterThan(1)
    const asked = stage.asked.map(({ route }) => route).filter((route) => route === listAt || route === ownAt)
    expect(asked.sort()).toEqual([listAt, ownAt])
  })
})

describe('Today', () => {
  it('shows a waiting message the moment it comes, and the number beside Messages', async () => {
    signedIn()
    stage.open('/today')
    await screen.findByText('No new messages.')
    act(() => void broadcast(stage.server, threadTopic, 'message.sent', message(2, sam, 'How was the walk?')))
    expect(await screen.findByText('A message is waiting')).toBeTruthy()
    expect(screen.getByText('1 new')).toBeTruthy()
  })

  it('invites somebody new to begin', async () => {
    signedIn()
    stage.server.topics.set(listTopic(), { seq: 1, state: { rows: [], total: 0 } })
    stage.open('/today')
    expect(await screen.findByText('Welcome')).toBeTruthy()
    expect(screen.getByRole('link', { name: 'I have an invite code' })).toBeTruthy()
  })

  it('opens Get help now over what is there', async () => {
    signedIn()
    stage.open('/today')
    await heading('Today')
    fireEvent.click(screen.getByRole('link', { name: 'Get help now' }))
    expect(screen.getByRole('dialog', { name: 'Get help now' })).toBeTruthy()
    expect(screen.getByRole('link', { name: /In danger now\? Call 999/ })).toBeTruthy()
    expect(location.pathname).toBe('/today')
  })
})

describe('the list of messages', () => {
  it('hides the words of a message where previews are off, or it was hidden', async () => {
    signedIn()
    const last = message(2, sam, 'Private words')
    stage.server.topics.set(threadTopic, { seq: 1, state: conversation([message(1, kofiAsMember, 'x'), last]) })
    stage.server.topics.set(listTopic(), {
      seq: 1,
      state: { rows: [row({ hiddenMessageIds: [last.messageId] })], total: 1 },
    })
    stage.open('/messages')
    expect(await screen.findByText('Message hidden')).toBeTruthy()
    expect(screen.queryByText(/Private words/)).toBeNull()
  })
})

describe('a conversation hidden on this phone', () => {
  it('is out of sight until something new comes, and can be brought back at once', async () => {
    signedIn()
    const thread = conversation([message(1, sam, 'Old words')])
    stage.server.topics.set(threadTopic, { seq: 1, state: thread })
    stage.open('/messages')
    await screen.findByText(/Old words/)
    fireEvent.click(screen.getByRole('button', { name: 'More for Lichfield Wellbeing' }))
    fireEvent.click(screen.getByRole('menuitem', { name: 'Hide on this phone' }))
    expect(screen.queryByText(/Old words/)).toBeNull()
    fireEvent.click(screen.getByRole('button', { name: 'Undo' }))
    await screen.findByText(/Old words/)

    fireEvent.click(screen.getByRole('button', { name: 'More for Lichfield Wellbeing' }))
    fireEvent.click(screen.getByRole('menuitem', { name: 'Hide on this phone' }))
    act(() => void broadcast(stage.server, threadTopic, 'message.sent', message(2, sam, 'New words')))
    expect(await screen.findByText(/New words/)).toBeTruthy()
  })
})

describe('an address that leads nowhere', () => {
  it('says what every hidden thing says', async () => {
    signedIn()
    stage.open('/goals/42')
    expect(await screen.findByText('It may have moved, or it may not be shared with you.')).toBeTruthy()
    expect(screen.getAllByText("We can't show this")).toHaveLength(1)
  })
})
