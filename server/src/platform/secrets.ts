import { createHash, randomBytes, randomInt, timingSafeEqual } from 'node:crypto'

/** 256 random bits, base64url: a session's or a sign-up's proof. Only its hash is stored. */
export function newToken(): string {
  return randomBytes(32).toString('base64url')
}

/** Enough for what is random already; a password needs `hashPassword`. */
export function hashToken(token: string): Buffer {
  return createHash('sha256').update(token).digest()
}

export const looksLikeToken = (value: string | undefined): value is string =>
  value !== undefined && /^[\w-]{43}$/.test(value)

/** Six digits, every one of the million equally likely. */
export function newCode(): string {
  return String(randomInt(1_000_000)).padStart(6, '0')
}

/** A code is short, so its hash is bound to the row that holds it. */
export function hashCode(id: string, code: string): Buffer {
  return hashToken(`${id}:${code}`)
}

export function isSameHash(one: Buffer | null | undefined, other: Buffer): boolean {
  return !!one && one.length === other.length && timingSafeEqual(one, other)
}

/** What stands for an address in a key: the same each time, and not the address. */
export function fingerprint(value: string): string {
  return hashToken(value).toString('base64url').slice(0, 24)
}
