/** Public tips that somebody keeps on this device with no account. They are what everybody may read; that they are here is what they tell. */
export const KEPT_PAGES = 'kept-tips'

export interface KeptPage {
  path: string
  title: string
}

const titleHeader = 'weft-title'

/** Keeps the page and what it needs to be shown with no network. Throws when the device will not have it. */
export async function keepPage(path: string, title: string): Promise<void> {
  const answer = await fetch(path, { cache: 'no-store' })
  if (!answer.ok) throw new Error(String(answer.status))
  const headers = { 'content-type': 'text/html; charset=utf-8', [titleHeader]: encodeURIComponent(title) }
  const policy = answer.headers.get('content-security-policy')
  const page = new Response(await answer.blob(), {
    headers: policy ? { ...headers, 'content-security-policy': policy } : headers,
  })
  await (await caches.open(KEPT_PAGES)).put(path, page)
  // Only now, because somebody asked for it: the worker that answers when there is no network.
  await navigator.serviceWorker.register('/service-worker.js', { scope: '/' })
  await navigator.serviceWorker.ready
}

export async function forget(path: string): Promise<void> {
  await (await caches.open(KEPT_PAGES)).delete(path)
}

export async function keptPages(): Promise<KeptPage[]> {
  if (!(await caches.has(KEPT_PAGES))) return []
  const cache = await caches.open(KEPT_PAGES)
  const pages = await Promise.all(
    (await cache.keys()).map(async (request) => {
      const title = (await cache.match(request))?.headers.get(titleHeader) ?? ''
      return { path: new URL(request.url).pathname, title: decodeURIComponent(title) }
    }),
  )
  return pages.sort((a, b) => a.title.localeCompare(b.title))
}
