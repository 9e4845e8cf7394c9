import type { Problem } from '../define/event.ts'
import type { Connection } from './connection.ts'
import type { Frame } from './frame.ts'
import type { Hub } from './hub.ts'
import type { Access, Identity } from './options.ts'
import { problems } from './problems.ts'
import type { Told } from './told.ts'
import type { Topic } from './topic.ts'

const retryMs = 500

/**
 * One socket in one topic. Either level with the topic and in its room, or on the way there.
 *
 * What keeps access exact: a recheck event numbered n may only be passed, by it or by anything later, once access was asked again after
 * n was committed. `clearedTo` is the highest number of which that is known.
 */
export class Member<I extends Identity = Identity> {
  readonly connection: Connection<I>
  readonly topic: Topic<I>
  readonly hub: Hub<I>
  /** Everything up to here has been written to this socket. */
  sent = 0
  clearedTo = 0
  until: number | undefined
  span: string | undefined
  /** The host's own, of the access that stands. */
  receipt: unknown
  gone = false
  /** Why it is gone, for a join that has not been answered yet. */
  goneProblem: Problem | undefined
  joined = false
  /** What others are told; `null` for nothing. */
  presence: string | null = null
  signalUntil = 0
  /** Fields of its signals that the host knows better than the device. */
  signs: Record<string, unknown> | undefined
  private asking = false
  private working = false
  private again = false

  constructor(connection: Connection<I>, topic: Topic<I>, hub: Hub<I>) {
    this.connection = connection
    this.topic = topic
    this.hub = hub
    topic.members.add(this)
    connection.members.set(topic.topic, this)
  }

  /** From the room, in order. */
  receive(seq: number, frame: Frame): void {
    if (seq <= this.sent) return
    if (this.connection.content(frame)) this.sent = seq
    else this.topic.live.delete(this)
  }

  /** Signals and presence. */
  hint(frame: Frame): void {
    if (this.isOver()) this.askAgain()
    else this.connection.hint(frame)
  }

  /** Leaves the room until access has been asked again. */
  askAgain(): void {
    this.asking = true
    this.signalUntil = 0
    this.topic.live.delete(this)
    void this.catchUp()
  }

  /** Brings the member level and into the room, as far as its access and its reading allow. One run at a time. */
  async catchUp(): Promise<void> {
    if (!this.joined || this.topic.live.has(this)) return
    this.again = true
    if (this.working) return
    this.working = true
    try {
      // Whatever asks for a run while one is ending must not be lost.
      while (this.again) {
        this.again = false
        while (await this.step());
      }
    } catch (error) {
      this.hub.failed(error, 'catch-up', this.topic.topic)
      this.hub.clock.after(retryMs, () => void this.catchUp())
    } finally {
      this.working = false
    }
  }

  /** True when there is more to do at once. Everything from the last `await` to the room happens in one tick. */
  private async step(): Promise<boolean> {
    if (this.gone || this.connection.stalled) return false
    if (this.asking || this.isOver()) {
      return this.ask(this.topic.head)
    }
    if (this.sent >= this.topic.head) {
      this.topic.live.add(this)
      return false
    }
    if (!this.connection.roomy()) return false
    const page = await this.topic.pageAfter(this.sent)
    if (this.gone || this.asking || this.isOver()) return !this.gone
    if (page === 'too-old') {
      this.resync()
      return false
    }
    if (!(await this.mayPass(page))) return false
    for (const event of page) {
      if (event.seq <= this.sent) continue
      if (!this.connection.content(event.frame)) return false
      this.sent = event.seq
    }
    return true
  }

  /** Asks again if the page holds a recheck that has not been asked about. False when access has ended. */
  async mayPass(page: readonly Told[]): Promise<boolean> {
    const last = page.at(-1)?.seq ?? 0
    const unasked = page.some((event) => event.seq > this.clearedTo && this.topic.channel.rechecks.has(event.name))
    if (!unasked || this.hub.faults.staleLocalRoom) return true
    return this.ask(last)
  }

  /** Access as of now, which is after everything up to `seq`, and up to this node's head, was committed. False when it has ended. */
  async ask(seq: number): Promise<boolean> {
    do {
      this.asking = false
      const upTo = Math.max(seq, this.topic.head)
      const access = await this.hub.authorise(this, this.joined ? 'recheck' : 'join').catch((error) => {
        this.asking = true
        throw error
      })
      if (this.gone) return false
      if (!access.ok && this.joined && access.problem.status >= 500) {
        this.asking = true
        throw new Error(`Access could not be asked: ${access.problem.title}`)
      }
      if (!access.ok) this.expel(access.problem)
      else if (access.until && access.until.getTime() <= this.hub.clock.now()) this.expel(problems.notFound())
      else if (this.span !== undefined && access.span !== this.span) this.resync()
      else this.admit(access, upTo)
    } while (this.asking && !this.gone)
    return !this.gone
  }

  private admit(access: Extract<Access, { ok: true }>, seq: number): void {
    this.span = access.span
    this.until = access.until?.getTime()
    this.receipt = access.receipt
    this.topic.watchUntil(this.until)
    this.clearedTo = Math.max(this.clearedTo, seq)
  }

  expel(problem: Problem): void {
    if (this.gone) return
    this.goneProblem = problem
    this.hub.counts.kicked++
    if (this.joined) this.connection.tell('kick', { topic: this.topic.topic, problem })
    this.leave()
  }

  resync(): void {
    if (this.gone) return
    this.hub.counts.resyncs++
    if (this.joined) this.connection.tell('resync', { topic: this.topic.topic })
    this.leave()
  }

  leave(): void {
    if (this.gone) return
    this.gone = true
    this.topic.live.delete(this)
    this.topic.members.delete(this)
    if (this.connection.members.get(this.topic.topic) === this) this.connection.members.delete(this.topic.topic)
    this.hub.left(this)
  }

  /** An end that was known has passed: nothing more without asking again. */
  isOver(): boolean {
    return this.until !== undefined && this.until <= this.hub.clock.now()
  }
}
