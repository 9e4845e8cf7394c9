import { cleanup, configure, render } from '@testing-library/react'
import type { ConversationRow, ConversationState, Member, Message } from '@weft/contract/conversations/shapes.ts'
import { nothingOwned } from '@weft/contract/own/parts.ts'
import type { AccountSettings, Session } from '@weft/contract/people/shapes.ts'
import { problemOf } from '@weft/contract/problem.ts'
import { vi } from 'vitest'
import { App } from '../app.tsx'
import { createDevice } from '../device/device.ts'
import { memoryShelf, type Shelf } from '../device/shelf.ts'
import { cutAll, type FakeServer } from './fake-socket.ts'
import '@weft/ui/testing/jsdom-dialog.ts'

// A screen's code is fetched when it is first opened: on a busy machine that takes longer than the library waits.
configure({ asyncUtilTimeout: 8_000 })

/** A cast of one conversation, and the whole app on a device that the test holds. The wire is faked at fetch and at the socket alone. */
export const conversationId = '018f0000-0000-7000-8000-0000000000c1'
export const kofi: Session = {
  sessionId: '018f0000-0000-7000-8000-00000000001a',
  accountId: '018f0000-0000-7000-8000-00000000000a',
  app: 'people',
  hat: 'patient',
  hats: ['patient'],
  personId: '018f0000-0000-7000-8000-0000000000a1',
  displayName: 'Kofi Mensah',
  sharedDevice: false,
  endsAt: '2099-01-01T00:00:00Z',
  idleSeconds: 2_592_000,
  deviceSecret: 'a29maS1rb2ZpLWtvZmkta29maS1rb2ZpLWtvZmkta28',
}
export const kofiAsMember: Member = { accountId: kofi.accountId, hat: 'patient', name: 'Kofi Mensah', isTeam: false }
export const sam: Member = {
  accountId: '018f0000-0000-7000-8000-00000000000c',
  hat: 'practitioner',
  name: 'Sam Okafor',
  role: 'nurse',
  organisation: 'Whitlow Trust',
  isTeam: true,
}

export const message = (number: number, author: Member, body: string, more: Partial<Message> = {}): Message => ({
  messageId: `018f0000-0000-7000-8000-0000000001${String(number).padStart(2, '0')}`,
  conversationId,
  number,
  kind: 'message',
  author,
  body,
  sentAt: '2026-04-22T09:00:00Z',
  ...more,
})

export const conversation = (
  messages: Message[] = [],
  head: Partial<ConversationState['head']> = {},
  members: Member[] = [kofiAsMember, sam],
): ConversationState => ({
  head: {
    conversationId,
    kind: 'person_team',
    personId: kofi.personId as string,
    personName: 'Kofi',
    serviceId: '018f0000-0000-7000-8000-0000000000e1',
    serviceName: 'Lichfield Wellbeing',
    phone: '01632 960123',
    messaging: 'two_way',
    state: 'open',
    hours: { hours: [], closures: [], nation: 'england', zone: 'Europe/London', replyTargetMinutes: 480 },
    bankHolidays: [],
    ...head,
  },
  members,
  messages,
  hasEarlier: false,
  lastNumber: messages.at(-1)?.number ?? 0,
  seen: {},
})

export const row = (more: Partial<ConversationRow> = {}): ConversationRow => ({
  conversationId,
  kind: 'person_team',
  personId: kofi.personId as string,
  personName: 'Kofi',
  serviceId: '018f0000-0000-7000-8000-0000000000e1',
  serviceName: 'Lichfield Wellbeing',
  state: 'open',
  memberCount: 2,
  activeAt: '2026-04-22T09:00:00Z',
  unread: 0,
  readThrough: 0,
  isMine: false,
  hiddenMessageIds: [],
  ...more,
})

const settings: AccountSettings = {
  theme: 'device',
  textSize: 'usual',
  messagePreviews: true,
  seenReceipts: true,
  enterToSend: false,
  leaveQuickly: false,
  language: 'en',
}

type Answer = [status: number, body: unknown] | 'no network'
export type Routes = Record<string, (input: Record<string, unknown>) => Answer>

export interface Stage {
  server: FakeServer
  /** By `GET /api/me`; a test changes them as it goes. */
  routes: Routes
  asked: { route: string; input: Record<string, unknown> }[]
  /** Opens the app at a place, as a fresh page on the same device would. */
  open(path: string): void
  /** The device's own idea of its network, with everything that depends on it. */
  setOnline(isOnline: boolean): void
}

export const threadTopic = `conversation:${conversationId}`
export const ownTopic = `own:${kofi.personId}`
export const listTopic = (session: Session = kofi) => `my-conversations:${session.accountId}:${session.hat}`

/** Everything a test needs; nobody is signed in on the device until the server says so. */
export function setStage({
  session = kofi,
  shelf = memoryShelf(),
}: {
  session?: Session | null
  shelf?: Shelf
} = {}): Stage {
  const server = newServer(session ?? kofi)
  let hasLock = false
  const routes: Routes = {
    'GET /api/me': () =>
      session ? [200, { ...session, ...(hasLock && { hasLock }) }] : [401, problemOf('not-signed-in')],
    'PUT /api/me/lock': ({ isOn }) => {
      hasLock = isOn === true
      return [200, {}]
    },
    'GET /api/me/settings': () => [200, settings],
    'PATCH /api/me/settings': (change) => [200, { ...settings, ...change }],
    'POST /api/sign-out': () => {
      hasLock = false
      return [200, {}]
    },
    [`GET /api/conversations/${conversationId}/who-can-see`]: () => 'no network',
    [`POST /api/conversations/${conversationId}/read`]: () => [200, { readThrough: 0, unread: 0 }],
  }
  const asked: Stage['asked'] = []
  let isOnline = true
  vi.stubGlobal('fetch', async (url: string, init: RequestInit = {}) => {
    const route = `${init.method ?? 'GET'} ${new URL(url, location.origin).pathname}`
    const input = init.body ? JSON.parse(String(init.body)) : {}
    asked.push({ route, input })
    const answer = isOnline ? (routes[route]?.(input) ?? [404, problemOf('not-found')]) : 'no network'
    if (answer === 'no network') throw new TypeError('network')
    return new Response(JSON.stringify(answer[1]), { status: answer[0] })
  })
  vi.stubGlobal('matchMedia', (query: string) => ({ matches: query.includes('fine'), addEventListener() {} }))
  vi.spyOn(navigator, 'onLine', 'get').mockImplementation(() => isOnline)
  window.scrollTo = () => {}
  Element.prototype.scrollIntoView = () => {}
  sharedServer.current = server

  return {
    server,
    routes,
    asked,
    open(path) {
      cleanup()
      history.replaceState(null, '', path)
      render(<App device={createDevice(shelf)} />)
    },
    setOnline(next) {
      isOnline = next
      server.isUp = next
      if (!next) cutAll()
      dispatchEvent(new Event(next ? 'online' : 'offline'))
    },
  }
}

function newServer(session: Session): FakeServer {
  return {
    isUp: true,
    topics: new Map([
      [listTopic(session), { seq: 1, state: { rows: [row()], total: 1 } }],
      [threadTopic, { seq: 1, state: conversation() }],
      [ownTopic, { seq: 1, state: nothingOwned }],
    ]),
    push: () => ({ ok: false, problem: { status: 500, code: 'unforeseen' } }),
  }
}

/** Where the faked socket module finds the test's server. */
export const sharedServer: { current: FakeServer | undefined } = { current: undefined }

export function strikeStage(): void {
  cleanup()
  cutAll()
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
  localStorage.clear()
  sessionStorage.clear()
}
