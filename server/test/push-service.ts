import { createDecipheriv, createECDH, hkdfSync, randomBytes } from 'node:crypto'
import { getNoticeSettings, keepPush } from '@weft/contract/notifications/operations.ts'
import { openSession } from '../src/features/people/open-session.ts'
import type { Clock } from '../src/platform/clock.ts'
import type { Config } from '../src/platform/config.ts'
import { newPrivateKey } from '../src/platform/push-key.ts'
import type { Carry, PushAddress, PushRequest, WebPush } from '../src/platform/web-push.ts'
import { createWebPush } from '../src/platform/web-push.ts'
import type { Name } from './cast.ts'
import { type Device, device } from './device.ts'
import type { Actor, World } from './world.ts'

/** A push service that keeps every request, and hands each to the browser that has its address. */
export interface FakePushService {
  carry: Carry
  captured: PushRequest[]
  add(browser: FakeBrowser): void
  /** From now on it answers so; `undefined` and it is well again. `hang` never answers. */
  answer(how: number | 'cut' | 'hang' | undefined): void
}

export interface FakeBrowser {
  address: PushAddress
  /** As `keepPush` wants it. */
  subscription(
    pushKey: string,
  ): { endpoint: string; p256dh: string; auth: string; pushKey: string } & Record<string, unknown>
  /** Every payload that came, opened with the browser's own keys, oldest first. */
  opened(): Payload[]
  /** From now on its subscription is gone. */
  drop(): void
  take(body: Buffer): boolean
}

export interface Payload {
  web_push: number
  mutable: boolean
  notification: { title: string; navigate: string; tag: string; data: { id: string } }
}

export function fakePushService(): FakePushService {
  const browsers = new Map<string, FakeBrowser>()
  const captured: PushRequest[] = []
  let how: number | 'cut' | 'hang' | undefined
  return {
    captured,
    add: (browser) => void browsers.set(browser.address.endpoint, browser),
    answer: (next) => {
      how = next
    },
    async carry(request) {
      captured.push(request)
      if (how === 'hang') return new Promise(() => {})
      if (how === 'cut') throw new Error(`connect ECONNREFUSED ${request.url}`)
      if (how) return { status: how, retryAfter: undefined }
      const isTaken = browsers.get(request.url)?.take(request.body) ?? false
      return { status: isTaken ? 201 : 410, retryAfter: undefined }
    },
  }
}

export function createBrowser(): FakeBrowser {
  const pair = createECDH('prime256v1')
  pair.generateKeys()
  const auth = randomBytes(16)
  const bodies: Buffer[] = []
  let isDropped = false
  const address = {
    endpoint: `https://fcm.googleapis.com/fcm/send/${randomBytes(24).toString('base64url')}`,
    p256dh: pair.getPublicKey().toString('base64url'),
    auth: auth.toString('base64url'),
  }
  return {
    address,
    subscription: (pushKey) => ({ ...address, pushKey }),
    opened: () => bodies.map((body) => JSON.parse(open(body))),
    drop: () => {
      isDropped = true
    },
    take(body) {
      if (!isDropped) bodies.push(body)
      return !isDropped
    },
  }

  /** The other side of RFC 8291, written apart from the product's. */
  function open(body: Buffer): string {
    const salt = body.subarray(0, 16)
    const keyLength = body.readUInt8(20)
    const theirs = body.subarray(21, 21 + keyLength)
    const sealed = body.subarray(21 + keyLength)
    const info = Buffer.concat([Buffer.from('WebPush: info\0'), pair.getPublicKey(), theirs])
    const shared = Buffer.from(hkdfSync('sha256', pair.computeSecret(theirs), auth, info, 32))
    const [key, nonce] = [
      ['aes128gcm', 16],
      ['nonce', 12],
    ].map(([name, bytes]) =>
      Buffer.from(hkdfSync('sha256', shared, salt, `Content-Encoding: ${name}\0`, bytes as number)),
    ) as [Buffer, Buffer]
    const decipher = createDecipheriv('aes-128-gcm', key, nonce)
    decipher.setAuthTag(sealed.subarray(-16))
    const plain = Buffer.concat([decipher.update(sealed.subarray(0, -16)), decipher.final()])
    return plain.subarray(0, plain.lastIndexOf(2)).toString()
  }
}

/** The product's own way out, ending at the fake service. */
export function pushThrough(service: FakePushService, clock: Clock): WebPush {
  const config = { pushPrivateKey: newPrivateKey(), publicUrl: 'https://weft.example' } as Config
  return createWebPush({ config, clock, carry: service.carry })
}

/** A browser of somebody's that takes notices from now on. */
export async function subscribe(by: Pick<Actor, 'call'>, service: FakePushService): Promise<FakeBrowser> {
  const browser = createBrowser()
  service.add(browser)
  const { pushKey } = await by.call(getNoticeSettings, {})
  if (!pushKey) throw new Error('Run the job notice.deliver once: it says the key')
  await by.call(keepPush, browser.subscription(pushKey))
  return browser
}

/** The same person under a session of its own. */
export async function anotherDevice(world: World, name: Name, { sharedDevice = false } = {}): Promise<Device> {
  const { accountId } = world.cast.people[name]
  const { token } = await world.app.runner.act('identity', (ctx) =>
    openSession(ctx, { accountId, app: 'people', hat: 'patient', sharedDevice, device: 'Another' }),
  )
  return device(world, 'people', new Map([['__Host-weft_people', token]]))
}

/** Whoever is signed in stays so, however far a test moves the clock. */
export async function staySignedIn(world: World): Promise<void> {
  await world.sql(
    `update session set idle_seconds = 100000000, ends_at = ends_at + interval '3 years' where ended_at is null`,
  )
}
