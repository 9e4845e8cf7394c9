import { createPublicKey, verify } from 'node:crypto'
import { mkdtempSync, readdirSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { createBrowser, fakePushService } from '../../test/push-service.ts'
import { TestClock } from './clock.ts'
import { readConfig } from './config.ts'
import { encryptPush } from './push-crypt.ts'
import { isPublic, isPushAddress, publicLookup } from './push-hosts.ts'
import { newPrivateKey } from './push-key.ts'
import { createWebPush } from './web-push.ts'

const clock = new TestClock('2026-04-15T09:20:00Z')
const configIn = (dataDir: string, more: Record<string, string> = {}) =>
  readConfig({
    DATABASE_APP_URL: 'postgres://nowhere/none',
    NODE_ENV: 'test',
    PUBLIC_URL: 'https://weft.example',
    DATA_DIR: dataDir,
    ...more,
  })
const folder = () => mkdtempSync(join(tmpdir(), 'weft-push-'))
const update = { id: '7f0c5dd4-1111-4222-8333-444455556666', title: 'You have an update', path: '/n/7f0c' }

test('the example of RFC 8291 comes out as it says', () => {
  const bytes = (text: string) => Buffer.from(text, 'base64url')
  const sealed = encryptPush(
    'When I grow up, I want to be a watermelon',
    41,
    {
      p256dh: 'BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4',
      auth: 'BTBZMqHH6r4Tts7J_aSIgg',
    },
    { salt: bytes('DGv6ra1nlYgDCS1FRnbzlw'), privateKey: bytes('yfWPiYE-n46HLnH0KqZOF1fJJU3MYrct3AELtAQ-oRw') },
  )
  expect(sealed.toString('base64url')).toBe(
    'DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A_yl95bQpu6cVPTpK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgSxsj_Qulcy4a-fN',
  )
})

test('a browser opens what was sent to it, in the declarative form, and each push is as long as any other', async () => {
  const service = fakePushService()
  const push = createWebPush({ config: configIn(folder()), clock, carry: service.carry })
  const browser = createBrowser()
  service.add(browser)
  expect(await push.send(browser.address, update)).toBe('taken')
  expect(await push.send(browser.address, { ...update, path: `/n/${'a'.repeat(60)}` })).toBe('taken')
  expect(browser.opened()[0]).toEqual({
    web_push: 8030,
    mutable: true,
    notification: {
      title: 'You have an update',
      navigate: 'https://weft.example/n/7f0c',
      tag: 'update',
      data: { id: update.id },
    },
  })
  expect(new Set(service.captured.map(({ body }) => body.length)).size).toBe(1)
})

test('a request proves whose it is for half a day, and is kept in the place of an earlier one of its id', async () => {
  const service = fakePushService()
  const push = createWebPush({ config: configIn(folder()), clock, carry: service.carry })
  const browser = createBrowser()
  service.add(browser)
  await push.send(browser.address, update)
  const { headers } = service.captured[0]!
  expect(headers).toMatchObject({ topic: update.id.replaceAll('-', ''), 'content-encoding': 'aes128gcm' })
  const [, token = '', key = ''] = /^vapid t=([\w.-]+), k=([\w-]+)$/.exec(headers.authorization!) ?? []
  expect(key).toBe(await push.publicKey())
  const [head, claims, signature] = token.split('.') as [string, string, string]
  const point = Buffer.from(key, 'base64url')
  const publicKey = createPublicKey({
    format: 'jwk',
    key: {
      kty: 'EC',
      crv: 'P-256',
      x: point.subarray(1, 33).toString('base64url'),
      y: point.subarray(33).toString('base64url'),
    },
  })
  const isSigned = verify(
    'sha256',
    Buffer.from(`${head}.${claims}`),
    { key: publicKey, dsaEncoding: 'ieee-p1363' },
    Buffer.from(signature, 'base64url'),
  )
  expect(isSigned).toBe(true)
  expect(JSON.parse(Buffer.from(claims, 'base64url').toString())).toEqual({
    aud: 'https://fcm.googleapis.com',
    exp: clock.now().getTime() / 1000 + 12 * 3_600,
    sub: 'https://weft.example',
  })
})

test('the key is made once, for this deployment alone to read, and is the same for all that start at once', async () => {
  const dataDir = folder()
  const keys = await Promise.all(
    Array.from({ length: 8 }, () => createWebPush({ config: configIn(dataDir), clock }).publicKey()),
  )
  expect(new Set(keys).size).toBe(1)
  expect(readdirSync(dataDir)).toEqual(['push-key'])
  expect(statSync(join(dataDir, 'push-key')).mode & 0o777).toBe(0o600)
  expect(await createWebPush({ config: configIn(dataDir), clock }).publicKey()).toBe(keys[0])
})

test('a key of the configuration goes before the kept one, and a wrong one stops the start', async () => {
  const key = newPrivateKey()
  const [one, other] = [folder(), folder()].map((dir) =>
    createWebPush({ config: configIn(dir, { PUSH_PRIVATE_KEY: key }), clock }),
  )
  expect(await one!.publicKey()).toBe(await other!.publicKey())
  expect(() => configIn(folder(), { PUSH_PRIVATE_KEY: 'short' })).toThrow('PUSH_PRIVATE_KEY')
})

test.each([
  [410, 'gone'],
  [404, 'gone'],
  [429, { retryAfterSeconds: 120 }],
  [503, { retryAfterSeconds: 120 }],
] as const)('the answer %s is understood', async (status, outcome) => {
  const carry = async () => ({ status, retryAfter: '120' })
  const push = createWebPush({ config: configIn(folder()), clock, carry })
  expect(await push.send(createBrowser().address, update)).toEqual(outcome)
})

describe('nobody but a push service is written to', () => {
  test.each([
    'https://fcm.googleapis.com/fcm/send/abc',
    'https://updates.push.services.mozilla.com/wpush/v2/abc',
    'https://wns2-par02p.notify.windows.com/w/?token=abc',
    'https://web.push.apple.com/abc',
  ])('%s is one', (address) => expect(isPushAddress(address)).toBe(true))

  test.each([
    'http://fcm.googleapis.com/fcm/send/abc',
    'https://fcm.googleapis.com:8443/abc',
    'https://fcm.googleapis.com@127.0.0.1/abc',
    'https://127.0.0.1/abc',
    'https://[::1]/abc',
    'https://169.254.169.254/latest/meta-data',
    'https://fcm.googleapis.com.evil.example/abc',
    'https://evilpush.apple.com.example/abc',
    'https://notfcm.googleapis.com/abc',
    'https://push.apple.com/abc',
    'file:///etc/passwd',
    'localhost',
  ])('%s is none', (address) => expect(isPushAddress(address)).toBe(false))

  test('a subscription that was stored before it was refused is never written to', async () => {
    const service = fakePushService()
    const push = createWebPush({ config: configIn(folder()), clock, carry: service.carry })
    expect(await push.send({ ...createBrowser().address, endpoint: 'https://127.0.0.1/' }, update)).toBe('gone')
    expect(service.captured).toEqual([])
  })

  test.each([
    ['127.0.0.1', 4],
    ['10.1.2.3', 4],
    ['172.31.0.1', 4],
    ['192.168.1.1', 4],
    ['169.254.169.254', 4],
    ['100.64.0.1', 4],
    ['0.0.0.0', 4],
    ['224.0.0.1', 4],
    ['::1', 6],
    ['::ffff:127.0.0.1', 6],
    ['fe80::1', 6],
    ['fd00::1', 6],
    ['2002:7f00:1::', 6],
    ['64:ff9b::7f00:1', 6],
  ] as const)('%s is inside the house', (address, family) => expect(isPublic({ address, family })).toBe(false))

  test.each([
    ['142.250.180.10', 4],
    ['2a00:1450:4009:81f::200a', 6],
  ] as const)('%s is outside', (address, family) => expect(isPublic({ address, family })).toBe(true))

  test('a name that leads inside is not looked up', async () => {
    const found = await new Promise<Error | null>((resolve) => publicLookup('localhost', {}, resolve))
    expect(found?.message).toBe('not a public address')
  })
})
