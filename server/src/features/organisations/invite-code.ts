import { randomInt } from 'node:crypto'

// Crockford's alphabet: nothing that is mistaken for something else when it is read out.
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** First part of an invitation's code: which invitation it is. Not a secret. */
export function newLocator(): string {
  return Array.from({ length: 5 }, () => alphabet[randomInt(alphabet.length)]).join('')
}

/** `K7QPX-482913`: five that find the invitation, six that prove it was handed over. */
export const writeInviteCode = (locator: string, digits: string): string => `${locator}-${digits}`

/** As people type it: any case, with or without spaces and dashes, O for 0 and I or L for 1. */
export function readInviteCode(typed: string): { locator: string; digits: string } | undefined {
  const plain = typed
    .toUpperCase()
    .replace(/[\s\p{Pd}]/gu, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1')
  const found = /^([0-9A-HJKMNP-TV-Z]{5})(\d{6})$/.exec(plain)
  return found ? { locator: found[1] as string, digits: found[2] as string } : undefined
}
