interface Entry {
  url: string
  revision: string | null
}

const cacheName = 'weft-languages'
/** A language beside English comes in files of its own (build/chunks.ts), whose names carry their contents. */
const languageOf = (url: string) => /(?:^|\/)words-([a-z]{2})(?:-more)?-[\w-]+\.js$/.exec(url)?.[1]

/** What every device keeps, and what only a device that speaks the language does. */
export function splitLanguages(entries: readonly Entry[]) {
  const isLanguage = ({ url }: Entry) => languageOf(url) !== undefined
  return {
    everywhere: entries.filter((one) => !isLanguage(one)),
    languages: entries.filter(isLanguage).map(({ url }) => `/${url.replace(/^\//, '')}`),
  }
}

/**
 * Keeps the language that the person chose, so that it is there with no internet: asked by the page (shell/keep-language.ts), and by each new
 * version for itself before it takes over.
 */
export function keepLanguages(worker: ServiceWorkerGlobalScope, files: readonly string[]): void {
  worker.addEventListener('message', (event) => {
    const language = (event.data as { keepLanguage?: unknown } | null)?.keepLanguage
    if (typeof language === 'string') event.waitUntil(keepOnly(language, files))
  })
  worker.addEventListener('install', (event) => event.waitUntil(keepWhatIsSpoken(files).catch(() => {})))
}

/** A language's file from this device, if it is kept here. */
export async function keptLanguage(path: string): Promise<Response | undefined> {
  if (!languageOf(path) || !(await caches.has(cacheName))) return undefined
  return (await caches.open(cacheName)).match(path)
}

async function keepOnly(language: string, files: readonly string[]): Promise<void> {
  const cache = await caches.open(cacheName)
  await keep(cache, language, files)
  for (const { url } of await cache.keys()) {
    const { pathname } = new URL(url)
    if (languageOf(pathname) !== language || !files.includes(pathname)) await cache.delete(url)
  }
}

async function keepWhatIsSpoken(files: readonly string[]): Promise<void> {
  const cache = await caches.open(cacheName)
  const spoken = new Set((await cache.keys()).map(({ url }) => languageOf(new URL(url).pathname)))
  for (const language of spoken) if (language) await keep(cache, language, files)
}

async function keep(cache: Cache, language: string, files: readonly string[]): Promise<void> {
  for (const file of files.filter((one) => languageOf(one) === language))
    if (!(await cache.match(file))) await cache.add(file)
}
