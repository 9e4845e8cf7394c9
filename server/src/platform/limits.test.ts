import type { Operation } from '@weft/contract/operation.ts'
import { expect, test } from 'vitest'
import { TestClock } from './clock.ts'
import { createLimiter, type LimitRule, networkOf } from './limits.ts'

const operation = { name: 'door.open' } as Operation
const nobody = { kind: 'nobody', requestId: 'test' } as const

function door(rules: readonly LimitRule[]) {
  const clock = new TestClock('2026-04-15T09:20:00.000Z')
  const limiter = createLimiter(clock, { 'door.open': rules })
  const ask = (address: string, raw: Record<string, unknown> = {}) =>
    limiter.check(operation, { scope: nobody, address, raw }).then(
      () => 'ok',
      (error) => error.extras.retryAfter as number,
    )
  return { clock, ask }
}

test('who floods from one network uses up nobody’s own address of e-mail', async () => {
  const { ask } = door([
    { by: 'address', burst: 2, perMinute: 1 },
    { by: { field: 'email' }, burst: 4, perMinute: 1 },
  ])
  const kofi = { email: 'kofi@post.example' }
  const flood = []
  for (let n = 0; n < 10; n += 1) flood.push(await ask('10.0.0.1', kofi))
  expect(flood).toEqual(['ok', 'ok', ...Array(8).fill(60)])
  expect(await ask('10.0.0.2', { email: ' Kofi@post.example' })).toBe('ok')
})

test('the same thing sent again takes nothing more, whatever came between', async () => {
  const { ask } = door([{ by: 'account', onceBy: 'messageId', burst: 2, perMinute: 1 }])
  expect(await ask('a', { messageId: '1' })).toBe('ok')
  expect(await ask('a', { messageId: '2' })).toBe('ok')
  expect(await ask('a', { messageId: '3' })).toBe(60)
  for (let n = 0; n < 50; n += 1) expect(await ask('a', { messageId: '1' })).toBe('ok')
  expect(await ask('b', { messageId: '1' })).toBe('ok')
})

test('one that counts a search leaves what is no search alone', async () => {
  const { ask, clock } = door([
    { by: 'account', burst: 5, perMinute: 60 },
    { by: 'account', onlyWith: 'text', burst: 1, perMinute: 30 },
  ])
  expect(await ask('a', { text: 'Ko' })).toBe('ok')
  expect(await ask('a', { text: 'Kof' })).toBe(2)
  expect(await ask('a')).toBe('ok')
  clock.advance({ seconds: 2 })
  expect(await ask('a', { text: 'Kofi' })).toBe('ok')
})

test.each([
  ['192.0.2.7', '192.0.2.7'],
  ['::ffff:192.0.2.7', '192.0.2.7'],
  ['2001:db8:1:2:aaaa::1', '2001:db8:1:2::/64'],
  ['2001:0DB8:0001:0002:ffff:ffff:ffff:ffff', '2001:db8:1:2::/64'],
  ['2001:db8::1', '2001:db8:0:0::/64'],
  ['::1', '0:0:0:0::/64'],
  ['fe80::1%eth0', 'fe80:0:0:0::/64'],
])('%s counts as %s', (address, network) => expect(networkOf(address)).toBe(network))
