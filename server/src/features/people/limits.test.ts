import { randomUUID } from 'node:crypto'
import { correctMessage, sendMessage } from '@weft/contract/conversations/operations.ts'
import { importFile } from '@weft/contract/my-data/operations.ts'
import { acceptInvite, listCaseload } from '@weft/contract/organisations/operations.ts'
import {
  getSettings,
  proveAgain,
  sendSignInCode,
  signIn,
  startReset,
  startSignUp,
} from '@weft/contract/people/operations.ts'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { device } from '../../../test/device.ts'
import { makeWorld, type World } from '../../../test/world.ts'

let world: World
beforeEach(async () => {
  world = await makeWorld()
})
afterEach(() => world.close())

const email = 'nobody@demo.example'

test.each([
  ['sign-in codes', () => device(world).try(sendSignInCode, { email, app: 'people' })],
  ['resets', () => device(world).try(startReset, { email, app: 'people' })],
  ['sign-ups', () => device(world).try(startSignUp, { signUpId: randomUUID(), email })],
])('asking for %s for one address again and again is slowed, known or not', async (_, ask) => {
  for (let n = 0; n < 5; n += 1) expect((await ask()).status).toBe(202)
  expect(await ask()).toMatchObject({ status: 429, headers: { 'retry-after': '60' } })
  world.clock.advance({ minutes: 1 })
  expect((await ask()).status).toBe(202)
})

test('password tries are limited in this process, though the counts of wrong ones were lost', async () => {
  const statuses = new Set<number>()
  for (let n = 0; n < 30; n += 1) {
    statuses.add((await device(world).try(signIn, { email, password: 'x', app: 'people' })).status)
    await world.sql('truncate attempt')
  }
  expect([...statuses].sort()).toEqual([401, 429])
})

test('my password is asked five times a minute, though the counts of wrong ones were lost', async () => {
  const kofi = await world.as('kofi')
  const statuses = []
  for (let n = 0; n < 6; n += 1) {
    statuses.push((await kofi.try(proveAgain, { password: `guess ${n}` })).status)
    await world.sql('truncate attempt')
  }
  expect(statuses).toEqual([401, 401, 401, 401, 401, 429])
})

test('a file is brought back three times at once, and then six times a day', async () => {
  const kofi = await world.as('kofi')
  const statuses = []
  for (let n = 0; n < 4; n += 1)
    statuses.push((await kofi.try(importFile, { personId: kofi.scope.personId, file: {} as never })).status)
  expect(statuses).toEqual([400, 400, 400, 429])
  world.clock.advance({ hours: 5 })
  expect((await kofi.try(importFile, { personId: kofi.scope.personId, file: {} as never })).status).toBe(400)
})

test('an account that asks far too much is told to wait', async () => {
  const kofi = await world.as('kofi')
  const statuses = []
  for (let n = 0; n < 101; n += 1) statuses.push((await kofi.try(getSettings, {})).status)
  expect(statuses.slice(0, 100).every((status) => status === 200)).toBe(true)
  expect(statuses[100]).toBe(429)
})

test('a caseload is searched thirty times at once and then every other second; looking at it stays free', async () => {
  const sam = await world.as('sam')
  for (let n = 0; n < 30; n += 1) expect((await sam.try(listCaseload, { text: 'Ko' })).status).toBe(200)
  expect(await sam.try(listCaseload, { text: 'Ko' })).toMatchObject({ status: 429, problem: { retryAfter: 2 } })
  expect((await sam.try(listCaseload, {})).status).toBe(200)
})

test('five invitations are tried in a day by one account', async () => {
  const gary = await world.as('gary')
  const statuses = []
  for (let n = 0; n < 6; n += 1)
    statuses.push((await gary.try(acceptInvite, { code: `ABCD${n}-123456`, bornOn: '1990-06-15' })).status)
  expect(statuses).toEqual([401, 401, 401, 401, 401, 429])
  world.clock.advance({ hours: 5 })
  expect((await gary.try(acceptInvite, { code: 'ABCDE-123456', bornOn: '1990-06-15' })).status).toBe(401)
})

test('a correction is counted as a message is', async () => {
  const kofi = await world.as('kofi')
  const about = { conversationId: world.cast.conversations.kofi, correctsId: randomUUID() }
  const statuses = []
  for (let n = 0; n < 21; n += 1)
    statuses.push((await kofi.try(correctMessage, { ...about, messageId: randomUUID(), body: 'hello' })).status)
  expect(statuses).toEqual([...Array(20).fill(404), 429])
})

test('twenty messages go at once, then one a second; what was refused goes under the same id', async () => {
  const kofi = await world.as('kofi')
  const send = (messageId: string) =>
    kofi.try(sendMessage, { conversationId: world.cast.conversations.kofi, messageId, body: 'hello' })
  for (let n = 0; n < 20; n += 1) expect((await send(randomUUID())).status).toBe(201)
  const messageId = randomUUID()
  expect(await send(messageId)).toMatchObject({ status: 429, problem: { retryAfter: 1 } })
  world.clock.advance({ seconds: 1 })
  expect((await send(messageId)).status).toBe(201)
})
