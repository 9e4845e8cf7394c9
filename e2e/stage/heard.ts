import type { Page } from '@playwright/test'

/** Everything the server tells a page, from now on: bodies of answers and frames of its socket, as text. */
export function listen(page: Page): { everything(): Promise<string>; frames: readonly string[] } {
  const bodies: Promise<string>[] = []
  const frames: string[] = []
  page.on('response', (response) => {
    if (/json|html|text/.test(response.headers()['content-type'] ?? '')) bodies.push(response.text().catch(() => ''))
  })
  page.on('websocket', (socket) => {
    socket.on('framereceived', ({ payload }) => frames.push(String(payload)))
  })
  return { frames, everything: async () => [...(await Promise.all(bodies)), ...frames].join('\n') }
}

/** What a page sends over its sockets. */
export function overhear(page: Page): readonly string[] {
  const frames: string[] = []
  page.on('websocket', (socket) => {
    socket.on('framesent', ({ payload }) => frames.push(String(payload)))
  })
  return frames
}
