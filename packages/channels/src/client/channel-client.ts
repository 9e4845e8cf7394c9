import type { Channel } from '../define/channel.ts'
import type { Reply } from '../define/event.ts'
import type { JoinAnswer, JoinRequest, KickMessage, PresenceMessage, SignalMessage, WireEvent } from '../wire.ts'
import { deviceClock } from './clock.ts'
import { hasTabs, watchDevice } from './device.ts'
import { Feed } from './feed.ts'
import { callHttp, type HttpOptions } from './http.ts'
import { Link } from './link.ts'
import { Outbox, type SentReply } from './outbox.ts'
import { CallError, noAnswer } from './problem.ts'
import { socketIo } from './socket-io.ts'
import { memoryOutbox, type OutboxItem } from './stores.ts'
import { subscription } from './subscription.ts'
import { browserTabs, soleTab } from './tabs.ts'
import type { ChannelClient, ChannelClientOptions, Sending } from './types.ts'
import { uuidv7 } from './uuid.ts'

export type { Clock } from '../clock.ts'
export type { Status } from './feed.ts'
export type { SocketFactory, SocketLike } from './link.ts'
export type { SentReply } from './outbox.ts'
export { CallError } from './problem.ts'
export { socketIo } from './socket-io.ts'
export {
  memoryOutbox,
  memorySnapshots,
  type OutboxItem,
  type OutboxStore,
  type SavedState,
  type SendState,
  type SnapshotStore,
} from './stores.ts'
export { browserTabs, soleTab, type Tabs } from './tabs.ts'
export type { ChannelClient, ChannelClientOptions, Sending, Subscription, View } from './types.ts'
export { uuidv7 } from './uuid.ts'

/** How long a topic that nobody looks at any more stays joined: long enough for going back and forth. */
const lingerMs = 2_000
const dayMs = 86_400_000
/** In characters, of which a frame has room for three times as many bytes. A longer one would end its socket, again and again. */
const frameMax = 20_000

