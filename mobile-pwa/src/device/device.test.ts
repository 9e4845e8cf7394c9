import type { Session } from '@weft/contract/people/shapes.ts'
import { beforeEach, describe, expect, it } from 'vitest'
import { createDevice, type Stay } from './device.ts'
import { dropHalf, isLockMarked, makeHalf } from './lock-half.ts'
import { memoryShelf, type Shelf, ShelfFull } from './shelf.ts'

const session = (name: string, deviceSecret?: string, more: Partial<Session> = {}): Session => ({
  sessionId: `018f0000-0000-7000-8000-0000000000${name === 'Kofi' ? '1a' : '1b'}`,
  accountId: `018f0000-0000-7000-8000-0000000000${name === 'Kofi' ? '0a' : '0b'}`,
  app: 'people',
  hat: 'patient',
  hats: ['patient'],
  displayName: name,
  sharedDevice: false,
  endsAt: '2026-05-22T09:00:00Z',
  idleSeconds: 2_592_000,
  deviceSecret,
  ...more,
})
const now = () => Date.parse('2026-04-22T09:00:00Z')
const kofi = session('Kofi', 'a29maS1rb2ZpLWtvZmkta29maS1rb2ZpLWtvZmkta28')
const raj = session('Raj', 'cmFqLXJhai1yYWotcmFqLXJhai1yYWotcmFqLXJhai0')

let shelf: Shelf
beforeEach(() => {
  shelf = memoryShelf()
})

describe('a device', () => {
  it('knows who was signed in when it starts offline, without keeping the secret', async () => {
    await createDevice(shelf, now).admit(kofi)
    const stay = (await createDevice(shelf, now).resume()) as Stay
    expect(stay.session.displayName).toBe('Kofi')
    expect(stay.session.deviceSecret).toBeUndefined()
  })

  it('knows nobody before anybody signed in, after they left, and once the session has ended', async () => {
    const device = createDevice(shelf, now)
    expect(await device.resume()).toBeUndefined()
    const stay = await device.admit(kofi)
    expect(await createDevice(shelf, () => Date.parse('2026-05-23T00:00:00Z')).resume()).toBeUndefined()
    await device.dismiss(stay)
    expect(await device.resume()).toBeUndefined()
  })

  it('gives unsent words back to their writer after somebody else was here', async () => {
    const device = createDevice(shelf, now)
    const stay = await device.admit(kofi)
    await stay.rows.put('outbox', 'm1', { body: 'still here' })
    await stay.rows.put('outbox', 'm0', { body: 'the server has it', state: 'sent' })
    await stay.rows.put('snapshot', 't', 1)
    await device.dismiss(stay)
    const other = await device.admit(raj)
    expect(await other.rows.list('outbox')).toEqual([])
    await device.dismiss(other)
    const back = await device.admit(kofi)
    expect(await back.rows.list('outbox')).toEqual([['m1', { body: 'still here' }]])
    expect(await back.rows.list('snapshot')).toEqual([])
  })

  it('keeps nothing of the server’s that was still being written when somebody left', async () => {
    const device = createDevice(shelf, now)
    const stay = await device.admit(kofi)
    const leaving = device.dismiss(stay)
    await stay.rows.put('snapshot', 'conversation:1', 'late')
    await leaving
    await stay.rows.put('snapshot', 'conversation:1', 'later')
    await stay.rows.put('draft', 'c1', 'own words')
    const back = await device.admit(kofi)
    expect(await back.rows.list('snapshot')).toEqual([])
    expect(await back.rows.get('draft', 'c1')).toBe('own words')
  })

  it('starts clean when the key of what it kept is lost, or was cleared alone', async () => {
    const device = createDevice(shelf, now)
    await (await device.admit(kofi)).rows.put('outbox', 'm1', 1)
    const renewed = await device.admit({ ...kofi, deviceSecret: raj.deviceSecret })
    expect(await renewed.rows.list('outbox')).toEqual([])
    await renewed.rows.put('outbox', 'm2', 2)
    await shelf.clear('vault/')
    const again = await device.admit({ ...kofi, deviceSecret: raj.deviceSecret })
    expect(await again.rows.list('outbox')).toEqual([])
    expect((await shelf.list('rows/')).map(([key]) => key)).toEqual([`rows/${kofi.accountId}/session/me`])
  })

  it('that others use keeps a person’s own words and nothing from the server', async () => {
    const device = createDevice(shelf, now)
    const { rows } = await device.admit({ ...kofi, sharedDevice: true })
    await rows.put('snapshot', 't', 1)
    await rows.put('draft', 'c1', 'words')
    expect(await rows.list('snapshot')).toEqual([])
    expect(await rows.get('draft', 'c1')).toBe('words')
    expect(await createDevice(shelf, now).resume()).toBeUndefined()
  })

  it.each([
    ['for anything at all', ''],
    ['for more than the key', 'rows/'],
  ])('with no room %s lets its owner in all the same', async (_, prefix) => {
    const full: Shelf = {
      ...shelf,
      lasts: true,
      async change(writes) {
        if (writes.some(([key]) => key.startsWith(prefix))) throw new ShelfFull(new Error())
        await shelf.change(writes)
      },
    }
    const device = createDevice(full, now)
    const { session, rows } = await device.admit(kofi)
    expect(session.displayName).toBe('Kofi')
    expect(device.lasts).toBe(prefix !== '')
    if (prefix) await expect(rows.put('draft', 'c1', 'words')).rejects.toBeInstanceOf(ShelfFull)
  })

  it('whose store broke lets its owner in, and nobody past a lock', async () => {
    const torn = async () => {
      throw new ShelfFull(new DOMException('', 'InvalidStateError'))
    }
    const broken: Shelf = { lasts: true, get: torn, list: torn, change: torn, clear: torn }
    const device = createDevice(broken, now)
    expect(await device.resume()).toBeUndefined()
    const stay = await device.admit(kofi)
    await stay.rows.put('draft', 'c1', 'words')
    expect(await stay.rows.get('draft', 'c1')).toBe('words')
    expect(device.lasts).toBe(false)
    await device.dismiss(stay)
    makeHalf()
    expect(await device.resume()).toBe('lost')
    await device.dismiss(undefined)
    expect(isLockMarked()).toBe(false)
  })

  it.each([
    ['that had a lock and was cleared', true, 'lost'],
    ['that had none and was cleared', false, 'yes'],
  ])('%s', async (_, hasLock, agreed) => {
    await createDevice(shelf, now).admit(kofi)
    await shelf.clear('')
    expect(await createDevice(shelf, now).agrees({ ...kofi, hasLock })).toBe(agreed)
  })

  it('whose lock was taken off or put on while the server was out of reach tells it later', async () => {
    const device = createDevice(shelf, now)
    await device.admit(kofi)
    expect(await device.agrees({ ...kofi, hasLock: true })).toBe('late')
    expect(await device.agrees({ ...raj, hasLock: true })).toBe('lost')
    makeHalf()
    expect(await device.agrees(kofi)).toBe('late')
    expect(await device.agrees({ ...kofi, hasLock: true })).toBe('yes')
    dropHalf()
  })

  it('keeps for this page only when it was given no secret', async () => {
    const { rows } = await createDevice(shelf, now).admit({ ...kofi, deviceSecret: undefined })
    await rows.put('draft', 'c1', 'words')
    expect(await rows.get('draft', 'c1')).toBe('words')
    expect(await shelf.list('')).toEqual([])
  })
})
