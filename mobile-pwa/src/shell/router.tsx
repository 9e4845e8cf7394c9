import { createContext, type ReactNode, startTransition, useContext, useEffect, useState } from 'react'

/** One entry of the browser's history, as the app sees it. */
export interface Place {
  path: string
  /** Without its `#`. */
  hash: string
  search: string
  /** Counts up along this tab's history; 0 is where the visit began. */
  index: number
  /** The path this entry was opened from, inside the app. */
  from?: string
}

const Routing = createContext<Place | undefined>(undefined)

export function usePlace(): Place {
  const place = useContext(Routing)
  if (!place) throw new Error('usePlace outside RouterProvider')
  return place
}

const read = (): Place => {
  const { index = 0, from } = (history.state ?? {}) as { index?: number; from?: string }
  return { path: location.pathname, hash: location.hash.slice(1), search: location.search, index, from }
}

/** Where the page stood at each entry of this visit, by index. */
const scrolls = new Map<number, number>()

/** Where the reader stood on this entry when they left it; 0 on a new one. */
export const rememberedScroll = (place: Place): number => scrolls.get(place.index) ?? 0

export function go(to: string, { replace = false } = {}): void {
  const here = read()
  scrolls.set(here.index, window.scrollY)
  const state = replace ? { index: here.index, from: here.from } : { index: here.index + 1, from: here.path }
  if (replace) history.replaceState(state, '', to)
  else {
    scrolls.delete(state.index)
    history.pushState(state, '', to)
  }
  dispatchEvent(new Event('weft:place'))
}

/** Back to `parent`: through history when that is where we came from, so that its scroll place is kept. */
export function goBack(parent: string): void {
  const here = read()
  if (here.index > 0 && here.from === parent) {
    scrolls.set(here.index, window.scrollY)
    history.back()
  } else go(parent, { replace: true })
}

/** The page above the one on show: a link to it is a step back. Set by the screen. */
let parent: string | undefined
export function setParent(path: string | undefined): void {
  parent = path
}

/** Asked for by any link to `/help`: inside the app it opens over what is there, and nothing is left behind. */
export const helpAsked = 'weft:help'

/** A link is ours when it stays in this window and this app; files and the other doors of the house are not. */
function ownLink(event: MouseEvent): HTMLAnchorElement | undefined {
  if (event.defaultPrevented || event.button !== 0) return undefined
  if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return undefined
  const link = (event.target as Element | null)?.closest?.('a')
  if (!link?.href || link.target || link.hasAttribute('download')) return undefined
  if (link.origin !== location.origin || /^\/(api|staff|dev)(\/|$)/.test(link.pathname)) return undefined
  return link
}

function click(event: MouseEvent): void {
  const link = ownLink(event)
  if (!link) return
  // The skip link and its like: the browser moves focus itself.
  if (link.pathname === location.pathname && link.search === location.search && link.hash) return
  event.preventDefault()
  if (link.pathname === '/help') return void dispatchEvent(new Event(helpAsked))
  const to = link.pathname + link.search + link.hash
  if (to === parent) goBack(to)
  else go(to)
}

/** Listens to history and to plain links on the page: a link inside the app needs no component of its own. */
export function RouterProvider({ children }: { children: ReactNode }) {
  const [place, setPlace] = useState(read)

  useEffect(() => {
    history.scrollRestoration = 'manual'
    const follow = () => startTransition(() => setPlace(read()))
    addEventListener('popstate', follow)
    addEventListener('weft:place', follow)
    document.addEventListener('click', click)
    return () => {
      removeEventListener('popstate', follow)
      removeEventListener('weft:place', follow)
      document.removeEventListener('click', click)
    }
  }, [])

  return <Routing.Provider value={place}>{children}</Routing.Provider>
}
