import type { Server, Socket } from 'socket.io'
import { Connection } from './connection.ts'
import type { Handlers } from './handlers.ts'
import type { Hub } from './hub.ts'
import type { ChannelServerOptions, Identity } from './options.ts'
import { SocketOutlet, Ticks } from './outlet.ts'
import { problems } from './problems.ts'
import { Gate, TokenBucket } from './rate.ts'

const identifyAtOnce = 32
const identifyQueue = 1_000
const bucketsMax = 10_000

/** Where Socket.IO meets the hub: says who it is, counts handshakes, passes messages on. Holds no rule of its own. */
export class Door<I extends Identity> {
  private readonly hub: Hub<I>
  private readonly handlers: Handlers<I>
  private readonly identify: ChannelServerOptions<I>['identify']
  private readonly gate = new Gate(identifyAtOnce, identifyQueue)
  private readonly buckets = new Map<string, TokenBucket>()
  private readonly ticks: Ticks
  /** Lets nobody in any more. */
  draining = false

  constructor(io: Server, hub: Hub<I>, handlers: Handlers<I>, identify: ChannelServerOptions<I>['identify']) {
    this.hub = hub
    this.handlers = handlers
    this.identify = identify
    this.ticks = new Ticks(hub.clock)
    io.use((socket, next) => {
      this.admit(socket).then(
        (problem) => next(problem && refusal(problem)),
        (error) => {
          hub.failed(error, 'identify')
          next(refusal(problems.later(2_000)))
        },
      )
    })
    io.on('connection', (socket) => this.connect(socket))
  }

  private async admit(socket: Socket) {
    const backoff = () => problems.later(1_000 + Math.random() * 4_000)
    if (this.draining) return backoff()
    const since = this.hub.clock.now()
    const asked = await this.gate.enter(() => this.identify(socket.handshake))
    if (!asked) return backoff()
    const identity = asked.value
    if (!identity) return problems.signedOut()
    const waitMs = this.bucket(identity.account).take(this.hub.clock.now())
    if (waitMs) return problems.tooMany(waitMs)
    socket.data = { identity, since }
    return undefined
  }

  private connect(socket: Socket) {
    const { hub, handlers } = this
    const { identity, since } = socket.data as { identity: I; since: number }
    // Admitted a moment before: nobody would answer it, or nobody may.
    if (this.draining || hub.hasEndedSince(identity.key, since)) {
      socket.disconnect(true)
      return
    }
    const connection = new Connection(identity, new SocketOutlet(socket, this.ticks), hub.limits, hub.clock)
    hub.connections.add(connection)
    socket.on('disconnect', () => hub.gone(connection))
    for (const name of ['join', 'push', 'signal', 'leave'])
      socket.on(name, (payload: unknown, ack: unknown) =>
        handlers.handle(connection, name, payload, typeof ack === 'function' ? (ack as () => void) : () => {}),
      )
    handlers.resume(connection, socket.handshake.auth)
    // The resume list may be long, and Socket.IO keeps the handshake as long as the socket.
    socket.handshake.auth = {}
  }

  private bucket(account: string): TokenBucket {
    const { handshakesPerMinute, handshakesBurst } = this.hub.limits
    const now = this.hub.clock.now()
    if (this.buckets.size > bucketsMax)
      for (const [key, bucket] of this.buckets) if (bucket.full(now)) this.buckets.delete(key)
    const bucket = this.buckets.get(account) ?? new TokenBucket(handshakesPerMinute / 60, handshakesBurst, now)
    this.buckets.set(account, bucket)
    return bucket
  }
}

const refusal = (problem: { title: string }) => Object.assign(new Error(problem.title), { data: problem })
