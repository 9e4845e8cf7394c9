import type { Session } from '@weft/contract/people/shapes.ts'
import { createRows, dropUnopenable, isOwnWords, type Rows, wipeOthers, wipeSynced } from './rows.ts'
import { memoryShelf, type Shelf } from './shelf.ts'
import { lockVault, makeVault, reopenVault, unlockVault, type Vault, VaultLost } from './vault.ts'

/** Somebody signed in on this device, with the place where their things are kept. */
export interface Stay {
  session: Session
  rows: Rows
}

/** Who may use what is kept on this device. One per page. */
export interface Device {
  /** False when this browser keeps nothing beyond the page; the app says so. */
  readonly lasts: boolean
  /** Whoever was signed in here when the app was last open, with no network. */
  resume(): Promise<Stay | undefined>
  /**
   * The server says who is signed in: opens their things, wipes everybody else's synced copies, and keeps the session for offline
   * starts. `lost` counts unsent messages that nobody can open any more.
   */
  admit(session: Session): Promise<Stay & { lost: number }>
  /** Nobody is signed in here any more: synced copies go, unsent words stay sealed until the same account signs in. */
  dismiss(stay: Stay | undefined): Promise<void>
}

const mine = 'me'

export function createDevice(shelf: Shelf, now: () => number = Date.now): Device {
  return {
    lasts: shelf.lasts,
    async resume() {
      const vault = await reopenVault(shelf)
      if (!vault) return undefined
      const rows = createRows(shelf, vault)
      const session = await rows.get<Session>('session', mine)
      return session && Date.parse(session.endsAt) > now() ? { session, rows } : undefined
    },
    async admit(session) {
      await wipeOthers(shelf, session.accountId)
      const { vault, lost } = await vaultFor(shelf, session)
      const rows = createRows(vault ? shelf : memoryShelf(), vault ?? (await passingVault(session.accountId)))
      const stay = { session, rows: session.sharedDevice ? keepingOwnWordsOnly(rows) : rows }
      const { deviceSecret: _unkept, ...kept } = session
      await stay.rows.put('session', mine, kept)
      return { ...stay, lost }
    },
    async dismiss(stay) {
      // Before anything is awaited: what still closes must not write behind the wipe.
      stay?.rows.shut()
      await lockVault(shelf)
      if (stay) await wipeSynced(shelf, stay.rows.accountId)
    },
  }
}

async function vaultFor(shelf: Shelf, session: Session): Promise<{ vault: Vault | undefined; lost: number }> {
  const { accountId, deviceSecret } = session
  if (!deviceSecret) {
    const open = await reopenVault(shelf)
    return { vault: open?.accountId === accountId ? open : undefined, lost: 0 }
  }
  try {
    return { vault: await unlockVault(shelf, accountId, deviceSecret), lost: 0 }
  } catch (error) {
    if (!(error instanceof VaultLost)) throw error
    const lost = await dropUnopenable(shelf, accountId)
    return { vault: await makeVault(shelf, accountId, deviceSecret), lost }
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
