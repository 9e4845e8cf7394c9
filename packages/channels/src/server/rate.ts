/** Lets `burst` through at once and `perSecond` from then on. Reads no clock of its own. */
export class TokenBucket {
  private readonly perSecond: number
  private readonly burst: number
  private tokens: number
  private filledAt: number

  constructor(perSecond: number, burst: number, nowMs: number) {
    this.perSecond = perSecond
    this.burst = burst
    this.tokens = burst
    this.filledAt = nowMs
  }

  /** 0 when it may pass, else the milliseconds until it would. */
  take(nowMs: number): number {
    this.refill(nowMs)
    if (this.tokens >= 1) {
      this.tokens--
      return 0
    }
    return Math.ceil(((1 - this.tokens) / this.perSecond) * 1000)
  }

  full(nowMs: number): boolean {
    this.refill(nowMs)
    return this.tokens >= this.burst
  }

  private refill(nowMs: number) {
    const passedMs = Math.max(0, nowMs - this.filledAt)
    this.tokens = Math.min(this.burst, this.tokens + (passedMs / 1000) * this.perSecond)
    this.filledAt = nowMs
  }
}

/** Runs at most `atOnce` things, lets `queue` more wait, and turns the rest away. */
export class Gate {
  private readonly atOnce: number
  private readonly queue: number
  private running = 0
  private readonly waiting: (() => void)[] = []

  constructor(atOnce: number, queue = Number.POSITIVE_INFINITY) {
    this.atOnce = atOnce
    this.queue = queue
  }

  /** False without having run anything when the queue is full. */
  async enter<T>(fn: () => Promise<T>): Promise<{ value: T } | false> {
    if (this.running >= this.atOnce) {
      if (this.waiting.length >= this.queue) return false
      await new Promise<void>((resolve) => this.waiting.push(resolve))
    } else this.running++
    try {
      return { value: await fn() }
    } finally {
      const next = this.waiting.shift()
      if (next) next()
      else this.running--
    }
  }
}
