import type { Page } from '@playwright/test'

/** What a page has seen of itself. Milliseconds from the start of the navigation, as the browser counts them. */
export interface Watched {
  /** Paths that the page loaded, in order, and when each was asked for. */
  loaded: { path: string; at: number }[]
  /** First and largest contentful paint. */
  paintedAt: number
  lcp: number
  cls: number
  /** When what was waited for came to stand there; 0 until then. */
  shownAt: number
  /** The last press of a pointer or of a key. */
  pressedAt: number
  /** The slowest event of each interaction that took `leastTold` or more, by the browser's number for it. */
  interactions: Record<number, number>
  /** How long keys took until the next picture. */
  keys: number[]
  longTasks: number
}

interface InPage {
  watched: Watched
  /** Notes in `shownAt` when the element is there; with `text`, when its text is another one than now; with words, when it holds them. */
  awaitShown(selector: string, other?: Other): void
}
type Other = 'text' | { words: string }

/** Event Timing says nothing of what took less. */
export const leastTold = 16

export const seen = (page: Page): Promise<Watched> => page.evaluate(() => (globalThis as unknown as InPage).watched)

/** Forgets what was seen so far of hands and tasks. */
export async function forget(page: Page): Promise<void> {
  await page.evaluate(() => {
    const { watched } = globalThis as unknown as InPage
    Object.assign(watched, { interactions: {}, keys: [], longTasks: 0 })
  })
}

/** From now on the page looks out for it, and notes when it comes. */
export async function awaitShown(page: Page, selector: string, other?: Other): Promise<void> {
  await page.evaluate(([css, how]) => (globalThis as unknown as InPage).awaitShown(css, how), [
    selector,
    other,
  ] as const)
}

/** How long after the press of `act` something stands there, or says something else. */
export async function pressToShown(
  page: Page,
  selector: string,
  act: () => Promise<unknown>,
  other?: 'text',
): Promise<number> {
  await awaitShown(page, selector, other)
  await act()
  await page.waitForFunction(() => (globalThis as unknown as InPage).watched.shownAt > 0)
  const { shownAt, pressedAt } = await seen(page)
  return shownAt - pressedAt
}

/** How long after its start the page at `path`, opened anew, shows something. */
export async function startToShown(page: Page, path: string, selector: string): Promise<number> {
  await page.goto('about:blank')
  await page.goto(`${path}#shown=${encodeURIComponent(selector)}`, { waitUntil: 'commit' })
  await page.locator(selector).first().waitFor()
  return (await seen(page)).shownAt
}

/** Runs in the page before anything of ours. */
export function watch(): void {
  // Not `performance.now`: this is the browser's own count whatever a page makes of that.
  const now = () => new Event('now').timeStamp
  const watched: Watched = {
    loaded: [],
    paintedAt: 0,
    lcp: 0,
    cls: 0,
    shownAt: 0,
    pressedAt: 0,
    interactions: {},
    keys: [],
    longTasks: 0,
  }
  const awaitShown: InPage['awaitShown'] = (selector, other) => {
    watched.shownAt = 0
    const textOf = () => document.querySelector(selector)?.textContent
    const before = textOf()
    const isShown = () => {
      if (!other) return document.querySelector(selector) !== null
      return other === 'text' ? textOf() !== before : textOf()?.includes(other.words) === true
    }
    new MutationObserver((_, observer) => {
      if (!isShown()) return
      watched.shownAt = now()
      observer.disconnect()
    }).observe(document, { childList: true, subtree: true, characterData: true })
  }
  Object.assign(globalThis, { watched, awaitShown })
  const awaited = /#shown=(.*)/.exec(location.hash)?.[1]
  if (awaited) awaitShown(decodeURIComponent(awaited))

  const press = ({ timeStamp }: Event) => {
    watched.pressedAt = timeStamp
  }
  addEventListener('click', press, true)
  addEventListener('keydown', press, true)

  const observe = <E extends PerformanceEntry>(type: string, take: (entry: E) => void, more = {}) =>
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) take(entry as E)
    }).observe({ type, buffered: true, ...more })
  observe('resource', ({ name, startTime }) => {
    const { origin, pathname } = new URL(name)
    if (origin === location.origin && !pathname.startsWith('/api/'))
      watched.loaded.push({ path: pathname, at: startTime })
  })
  observe('paint', ({ name, startTime }) => {
    if (name === 'first-contentful-paint') watched.paintedAt = startTime
  })
  observe('largest-contentful-paint', ({ startTime }) => {
    watched.lcp = startTime
  })
  observe<PerformanceEntry & { value: number; hadRecentInput: boolean }>('layout-shift', (shift) => {
    if (!shift.hadRecentInput) watched.cls += shift.value
  })
  observe('longtask', () => {
    watched.longTasks += 1
  })
  observe<PerformanceEntry & { interactionId: number }>(
    'event',
    ({ name, duration, interactionId }) => {
      if (name === 'keydown') watched.keys.push(duration)
      if (interactionId)
        watched.interactions[interactionId] = Math.max(watched.interactions[interactionId] ?? 0, duration)
    },
    { durationThreshold: 16 },
  )
}
