import { getSession, signIn, signInWithCode, signOut } from '@weft/contract/people/operations.ts'
import type { Session } from '@weft/contract/people/shapes.ts'
import { call, codeOf, onProblem } from '../call.ts'

/** Why the content is covered: nobody was here, the session ran out, or it was ended from elsewhere. */
export type LockReason = 'idle' | 'ended'

/** `isAfterAnother`: somebody else was here before in this tab, so the address is not this person's place. */
export type SessionState =
  | { name: 'starting' }
  | { name: 'unreachable' }
  | { name: 'signed-out' }
  | { name: 'open'; session: Session; isAfterAnother: boolean }
  | { name: 'locked'; session: Session; why: LockReason }

type News = 'opened' | 'closed'

const COVERED = 'weft-staff-covered'

/** Survives a reload for when the server could not be told of the lock. */
function rememberCovered(covered: boolean): void {
  try {
    if (covered) localStorage.setItem(COVERED, '1')
    else localStorage.removeItem(COVERED)
  } catch {
    // Storage may be forbidden; the server's own idle limit still ends the session.
  }
}

function wasCovered(): boolean {
  try {
    return localStorage.getItem(COVERED) === '1'
  } catch {
    return false
  }
}

/**
 * Who is signed in, and whether their screen is covered. A lock ends the server's session too, so that a reload does not open what was
 * covered; the same person signing in again finds everything as it was, because nothing was taken down.
 */
export class SessionStore {
  #state: SessionState = { name: 'starting' }
  readonly #listeners = new Set<() => void>()
  #lastAccountId: string | undefined
  #closing: Promise<unknown> = Promise.resolve()
  readonly #tabs = typeof BroadcastChannel === 'undefined' ? undefined : new BroadcastChannel('weft-staff-session')

  constructor() {
    onProblem((code) => {
      if (code === 'not-signed-in' && this.#state.name === 'open') this.#cover('ended')
    })
    this.#tabs?.addEventListener('message', (event: MessageEvent<News>) => this.#hear(event.data))
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => void this.#listeners.delete(listener)
  }

  readonly get = (): SessionState => this.#state

  /** Asks who is signed in here; at the start, and after another tab said that this changed. */
  async start(): Promise<void> {
    const isFirst = this.#state.name === 'starting' || this.#state.name === 'unreachable'
    if (isFirst && wasCovered()) this.#close()
    await this.#closing
    if (isFirst && wasCovered()) return this.#set({ name: 'unreachable' })
    try {
      this.#open(await call(getSession, {}))
    } catch (error) {
      const code = codeOf(error)
      if (code === 'not-signed-in') this.#ended()
      else if (isFirst) this.#set({ name: 'unreachable' })
    }
  }

  /** From the sign-in page and from the lock alike. Throws `CallProblem`; what was open stays covered then. */
  signIn(email: string, password: string): Promise<void> {
    return this.#enter(() => call(signIn, { email, password, app: 'staff' }))
  }

  /** With a code that was sent to the address. Throws `CallProblem`. */
  signInWithCode(email: string, code: string): Promise<void> {
    return this.#enter(() => call(signInWithCode, { email, code, app: 'staff' }))
  }

  /** Renews the session on the server while somebody is at work without asking it anything. */
  async renew(): Promise<void> {
    await call(getSession, {}).catch(() => {})
  }

  lock(why: LockReason): void {
    if (this.#state.name !== 'open') return
    this.#cover(why)
    this.#close()
  }

  async signOut(): Promise<void> {
    if (this.#state.name === 'open') await call(signOut, {})
    this.left()
  }

  /** The server has ended the session already. */
  left(): void {
    this.#set({ name: 'signed-out' })
    this.#tabs?.postMessage('closed' satisfies News)
  }

  async #enter(ask: () => Promise<Session>): Promise<void> {
    await this.#closing // its answer would otherwise take the new cookie away
    const session = await ask()
    rememberCovered(false)
    this.#open(session)
    this.#tabs?.postMessage('opened' satisfies News)
  }

  #open(session: Session): void {
    const isAfterAnother = this.#lastAccountId !== undefined && this.#lastAccountId !== session.accountId
    this.#lastAccountId = session.accountId
    this.#set({ name: 'open', session, isAfterAnother })
  }

  #cover(why: LockReason): void {
    if (this.#state.name !== 'open') return
    rememberCovered(true)
    this.#set({ name: 'locked', session: this.#state.session, why })
  }

  #close(): void {
    this.#closing = call(signOut, {}, { keepalive: true }).then(
      () => rememberCovered(false),
      // Ended from elsewhere: there is nothing left to close.
      (error) => codeOf(error) === 'not-signed-in' && rememberCovered(false),
    )
  }

  #ended(): void {
    if (this.#state.name === 'open') this.#cover('ended')
    else if (this.#state.name !== 'locked') this.#set({ name: 'signed-out' })
  }

  #hear(news: News): void {
    if (news === 'opened') void this.start()
    else if (this.#state.name === 'open' || this.#state.name === 'locked') this.#set({ name: 'signed-out' })
  }

  #set(state: SessionState): void {
    this.#state = state
    for (const listener of this.#listeners) listener()
  }
}
