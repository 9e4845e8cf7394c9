import type { Clock } from '../clock.ts'
import type { JoinAnswer } from '../wire.ts'
import { encode, type Frame } from './frame.ts'
import type { Member } from './member.ts'
import type { Identity, Limits } from './options.ts'
import { TokenBucket } from './rate.ts'

/** One client's road: Socket.IO in production, a simulated network in the random walks. */
export interface Outlet {
  /** In order, and never throws. */
  write(frame: Frame): void
  /** Bytes written that the other end's kernel has not taken yet. */
  unreadBytes(): number
  /** Bytes it has taken since the beginning. */
  readBytes(): number
  /** Called whenever what was unread has gone. */
  onDrain(fn: () => void): void
  close(): void
}

/** A slow line that still gets this much through in `unreadMs` is slow, not dead. */
const progressBytes = 8 * 1024

/**
 * A socket with its identity and its memberships. Holds the slow-reader budget: once more than `unreadBytes` lie unread, content stops;
 * members remember where they were and catch up after the drain; if none comes within `unreadMs`, the socket is closed.
 */
export class Connection<I extends Identity = Identity> {
  readonly identity: I
  readonly members = new Map<string, Member<I>>()
  /** Content is not being written. */
  stalled = false
  closed = false
  pushes = 0
  private readonly outlet: Outlet
  private readonly clock: Clock
  private answers: JoinAnswer[] | undefined
  private readonly limits: Limits
  private readonly bucket: TokenBucket
  private readonly patience: TokenBucket
  private unreadSince = 0
  private readThen = 0

  constructor(identity: I, outlet: Outlet, limits: Limits, clock: Clock) {
    const nowMs = clock.now()
    this.identity = identity
    this.outlet = outlet
    this.limits = limits
    this.clock = clock
    this.bucket = new TokenBucket(limits.eventsPerSecond, limits.eventsBurst, nowMs)
    this.patience = new TokenBucket(limits.eventsPerSecond, limits.eventsBurst * 10, nowMs)
    outlet.onDrain(() => this.resume())
  }

  /** 0 when the client may say something now, else the milliseconds it has to wait; `flood` when it has long been told so. */
  take(nowMs: number): number | 'flood' {
    const waitMs = this.bucket.take(nowMs)
    return waitMs && this.patience.take(nowMs) ? 'flood' : waitMs
  }

  /** Events of a topic. False, and nothing written, when the client does not read fast enough. */
  content(frame: Frame): boolean {
    if (this.closed || this.stalled) return false
    if (this.outlet.unreadBytes() > this.limits.unreadBytes) {
      this.stalled = true
      return false
    }
    this.write(frame)
    return true
  }

  /** Whether the next page of catching up may follow; otherwise it waits for the drain. */
  roomy(): boolean {
    if (this.outlet.unreadBytes() <= this.limits.unreadBytes / 4) return true
    this.stalled = true
    return false
  }

  /** Small and necessary, so sent even to a slow reader. */
  tell(name: string, payload: unknown): void {
    if (!this.closed) this.write(encode(name, payload))
  }

  /** Signals and presence: worth nothing later. */
  hint(frame: Frame): void {
    if (!this.closed && !this.stalled && this.outlet.unreadBytes() <= this.limits.unreadBytes) this.write(frame)
  }

  /** Gathers the answers of a tick into one message, which goes before whatever follows from them. */
  answerJoin(answer: JoinAnswer): void {
    if (this.answers) this.answers.push(answer)
    else {
      this.answers = [answer]
      this.clock.after(0, () => this.flushAnswers())
    }
  }

  private write(frame: Frame) {
    this.flushAnswers()
    this.outlet.write(frame)
  }

  private flushAnswers() {
    const answers = this.answers
    if (!answers) return
    this.answers = undefined
    if (!this.closed) this.outlet.write(encode('joined', answers))
  }

  /** Called every second. True when the reader has used up its patience. */
  overdue(nowMs: number): boolean {
    const unread = this.outlet.unreadBytes()
    if (!unread) {
      this.unreadSince = 0
      this.resume()
      return false
    }
    const read = this.outlet.readBytes()
    if (!this.unreadSince || read - this.readThen >= progressBytes) {
      this.unreadSince = nowMs
      this.readThen = read
    }
    if (unread <= this.limits.unreadBytes / 4) this.resume()
    return nowMs - this.unreadSince >= this.limits.unreadMs
  }

  close(): void {
    if (this.closed) return
    this.closed = true
    this.outlet.close()
  }

  private resume() {
    if (!this.stalled || this.closed) return
    this.stalled = false
    for (const member of this.members.values()) void member.catchUp()
  }
}
