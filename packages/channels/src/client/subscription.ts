import type { Channel, OperationLike } from '../define/channel.ts'
import type { SignalMessage } from '../wire.ts'
import type { Feed } from './feed.ts'
import type { Link } from './link.ts'
import type { Outbox } from './outbox.ts'
import type { OutboxItem } from './stores.ts'
import type { Sending, Subscription, View } from './types.ts'

interface Parts {
  channel: Channel
  params: Record<string, unknown>
  feed: Feed
  outbox: Outbox
  link: Link
  enqueue(draft: Omit<Parameters<Outbox['add']>[0], 'id'>): Sending<never>
  release(feed: Feed): void
}

/** One opener's handle on a feed. Closing it twice, or using it after, does nothing. */
export function subscription<C extends Channel>(parts: Parts): Subscription<C> {
  const { channel, params, feed, outbox, link } = parts
  const { topic } = feed
  const cleanups = new Set<() => void>()
  let seen: { version: number; list: readonly OutboxItem[]; view: View<never> } | undefined
  let closed = false

  const view = (): View<never> => {
    const list = outbox.list()
    if (seen?.version === feed.version && seen.list === list) return seen.view
    const pending = list.filter(
      (item) => item.topic === topic && !(item.state === 'sent' && (item.seq ?? Infinity) <= feed.seq),
    )
    const same =
      seen && pending.length === seen.view.pending.length && pending.every((item, i) => item === seen?.view.pending[i])
    if (seen && same && seen.version === feed.version) {
      seen.list = list
      return seen.view
    }
    const { status, problem, present } = feed
    const next = {
      status,
      state: feed.state as never,
      problem,
      present,
      pending: same && seen ? seen.view.pending : pending,
    }
    seen = { version: feed.version, list, view: next }
    return next
  }

  const watch = <T>(set: Set<T>, listener: T) => {
    set.add(listener)
    const stop = () => {
      set.delete(listener)
      cleanups.delete(stop)
    }
    cleanups.add(stop)
    return stop
  }

  return {
    topic,
    view,
    get status() {
      return view().status
    },
    get state() {
      return view().state
    },
    get problem() {
      return view().problem
    },
    get pending() {
      return view().pending
    },
    get present() {
      return view().present
    },
    subscribe(listener) {
      let last = view()
      const tell = () => {
        const next = view()
        if (next === last) return
        last = next
        listener()
      }
      const stopFeed = watch(feed.listeners, tell)
      const stopOutbox = outbox.subscribe(tell)
      return () => {
        stopFeed()
        stopOutbox()
      }
    },
    push(name, input) {
      const operation = channel.pushes[name] as OperationLike
      const { method, path } = operation
      return parts.enqueue({
        topic,
        push: name,
        operation: { name: operation.name, method, path },
        input: withParams(input as Record<string, unknown>, params, path),
      })
    },
    signal(name, data) {
      if (feed.status === 'live') link.send('signal', { topic, name, data })
    },
    onSignal(name, listener) {
      return watch(feed.signalListeners, (signal: SignalMessage) => {
        if (signal.name === name) listener(signal.data as never, signal.from)
      })
    },
    retry: () => feed.retry(),
    close() {
      if (closed) return
      closed = true
      for (const cleanup of [...cleanups]) cleanup()
      parts.release(feed)
    },
  }
}

/** The topic's params that the operation's path names. */
function withParams(input: Record<string, unknown>, params: Record<string, unknown>, path: string) {
  const named = new Set(path.split('/'))
  return { ...Object.fromEntries(Object.entries(params).filter(([name]) => named.has(`:${name}`))), ...input }
}
