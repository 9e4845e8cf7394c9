import type { Channel } from '../define/channel.ts'
import type { Cursor } from '../define/event.ts'
import type { Hub } from './hub.ts'
import type { Member } from './member.ts'
import type { Identity } from './options.ts'
import { Told } from './told.ts'

const earlyMax = 256
const recentMax = 128
const recentMs = 10_000
/** How long a hole may be a matter of order only, before the log is read. */
const patienceMs = 15

/**
 * One topic on this node: the number it has emitted up to, the members who are level with it, and the few events around that number.
 * Emits `head + 1` and nothing else; everything that comes early waits, and the hole is read from the log once for the whole node.
 */
export class Topic<I extends Identity = Identity> {
  readonly topic: string
  readonly channel: Channel
  // biome-ignore lint/suspicious/noExplicitAny: params of whichever channel it is
  readonly params: any
  epoch = ''
  head = 0
  /** Resolves once the head is known. */
  readonly ready: Promise<void>
  /** Everybody here, level or not. */
  readonly members = new Set<Member<I>>()
  /** Those who have everything up to `head`. */
  readonly live = new Set<Member<I>>()
  /** When the head was last compared with the log (0: it is overdue), and whether it was since the other nodes know of us. */
  checkedAt = 0
  looked = false
  emptySince = 0
  private readonly hub: Hub<I>
  private readonly early = new Map<number, Told>()
  private recent: Told[] = []
  private recentAt = 0
  /** Counts the events that took words out of earlier ones. */
  private rewritten = 0
  private backfill: { from: number; done: Promise<unknown> } | undefined
  private nextUntil = Number.POSITIVE_INFINITY
  private filling = false
  /** The highest number the log is known to hold. */
  private goal = 0
  private known = false

  constructor(hub: Hub<I>, topic: string, channel: Channel, params: unknown) {
    this.hub = hub
    this.topic = topic
    this.channel = channel
    this.params = params
    this.ready = hub.readHead(topic).then((head) => this.begin(head))
    this.ready.catch(() => {})
  }

  private begin({ epoch, seq }: Cursor) {
    this.epoch = epoch
    this.head = seq
    this.known = true
    this.checkedAt = this.hub.clock.now()
    // Held before the epoch was known. What is of another one the log would be asked for in vain.
    for (const early of this.early.values()) {
      if (early.epoch === epoch) continue
      this.early.delete(early.seq)
      this.hub.checkSoon(this)
    }
    this.drainEarly()
    this.fillSoon()
  }

  /** Takes an event from wherever it comes: a commit here, the bell, the log. Doubles and late comers fall out. */
  offer(event: Told): void {
    if (!this.known) this.hold(event)
    else if (this.hub.faults.bellAsTruth)
      this.emit(Told.ofEvent({ ...event.wire, epoch: event.epoch, seq: this.head + 1 }))
    else if (event.epoch !== this.epoch) this.hub.checkSoon(this)
    else if (event.seq > this.head) {
      this.hold(event)
      this.drainEarly()
      this.fillSoon()
    }
  }

  private hold(event: Told) {
    if (this.early.size < earlyMax) this.early.set(event.seq, event)
    else if (this.known) this.goal = Math.max(this.goal, event.seq)
  }

  private fillSoon() {
    if (this.isBehind() && !this.filling) this.hub.clock.after(patienceMs, () => this.isBehind() && this.fill())
  }

  private isBehind() {
    return this.early.size > 0 || this.goal > this.head
  }

  /** What the log says the head is, asked when ours was `headThen`. */
  levelWith(head: Cursor, headThen: number): void {
    if (head.epoch !== this.epoch || head.seq < headThen) this.restart(head)
    else if (head.seq > this.head) {
      this.goal = head.seq
      void this.fill()
    }
  }

  /** Reads from the log until there is no hole left. */
  async fill(): Promise<void> {
    if (this.filling || !this.known) return
    this.filling = true
    try {
      let page: Told[] | 'too-old'
      do {
        page = await this.read(this.head)
        if (page === 'too-old') break
        if (this.isForeign(page)) break
        for (const event of page) this.offerLogged(event)
      } while (page.length > 0 && this.isBehind())
      // What lies between is no longer in the log: nobody here can be brought level by events.
      if (page === 'too-old') this.restart(await this.hub.readHead(this.topic))
      this.filling = false
      // Something may have come in while the last page was under way.
      this.fillSoon()
    } catch (error) {
      this.filling = false
      this.checkedAt = 0
      this.hub.failed(error, 'fill', this.topic)
    }
  }

