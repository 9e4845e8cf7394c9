import type { Session } from '@weft/contract/people/shapes.ts'
import type { Locking } from './lock.ts'
import { dropHalf, isLockMarked } from './lock-half.ts'
import { createRows, dropUnopenable, isOwnWords, type Rows, wipeSyncedBut } from './rows.ts'
import { memoryShelf, type Shelf, ShelfFull } from './shelf.ts'
import { dropSent } from './stores.ts'
import {
  hasVault,
  lockVault,
  makeVault,
  readKeyring,
  reopenVault,
  unlockVault,
  type Vault,
  VaultLost,
} from './vault.ts'

/** Somebody signed in on this device, with the place where their things are kept. */
export interface Stay {
  session: Session
  rows: Rows
}

/**
 * `locked`: somebody is, behind the app lock. `lost`: they were, and their lock went with half of what this browser kept; nobody may pass it by,
 * so they must sign in again.
 */
export type Found = Stay | 'locked' | 'lost' | undefined

/** Who may use what is kept on this device. One per page. */
export interface Device {
  /** False when this browser keeps nothing beyond the page; the app says so. */
  readonly lasts: boolean
  /** Whoever was signed in here when the app was last open, with no network. */
  resume(): Promise<Found>
  /** Their lock was opened. Nothing when their session has ended meanwhile. */
  enter(vault: Vault): Promise<Stay | undefined>
  /**
   * Whether what the server remembers of this device's lock agrees with what is here. `lost`: there was a lock, and nothing here says that it was
   * taken off; nobody may pass it by. `late`: the server has to be told.
   */
  agrees(session: Session): Promise<'yes' | 'late' | 'lost'>
  /** The app lock; its code comes when it is asked for. */
  locking(): Promise<Locking>
  /** The server says who is signed in: opens their things, wipes everybody else's synced copies, and keeps the session for offline starts. */
  admit(session: Session): Promise<Stay>
  /** Nobody is signed in here any more: synced copies go, unsent words stay sealed until the same account signs in. */
  dismiss(stay: Stay | undefined): Promise<void>
}

const mine = 'me'

export function createDevice(shelf: Shelf, now: () => number = Date.now): Device {
  const enter = async (vault: Vault): Promise<Stay | undefined> => {
    const rows = createRows(shelf, vault)
    const session = await rows.get<Session>('session', mine)
    return session && Date.parse(session.endsAt) > now() ? { session, rows } : undefined
  }
  let isForPageOnly = false
  return {
    get lasts() {
      return shelf.lasts && !isForPageOnly
    },
    enter,
    async agrees({ accountId, hasLock = false }) {
      const isOn = isLockMarked()
      if (isOn === hasLock) return 'yes'
      if (isOn) return 'late'
      // A key that opens by itself was left by whoever opened the lock and took it off; a browser that was cleared has no key.
      const ring = await readKeyring(shelf).catch(whenFull)
      return ring?.opens && ring.accountId === accountId ? 'late' : 'lost'
    },
    locking: async () => (await import('./lock.ts')).createLocking(shelf, now),
    async resume() {
      try {
        const isLocked = (await readKeyring(shelf))?.lock !== undefined
        if (isLocked !== isLockMarked()) return 'lost'
        if (isLocked) return 'locked'
        const vault = await reopenVault(shelf)
        return vault && (await enter(vault))
      } catch (error) {
        whenFull(error)
        return isLockMarked() ? 'lost' : undefined
      }
    },
    async admit(session) {
      // A device with no room for the key itself keeps nothing beyond the page; one with no room for the session asks the server at its next start.
      const vault = await vaultFor(shelf, session).catch(whenFull)
      isForPageOnly = vault === undefined
      const rows = createRows(vault ? shelf : memoryShelf(), vault ?? (await passingVault(session.accountId)))
      const stay = { session, rows: session.sharedDevice ? keepingOwnWordsOnly(rows) : rows }
      const { deviceSecret: _unkept, ...kept } = session
      await stay.rows.put('session', mine, kept).catch(whenFull)
      return stay
    },
    async dismiss(stay) {
      // Before anything is awaited: what still closes must not write behind the wipe.
      stay?.rows.shut()
      await lockVault(shelf).catch(whenFull)
      dropHalf()
      await wipeSyncedBut(shelf, undefined).catch(whenFull)
      if (stay) await dropSent(stay.rows).catch(whenFull)
    },
  }
}

/** What cannot be kept, or not any more, keeps nobody out of the app. */
function whenFull(error: unknown): undefined {
  if (!(error instanceof ShelfFull)) throw error
}

/** The account's own vault; everybody else's synced copies, and their lock, are gone by then. */
async function vaultFor(shelf: Shelf, { accountId, deviceSecret }: Session): Promise<Vault | undefined> {
  await wipeSyncedBut(shelf, accountId)
  const before = await readKeyring(shelf)
  if (before && before.accountId !== accountId) dropHalf()
  if (!deviceSecret) {
    const open = await reopenVault(shelf)
    return open?.accountId === accountId ? open : undefined
  }
  try {
    // A browser that cleared the key alone: what is left cannot be opened by anybody.
    if (!(await hasVault(shelf, accountId))) await dropUnopenable(shelf, accountId)
    return await unlockVault(shelf, accountId, deviceSecret)
  } catch (error) {
    if (!(error instanceof VaultLost)) throw error
    await dropUnopenable(shelf, accountId)
    dropHalf()
    return makeVault(shelf, accountId, deviceSecret)
  }
}

/** A key for this page only, where the server gave no secret to wrap one with. */
async function passingVault(accountId: string): Promise<Vault> {
  const secret = btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(32))))
  return makeVault(memoryShelf(), accountId, secret)
}

/** On a device that others use too, nothing that came from the server is kept; unsent words and drafts are. */
function keepingOwnWordsOnly(rows: Rows): Rows {
  const nothing = async () => {}
  return {
    ...rows,
    put: (kind, id, value) => (isOwnWords(kind) ? rows.put(kind, id, value) : nothing()),
    change: (kind, writes) => (isOwnWords(kind) ? rows.change(kind, writes) : nothing()),
  }
}
