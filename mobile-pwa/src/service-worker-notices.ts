import { plainCache } from './shell/plain-cache.ts'

/** What every notice says, whatever it is about; nothing that arrives is ever shown. */
const words = 'You have an update'
const tag = 'update'
const isId = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
const answerWaitMs = 1_000

/** Shows notices and opens what they are about. Holds nothing of anybody: a notice is an id, and only its owner's session knows what for. */
export function takeNotices(worker: ServiceWorkerGlobalScope): void {
  worker.addEventListener('push', (event) => event.waitUntil(take(worker, idIn(event.data))))
  worker.addEventListener('notificationclick', (event) => {
    event.notification.close()
    event.waitUntil(open(worker, event.notification.data?.id))
  })
}

/** From the declarative form; a push that says something else is a notice of nothing in particular. */
function idIn(data: PushMessageData | null): string | undefined {
  try {
    const id = data?.json().notification?.data?.id
    return isId.test(id) ? id : undefined
  } catch {
    return undefined
  }
}

/** One notice at a time: a new one takes the old one's place, and one that comes twice makes no second sound. */
async function take(
  { registration, navigator, caches }: ServiceWorkerGlobalScope,
  id: string | undefined,
): Promise<void> {
  const shown = await registration.getNotifications({ tag })
  const isKnown = id !== undefined && shown.some((notice) => notice.data?.id === id)
  const icon = (await caches.has(plainCache)) ? '/plain-192.png' : '/icon-192.png'
  const look = {
    tag,
    renotify: shown.length > 0 && !isKnown,
    icon,
    badge: icon,
    data: { id },
  }
  await registration.showNotification(words, look as NotificationOptions)
  const unread = id && (await sayReceived(registration, id))
  if (typeof unread !== 'number') return
  await (unread > 0 ? navigator.setAppBadge?.(unread) : navigator.clearAppBadge?.())?.catch(() => {})
}

/** Tells the server that it came, and answers the one number of every badge. Signed out here, this browser takes no more notices. */
async function sayReceived(registration: ServiceWorkerRegistration, id: string): Promise<number | undefined> {
  try {
    const answer = await fetch(`/api/me/notices/${id}/received`, {
      method: 'POST',
      headers: { 'weft-app': 'people', 'content-type': 'application/json' },
      body: '{}',
      credentials: 'same-origin',
    })
    if (answer.ok) return (await answer.json()).unread
    if (answer.status === 401) await (await registration.pushManager.getSubscription())?.unsubscribe()
  } catch {
    // No way through just now: the notice is shown, and the badge follows when the app is opened.
  }
  return undefined
}

/** In the app as it stands, if it is open anywhere and answers; else anew. */
async function open({ clients }: ServiceWorkerGlobalScope, id: unknown): Promise<void> {
  const place = typeof id === 'string' && isId.test(id) ? `/n/${id}` : '/today'
  const windows = await clients.matchAll({ type: 'window', includeUncontrolled: true })
  const client =
    windows.find((one) => one.focused) ?? windows.find((one) => one.visibilityState === 'visible') ?? windows[0]
  if (!client) return void (await clients.openWindow(place))
  const focused = await client.focus().catch(() => client)
  if (await goes(focused, place)) return
  const loaded = await focused.navigate(place).catch(() => null)
  if (!loaded) await clients.openWindow(place)
}

function goes(client: WindowClient, place: string): Promise<boolean> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = () => resolve(true)
    setTimeout(() => resolve(false), answerWaitMs)
    client.postMessage({ open: place }, [port2])
  })
}