export function createChannelClient(options: ChannelClientOptions): ChannelClient {
  const clock = options.clock ?? deviceClock
  const random = options.random ?? Math.random
  const onError = options.onError ?? (() => {})
  const isOnline = options.isOnline ?? (() => globalThis.navigator?.onLine !== false)
  const tabs = options.tabs ?? (hasTabs() ? browserTabs(options.outboxName ?? 'outbox') : soleTab())
  const http: HttpOptions = {
    url: options.url,
    fetch: options.fetch ?? ((...args) => fetch(...args)),
    headers: options.headers ?? (() => ({})),
    timeoutMs: 12_000,
  }
  const feeds = new Map<string, Feed>()
  const users = new Map<Feed, number>()
  const connectionListeners = new Set<(up: boolean) => void>()
  let joins: JoinRequest[] = []
  let latestEpoch: string | undefined

  const resume = () =>
    [...feeds.values()].flatMap((feed) => {
      const request = feed.request()
      if (request) feed.onAsked()
      return request ? [request] : []
    })

  const link = new Link(
    {
      url: options.url,
      path: options.path ?? '/socket',
      clock,
      random,
      factory: options.socketFactory ?? socketIo(),
      auth: options.auth ?? (() => ({})),
      resume,
    },
    {
      onUp() {
        for (const feed of feeds.values()) feed.onUp()
        outbox.hurry()
        for (const listener of connectionListeners) listener(true)
      },
      onDown() {
        for (const feed of feeds.values()) feed.onDown()
        for (const listener of connectionListeners) listener(false)
      },
      onMessage: (name, payload) => receive[name]?.(payload as never),
      onRefused: (problem) => options.onRefused?.(problem),
    },
  )

  const receive: Record<string, (payload: never) => void> = {
    joined: (answers: JoinAnswer[]) => {
      for (const answer of answers) {
        const feed = feeds.get(answer.topic)
        if (feed) feed.onJoined(answer)
        // Closed since it was asked for, when there was nobody to say so to.
        else if (answer.ok) link.send('leave', { topic: answer.topic })
      }
    },
    event: (event: WireEvent) => feeds.get(event.topic)?.onEvent(event),
    presence: (message: PresenceMessage) => feeds.get(message.topic)?.onPresence(message),
    signal: (signal: SignalMessage) => feeds.get(signal.topic)?.onSignal(signal),
    kick: ({ topic, problem }: KickMessage) => feeds.get(topic)?.onKick(problem),
    resync: ({ topic }: { topic: string }) => feeds.get(topic)?.rejoin(),
  }

  const send = async (item: OutboxItem): Promise<SentReply> => {
    const isShort = JSON.stringify(item.input).length < frameMax
    if (link.up && isShort && item.topic !== undefined && item.push !== undefined)
      return link.request('push', { topic: item.topic, name: item.push, input: item.input })
    if (!isOnline()) return { ok: false, problem: noAnswer() }
    const epoch = feeds.get(item.topic ?? '')?.epoch ?? latestEpoch
    return { ...(await callHttp(http, item.operation, item.input)), epoch }
  }
  const rekey = options.faults?.rekeyOnRetry
  const attempt = (item: OutboxItem) => send(rekey && item.attempts > 1 ? { ...item, input: rekey(item.input) } : item)

  const outbox = new Outbox({
    store: options.outbox ?? memoryOutbox(),
    tabs,
    clock,
    random,
    send: attempt,
    isOnline,
    untilKept: async ({ topic, epoch, seq }) => {
      await feeds.get(topic ?? '')?.untilKept(epoch === undefined || seq === undefined ? undefined : { epoch, seq })
    },
    keepSentMs: options.keepSentMs ?? dayMs,
    onError,
  })

  const host = {
    clock,
    random,
    snapshots: options.snapshots,
    look: ({ name, snapshot, parse }: Channel, topic: string) =>
      options.lookAhead?.includes(name) ? callHttp(http, snapshot, parse(topic)) : undefined,
    isUp: () => link.up,
    join(request: JoinRequest) {
      if (!joins.length)
        queueMicrotask(() => {
          link.send('join', joins)
          joins = []
        })
      joins.push(request)
    },
    onEpoch(topic: string, epoch: string, isNew: boolean) {
      latestEpoch = epoch
      void outbox.offerAgain(topic, epoch)
      if (isNew) void outbox.offerAgain(undefined, epoch)
    },
    onError,
  }

  const retry = () => {
    link.retry()
    outbox.hurry()
  }
  const unwatch = watchDevice(retry, () => outbox.noteOnline())

  const enqueue = <Output>(draft: Omit<Parameters<Outbox['add']>[0], 'id'>): Sending<Output> => {
    const id = uuidv7(clock.now())
    const stored = outbox.add({ ...draft, id })
    return { id, stored, done: stored.then(() => outbox.settled(id)) as Promise<Reply<Output>> }
  }

  const feedOf = (channel: Channel, topic: string) => {
    const feed = feeds.get(topic) ?? new Feed(host, channel, topic)
    feeds.set(topic, feed)
    users.set(feed, (users.get(feed) ?? 0) + 1)
    return feed
  }

  const release = (feed: Feed) => {
    users.set(feed, (users.get(feed) ?? 1) - 1)
    clock.after(lingerMs, () => {
      if (users.get(feed) || feeds.get(feed.topic) !== feed) return
      feeds.delete(feed.topic)
      users.delete(feed)
      link.send('leave', { topic: feed.topic })
      void feed.close()
    })
  }

  return {
    open(channel, params) {
      void link.open()
      return subscription({
        channel,
        params,
        feed: feedOf(channel, channel.topicOf(params)),
        outbox,
        link,
        enqueue,
        release,
      })
    },
    async call(operation, input) {
      const reply = await callHttp(http, operation, input)
      if (!reply.ok) throw new CallError(reply.problem)
      return reply.value as never
    },
    send(operation, input, { topic } = {}) {
      const { name, method, path } = operation
      return enqueue({ topic, operation: { name, method, path }, input: input as Record<string, unknown> })
    },
    outbox,
    isUp: () => link.up,
    onConnection(listener) {
      connectionListeners.add(listener)
      return () => connectionListeners.delete(listener)
    },
    retry,
    async close() {
      unwatch()
      outbox.stop()
      link.close()
      tabs.close()
      await Promise.all([...feeds.values()].map((feed) => feed.close()))
    },
  }
}
