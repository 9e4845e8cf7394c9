import type { Channel } from '@weft/channels/define'

type Event = Parameters<Channel['reduce']>[1]

/**
 * The same channel, which also tells of its events. A channel's state begins with one page; whoever has fetched further pages hears here what
 * becomes of them, and runs the channel's own `reduce` over them.
 */
export function tap<C extends Channel>(
  channel: C,
): { channel: C; onEvent: (heard: (event: Event) => void) => () => void } {
  const listeners = new Set<(event: Event) => void>()
  return {
    channel: {
      ...channel,
      reduce(state: never, event: Event) {
        const next = channel.reduce(state, event)
        for (const heard of listeners) heard(event)
        return next
      },
    },
    onEvent(heard) {
      listeners.add(heard)
      return () => void listeners.delete(heard)
    },
  }
}
