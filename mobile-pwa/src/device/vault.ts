import type { Shelf } from './shelf.ts'

/** A value no one can read without the account's key. */
export interface Sealed {
  iv: Uint8Array<ArrayBuffer>
  bytes: ArrayBuffer
}

/** One account's key, in memory only and never extractable. Everything kept for the account passes through it. */
export interface Vault {
  readonly accountId: string
  /** `place` is bound into the seal: a sealed value moved elsewhere does not open. */
  seal(place: string, value: unknown): Promise<Sealed>
  /** `undefined` when the seal is broken or was made under another key. */
  open<T>(place: string, sealed: Sealed): Promise<T | undefined>
}

/** The account's key as the device keeps it: wrapped. */
export interface WrappedKey {
  iv: Uint8Array<ArrayBuffer>
  wrapped: ArrayBuffer
}

/**
 * Present while somebody is signed in here. With `opens` beside it the key opens by itself, with no network; with a `lock` instead, only by what
 * the person knows or carries (lock.ts). Removing it leaves the server's secret as the only way.
 */
export interface Keyring {
  accountId: string
  kept: WrappedKey
  opens?: CryptoKey
  lock?: Lock
}

/** How the key on the ring is locked. Says nothing about what opens it. */
export interface Lock {
  kind: 'pin' | 'passkey'
  salt: Uint8Array<ArrayBuffer>
  /** Of the slow derivation, for a PIN. */
  rounds?: number
  /** Which passkey to ask. */
  credentialId?: ArrayBuffer
  /** Wrong tries in a row, and when the last was. */
  wrong: number
  triedAt: number
}

const keyringAt = 'keyring'
const vaultAt = (accountId: string) => `vault/${accountId}`
const coder = new TextEncoder()
const decoder = new TextDecoder()

/** A key was made under a secret we no longer get: what was sealed with it cannot be opened by anybody. */
export class VaultLost extends Error {}

export const readKeyring = (shelf: Shelf): Promise<Keyring | undefined> => shelf.get<Keyring>(keyringAt)

/** Nothing keeps the key on this device but the server's secret, once it is given `undefined`. */
export const writeKeyring = (shelf: Shelf, keyring: Keyring | undefined): Promise<void> =>
  shelf.change([[keyringAt, keyring]])

/**
 * Opens, or makes, the account's key with the secret the server gave at sign-in (base64url), and stays able to open it
 * offline until `lockVault`; a lock of this account's stays on. Throws `VaultLost` when the key here was wrapped under another secret;
 * `makeVault` starts a new one.
 */
export async function unlockVault(shelf: Shelf, accountId: string, deviceSecret: string): Promise<Vault> {
  const kept = await shelf.get<WrappedKey>(vaultAt(accountId))
  if (!kept) return makeVault(shelf, accountId, deviceSecret)
  const secret = await wrappingKey(accountId, deviceSecret)
  const key = await unwrap(kept, secret, 'extractable')
  const vault = await vaultFrom(accountId, kept, secret)
  if (!key || !vault) throw new VaultLost()
  const ring = await readKeyring(shelf)
  const isOnRing = ring?.accountId === accountId && (ring.lock || (await reopenVault(shelf)))
  if (!isOnRing) await writeKeyring(shelf, await openRing(accountId, key))
  return vault
}

export async function makeVault(shelf: Shelf, accountId: string, deviceSecret: string): Promise<Vault> {
  const secret = await wrappingKey(accountId, deviceSecret)
  const key = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, true, ['encrypt', 'decrypt'])
  const kept = await wrap(key, secret)
  const vault = await vaultFrom(accountId, kept, secret)
  if (!vault) throw new VaultLost()
  await shelf.change([
    [vaultAt(accountId), kept],
    [keyringAt, await openRing(accountId, key)],
  ])
  return vault
}

export const hasVault = async (shelf: Shelf, accountId: string): Promise<boolean> =>
  (await shelf.get(vaultAt(accountId))) !== undefined

/** The vault of whoever is signed in here, with no network; none while it is locked. */
export async function reopenVault(shelf: Shelf): Promise<Vault | undefined> {
  const ring = await readKeyring(shelf)
  return ring?.opens && vaultFrom(ring.accountId, ring.kept, ring.opens)
}

/** Afterwards only the server's secret opens what is kept here. */
export const lockVault = (shelf: Shelf): Promise<void> => writeKeyring(shelf, undefined)

/** A ring whose key opens by itself on this device, and cannot be taken out of it. */
export async function openRing(accountId: string, key: CryptoKey): Promise<Keyring> {
  const usages: KeyUsage[] = ['wrapKey', 'unwrapKey']
  const opens = (await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, usages)) as CryptoKey
  return { accountId, kept: await wrap(key, opens), opens }
}

/** The vault behind a wrapped key; `undefined` when `opens` is not what it was wrapped with. */
export async function vaultFrom(accountId: string, kept: WrappedKey, opens: CryptoKey): Promise<Vault | undefined> {
  const key = await unwrap(kept, opens)
  return key && vaultOf(accountId, key)
}

function vaultOf(accountId: string, key: CryptoKey): Vault {
  return {
    accountId,
    async seal(place, value) {
      const iv = crypto.getRandomValues(new Uint8Array(12))
      const text = coder.encode(JSON.stringify(value))
      const bytes = await crypto.subtle.encrypt({ name: 'AES-GCM', iv, additionalData: coder.encode(place) }, key, text)
      return { iv, bytes }
    },
    async open<T>(place: string, { iv, bytes }: Sealed) {
      try {
        const additionalData = coder.encode(place)
        return JSON.parse(
          decoder.decode(await crypto.subtle.decrypt({ name: 'AES-GCM', iv, additionalData }, key, bytes)),
        ) as T
      } catch {
        return undefined
      }
    },
  }
}

async function wrappingKey(accountId: string, deviceSecret: string): Promise<CryptoKey> {
  const secret = await crypto.subtle.importKey('raw', fromBase64url(deviceSecret), 'HKDF', false, ['deriveKey'])
  return crypto.subtle.deriveKey(
    { name: 'HKDF', hash: 'SHA-256', salt: coder.encode(accountId), info: coder.encode('weft device key') },
    secret,
    { name: 'AES-GCM', length: 256 },
    false,
    ['wrapKey', 'unwrapKey'],
  )
}

export async function wrap(key: CryptoKey, wrapping: CryptoKey): Promise<WrappedKey> {
  const iv = crypto.getRandomValues(new Uint8Array(12))
  return { iv, wrapped: await crypto.subtle.wrapKey('raw', key, wrapping, { name: 'AES-GCM', iv }) }
}

/** `extractable` only to wrap it again at once, under another key. */
export async function unwrap(
  { iv, wrapped }: WrappedKey,
  wrapping: CryptoKey,
  extractable?: 'extractable',
): Promise<CryptoKey | undefined> {
  const usages: KeyUsage[] = ['encrypt', 'decrypt']
  const name = 'AES-GCM'
  try {
    return await crypto.subtle.unwrapKey(
      'raw',
      wrapped,
      wrapping,
      { name, iv },
      name,
      extractable !== undefined,
      usages,
    )
  } catch {
    return undefined
  }
}

function fromBase64url(text: string): Uint8Array<ArrayBuffer> {
  const plain = atob(text.replace(/-/g, '+').replace(/_/g, '/'))
  return Uint8Array.from(plain, (letter) => letter.charCodeAt(0))
}
