import type { Clock } from '../clock.ts'
import type { Problem } from '../define/event.ts'
import type { JoinRequest, PushReply } from '../wire.ts'
import { backOffMs } from './clock.ts'
import { noAnswer, retryAfterMs } from './problem.ts'

/** The part of a Socket.IO client this package uses. */
export interface SocketLike {
  connected: boolean
  connect(): unknown
  disconnect(): unknown
  // biome-ignore lint/suspicious/noExplicitAny: listeners of every event
  on(event: string, listener: (...args: any[]) => void): unknown
  emit(event: string, ...args: unknown[]): unknown
}

/** Makes a socket that is not connected yet and does not reconnect by itself. `auth` is asked at each connect. */
export type SocketFactory = (options: {
  url: string
  path: string
  auth: () => Record<string, unknown>
}) => SocketLike | Promise<SocketLike>

export interface LinkOptions {
  url: string
  path: string
  clock: Clock
  random: () => number
  factory: SocketFactory
  auth: () => Record<string, unknown>
  resume: () => JoinRequest[]
}

export interface LinkListener {
  onUp(): void
  onDown(): void
  onMessage(name: string, payload: unknown): void
  /** The server will not have us as we are (401, 403): nothing more is tried until `retry()`. */
  onRefused(problem: Problem): void
}

const firstRetryMs = 500
const lastRetryMs = 15_000
const ackMs = 10_000
const connectMs = 15_000
const messages = ['joined', 'event', 'presence', 'signal', 'kick', 'resync']

/** One socket, kept up: reconnects with back-off and jitter, obeys `drain` and Retry-After, and gives up on a socket that stops answering. */
export class Link {
  private readonly options: LinkOptions
  private readonly listener: LinkListener
  private socket: SocketLike | undefined
  private wanted = false
  private refused = false
  private failures = 0
  private isUp = false
  private cancelRetry = () => {}
  private cancelConnect = () => {}
  private readonly waiting = new Set<() => void>()

  constructor(options: LinkOptions, listener: LinkListener) {
    this.options = options
    this.listener = listener
  }

  get up(): boolean {
    return this.isUp && this.socket?.connected === true
  }

  /** Starts keeping a socket. The socket's code is fetched now and not before. */
  async open(): Promise<void> {
    if (this.wanted) return
    this.wanted = true
    try {
      this.socket ??= await this.make()
    } catch {
      // Its code could not be loaded: no connection, or an app half updated.
      this.wanted = false
      this.cancelRetry = this.options.clock.after(this.nextDelayMs(), () => void this.open())
      this.listener.onDown()
      return
    }
    this.connect()
  }

  /** Something changed for the better (online again, signed in, tab shown): tries at once. */
  retry(): void {
    this.refused = false
    this.failures = 0
    if (this.socket && this.wanted && !this.up) this.connect()
  }

  close(): void {
    this.wanted = false
    this.cancelRetry()
    this.cancelConnect()
    this.isUp = false
    this.socket?.disconnect()
    this.lost()
  }

  send(name: string, payload: unknown): void {
    if (this.up) this.socket?.emit(name, payload)
  }

  /** Status 0 when no answer came. A socket that leaves something unanswered for ten seconds is replaced. */
  request(name: string, payload: unknown): Promise<PushReply> {
    if (!this.up) return Promise.resolve({ ok: false, problem: noAnswer() })
    return new Promise((resolve) => {
      const settle = (reply: PushReply) => {
        cancel()
        this.waiting.delete(abandon)
        resolve(reply)
      }
      const abandon = () => settle({ ok: false, problem: noAnswer() })
      const cancel = this.options.clock.after(ackMs, () => {
        abandon()
        this.recycle()
      })
      this.waiting.add(abandon)
      this.socket?.emit(name, payload, settle)
    })
  }

  /** The socket says it is up and yet does not answer. */
  recycle(): void {
    if (!this.up) return
    this.socket?.disconnect()
    this.down()
  }

  private async make(): Promise<SocketLike> {
    const { url, path, factory, auth, resume } = this.options
    const socket = await factory({ url, path, auth: () => ({ ...auth(), resume: resume() }) })
    socket.on('connect', () => {
      this.cancelConnect()
      this.failures = 0
      this.isUp = true
      this.listener.onUp()
    })
    // Socket.IO says the same of a connection that died before it was one, and then nothing else.
    socket.on('disconnect', () => (this.isUp ? this.down() : this.notConnected(undefined)))
    socket.on('connect_error', (error: { data?: Problem }) => this.notConnected(error?.data))
    socket.on('drain', ({ afterMs }: { afterMs: number }) => this.options.clock.after(afterMs, () => this.recycle()))
    for (const name of messages) socket.on(name, (payload: unknown) => this.listener.onMessage(name, payload))
    return socket
  }

  private connect() {
    this.cancelRetry()
    this.cancelConnect()
    if (!this.wanted || this.refused) return
    // A handshake can hang half open; Socket.IO's own timer covers only a part of it.
    this.cancelConnect = this.options.clock.after(connectMs, () => {
      this.socket?.disconnect()
      this.notConnected(undefined)
    })
    // An attempt that died without a word would keep Socket.IO from starting another.
    this.socket?.disconnect()
    this.socket?.connect()
  }

  private notConnected(problem: Problem | undefined) {
    if (!this.wanted) return
    this.cancelConnect()
    if (problem?.status === 401 || problem?.status === 403) {
      this.refused = true
      this.listener.onRefused(problem)
    }
    this.socket?.disconnect()
    this.again(problem ? retryAfterMs(problem) : 0)
    this.listener.onDown()
  }

  private down() {
    if (!this.isUp) return
    this.isUp = false
    this.lost()
    this.again(0)
    this.listener.onDown()
  }

  private again(leastMs: number) {
    this.cancelRetry()
    if (!this.wanted || this.refused) return
    this.cancelRetry = this.options.clock.after(leastMs + this.nextDelayMs(), () => this.connect())
  }

  private nextDelayMs() {
    return backOffMs(this.failures++, firstRetryMs, lastRetryMs, this.options.random)
  }

  private lost() {
    for (const abandon of [...this.waiting]) abandon()
  }
}
