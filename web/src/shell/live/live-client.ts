import {
  type ChannelClient,
  createChannelClient,
  memoryOutbox,
  type OutboxItem,
  type OutboxStore,
  type SocketFactory,
  socketIo,
  soleTab,
} from '@weft/channels/client'

/** Unsent words stay in this tab, by account: somebody else signing in here neither sees nor sends them. */
const outboxes = new Map<string, OutboxStore>()

/** Their writer signed out and let them go: nothing of it is sent the next time. */
export const forgetUnsent = (accountId: string) => void outboxes.delete(accountId)

export function createLiveClient(accountId: string, onEnded: () => void): ChannelClient {
  const outbox = outboxes.get(accountId) ?? memoryOutbox()
  outboxes.set(accountId, outbox)
  return createChannelClient({
    url: '',
    path: '/api/socket',
    headers: () => ({ 'weft-app': 'staff' }),
    auth: () => ({ app: 'staff' }),
    outbox,
    tabs: soleTab(),
    socketFactory: afterFirstPaint(socketIo()),
    onRefused: (problem) => {
      if (problem.status === 401) onEnded()
    },
  })
}

/** Frames to wait at most: a browser that tells of no paint has painted by then. */
const MOST_FRAMES = 5

/** The socket's code is fetched once the page is there, never before it; in a tab that nobody looks at there is nothing to wait for. */
function afterFirstPaint(factory: SocketFactory): SocketFactory {
  const isPainted = () => performance.getEntriesByName('first-contentful-paint').length > 0
  const nextFrame = () => new Promise((resolve) => requestAnimationFrame(resolve))
  return async (options) => {
    for (let frame = 0; frame < MOST_FRAMES && !document.hidden && !isPainted(); frame += 1) await nextFrame()
    return factory(options)
  }
}

/** Pushes that hold words. A read mark that has to wait is nothing to worry anybody with. */
const written: readonly (string | undefined)[] = ['message.send', 'message.correct', 'message.edit']

export const unsentOf = (client: ChannelClient): readonly OutboxItem[] =>
  client.outbox.list().filter((item) => item.state !== 'sent' && written.includes(item.push))
