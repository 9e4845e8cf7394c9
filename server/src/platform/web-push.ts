import { Agent, request } from 'node:https'
import type { Clock } from './clock.ts'
import type { Config } from './config.ts'
import { encryptPush, type PushKeys } from './push-crypt.ts'
import { isPushAddress, publicLookup } from './push-hosts.ts'
import { loadPushKey, type PushKey } from './push-key.ts'

export interface PushAddress extends PushKeys {
  endpoint: string
}

/** What a push says: words that are always the same, and where its notice opens. Nothing else ever leaves by this door. */
export interface PushWords {
  /** Of the notice, which says nothing by itself. A second push of one id takes the place of the first. */
  id: string
  title: string
  /** A path within the app; made whole here. */
  path: string
}

/** `gone`: the browser has dropped this subscription and nothing will ever arrive there. */
export type PushOutcome = 'taken' | 'gone' | { retryAfterSeconds: number | undefined }

/** Where pushes leave the house. */
export interface WebPush {
  publicKey(): Promise<string>
  send(to: PushAddress, words: PushWords): Promise<PushOutcome>
}

/** One request, as it goes out. */
export interface PushRequest {
  url: string
  headers: Record<string, string>
  body: Buffer
}
export type Carry = (request: PushRequest) => Promise<{ status: number; retryAfter: string | undefined }>

/** Every push has so many bytes before it is sealed, whatever it says. */
const SIZE = 512
/** Older news is read in the app. */
const KEPT_SECONDS = 3 * 86_400
const WAIT_MS = 10_000

export function createWebPush(parts: { config: Config; clock: Clock; carry?: Carry }): WebPush {
  const { config, clock, carry = overTheInternet() } = parts
  let key: Promise<PushKey> | undefined
  const ownKey = () => {
    key ??= loadPushKey(config)
    key.catch(() => {
      key = undefined
    })
    return key
  }
  return {
    publicKey: async () => (await ownKey()).publicKey,
    async send(to, words) {
      if (!isPushAddress(to.endpoint)) return 'gone'
      const { authorise } = await ownKey()
      const { status, retryAfter } = await carry({
        url: to.endpoint,
        headers: {
          authorization: authorise(new URL(to.endpoint).origin, clock.now()),
          'content-encoding': 'aes128gcm',
          'content-type': 'application/octet-stream',
          ttl: String(KEPT_SECONDS),
          urgency: 'normal',
          topic: words.id.replaceAll('-', ''),
        },
        body: encryptPush(payloadOf(words, config.publicUrl), SIZE, to),
      })
      if (status === 404 || status === 410) return 'gone'
      if (status >= 200 && status < 300) return 'taken'
      const seconds = Number(retryAfter)
      return { retryAfterSeconds: Number.isFinite(seconds) && seconds > 0 ? Math.min(seconds, 3_600) : undefined }
    },
  }
}

/** The declarative form: a browser that knows it shows the notice by itself, any other hands it to the service worker. */
function payloadOf({ id, title, path }: PushWords, publicUrl: string): string {
  const navigate = new URL(path.replace(/^\//, ''), publicUrl.endsWith('/') ? publicUrl : `${publicUrl}/`).href
  return JSON.stringify({
    web_push: 8030,
    mutable: true,
    notification: { title, navigate, tag: 'update', data: { id } },
  })
}

/** To a public address only, following nothing, reading nothing but the status. */
function overTheInternet(): Carry {
  const agent = new Agent({ keepAlive: true, maxSockets: 20, timeout: 30_000 })
  return ({ url, headers, body }) =>
    new Promise((resolve, reject) => {
      const call = request(url, {
        method: 'POST',
        agent,
        headers: { ...headers, 'content-length': String(body.length) },
        lookup: publicLookup as never,
        signal: AbortSignal.timeout(WAIT_MS),
      })
      call.on('error', reject)
      call.on('response', (response) => {
        response.resume()
        resolve({ status: response.statusCode ?? 0, retryAfter: response.headers['retry-after'] })
      })
      call.end(body)
    })
}
