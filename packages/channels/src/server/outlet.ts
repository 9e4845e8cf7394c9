import type { Socket as NetSocket } from 'node:net'
import type { Socket } from 'socket.io'
import type { Clock } from '../clock.ts'
import type { Outlet } from './connection.ts'
import { encodeAck, type Frame, websocketBytes } from './frame.ts'

/** The insides of Engine.IO 6 and ws 8 that the quick path stands on. Any that is missing means the stock path, never a failure. */
type Engine = {
  readyState: string
  writeBuffer?: { data?: string }[]
  transport: { name: string; socket?: WebSocketInside }
  write(data: string): unknown
}
type WebSocketInside = { readyState: number; _socket?: NetSocket; _sender?: { _state?: number; _queue?: unknown[] } }

const open = 1
const idle = 0

/**
 * Writes a frame that was encoded once straight to the websocket's stream, as long as nothing of Socket.IO's own is queued before it;
 * otherwise through Socket.IO, behind what is queued. Either way everything said to one socket, acks included, keeps one order. What is
 * said in one tick is one write at its end: one system call per socket, however much was said.
 */
export class SocketOutlet implements Outlet {
  private readonly socket: Socket
  private readonly engine: Engine
  private readonly websocket: WebSocketInside | undefined
  private readonly stream: NetSocket | undefined
  private readonly ticks: Ticks
  private gathered: Buffer[] | undefined
  private gatheredBytes = 0

  constructor(socket: Socket, ticks: Ticks) {
    this.socket = socket
    this.engine = socket.conn as unknown as Engine
    this.websocket = this.engine.transport.name === 'websocket' ? this.engine.transport.socket : undefined
    this.stream = this.websocket?._socket
    this.ticks = ticks
    this.answerByFrames()
  }

  write(frame: Frame): void {
    if (!this.stream || !this.isQuick()) {
      this.flush()
      this.engine.write(frame.text)
      return
    }
    const bytes = websocketBytes(frame)
    this.gatheredBytes += bytes.length
    if (this.gathered) this.gathered.push(bytes)
    else {
      this.gathered = [bytes]
      this.ticks.add(this)
    }
  }

  /** Writes what this tick has gathered. */
  flush(): void {
    const { gathered } = this
    if (!gathered) return
    this.gathered = undefined
    this.gatheredBytes = 0
    if (this.websocket?.readyState !== open) return
    const [first] = gathered
    this.stream?.write(gathered.length === 1 ? (first as Buffer) : Buffer.concat(gathered))
  }

  unreadBytes(): number {
    let bytes = (this.stream?.writableLength ?? 0) + this.gatheredBytes
    for (const packet of this.engine.writeBuffer ?? []) bytes += packet.data?.length ?? 0
    return bytes
  }

  readBytes(): number {
    return this.stream ? this.stream.bytesWritten - this.stream.writableLength : 0
  }

  onDrain(fn: () => void): void {
    this.stream?.on('drain', fn)
  }

  close(): void {
    this.flush()
    this.socket.disconnect(true)
    // A reader that never reads would keep the polite goodbye waiting for ever.
    if (this.stream?.writableLength) this.stream.destroy()
  }

  /** Socket.IO's own acks would take its long way, and send what follows them that way as well. */
  private answerByFrames() {
    const inside = this.socket as unknown as { ack?(id: number): (answer: unknown) => void }
    if (typeof inside.ack !== 'function') return
    inside.ack = (id) => {
      let isAnswered = false
      return (answer) => {
        if (isAnswered || !this.socket.connected) return
        isAnswered = true
        this.write(encodeAck(id, answer))
      }
    }
  }

  private isQuick(): boolean {
    const sender = this.websocket?._sender
    return (
      this.engine.readyState === 'open' &&
      this.websocket?.readyState === open &&
      this.engine.writeBuffer?.length === 0 &&
      sender?._state === idle &&
      sender._queue?.length === 0
    )
  }
}

/** The sockets that something has been said to in this tick. */
export class Ticks {
  private readonly clock: Clock
  private outlets: SocketOutlet[] = []

  constructor(clock: Clock) {
    this.clock = clock
  }

  add(outlet: SocketOutlet): void {
    if (!this.outlets.length) this.clock.after(0, () => this.release())
    this.outlets.push(outlet)
  }

  private release() {
    const outlets = this.outlets
    this.outlets = []
    for (const outlet of outlets) outlet.flush()
  }
}
