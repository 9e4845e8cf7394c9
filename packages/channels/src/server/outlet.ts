import type { Socket as NetSocket } from 'node:net'
import type { Socket } from 'socket.io'
import type { Clock } from '../clock.ts'
import type { Outlet } from './connection.ts'
import { type Frame, websocketBytes } from './frame.ts'

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
 * otherwise through Socket.IO, behind what is queued. Either way everything said to one socket, acks included, keeps one order. The
 * stream is corked from its first frame of a tick to the end of it: one system call per socket, however much was said.
 */
export class SocketOutlet implements Outlet {
  private readonly socket: Socket
  private readonly engine: Engine
  private readonly websocket: WebSocketInside | undefined
  private readonly stream: NetSocket | undefined
  private readonly corks: Corks
  private corked = false

  constructor(socket: Socket, corks: Corks) {
    this.socket = socket
    this.engine = socket.conn as unknown as Engine
    this.websocket = this.engine.transport.name === 'websocket' ? this.engine.transport.socket : undefined
    this.stream = this.websocket?._socket
    this.corks = corks
  }

  write(frame: Frame): void {
    const { stream } = this
    if (!stream || !this.isQuick()) {
      this.engine.write(frame.text)
      return
    }
    if (!this.corked) {
      this.corked = true
      stream.cork()
      this.corks.add(this)
    }
    stream.write(websocketBytes(frame))
  }

  uncork(): void {
    this.corked = false
    this.stream?.uncork()
  }

  unreadBytes(): number {
    let bytes = this.stream?.writableLength ?? 0
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
    if (this.corked) this.uncork()
    this.socket.disconnect(true)
    // A reader that never reads would keep the polite goodbye waiting for ever.
    if (this.stream?.writableLength) this.stream.destroy()
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

/** The sockets that are corked until the end of this tick. */
export class Corks {
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
    for (const outlet of outlets) outlet.uncork()
  }
}