  /** The next page after `seq`: out of memory when this node holds it, else read once for all who need it now. */
  async pageAfter(seq: number): Promise<readonly Told[] | 'too-old'> {
    if (this.backfill && this.backfill.from <= seq) await this.backfill.done
    const held = this.held(seq)
    if (held) return held
    const { rewritten } = this
    const reading = this.read(seq)
    const backfill = { from: seq, done: reading.catch(() => {}) }
    this.backfill = backfill
    try {
      const page = await reading
      if (page === 'too-old') return page
      if (this.isForeign(page)) return 'too-old'
      // Words were taken out of the log while it was being read.
      if (this.rewritten !== rewritten) return this.pageAfter(seq)
      this.keep(page)
      for (const event of page) this.offerLogged(event)
      return page
    } finally {
      if (this.backfill === backfill) this.backfill = undefined
    }
  }

  private async read(afterSeq: number): Promise<Told[] | 'too-old'> {
    const events = await this.hub.readPage(this.topic, afterSeq)
    return events === 'too-old' ? events : events.map(Told.ofEvent)
  }

  /** The log has another epoch than we thought. */
  private isForeign(events: readonly Told[]): boolean {
    const foreign = events.some((event) => event.epoch !== this.epoch)
    if (foreign) this.hub.checkSoon(this)
    return foreign
  }

  private held(seq: number): readonly Told[] | undefined {
    if (seq >= this.head) return []
    const first = this.recent[0]
    if (!first || first.seq > seq + 1) return undefined
    const start = seq + 1 - first.seq
    return this.recent.slice(start, start + this.hub.limits.pageEvents)
  }

  /** Remembers a page that reaches up to what is already remembered, or up to the head. */
  private keep(page: readonly Told[]) {
    const next = this.recent[0]?.seq ?? this.head + 1
    const older = page.filter((event) => event.seq < next)
    if (older.at(-1)?.seq !== next - 1) return
    this.recent = [...older, ...this.recent].slice(-recentMax)
    this.recentAt = this.hub.clock.now()
  }

  private offerLogged(event: Told): void {
    if (event.epoch !== this.epoch || event.seq !== this.head + 1) return
    this.early.delete(event.seq)
    this.emit(event)
    this.drainEarly()
  }

  /** The highest number this node has heard of. */
  reach(): number {
    return Math.max(this.head, ...this.early.keys())
  }

  watchUntil(until: number | undefined): void {
    if (until !== undefined && until < this.nextUntil) this.nextUntil = until
  }

  forgetOld(nowMs: number): void {
    if (this.recent.length && nowMs - this.recentAt > recentMs) this.recent = []
  }

  private drainEarly() {
    for (;;) {
      const next = this.early.get(this.head + 1)
      if (!next) break
      this.early.delete(next.seq)
      this.emit(next)
    }
    for (const seq of this.early.keys()) if (seq <= this.head) this.early.delete(seq)
  }

  private emit(event: Told) {
    const now = this.hub.clock.now()
    this.head = event.seq
    this.recentAt = now
    if (this.channel.rewrites.has(event.name)) {
      this.rewritten++
      this.recent = []
    }
    this.recent.push(event)
    if (this.recent.length > recentMax) this.recent.splice(0, recentMax / 2)
    this.hub.counts.emitted++
    if (this.channel.rechecks.has(event.name) && !this.hub.faults.staleLocalRoom) this.suspendAll()
    else if (now >= this.nextUntil) this.suspendEnded(now)
    for (const member of this.live) member.receive(event.seq, event.frame)
  }

  private suspendAll() {
    for (const member of this.members) member.askAgain()
  }

  private suspendEnded(now: number) {
    this.nextUntil = Number.POSITIVE_INFINITY
    for (const member of this.members) {
      if (member.until !== undefined && member.until <= now) member.askAgain()
      else this.watchUntil(member.until)
    }
  }

  /** The log was reset or restored: everybody joins again, with the cursor they have, and gets what is true now. */
  private restart(head: Cursor) {
    this.hub.counts.restarts++
    this.early.clear()
    this.goal = 0
    this.recent = []
    this.epoch = head.epoch
    this.head = head.seq
    for (const member of [...this.members]) member.resync()
  }
}
