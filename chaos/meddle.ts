import type { Bell } from '@weft/channels/server'

/** How a server's bells ring: what is published still goes over the real Redis. */
export type Meddling =
  | 'truly'
  /** At once, again soon, and once more when nobody expects it. */
  | 'doubled'
  /** Each after a wait of its own, up to a second and a half. */
  | 'late'
  /** Held until some have gathered, then the last first. */
  | 'reordered'

export function meddling(): { set(how: Meddling): void; bell(bell: Bell): Bell } {
  let how: Meddling = 'truly'
  const held: (() => void)[] = []
  const letGo = () => {
    for (const ring of held.splice(0).reverse()) ring()
  }
  return {
    set(wanted) {
      how = wanted
      letGo()
    },
    bell: (bell) => ({
      ...bell,
      publish(batch, toNodes) {
        const ring = () => bell.publish(batch, toNodes)
        if (how === 'late') return void setTimeout(ring, 100 + Math.random() * 1_400)
        if (how === 'reordered') {
          held.push(ring)
          if (held.length === 1) setTimeout(letGo, 250)
          if (held.length >= 6) letGo()
          return
        }
        ring()
        if (how === 'doubled') for (const ms of [20, 700]) setTimeout(ring, ms)
      },
    }),
  }
}
