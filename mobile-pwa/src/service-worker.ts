import { cleanupOutdatedCaches, getCacheKeyForURL, matchPrecache, precache } from 'workbox-precaching'
import { KEPT_PAGES } from './kept-pages.ts'
import { keepLanguages, keptLanguage, splitLanguages } from './service-worker-languages.ts'
import { takeNotices } from './service-worker-notices.ts'

const worker = self as unknown as ServiceWorkerGlobalScope

/** Pages that stand by themselves: they need no script and open signed out and offline. Everything else is the app. */
const pages: Record<string, string> = {
  '/help': '/help.html',
  '/help-cy.html': '/help-cy.html',
  '/help-fa.html': '/help-fa.html',
  '/weather.html': '/weather.html',
}
const shell = '/index.html'
/** Pages that the server writes, for whoever is not signed in; for whoever is, it answers with the app. */
const written = /^\/(tips|about|feedback)(\/|$)/
const waitMs = 4_000
/** Other doors of the same house: what they say must come from the server. */
const notOurs = /^\/(api|staff|admin|dev|healthz|readyz|metrics)(\/|$)/

const { everywhere, languages } = splitLanguages(
  (self as unknown as { __WB_MANIFEST: { url: string; revision: string | null }[] }).__WB_MANIFEST,
)
precache(everywhere)
cleanupOutdatedCaches()
takeNotices(worker)
keepLanguages(worker, languages)

worker.addEventListener('fetch', (event) => {
  const { request } = event
  const { origin, pathname } = new URL(request.url)
  if (request.method !== 'GET' || origin !== worker.location.origin || notOurs.test(pathname)) return
  if (request.mode === 'navigate' && written.test(pathname)) return event.respondWith(writtenPage(request, pathname))
  const file = request.mode === 'navigate' ? pageAt(pathname) : pathname
  if (languages.includes(file)) event.respondWith(keptLanguage(file).then((here) => here ?? fetch(request)))
  else if (getCacheKeyForURL(file)) event.respondWith(kept(file, request))
})

const pageAt = (path: string) => pages[path.replace(/(.)\/$/, '$1')] ?? shell

/** From this version's own copy, so that page and scripts always fit together; the network only when that is gone. */
async function kept(file: string, request: Request): Promise<Response> {
  return (await matchPrecache(file)) ?? fetch(request)
}

/** From the server while it answers, so that what was taken down is gone; else the copy that somebody kept, else the app, which lists those. */
async function writtenPage(request: Request, path: string): Promise<Response> {
  const late = new Promise<undefined>((resolve) => setTimeout(resolve, waitMs, undefined))
  const answer = await Promise.race([fetch(request), late]).catch(() => undefined)
  if (answer) return answer
  const cache = (await caches.has(KEPT_PAGES)) ? await caches.open(KEPT_PAGES) : undefined
  return (await cache?.match(path)) ?? kept(shell, request)
}

// A new version waits until the person says so, or until no page of the old one is open: never mid-message.
worker.addEventListener('message', ({ data }) => {
  if (data === 'take-over') void worker.skipWaiting()
})
