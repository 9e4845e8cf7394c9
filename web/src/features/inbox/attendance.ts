import { createContext, useContext, useSyncExternalStore } from 'react'

export type Doing = 'viewing' | 'replying' | 'gone'
type Say = (data: { conversationId: string; name: string; doing: Doing }) => void

/** Forgotten after this long without being said again (domain.md 4.5). */
const LAPSES_MS = 30_000
/** Writing is said more often than looking, and forgotten sooner. */
const REPLYING_LAPSES_MS = 8_000

export interface Attendee {
  name: string
  doing: 'viewing' | 'replying'
}

/** Who of my teams is at which conversation now, and how I say that I am. A hint between colleagues: nothing is decided by it. */
export class Attendance {
  readonly #seen = new Map<string, Map<string, { name: string; viewingAt: number; replyingAt: number }>>()
  readonly #says = new Map<string, Say>()
  readonly #listeners = new Set<() => void>()
  #made = new Map<string, readonly Attendee[]>()
  #timer: ReturnType<typeof setTimeout> | undefined

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => void this.#listeners.delete(listener)
  }

  /** The same list until it changes. */
  of(conversationId: string): readonly Attendee[] {
    return this.#made.get(conversationId) ?? nobody
  }

  /** How to speak to one service's team; from whoever listens to its inbox. */
  speakThrough(serviceId: string, say: Say): () => void {
    this.#says.set(serviceId, say)
    return () => void this.#says.delete(serviceId)
  }

  say(serviceId: string, data: Parameters<Say>[0]): void {
    this.#says.get(serviceId)?.(data)
  }

  heard(who: string, { conversationId, name, doing }: Parameters<Say>[0]): void {
    const here = this.#seen.get(conversationId) ?? new Map()
    const now = Date.now()
    if (doing === 'gone') here.delete(who)
    else here.set(who, { name, viewingAt: now, replyingAt: doing === 'replying' ? now : 0 })
    this.#seen.set(conversationId, here)
    this.#settle()
  }

  #settle(): void {
    clearTimeout(this.#timer)
    const now = Date.now()
    const made = new Map<string, readonly Attendee[]>()
    for (const [conversationId, here] of this.#seen) {
      for (const [who, { viewingAt }] of here) if (now - viewingAt >= LAPSES_MS) here.delete(who)
      if (here.size === 0) this.#seen.delete(conversationId)
      else made.set(conversationId, this.#keep(conversationId, here, now))
    }
    this.#made = made
    if (this.#seen.size > 0) this.#timer = setTimeout(() => this.#settle(), 2_000)
    for (const listener of this.#listeners) listener()
  }

  #keep(
    conversationId: string,
    here: Map<string, { name: string; replyingAt: number }>,
    now: number,
  ): readonly Attendee[] {
    const next = [...here.values()].map(
      ({ name, replyingAt }): Attendee => ({
        name,
        doing: now - replyingAt < REPLYING_LAPSES_MS ? 'replying' : 'viewing',
      }),
    )
    const before = this.#made.get(conversationId)
    const isSame =
      before?.length === next.length &&
      next.every((one, at) => one.name === before[at]?.name && one.doing === before[at]?.doing)
    return isSame && before ? before : next
  }
}

const nobody: readonly Attendee[] = []
const AttendanceContext = createContext(new Attendance())
export const AttendanceProvider = AttendanceContext.Provider
export const useAttendance = () => useContext(AttendanceContext)

export function useAttendees(conversationId: string): readonly Attendee[] {
  const attendance = useAttendance()
  return useSyncExternalStore(attendance.subscribe, () => attendance.of(conversationId))
}
