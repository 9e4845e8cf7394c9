import type { Clock } from '../clock.ts'
import type { Channel } from '../define/channel.ts'
import type { Cursor, Problem, Reply } from '../define/event.ts'
import { check } from '../define/schema.ts'
import type { JoinAnswer, Joined, JoinRequest, PresenceMessage, SignalMessage, WireEvent } from '../wire.ts'
import { backOffMs } from './clock.ts'
import { isTemporary, retryAfterMs } from './problem.ts'
import type { SnapshotStore } from './stores.ts'

export type Status = 'joining' | 'live' | 'catching-up' | 'offline' | 'refused'

/** What a feed needs of its client. */
export interface FeedHost {
  clock: Clock
  random: () => number
  snapshots: SnapshotStore | undefined
  isUp(): boolean
  /** The state as plain HTTP gives it; `undefined` when this topic is only ever joined. */
  look(channel: Channel, topic: string): Promise<Reply> | undefined
  join(request: JoinRequest): void
  /** The topic's log is of this epoch, which is not always the one this device knew. */
  onEpoch(topic: string, epoch: string, isNew: boolean): void
  onError(error: unknown): void
}

/** Somebody who waits for this device to keep what the topic is at `place`; unknown until it has been asked. */
type Awaited = { place: Cursor | undefined; isAsked: boolean; resolve: () => void }

const saveMs = 1_000
const answerMs = 15_000
const firstRetryMs = 1_000
const lastRetryMs = 30_000

/**
 * One topic on this device: the state, the number it is true at, and how it stands with the server. All open subscriptions to the topic
 * share it. Only `seq + 1` is ever applied; anything else means joining again.
 */
export class Feed {
  readonly topic: string
  readonly channel: Channel
  status: Status
  state: unknown
  problem: Problem | undefined
  present: readonly string[] = []
  epoch: string | undefined
  seq = 0
  /** Counts changes, so that readers can tell whether to look again. */
  version = 0
  readonly listeners = new Set<() => void>()
  readonly signalListeners = new Set<(signal: SignalMessage) => void>()
  private readonly host: FeedHost
  private span: string | undefined
  private goal = 0
  private loaded = false
  private asked = false
  private failures = 0
  private closed = false
  private unsaved = false
  private saving: Promise<void> = Promise.resolve()
  private awaited: Awaited[] = []
  private scheduled = false
  private cancelRetry = () => {}
  private cancelSave = () => {}

  constructor(host: FeedHost, channel: Channel, topic: string) {
    this.host = host
    this.channel = channel
    this.topic = topic
    this.status = 'joining'
    void this.load()
  }

  /** What to ask when a socket comes up; `undefined` while the device's own copy is still being read, or after a refusal. */
  request(): JoinRequest | undefined {
    if (!this.loaded || this.closed || this.status === 'refused') return undefined
    const cursor = this.epoch === undefined ? undefined : { epoch: this.epoch, seq: this.seq, span: this.span }
    return { topic: this.topic, cursor }
  }

  /** The handshake has carried the request already. */
  onAsked(): void {
    this.asked = true
    for (const one of this.awaited) one.isAsked = true
    this.cancelRetry()
    this.cancelRetry = this.host.clock.after(answerMs, () => this.rejoin())
  }

  rejoin(): void {
    this.asked = false
    this.join()
  }

  join(): void {
    const request = this.request()
    if (!request || this.asked || !this.host.isUp()) return
    this.onAsked()
    this.host.join(request)
  }

  onUp(): void {
    if (this.status === 'offline') this.become(this.state === undefined ? 'joining' : 'catching-up')
    this.join()
  }

  onDown(): void {
    this.asked = false
    this.cancelRetry()
    this.present = []
    if (this.status !== 'refused') this.become('offline')
  }

  onJoined(answer: JoinAnswer): void {
    if (this.closed) return
    this.asked = false
    this.cancelRetry()
    if (!answer.ok) {
      this.onProblem(answer.problem)
      return
    }
    this.failures = 0
    this.take(answer.value)
  }

  onEvent(event: WireEvent): void {
    if (this.closed || this.asked || this.status === 'refused' || event.seq <= this.seq) return
    if (event.seq !== this.seq + 1 || this.epoch === undefined) this.rejoin()
    else if (this.apply(event)) this.settle()
  }

  onPresence({ came, went }: PresenceMessage): void {
    const present = new Set(this.present)
    for (const who of came) present.add(who)
    for (const who of went) present.delete(who)
    this.present = [...present]
    this.changed()
  }

  onKick(problem: Problem): void {
    this.refuse(problem)
  }

  /** Asks again after a refusal: access may have come back. */
  retry(): void {
    if (this.status !== 'refused') return
    this.problem = undefined
    this.become('joining')
    this.rejoin()
  }

  onSignal(signal: SignalMessage): void {
    for (const listener of this.signalListeners) listener(signal)
  }

  /** Writes what has not been written yet. */
  save(): Promise<void> {
    this.cancelSave()
    this.saving = this.saving.then(async () => {
      if (!this.unsaved || this.epoch === undefined) return
      this.unsaved = false
      const { state, epoch, seq, span } = this
      await this.host.snapshots
        ?.put(this.topic, { state, epoch, seq, span, savedAt: this.host.clock.now() })
        .catch(this.host.onError)
    })
    return this.saving
  }

