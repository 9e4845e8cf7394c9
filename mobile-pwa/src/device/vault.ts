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
interface WrappedKey {
  iv: Uint8Array<ArrayBuffer>
  wrapped: ArrayBuffer
}

/** Present while somebody is signed in here, so that the app opens offline. Removing it locks the account's key away. */
interface Keyring {
  accountId: string
  wrapping: CryptoKey
}

const keyringAt = 'keyring'
const vaultAt = (accountId: string) => `vault/${accountId}`
const coder = new TextEncoder()
const decoder = new TextDecoder()

/** A key was made under a secret we no longer get: what was sealed with it cannot be opened by anybody. */
export class VaultLost extends Error {}

/**
 * Opens, or makes, the account's key with the secret the server gave at sign-in (base64url), and stays able to open it
 * offline until `lockVault`. Throws `VaultLost` when the key here was wrapped under another secret; `makeVault` starts a new one.
 */
export async function unlockVault(shelf: Shelf, accountId: string, deviceSecret: string): Promise<Vault> {
  const wrapping = await wrappingKey(accountId, deviceSecret)
  const kept = await shelf.get<WrappedKey>(vaultAt(accountId))
  if (!kept) return makeVault(shelf, accountId, deviceSecret)
  const key = await unwrap(kept, wrapping)
  if (!key) throw new VaultLost()
  await shelf.change([[keyringAt, { accountId, wrapping } satisfies Keyring]])
  return vaultOf(accountId, key)
}

export async function makeVault(shelf: Shelf, accountId: string, deviceSecret: string): Promise<Vault> {
  const wrapping = await wrappingKey(accountId, deviceSecret)
  const iv = crypto.getRandomValues(new Uint8Array(12))
  const fresh = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, true, ['encrypt', 'decrypt'])
  const wrapped = await crypto.subtle.wrapKey('raw', fresh, wrapping, { name: 'AES-GCM', iv })
  const key = await unwrap({ iv, wrapped }, wrapping)
  if (!key) throw new VaultLost()
  await shelf.change([
    [vaultAt(accountId), { iv, wrapped } satisfies WrappedKey],
    [keyringAt, { accountId, wrapping } satisfies Keyring],
  ])
  return vaultOf(accountId, key)
}

/** The vault of whoever is signed in here, with no network. */
export async function reopenVault(shelf: Shelf): Promise<Vault | undefined> {
  const keyring = await shelf.get<Keyring>(keyringAt)
  const kept = keyring && (await shelf.get<WrappedKey>(vaultAt(keyring.accountId)))
  const key = kept && (await unwrap(kept, keyring.wrapping))
  return keyring && key ? vaultOf(keyring.accountId, key) : undefined
}

/** Afterwards only the server's secret opens what is kept here. */
export async function lockVault(shelf: Shelf): Promise<void> {
  await shelf.change([[keyringAt, undefined]])
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

async function unwrap({ iv, wrapped }: WrappedKey, wrapping: CryptoKey): Promise<CryptoKey | undefined> {
  try {
    return await crypto.subtle.unwrapKey('raw', wrapped, wrapping, { name: 'AES-GCM', iv }, 'AES-GCM', false, [
      'encrypt',
      'decrypt',
    ])
  } catch {
    return undefined
  }
}

function fromBase64url(text: string): Uint8Array<ArrayBuffer> {
  const plain = atob(text.replace(/-/g, '+').replace(/_/g, '/'))
  return Uint8Array.from(plain, (letter) => letter.charCodeAt(0))
}
