import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { takeNotices } from './service-worker-notices.ts'

const id = '5b6a0a52-6a5e-4a1c-9d0e-0c8a4f0f9a11'
const payload = (more: object = {}) => ({
  web_push: 8030,
  notification: { title: 'You have an update', navigate: `https://weft.example/n/${id}`, tag: 'update', data: { id } },
  ...more,
})

interface Shown {
  title: string
  options: { data: { id?: string }; renotify: boolean; tag: string; icon: string }
}

let shown: Shown[]
let badge: number | undefined
let asked: [string, RequestInit][]
let answer: [number, unknown] | 'no network'
let isSubscribed: boolean
let isPlain: boolean
let windows: ReturnType<typeof page>[]
let openedAt: string[]
let listeners: Map<string, (event: unknown) => void>

const page = (answers: boolean) => ({
  focused: false,
  visibilityState: 'visible',
  went: [] as string[],
  loaded: [] as string[],
  async focus() {
    return this
  },
  postMessage({ open }: { open: string }, [port]: [MessagePort]) {
    if (!answers) return
    this.went.push(open)
    port.postMessage('gone')
  },
  async navigate(place: string) {
    this.loaded.push(place)
    return this
  },
})

beforeEach(() => {
  shown = []
  asked = []
  openedAt = []
  windows = []
  badge = undefined
  isSubscribed = true
  isPlain = false
  answer = [200, { unread: 3 }]
  listeners = new Map()
  vi.stubGlobal('fetch', async (url: string, init: RequestInit) => {
    asked.push([url, init])
    if (answer === 'no network') throw new TypeError('network')
    return new Response(JSON.stringify(answer[1]), { status: answer[0] })
  })
  takeNotices({
    addEventListener: (name: string, listener: (event: unknown) => void) => listeners.set(name, listener),
    caches: { has: async () => isPlain },
    registration: {
      getNotifications: async () => shown.map(({ options }) => options),
      showNotification: async (title: string, options: Shown['options']) => void shown.splice(0, 1, { title, options }),
      pushManager: {
        getSubscription: async () => ({
          unsubscribe: async () => {
            isSubscribed = false
          },
        }),
      },
    },
    navigator: {
      async setAppBadge(count: number) {
        badge = count
      },
      async clearAppBadge() {
        badge = 0
      },
    },
    clients: { matchAll: async () => windows, openWindow: async (place: string) => void openedAt.push(place) },
  } as unknown as ServiceWorkerGlobalScope)
})
afterEach(() => vi.unstubAllGlobals())

async function tell(name: string, event: object): Promise<void> {
  let work: Promise<unknown> | undefined
  listeners.get(name)?.({ ...event, waitUntil: (given: Promise<unknown>) => (work = given) })
  await work
}
const arrives = (data: unknown) => tell('push', { data: { json: () => data } })
const pressed = (noticeId: unknown) =>
  tell('notificationclick', { notification: { close: vi.fn(), data: { id: noticeId } } })

test('a push shows the fixed words, says that it came, and sets the badge to the server’s number', async () => {
  await arrives(payload())
  expect(shown).toMatchObject([{ title: 'You have an update', options: { tag: 'update', data: { id } } }])
  expect(asked.map(([url, { method }]) => [url, method])).toEqual([[`/api/me/notices/${id}/received`, 'POST']])
  expect(badge).toBe(3)
  answer = [200, { unread: 0 }]
  await arrives(payload())
  expect(badge).toBe(0)
})

test('where the device has the neutral name, a notice has the plain icon', async () => {
  await arrives(payload())
  isPlain = true
  await arrives(payload())
  expect(shown.map(({ options }) => options.icon)).toEqual(['/plain-192.png'])
})

test.each([
  ['words of its own', payload({ notification: { title: 'Canary', body: 'Canary', data: { id } } })],
  ['an id that is none', payload({ notification: { title: 'Canary', data: { id: '../../canary' } } })],
  ['nothing', undefined],
])('a push with %s shows the fixed words and nothing that came', async (_, data) => {
  await arrives(data)
  expect(shown).toHaveLength(1)
  expect(JSON.stringify([shown, asked])).not.toMatch(/canary/i)
  expect(shown[0]?.title).toBe('You have an update')
})

test('one that comes twice makes no second sound, a new one does', async () => {
  await arrives(payload())
  await arrives(payload())
  expect(shown[0]?.options.renotify).toBe(false)
  await arrives(payload({ notification: { data: { id: id.replace('5b', '6b') } } }))
  expect(shown[0]?.options.renotify).toBe(true)
})

test('with no way through the notice is shown all the same', async () => {
  answer = 'no network'
  await arrives(payload())
  expect(shown).toHaveLength(1)
  expect(isSubscribed).toBe(true)
})

test('once nobody is signed in here, this browser takes no more', async () => {
  answer = [401, {}]
  await arrives(payload())
  expect(isSubscribed).toBe(false)
})

test('pressed, it opens in the app as it stands; where that does not answer it is loaded; else anew', async () => {
  windows = [page(true)]
  await pressed(id)
  expect([windows[0]?.went, windows[0]?.loaded, openedAt]).toEqual([[`/n/${id}`], [], []])
  windows = [page(false)]
  await pressed(id)
  expect(windows[0]?.loaded).toEqual([`/n/${id}`])
  windows = []
  await pressed(id)
  await pressed('https://evil.example/')
  expect(openedAt).toEqual([`/n/${id}`, '/today'])
})
