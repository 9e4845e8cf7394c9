import { createCipheriv, createECDH, hkdfSync, randomBytes } from 'node:crypto'

const RECORD_SIZE = 4096
const TAG_BYTES = 16

/** What only the subscribed browser can open, as it gave it: base64url. */
export interface PushKeys {
  p256dh: string
  auth: string
}

/** What is made by chance for each message; given only to hold the code against the RFC's own example. */
export interface Chance {
  salt: Buffer
  privateKey: Buffer
}

const someChance = (): Chance => {
  const pair = createECDH('prime256v1')
  pair.generateKeys()
  return { salt: randomBytes(16), privateKey: pair.getPrivateKey() }
}

const derive = (key: Buffer, salt: Buffer, info: Buffer | string, bytes: number) =>
  Buffer.from(hkdfSync('sha256', key, salt, info, bytes))

/**
 * Encrypts for one browser (RFC 8291, `aes128gcm` of RFC 8188), in one record. Filled up to `size` bytes before, so that the length of what
 * is sent says nothing. Throws for a key that is no point of the curve.
 */
export function encryptPush(text: string, size: number, { p256dh, auth }: PushKeys, chance = someChance()): Buffer {
  const words = Buffer.from(text)
  if (words.length > size || size + 1 + TAG_BYTES > RECORD_SIZE) throw new RangeError('too long for one record')
  const theirs = Buffer.from(p256dh, 'base64url')
  const pair = createECDH('prime256v1')
  pair.setPrivateKey(chance.privateKey)
  const ours = pair.getPublicKey()
  const shared = derive(
    pair.computeSecret(theirs),
    Buffer.from(auth, 'base64url'),
    Buffer.concat([Buffer.from('WebPush: info\0'), theirs, ours]),
    32,
  )
  const key = derive(shared, chance.salt, 'Content-Encoding: aes128gcm\0', 16)
  const nonce = derive(shared, chance.salt, 'Content-Encoding: nonce\0', 12)
  const cipher = createCipheriv('aes-128-gcm', key, nonce)
  // The last record ends with a 2, and then with as many zeros as it takes.
  const sealed = cipher.update(Buffer.concat([words, Buffer.from([2]), Buffer.alloc(size - words.length)]))
  const head = Buffer.alloc(21)
  chance.salt.copy(head)
  head.writeUInt32BE(RECORD_SIZE, 16)
  head.writeUInt8(ours.length, 20)
  return Buffer.concat([head, ours, sealed, cipher.final(), cipher.getAuthTag()])
}
