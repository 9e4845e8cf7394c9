import { randomUUID } from 'node:crypto'
import { markStaffLeft } from '@weft/contract/organisations/operations.ts'
import {
  endDevice,
  getSession,
  listDevices,
  noteAppLock,
  signIn,
  signOut,
  signOutEverywhere,
  switchHat,
} from '@weft/contract/people/operations.ts'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type Device, device, givePassword, goodPassword } from '../../../test/device.ts'
import { makeWorld, type World } from '../../../test/world.ts'

let world: World
beforeEach(async () => {
  world = await makeWorld()
  await givePassword(world, 'kofi')
  await givePassword(world, 'sam')
})
afterEach(() => world.close())

const kofi = { email: 'kofi@demo.example', password: goodPassword, app: 'people' as const }
const sam = { email: 'sam@demo.example', password: goodPassword, app: 'staff' as const }

async function signedIn(
  input: { email: string; password: string; app: 'people' | 'staff'; sharedDevice?: boolean } = kofi,
) {
  const on = device(world, input.app)
  const session = await on.call(signIn, input)
  return { on, session }
}

const isOpen = async (on: Device) => (await on.try(getSession, {})).status === 200

test.each([
  ['an own phone', kofi, { days: 30 }],
  ['a shared device', { ...kofi, sharedDevice: true }, { minutes: 15 }],
  ['the portal', sam, { minutes: 15 }],
])('without use, a session on %s ends', async (_, input, idle) => {
  const { on } = await signedIn(input)
  world.clock.advance(idle)
  world.clock.advance({ ms: -1 })
  expect(await isOpen(on)).toBe(true)
  world.clock.advance(idle)
  expect(await isOpen(on)).toBe(false)
})

test('in the portal a session ends after eight hours, however busy', async () => {
  const { on } = await signedIn(sam)
  for (let minutes = 0; minutes < 8 * 60 - 10; minutes += 10) {
    world.clock.advance({ minutes: 10 })
    expect(await isOpen(on)).toBe(true)
  }
  world.clock.advance({ minutes: 10 })
  expect(await isOpen(on)).toBe(false)
})

test('use is noted at most once a minute', async () => {
  const { on, session } = await signedIn()
  const lastUse = async () =>
    (await world.sql('select last_used_at from session where id = $1', [session.sessionId]))[0].last_used_at
  const signedInAt = await lastUse()
  world.clock.advance({ seconds: 59 })
  await isOpen(on)
  expect(await lastUse()).toEqual(signedInAt)
  world.clock.advance({ seconds: 1 })
  await isOpen(on)
  expect(await lastUse()).toEqual(world.clock.now())
})

test.each([
  ['its account is suspended', `update account set state = 'suspended' where id = $1`],
  ['its account is closed', `update account set state = 'closed' where id = $1`],
  ['its hat is taken away', `delete from account_hat where account_id = $1`],
])('a session is nobody’s once %s', async (_, change) => {
  const { on } = await signedIn()
  await world.sql(change, [world.cast.people.kofi.accountId])
  expect(await isOpen(on)).toBe(false)
})

test('signing out ends the session and takes the cookie back', async () => {
  const { on } = await signedIn()
  const kept = new Map(on.cookies)
  await on.call(signOut, {})
  expect(on.cookies.size).toBe(0)
  expect(await isOpen(device(world, 'people', kept))).toBe(false)
})

test('signing out everywhere ends every session of this account and of nobody else', async () => {
  const [phone, tablet] = [await signedIn(), await signedIn()]
  const denise = await world.as('denise')
  await phone.on.call(signOutEverywhere, {})
  expect(await isOpen(phone.on)).toBe(false)
  expect(await isOpen(tablet.on)).toBe(false)
  expect(await denise.call(getSession, {})).toBeDefined()
})

