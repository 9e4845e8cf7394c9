/** How the tabs of one device share one outbox. */
export interface Tabs {
  /** Calls `fn` once this tab is the one that sends: at once, later when the present one closes, or never. */
  lead(fn: () => Promise<void>): void
  post(message: unknown): void
  onMessage(listener: (message: unknown) => void): void
  close(): void
}

/** The only tab there is. */
export function soleTab(): Tabs {
  return { lead: (fn) => void fn(), post: () => {}, onMessage: () => {}, close: () => {} }
}

/** One sender among all tabs of this origin that use the same name, by Web Locks; without them every tab sends, and the ids make it harmless. */
export function browserTabs(name: string): Tabs {
  const channel = new BroadcastChannel(`channels:${name}`)
  const ended = new AbortController()
  let release = () => {}
  const held = new Promise<void>((resolve) => {
    release = resolve
  })
  return {
    lead(fn) {
      if (!navigator.locks) return void fn()
      navigator.locks
        .request(`channels:${name}`, { signal: ended.signal }, async () => {
          await fn()
          await held
        })
        .catch(() => {})
    },
    // What was under way when this tab let go may end afterwards: it has nobody to tell any more.
    post(message) {
      if (!ended.signal.aborted) channel.postMessage(message)
    },
    onMessage(listener) {
      channel.onmessage = (event) => listener(event.data)
    },
    close() {
      ended.abort()
      release()
      channel.close()
    },
  }
}
