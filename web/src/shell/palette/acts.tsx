import { createContext, type ReactNode, useContext, useEffect, useRef, useSyncExternalStore } from 'react'
import type { Entry } from './entries.ts'

/** What can be done with what is open: each pane offers its own acts, newest pane first. */
export class Acts {
  readonly #offers = new Set<{ current: readonly Entry[] }>()
  readonly #listeners = new Set<() => void>()
  #all: readonly Entry[] = []

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => void this.#listeners.delete(listener)
  }

  readonly all = (): readonly Entry[] => this.#all

  offer(entries: { current: readonly Entry[] }): () => void {
    this.#offers.add(entries)
    this.refresh()
    return () => {
      this.#offers.delete(entries)
      this.refresh()
    }
  }

  refresh(): void {
    this.#all = [...this.#offers].reverse().flatMap((offer) => offer.current)
    for (const listener of this.#listeners) listener()
  }
}

const ActsContext = createContext(new Acts())

export function ActsProvider({ acts, children }: { acts: Acts; children: ReactNode }) {
  return <ActsContext value={acts}>{children}</ActsContext>
}

/** Offers acts to the palette for as long as the pane is there. `entries` should keep its identity while nothing changes. */
export function useActs(entries: readonly Entry[]): void {
  const acts = useContext(ActsContext)
  const latest = useRef(entries)
  useEffect(() => acts.offer(latest), [acts])
  useEffect(() => {
    latest.current = entries
    acts.refresh()
  }, [acts, entries])
}

export function useOfferedActs(): readonly Entry[] {
  const acts = useContext(ActsContext)
  return useSyncExternalStore(acts.subscribe, acts.all)
}
