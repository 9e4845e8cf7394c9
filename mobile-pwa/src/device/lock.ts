import { dropHalf, makeHalf, readHalf } from './lock-half.ts'
import { askPasskey, makePasskey } from './passkey.ts'
import type { Shelf } from './shelf.ts'
import {
  type Keyring,
  type Lock,
  openRing,
  readKeyring,
  unwrap,
  type Vault,
  vaultFrom,
  wrap,
  writeKeyring,
} from './vault.ts'

/** What opens a lock: what the person knows, or what their device knows about them. */
export type Proof = { kind: 'pin'; pin: string } | { kind: 'passkey' }

/** How a lock stands. `waitMs` until the next try counts. */
export interface LockLook {
  kind: Lock['kind']
  wrong: number
  waitMs: number
}

/**
 * `wrong`: not this PIN. `wait`: not yet, whatever the PIN. `gone`: that was the last try, and this device's way to the key is gone. `cancelled`: the
 * device's own lock was not opened.
 */
export type Refused = { refused: 'wrong' | 'wait' | 'gone' | 'cancelled' }

/** The app lock of this device: ADR 23. Every act upon a lock that is on needs its proof, and a wrong one counts. */
export interface Locking {
  look(): Promise<LockLook | undefined>
  open(proof: Proof): Promise<{ vault: Vault } | Refused>
  /** Puts a lock on; where there is one already, `old` opens it. */
  put(lock: Proof, old?: Proof): Promise<'done' | Refused>
  take(old: Proof): Promise<'done' | Refused>
}

interface Proven {
  ring: Keyring
  key: CryptoKey
  opens: CryptoKey
}

/** Wrong tries in a row until the way to the key is destroyed. */
export const triesMost = 10
const second = 1_000
const waits = [0, 0, 0, 0, 0, 30 * second, 60 * second, 300 * second, 900 * second, 3_600 * second]
/** OWASP's least for PBKDF2 with SHA-256: the better part of a second on an old phone. Kept with each lock, so that it can be raised. */
const roundsLeast = 600_000
const coder = new TextEncoder()

export function createLocking(shelf: Shelf, now: () => number, rounds = roundsLeast): Locking {
  /** A clock that was put back since the last try must lock nobody out for a year: that try was now. */
  async function readRing(): Promise<Keyring | undefined> {
    const ring = await readKeyring(shelf)
    if (!ring?.lock || ring.lock.triedAt <= now()) return ring
    const again = { ...ring, lock: { ...ring.lock, triedAt: now() } }
    await writeKeyring(shelf, again)
    return again
  }

  /** The key, ready to be wrapped anew; the caller lets go of it at once. */
  async function prove(proof: Proof | undefined): Promise<Proven | Refused> {
    const ring = await readRing()
    if (!ring) return { refused: 'gone' }
    if (ring.opens) {
      const key = await unwrap(ring.kept, ring.opens, 'extractable')
      return key ? { ring, key, opens: ring.opens } : { refused: 'gone' }
    }
    const { lock } = ring
    const half = readHalf()
    if (!lock || !half) return { refused: 'gone' }
    if (proof?.kind !== lock.kind) return { refused: 'wrong' }
    if (proof.kind === 'pin') {
      if (waitMs(lock, now()) > 0) return { refused: 'wait' }
      // Counted before it is tried: closing the app meanwhile is a try too.
      await writeKeyring(shelf, { ...ring, lock: { ...lock, wrong: lock.wrong + 1, triedAt: now() } })
    }
    const secret = await secretOf(proof, lock)
    if (!secret) return { refused: 'cancelled' }
    const opens = await keyOf(secret, half)
    const key = await unwrap(ring.kept, opens, 'extractable')
    if (key) {
      await writeKeyring(shelf, { ...ring, lock: { ...lock, wrong: 0 } })
      return { ring, key, opens }
    }
    if (lock.wrong + 1 < triesMost) return { refused: 'wrong' }
    await writeKeyring(shelf, undefined)
    return { refused: 'gone' }
  }

  return {
    async look() {
      const lock = (await readRing())?.lock
      return lock && { kind: lock.kind, wrong: lock.wrong, waitMs: waitMs(lock, now()) }
    },
    open: (proof) =>
      inTurn(async () => {
        const proven = await prove(proof)
        if ('refused' in proven) return proven
        const vault = await vaultFrom(proven.ring.accountId, proven.ring.kept, proven.opens)
        return vault ? { vault } : { refused: 'gone' }
      }),
    put: (proof, old) =>
      inTurn(async () => {
        const proven = await prove(old)
        if ('refused' in proven) return proven
        const fresh = await newLock(proof, rounds)
        if (!fresh) return { refused: 'cancelled' }
        const { accountId } = proven.ring
        const before = readHalf()
        try {
          // The new half first: should the app stop in between, its owner signs in again, and nobody passes by.
          const kept = await wrap(proven.key, await keyOf(fresh.secret, before ?? makeHalf()))
          await writeKeyring(shelf, { accountId, kept, lock: fresh.lock })
        } catch (error) {
          if (!before) dropHalf()
          throw error
        }
        return 'done'
      }),
    take: (old) =>
      inTurn(async () => {
        const proven = await prove(old)
        if ('refused' in proven) return proven
        await writeKeyring(shelf, await openRing(proven.ring.accountId, proven.key))
        dropHalf()
        return 'done'
      }),
  }
}

/** One try at a time on this device: several tabs are no way to more of them. */
const inTurn = <T>(act: () => Promise<T>): Promise<T> =>
  navigator.locks ? (navigator.locks.request('weft.lock', act) as Promise<T>) : act()

function waitMs({ wrong, triedAt }: Lock, now: number): number {
  return wrong === 0 ? 0 : Math.max(0, triedAt + (waits[wrong] ?? 0) - now)
}

async function newLock(proof: Proof, rounds: number): Promise<{ lock: Lock; secret: ArrayBuffer } | undefined> {
  const salt = crypto.getRandomValues(new Uint8Array(32))
  const fresh = { salt, wrong: 0, triedAt: 0 }
  if (proof.kind === 'pin') {
    const lock: Lock = { ...fresh, kind: 'pin', rounds }
    return { lock, secret: await stretched(proof.pin, lock) }
  }
  const made = await makePasskey(salt)
  return made && { lock: { ...fresh, kind: 'passkey', credentialId: made.credentialId }, secret: made.secret }
}

function secretOf(proof: Proof, lock: Lock): Promise<ArrayBuffer | undefined> {
  if (proof.kind === 'pin') return stretched(proof.pin, lock)
  return askPasskey(lock.credentialId as ArrayBuffer, lock.salt)
}

async function stretched(pin: string, { salt, rounds: iterations = roundsLeast }: Lock): Promise<ArrayBuffer> {
  const typed = await crypto.subtle.importKey('raw', coder.encode(pin), 'PBKDF2', false, ['deriveBits'])
  return crypto.subtle.deriveBits({ name: 'PBKDF2', hash: 'SHA-256', salt, iterations }, typed, 256)
}

async function keyOf(secret: ArrayBuffer, half: Uint8Array<ArrayBuffer>): Promise<CryptoKey> {
  const whole = await crypto.subtle.importKey('raw', secret, 'HKDF', false, ['deriveKey'])
  const how = { name: 'HKDF', hash: 'SHA-256', salt: half, info: coder.encode('weft app lock') }
  return crypto.subtle.deriveKey(how, whole, { name: 'AES-GCM', length: 256 }, false, ['wrapKey', 'unwrapKey'])
}
