import { beforeEach, describe, expect, it } from 'vitest'
import { createLocking, type Locking, triesMost } from './lock.ts'
import { dropHalf, isLockMarked } from './lock-half.ts'
import { pinProblem } from './pin.ts'
import { createRows } from './rows.ts'
import { memoryShelf, type Shelf, ShelfFull } from './shelf.ts'
import { type Keyring, readKeyring, reopenVault, unlockVault } from './vault.ts'

const kofi = '018f0000-0000-7000-8000-00000000000a'
const secret = 'c2VjcmV0LW9mLWtvZmktMzItYnl0ZXMtbG9uZy1lbm91Z2g'
const right = { kind: 'pin', pin: '294716' } as const
const wrong = { kind: 'pin', pin: '294717' } as const
/** What is slow on purpose is slow once: where its slowness is what is asked. */
const quick = 1_000
const start = Date.parse('2026-04-22T09:00:00Z')

let shelf: Shelf
let time: number
let locking: Locking
beforeEach(async () => {
  localStorage.clear()
  shelf = memoryShelf()
  time = start
  locking = createLocking(shelf, () => time, quick)
  await createRows(shelf, await unlockVault(shelf, kofi, secret)).put('draft', 'c1', 'private words')
})
const draftFrom = async (proof: Parameters<Locking['open']>[0]) => {
  const opened = await locking.open(proof)
  return 'vault' in opened ? createRows(shelf, opened.vault).get('draft', 'c1') : opened.refused
}
/** `count` wrong tries, each as soon as it counts. */
async function miss(count: number): Promise<string | undefined> {
  let last: string | undefined
  for (let at = 0; at < count; at++) {
    time += (await locking.look())?.waitMs ?? 0
    const opened = await locking.open(wrong)
    last = 'refused' in opened ? opened.refused : undefined
  }
  return last
}

describe('a PIN', () => {
  it('opens what was kept, and nothing else does', async () => {
    expect(await locking.put(right)).toBe('done')
    expect(await reopenVault(shelf)).toBeUndefined()
    expect(await draftFrom(wrong)).toBe('wrong')
    expect(await draftFrom(right)).toBe('private words')
  })

  it('leaves no key on the device that opens by itself', async () => {
    await createLocking(shelf, () => time).put(right)
    const ring = await readKeyring(shelf)
    const kept = (await shelf.list<object>('')).flatMap(([, value]) => Object.values(value))
    expect(kept.filter((value) => value instanceof CryptoKey)).toEqual([])
    expect(ring?.lock?.rounds).toBeGreaterThanOrEqual(600_000)
  })

  it('opens nothing in a copy of the store alone: the other half is not in it', async () => {
    await locking.put(right)
    dropHalf()
    expect(await draftFrom(right)).toBe('gone')
  })

  it('has to be known to change it or to take it off', async () => {
    await locking.put(right)
    const next = { kind: 'pin', pin: '830561' } as const
    expect(await locking.put(next, wrong)).toEqual({ refused: 'wrong' })
    expect(await locking.put(next)).toEqual({ refused: 'wrong' })
    expect(await locking.take(wrong)).toEqual({ refused: 'wrong' })
    expect(await locking.put(next, right)).toBe('done')
    expect(await draftFrom(right)).toBe('wrong')
    expect(await draftFrom(next)).toBe('private words')
    expect(await locking.take(next)).toBe('done')
    expect(isLockMarked()).toBe(false)
    const vault = await reopenVault(shelf)
    expect(await createRows(shelf, vault!).get('draft', 'c1')).toBe('private words')
  })

  it('is as it was on a device that has no room for the change', async () => {
    const { change } = shelf
    let isFull = true
    shelf.change = async (writes) => {
      const isMore = writes.some(([, value]) => (value as Keyring | undefined)?.lock?.wrong === 0)
      if (isFull && isMore) throw new ShelfFull(new Error())
      await change(writes)
    }
    await expect(locking.put(right)).rejects.toBeInstanceOf(ShelfFull)
    expect(isLockMarked()).toBe(false)
    expect(await reopenVault(shelf)).toBeDefined()
    isFull = false
    await locking.put(right)
    isFull = true
    await expect(locking.put({ kind: 'pin', pin: '830561' }, right)).rejects.toBeInstanceOf(ShelfFull)
    isFull = false
    expect(await draftFrom(right)).toBe('private words')
  })

  it('stays on when the server says again who is signed in, and gives the same key', async () => {
    await locking.put(right)
    const rows = createRows(shelf, await unlockVault(shelf, kofi, secret))
    expect(await rows.get('draft', 'c1')).toBe('private words')
    expect(await reopenVault(shelf)).toBeUndefined()
    expect(await draftFrom(right)).toBe('private words')
  })
})

describe('guessing', () => {
  it('slows down, and closing the app does not make it faster', async () => {
    await locking.put(right)
    expect(await miss(5)).toBe('wrong')
    expect(await locking.open(right)).toEqual({ refused: 'wait' })
    const reopened = createLocking(shelf, () => time, quick)
    expect(await reopened.look()).toEqual({ kind: 'pin', wrong: 5, waitMs: 30_000 })
    time += 30_000
    expect(await draftFrom(right)).toBe('private words')
    expect(await locking.look()).toMatchObject({ wrong: 0, waitMs: 0 })
  })

  it('counts a try whose answer was not awaited', async () => {
    await locking.put(right)
    const trying = locking.open(wrong)
    while ((await locking.look())?.wrong === 0) await Promise.resolve()
    expect(await locking.look()).toMatchObject({ wrong: 1 })
    await trying
  })

  it('locks nobody out for a year when the clock is put back', async () => {
    await locking.put(right)
    await miss(5)
    time -= 365 * 86_400_000
    expect(await locking.look()).toMatchObject({ waitMs: 30_000 })
    time += 30_000
    expect(await draftFrom(right)).toBe('private words')
  })

  it(`ends after ${triesMost} wrong tries: only the account’s own sign-in opens what was not sent`, async () => {
    await locking.put(right)
    expect(await miss(triesMost - 1)).toBe('wrong')
    expect(await miss(1)).toBe('gone')
    expect(await locking.look()).toBeUndefined()
    expect(await draftFrom(right)).toBe('gone')
    const rows = createRows(shelf, await unlockVault(shelf, kofi, secret))
    expect(await rows.get('draft', 'c1')).toBe('private words')
  })
})

describe('which PINs will do', () => {
  it.each(['', '12345', '29471a', '29 47'])('“%s” is too short or no number', (pin) =>
    expect(pinProblem(pin)).toBe('short'),
  )
  it.each(['000000', '123456', '654321', '121212', '123123', '112233', '123321', '789456', '135791', '90123456'])(
    '“%s” is guessed first',
    (pin) => expect(pinProblem(pin)).toBe('common'),
  )
  it.each(['294716', '80352614'])('“%s” will do', (pin) => expect(pinProblem(pin)).toBeUndefined())
})
