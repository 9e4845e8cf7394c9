import { parseOptions } from '@node-rs/argon2'
import { expect, test } from 'vitest'
import { cost, hashPassword, nobodysHash, verifyPassword } from './password.ts'

test('a password is right for its own hash only, however its letters were composed', async () => {
  const stored = await hashPassword('cafe\u0301 in the rain')
  expect(await verifyPassword('caf\u00e9 in the rain', stored)).toBe(true)
  expect(await verifyPassword('cafe in the rain', stored)).toBe(false)
})

test('without a hash the answer is no, after as much work as with one', async () => {
  expect(await verifyPassword('anything at all', null)).toBe(false)
  const { memoryCost, timeCost, parallelism } = parseOptions(nobodysHash)
  expect({ algorithm: 2, memoryCost, timeCost, parallelism }).toEqual(cost)
  expect(parseOptions(await hashPassword('anything at all'))).toEqual(parseOptions(nobodysHash))
})

test('more at once than can wait are told to come back', async () => {
  const all = await Promise.allSettled(Array.from({ length: 80 }, () => verifyPassword('anything at all', null)))
  const refused = all.filter((one) => one.status === 'rejected')
  expect(refused).toHaveLength(80 - 66)
  for (const one of refused) expect((one as PromiseRejectedResult).reason).toMatchObject({ code: 'try-later' })
  expect(await verifyPassword('anything at all', null)).toBe(false)
})
