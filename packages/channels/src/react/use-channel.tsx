import {
  createContext,
  type ReactNode,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useState,
  useSyncExternalStore,
} from 'react'
import type { ChannelClient, OutboxItem, Subscription, View } from '../client/channel-client.ts'
import type { Channel, ChannelParams, SignalData, SignalName, StateOf } from '../define/channel.ts'

const ClientContext = createContext<ChannelClient | undefined>(undefined)

/** Everything inside speaks through `client`. Keep the client outside of React: it lives as long as the session. */
export function ChannelProvider({ client, children }: { client: ChannelClient; children: ReactNode }) {
  return <ClientContext value={client}>{children}</ClientContext>
}

export function useChannelClient(): ChannelClient {
  const client = useContext(ClientContext)
  if (!client) throw new Error('Channel hooks need a <ChannelProvider> above them')
  return client
}

/** What `useChannel` answers: the view, and what can be done with it. The functions stay the same for one topic. */
export type UsedChannel<C extends Channel> = View<StateOf<C>> &
  Pick<Subscription<C>, 'topic' | 'push' | 'signal' | 'retry'>

/** Joins while the component is there, and renders with each change. Components on the same topic share one subscription. */
export function useChannel<C extends Channel>(channel: C, params: ChannelParams<C>): UsedChannel<C> {
  const subscription = useSubscription(channel, params)
  const view = useSyncExternalStore(subscription.subscribe, subscription.view, subscription.view)
  const { topic, push, signal, retry } = subscription
  return { ...view, topic, push, signal, retry }
}

/** Calls `listener` with each signal of others while the component is there. */
export function useSignal<C extends Channel, Name extends SignalName<C>>(
  channel: C,
  params: ChannelParams<C>,
  name: Name,
  listener: (data: SignalData<C, Name>, from: string | undefined) => void,
): void {
  const subscription = useSubscription(channel, params)
  const latest = useRef(listener)
  useEffect(() => {
    latest.current = listener
  })
  useEffect(() => subscription.onSignal(name, (data, from) => latest.current(data, from)), [subscription, name])
}

export interface UsedOutbox {
  /** Everything of this device that the server does not have yet, or will not have; in order. */
  items: readonly OutboxItem[]
  retry(id: string): void
  discard(id: string): Promise<void>
}

export function useOutbox(): UsedOutbox {
  const { outbox } = useChannelClient()
  const list = useSyncExternalStore(
    (listener) => outbox.subscribe(listener),
    () => outbox.list(),
    () => outbox.list(),
  )
  const items = useMemo(() => list.filter((item) => item.state !== 'sent'), [list])
  return useMemo(
    () => ({ items, retry: (id: string) => outbox.retry(id), discard: (id: string) => outbox.discard(id) }),
    [items, outbox],
  )
}

/** Whether there is a socket now. */
export function useIsConnected(): boolean {
  const client = useChannelClient()
  return useSyncExternalStore(client.onConnection, client.isUp, client.isUp)
}

/**
 * One handle per component and topic. Opened while rendering, so that the first paint can show what the device has; React may throw that render
 * away, so the handle is let go unless an effect takes it up in time.
 */
function useSubscription<C extends Channel>(channel: C, params: ChannelParams<C>): Subscription<C> {
  const client = useChannelClient()
  const topic = channel.topicOf(params)
  const [held, setHeld] = useState(() => open(client, channel, params))
  let current = held
  if (held.client !== client || held.channel !== channel || held.subscription.topic !== topic) {
    current = open(client, channel, params)
    setHeld(current)
  }
  useEffect(() => current.take(() => setHeld(open(client, channel, current.params))), [current, client, channel])
  return current.subscription
}

/** How long a render may take to become real. */
const untakenMs = 1_000

function open<C extends Channel>(client: ChannelClient, channel: C, params: ChannelParams<C>) {
  const subscription = client.open(channel, params)
  let taken = 0
  let closed = false
  const close = () => {
    if (taken || closed) return
    closed = true
    subscription.close()
  }
  setTimeout(close, untakenMs)
  return {
    client,
    channel,
    params,
    subscription,
    take(reopen: () => void) {
      if (closed) reopen()
      taken++
      return () => {
        taken--
        // Strict mode, and a change of keys, take up again what was let go a moment ago.
        setTimeout(close, 0)
      }
    },
  }
}
