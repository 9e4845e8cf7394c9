import { createECDH, createPrivateKey, type KeyObject, randomBytes, sign } from 'node:crypto'
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Config } from './config.ts'

/** By which push services know this deployment (VAPID, RFC 8292). Whoever loses it loses every subscription. */
export interface PushKey {
  /** Base64url, uncompressed: what browsers subscribe with. */
  publicKey: string
  /** The `Authorization` of one request to the push service at `origin`. */
  authorise(origin: string, now: Date): string
}

const VALID_SECONDS = 12 * 3_600

/** The deployment's own key: from `PUSH_PRIVATE_KEY`, or made at the first start and kept in `DATA_DIR/push-key`. */
export async function loadPushKey({ pushPrivateKey, dataDir, publicUrl }: Config): Promise<PushKey> {
  return pushKeyOf(pushPrivateKey ?? (await keptKey(dataDir)), publicUrl)
}

export const newPrivateKey = (): string => {
  const pair = createECDH('prime256v1')
  pair.generateKeys()
  return Buffer.from(pair.getPrivateKey().toString('hex').padStart(64, '0'), 'hex').toString('base64url')
}

/** Two processes that start at once for the first time end with one key: the link of the second fails, and it reads the first's. */
async function keptKey(dataDir: string): Promise<string> {
  const file = join(dataDir, 'push-key')
  const read = async () => (await readFile(file, 'utf8')).trim()
  try {
    return await read()
  } catch {
    const draft = `${file}.${randomBytes(6).toString('hex')}`
    await mkdir(dataDir, { recursive: true })
    await writeFile(draft, `${newPrivateKey()}\n`, { mode: 0o600 })
    await link(draft, file).catch(() => {})
    await rm(draft, { force: true })
    return read()
  }
}

export function pushKeyOf(privateKey: string, contact: string): PushKey {
  const pair = createECDH('prime256v1')
  pair.setPrivateKey(Buffer.from(privateKey, 'base64url'))
  const point = pair.getPublicKey()
  const publicKey = point.toString('base64url')
  const key = createPrivateKey({
    format: 'jwk',
    key: {
      kty: 'EC',
      crv: 'P-256',
      d: privateKey,
      x: point.subarray(1, 33).toString('base64url'),
      y: point.subarray(33).toString('base64url'),
    },
  })
  const tokens = new Map<string, { token: string; until: number }>()
  return {
    publicKey,
    authorise(origin, now) {
      const seconds = Math.floor(now.getTime() / 1000)
      let known = tokens.get(origin)
      if (!known || known.until < seconds + VALID_SECONDS / 2) {
        const until = seconds + VALID_SECONDS
        known = { until, token: tokenOf({ aud: origin, exp: until, sub: contact }, key) }
        tokens.set(origin, known)
      }
      return `vapid t=${known.token}, k=${publicKey}`
    },
  }
}

function tokenOf(claims: object, key: KeyObject): string {
  const said = [{ typ: 'JWT', alg: 'ES256' }, claims].map((part) =>
    Buffer.from(JSON.stringify(part)).toString('base64url'),
  )
  const signature = sign('sha256', Buffer.from(said.join('.')), { key, dsaEncoding: 'ieee-p1363' })
  return [...said, signature.toString('base64url')].join('.')
}
