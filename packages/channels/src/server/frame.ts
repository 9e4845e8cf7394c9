import type { WireEvent } from '../wire.ts'

/** One Socket.IO packet, encoded once however many sockets it goes to. */
export interface Frame {
  /** The packet as text, without Engine.IO's message type. */
  readonly text: string
  bytes: Buffer | undefined
}

export const encode = (name: string, payload: unknown): Frame => ({
  text: `2${JSON.stringify([name, payload])}`,
  bytes: undefined,
})

export const encodeEvent = ({ topic, seq, name, data, at }: WireEvent): Frame =>
  encode('event', { topic, seq, name, data, at })

/** The answer to the message that came with `id`. */
export const encodeAck = (id: number, answer: unknown): Frame => ({
  text: `3${id}${JSON.stringify([answer])}`,
  bytes: undefined,
})

/** The whole unmasked WebSocket text frame (RFC 6455 5.2), made at first use. */
export function websocketBytes(frame: Frame): Buffer {
  frame.bytes ??= toBytes(`4${frame.text}`)
  return frame.bytes
}

const textFrame = 0x81

function toBytes(text: string): Buffer {
  const length = Buffer.byteLength(text)
  const start = length < 126 ? 2 : length < 65_536 ? 4 : 10
  const bytes = Buffer.allocUnsafe(start + length)
  bytes[0] = textFrame
  if (start === 2) bytes[1] = length
  else if (start === 4) {
    bytes[1] = 126
    bytes.writeUInt16BE(length, 2)
  } else {
    bytes[1] = 127
    bytes.writeBigUInt64BE(BigInt(length), 2)
  }
  bytes.write(text, start)
  return bytes
}
