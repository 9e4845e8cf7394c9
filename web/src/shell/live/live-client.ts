import {
  type ChannelClient,
  createChannelClient,
  memoryOutbox,
  type OutboxItem,
  type OutboxStore,
  soleTab,
} from '@weft/channels/client'

/** Unsent words stay in this tab, by account: somebody else signing in here neither sees nor sends them. */
const outboxes = new Map<string, OutboxStore>()

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
    onRefused: (problem) => {
      if (problem.status === 401) onEnded()
    },
  })
}

/** Pushes that hold words. A read mark that has to wait is nothing to worry anybody with. */
const written: readonly (string | undefined)[] = ['message.send', 'message.correct', 'message.edit']

export const unsentOf = (client: ChannelClient): readonly OutboxItem[] =>
  client.outbox.list().filter((item) => item.state !== 'sent' && written.includes(item.push))