test('somebody sees the devices that are signed in to their account, and ends one from afar', async () => {
  const [phone, tablet] = [await signedIn(), await signedIn()]
  const { devices } = await phone.on.call(listDevices, {})
  expect(devices.map((one) => [one.sessionId, one.isThisOne])).toEqual(
    expect.arrayContaining([
      [phone.session.sessionId, true],
      [tablet.session.sessionId, false],
    ]),
  )
  expect(devices[0]?.label).toBe('Chrome on Android')
  await phone.on.call(endDevice, { sessionId: tablet.session.sessionId })
  await phone.on.call(endDevice, { sessionId: tablet.session.sessionId })
  expect(await isOpen(tablet.on)).toBe(false)
  expect((await phone.on.call(listDevices, {})).devices).toHaveLength(1)
})

test('a session that has run out is in no list', async () => {
  const { on } = await signedIn()
  await signedIn({ ...kofi, sharedDevice: true })
  world.clock.advance({ minutes: 16 })
  expect((await on.call(listDevices, {})).devices).toHaveLength(1)
})

test('somebody else’s session cannot be ended, and is not told from one that never was', async () => {
  const { on } = await signedIn()
  const denise = await world.as('denise')
  const [theirs, none] = [
    await on.try(endDevice, { sessionId: denise.scope.sessionId }),
    await on.try(endDevice, { sessionId: randomUUID() }),
  ]
  const strip = (bytes: string) => bytes.replace(/"requestId":"[^"]*"/, '')
  expect(theirs.status).toBe(404)
  expect(strip(theirs.bytes)).toBe(strip(none.bytes))
  expect(await denise.call(getSession, {})).toBeDefined()
})

test('a session wears one hat, changes it to another of its own, and to no other', async () => {
  const raj = await world.as('raj', 'carer')
  expect((await raj.call(getSession, {})).hats).toEqual(['patient', 'carer'])
  expect((await raj.call(switchHat, { hat: 'patient' })).hat).toBe('patient')
  expect((await raj.call(getSession, {})).hat).toBe('patient')
  for (const hat of ['practitioner', 'platform_admin'] as const)
    expect(await raj.try(switchHat, { hat })).toMatchObject({ status: 409, problem: { code: 'wrong-state' } })
})

test('a hat of the other app cannot be worn here', async () => {
  await world.sql(`insert into account_hat (account_id, hat) values ($1, 'practitioner')`, [
    world.cast.people.kofi.accountId,
  ])
  const { on, session } = await signedIn()
  expect(session.hats).toEqual(['patient'])
  expect((await on.try(switchHat, { hat: 'practitioner' })).status).toBe(409)
})

test('nobody signed in is asked to sign in', async () => {
  for (const operation of [getSession, listDevices, signOut, signOutEverywhere])
    expect(await device(world).try(operation as typeof signOut, {})).toMatchObject({
      status: 401,
      problem: { code: 'not-signed-in' },
    })
})

test('a colleague who leaves is signed out of the portal', async () => {
  const { on } = await signedIn(sam)
  const nia = await world.as('nia')
  await nia.call(markStaffLeft, { staffId: world.cast.people.sam.staffId as string })
  expect(await isOpen(on)).toBe(false)
  const rows = await world.sql('select ended_at from session where account_id = $1', [world.cast.people.sam.accountId])
  expect(rows.every((row) => row.ended_at !== null)).toBe(true)
})

test('a session that ran out is ended, so that its sockets close', async () => {
  const shared = await signedIn({ ...kofi, sharedDevice: true })
  const own = await signedIn()
  world.clock.advance({ minutes: 15 })
  await world.app.jobs.run('session.expire')
  const ended = await world.sql('select id from session where ended_at is not null')
  expect(ended).toEqual([{ id: shared.session.sessionId }])
  expect(await isOpen(own.on)).toBe(true)
})

test('that a device has an app lock is remembered of its session alone, until it is taken off or somebody signs in anew', async () => {
  const { on } = await signedIn()
  const other = await signedIn()
  expect(other.session).not.toHaveProperty('hasLock')
  await on.call(noteAppLock, { isOn: true })
  await on.call(noteAppLock, { isOn: true })
  expect(await on.call(getSession, {})).toMatchObject({ hasLock: true })
  expect(await other.on.call(getSession, {})).not.toHaveProperty('hasLock')
  expect((await signedIn()).session).not.toHaveProperty('hasLock')
  await on.call(noteAppLock, { isOn: false })
  expect(await on.call(getSession, {})).not.toHaveProperty('hasLock')
})
