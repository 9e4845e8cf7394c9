import type { ChannelClient, OutboxItem } from '@weft/channels/client'
import type { Problem } from '@weft/channels/define'

interface Topic {
  view: Record<string, unknown>
  listeners: Set<() => void>
  signals: Set<(signal: { name: string; data: unknown; from?: string }) => void>
}

export interface Pushed {
  topic: string
  name: string
  input: Record<string, unknown>
  /** The server's final word. */
  answer: (reply: { ok: true; value?: unknown } | { ok: false; problem: Partial<Problem> }) => void
}

/** The channel client as screens see it, moved by hand: what the server says is set, what the screen asks is recorded. */
export function fakeLive() {
  const topics = new Map<string, Topic>()
  const pushed: Pushed[] = []
  const retried: string[] = []
  const signalled: { topic: string; name: string; data: unknown }[] = []
  const connection = new Set<(up: boolean) => void>()
  const outboxListeners = new Set<() => void>()
  let up = true
  let items: readonly OutboxItem[] = []

  const topicOf = (name: string): Topic => {
    const known = topics.get(name)
    if (known) return known
    const view = { status: 'joining', state: undefined, problem: undefined, pending: [], present: [] }
    const made = { view, listeners: new Set<() => void>(), signals: new Set<never>() } as unknown as Topic
    topics.set(name, made)
    return made
  }
  const changeItems = (next: readonly OutboxItem[]) => {
    items = next
    for (const listener of outboxListeners) listener()
    for (const [name, topic] of topics) {
      const pending = items.filter((item) => item.topic === name)
      if (pending.length === 0 && (topic.view.pending as unknown[]).length === 0) continue
      topic.view = { ...topic.view, pending }
      for (const listener of topic.listeners) listener()
    }
  }
  const open = (channel: { topicOf(params: object): string }, params: object) => {
    const name = channel.topicOf(params)
    const topic = topicOf(name)
    return {
      topic: name,
      view: () => topic.view,
      subscribe(listener: () => void) {
        topic.listeners.add(listener)
        return () => topic.listeners.delete(listener)
      },
      push(push: string, input: Record<string, unknown>) {
        const id = `out-${pushed.length}`
        let answer: Pushed['answer'] = () => {}
        const done = new Promise((resolve) => {
          answer = resolve as Pushed['answer']
        })
        const item = {
          id,
          topic: name,
          push,
          input,
          order: pushed.length,
          state: 'waiting',
          createdAt: Date.now(),
          attempts: 0,
        }
        pushed.push({ topic: name, name: push, input, answer })
        changeItems([...items, item as unknown as OutboxItem])
        return { id, stored: Promise.resolve(item), done }
      },
      signal: (signal: string, data: unknown) => void signalled.push({ topic: name, name: signal, data }),
      onSignal(signal: string, listener: (data: unknown, from?: string) => void) {
        const heard = (one: { name: string; data: unknown; from?: string }) =>
          one.name === signal && listener(one.data, one.from)
        topic.signals.add(heard)
        return () => topic.signals.delete(heard)
      },
      retry: () => void retried.push(name),
      close: () => {},
    }
  }
  const client = {
    open,
    outbox: {
      list: () => items,
      subscribe(listener: () => void) {
        outboxListeners.add(listener)
        return () => outboxListeners.delete(listener)
      },
      retry: () => {},
      discard: async (id: string) => changeItems(items.filter((item) => item.id !== id)),
      ready: Promise.resolve(),
    },
    isUp: () => up,
    onConnection(listener: (up: boolean) => void) {
      connection.add(listener)
      return () => connection.delete(listener)
    },
    retry: () => {},
    close: async () => {},
  } as unknown as ChannelClient

  return {
    client,
    pushed,
    signalled,
    /** Topics that were asked for again after a refusal. */
    retried,
    /** What the server says of a topic from now on. */
    set(name: string, view: Record<string, unknown>) {
      const topic = topicOf(name)
      topic.view = { ...topic.view, status: 'live', ...view }
      for (const listener of topic.listeners) listener()
    },
    /** A colleague's signal. */
    hear(name: string, signal: string, data: unknown, from: string) {
      for (const heard of topicOf(name).signals) heard({ name: signal, data, from })
    },
    connect(isUp: boolean) {
      up = isUp
      for (const listener of connection) listener(isUp)
    },
  }
}
