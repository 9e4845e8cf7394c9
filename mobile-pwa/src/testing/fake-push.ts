import { vi } from 'vitest'

/** A browser's side of web push, as far as the app sees it. */
export interface FakePush {
  permission: NotificationPermission
  /** What the person answers when asked. */
  answer: NotificationPermission
  asked: number
  subscription: FakeSubscription | null
  shown: { closed: boolean }[]
}

interface FakeSubscription {
  endpoint: string
  options: { applicationServerKey: ArrayBuffer }
  getKey(name: string): ArrayBuffer
  unsubscribe(): Promise<boolean>
}

/** 65 bytes in base64url, as a deployment's key is. */
export const pushKey = `B${'A'.repeat(86)}`

export function fakePush(permission: NotificationPermission = 'default'): FakePush {
  const fake: FakePush = { permission, answer: 'granted', asked: 0, subscription: null, shown: [] }
  const bytes = (length: number) => new Uint8Array(length).buffer
  const pushManager = {
    getSubscription: async () => fake.subscription,
    async subscribe({ applicationServerKey }: { applicationServerKey: Uint8Array<ArrayBuffer> }) {
      fake.subscription = {
        endpoint: `https://fcm.googleapis.com/fcm/send/${Math.random()}`,
        options: { applicationServerKey: applicationServerKey.buffer },
        getKey: (name) => bytes(name === 'auth' ? 16 : 65),
        async unsubscribe() {
          fake.subscription = null
          return true
        },
      }
      return fake.subscription
    },
  }
  const registration = {
    pushManager,
    getNotifications: async () => fake.shown.map((one) => ({ close: () => Object.assign(one, { closed: true }) })),
  }
  const Notification = {
    get permission() {
      return fake.permission
    },
    async requestPermission() {
      fake.asked += 1
      fake.permission = fake.answer
      return fake.answer
    },
  }
  vi.stubGlobal('Notification', Notification)
  vi.stubGlobal('PushManager', class {})
  Object.defineProperty(navigator, 'serviceWorker', {
    configurable: true,
    value: { getRegistration: async () => registration, addEventListener() {} },
  })
  return fake
}

export function noPush(): void {
  Reflect.deleteProperty(navigator, 'serviceWorker')
}
