import { beforeEach, describe, expect, it } from 'vitest'
import { createRows, dropUnopenable, wipeSynced, wipeSyncedBut } from './rows.ts'
import { memoryShelf, type Shelf } from './shelf.ts'
import { lockVault, makeVault, reopenVault, type Sealed, unlockVault, VaultLost } from './vault.ts'

const kofi = '018f0000-0000-7000-8000-00000000000a'
const raj = '018f0000-0000-7000-8000-00000000000b'
const secret = 'c2VjcmV0LW9mLWtvZmktMzItYnl0ZXMtbG9uZy1lbm91Z2g'
const otherSecret = 'YW5vdGhlci1zZWNyZXQtMzItYnl0ZXMtbG9uZy1lbm91Z2g'

let shelf: Shelf
beforeEach(() => {
  shelf = memoryShelf()
})

/** Every byte kept on the device, as text. */
const everything = async () => {
  const parts = await shelf.list<Sealed>('')
  return parts
    .map(([key, value]) => key + new TextDecoder('latin1').decode(value.bytes ?? new ArrayBuffer(0)))
    .join('\n')
}

describe('what is kept', () => {
  it('cannot be read on the device, and reads back for its account', async () => {
    const rows = createRows(shelf, await unlockVault(shelf, kofi, secret))
    await rows.put('draft', 'c1', { body: 'I did not sleep' })
    expect(await everything()).not.toContain('sleep')
    expect(await rows.get('draft', 'c1')).toEqual({ body: 'I did not sleep' })
    expect(await rows.list('draft')).toEqual([['c1', { body: 'I did not sleep' }]])
  })

  it('opens offline while signed in, with no secret', async () => {
    await createRows(shelf, await unlockVault(shelf, kofi, secret)).put('snapshot', 't', { at: 1 })
    const vault = await reopenVault(shelf)
    expect(vault?.accountId).toBe(kofi)
    expect(await createRows(shelf, vault!).get('snapshot', 't')).toEqual({ at: 1 })
  })

  it('stays shut after signing out until the same account signs in', async () => {
    await createRows(shelf, await unlockVault(shelf, kofi, secret)).put('outbox', 'm1', { body: 'unsent' })
    await wipeSynced(shelf, kofi)
    await lockVault(shelf)
    expect(await reopenVault(shelf)).toBeUndefined()
    const rajs = createRows(shelf, await unlockVault(shelf, raj, otherSecret))
    expect(await rajs.list('outbox')).toEqual([])
    await lockVault(shelf)
    const again = createRows(shelf, await unlockVault(shelf, kofi, secret))
    expect(await again.get('outbox', 'm1')).toEqual({ body: 'unsent' })
  })

  it('keeps keys that nobody can take out', async () => {
    await unlockVault(shelf, kofi, secret)
    const keyring = await shelf.get<{ opens: CryptoKey }>('keyring')
    expect(keyring?.opens.extractable).toBe(false)
    await expect(crypto.subtle.exportKey('raw', keyring!.opens)).rejects.toThrow()
  })

  it('does not open in another place, nor when a byte was changed', async () => {
    const vault = await unlockVault(shelf, kofi, secret)
    const sealed = await vault.seal('rows/a', { body: 'x' })
    expect(await vault.open('rows/b', sealed)).toBeUndefined()
    new Uint8Array(sealed.bytes)[3]! ^= 1
    expect(await vault.open('rows/a', sealed)).toBeUndefined()
  })
})

describe('a secret the key was not wrapped under', () => {
  it('opens nothing, and a new key starts clean', async () => {
    await createRows(shelf, await unlockVault(shelf, kofi, secret)).change('outbox', [
      ['m1', 1],
      ['m2', 2],
    ])
    await expect(unlockVault(shelf, kofi, otherSecret)).rejects.toBeInstanceOf(VaultLost)
    await dropUnopenable(shelf, kofi)
    const rows = createRows(shelf, await makeVault(shelf, kofi, otherSecret))
    expect(await rows.list('outbox')).toEqual([])
    await rows.put('draft', 'c1', 'kept')
    expect(await createRows(shelf, await unlockVault(shelf, kofi, otherSecret)).get('draft', 'c1')).toBe('kept')
  })
})

describe('wiping', () => {
  it('takes what came from the server and leaves the person’s own words', async () => {
    const rows = createRows(shelf, await unlockVault(shelf, kofi, secret))
    await rows.put('session', 'me', 1)
    await rows.put('snapshot', 'conversation:1', 2)
    await rows.put('outbox', 'm1', 3)
    await rows.put('draft', 'c1', 4)
    await wipeSynced(shelf, kofi)
    expect(await Promise.all((['session', 'snapshot'] as const).map((kind) => rows.list(kind)))).toEqual([[], []])
    expect(await rows.list('outbox')).toEqual([['m1', 3]])
    expect(await rows.list('draft')).toEqual([['c1', 4]])
  })

  it('of other accounts leaves the one who signs in alone', async () => {
    const kofis = createRows(shelf, await unlockVault(shelf, kofi, secret))
    await kofis.put('snapshot', 's', 1)
    await kofis.put('draft', 'd', 1)
    const rajs = createRows(shelf, await unlockVault(shelf, raj, otherSecret))
    await rajs.put('snapshot', 's', 2)
    await wipeSyncedBut(shelf, raj)
    expect(await kofis.list('snapshot')).toEqual([])
    expect(await kofis.list('draft')).toHaveLength(1)
    expect(await rajs.list('snapshot')).toHaveLength(1)
  })
})