  /**
   * Resolves once the device keeps the state at this place, which is then written at once; or when this feed will never come there. Without a
   * place it is where the topic stands when it is asked next, which is soon.
   */
  untilKept(place: Cursor | undefined): Promise<void> {
    return new Promise((resolve) => {
      this.awaited.push({ place, isAsked: false, resolve })
      this.askForAwaited()
      this.saveForAwaited()
    })
  }

  private askForAwaited(): void {
    if (!this.asked && this.awaited.some(({ place, isAsked }) => !place && !isAsked)) this.join()
  }

  private saveForAwaited(): void {
    const isOver = this.closed || this.status === 'refused'
    const isKept = ({ epoch, seq }: Cursor) => this.epoch !== undefined && (epoch !== this.epoch || seq <= this.seq)
    const due = this.awaited.filter(({ place }) => isOver || (place && isKept(place)))
    if (due.length === 0) return
    this.awaited = this.awaited.filter((one) => !due.includes(one))
    void this.save().then(() => {
      for (const { resolve } of due) resolve()
    })
  }

  async close(): Promise<void> {
    this.closed = true
    this.cancelRetry()
    this.saveForAwaited()
    await this.save()
  }

  private async load() {
    const saved = await this.host.snapshots?.get(this.topic).catch(this.host.onError)
    if (this.closed) return
    // An app that has been updated since may expect another shape: then a fresh snapshot is the safe way.
    const isWanted = this.epoch === undefined && this.status !== 'refused'
    if (saved && isWanted && !check(this.channel.snapshot.output, saved.state).issues) {
      this.state = saved.state
      this.epoch = saved.epoch
      this.seq = saved.seq
      this.span = saved.span
      if (this.status === 'joining') this.status = 'catching-up'
      this.changed()
    }
    this.loaded = true
    this.join()
    if (this.state === undefined) await this.look()
  }

  /** What came by no numbered way is only to be seen: it is not kept, no event is applied to it, and joining takes its place. */
  private async look() {
    const reply = await this.host.look(this.channel, this.topic)
    if (!reply?.ok || this.closed || this.epoch !== undefined || this.status === 'refused') return
    this.state = reply.value
    if (this.status === 'joining') this.status = 'catching-up'
    this.changed()
  }

  private take({ epoch, seq, head, span, present, state, events }: Joined) {
    const known = this.epoch
    // Told to another than this one: whoever had the topic open a moment ago.
    if (events && epoch !== known) return this.rejoin()
    for (const one of this.awaited) if (one.isAsked) one.place ??= { epoch, seq: head }
    this.goal = head
    this.span = span
    this.present = present
    if (events) {
      for (const event of events) if (event.seq === this.seq + 1 && !this.apply(event)) return
    } else {
      this.state = state
      this.epoch = epoch
      this.seq = seq
    }
    this.problem = undefined
    this.settle()
    this.askForAwaited()
    this.host.onEpoch(this.topic, epoch, known !== undefined && known !== epoch)
  }

  private apply(event: WireEvent): boolean {
    try {
      this.state = this.channel.reduce(this.state, event)
    } catch (error) {
      // An event of a newer version, or one our state cannot take: start again from what the server holds true.
      this.host.onError(error)
      this.epoch = undefined
      this.retryLater(0)
      return false
    }
    this.seq = event.seq
    return true
  }

  private settle() {
    this.unsaved = true
    this.cancelSave()
    this.cancelSave = this.host.clock.after(saveMs, () => void this.save())
    this.saveForAwaited()
    this.become(this.seq >= this.goal ? 'live' : 'catching-up')
    this.changed()
  }

  private onProblem(problem: Problem) {
    if (isTemporary(problem)) this.retryLater(retryAfterMs(problem))
    else this.refuse(problem)
  }

  private retryLater(leastMs: number) {
    this.asked = true
    this.cancelRetry()
    const ms = leastMs + backOffMs(this.failures++, firstRetryMs, lastRetryMs, this.host.random)
    this.cancelRetry = this.host.clock.after(ms, () => this.rejoin())
    if (this.status === 'live') this.become('catching-up')
  }

  /** What may not be seen any more is not kept either. */
  private refuse(problem: Problem) {
    this.cancelRetry()
    this.cancelSave()
    this.unsaved = false
    this.state = undefined
    this.epoch = undefined
    this.seq = 0
    this.present = []
    this.problem = problem
    this.become('refused')
    this.saveForAwaited()
    // After what is being written: a device may take longer to keep than to forget.
    this.saving = this.saving.then(() => this.host.snapshots?.remove(this.topic).catch(this.host.onError))
  }

  private become(status: Status) {
    if (this.status === status) return
    this.status = status
    this.changed()
  }

  /** Listeners hear once of everything that happened together. */
  private changed() {
    this.version++
    if (this.scheduled) return
    this.scheduled = true
    queueMicrotask(() => {
      this.scheduled = false
      for (const listener of [...this.listeners]) listener()
    })
  }
}
