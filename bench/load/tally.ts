export interface Figures {
  sent: number
  acked: number
  refused: number
  delivered: number
  ackedPerSecond: number
  deliveredPerSecond: number
  /** Milliseconds. */
  ackP50: number
  ackP99: number
  deliveryP50: number
  deliveryP99: number
}

/** Counts what one run of the load sent and heard. */
export class Tally {
  readonly #started = performance.now()
  readonly #sentAt = new Map<number, number>()
  readonly #messageAt = new Map<string, number>()
  readonly #ackMs: number[] = []
  readonly #deliveryMs: number[] = []
  #sent = 0
  #refused = 0

  sent(ackId: number, messageId: string): void {
    const now = performance.now()
    this.#sentAt.set(ackId, now)
    this.#messageAt.set(messageId, now)
    this.#sent += 1
  }

  acked(ackId: number, ok: boolean): void {
    const at = this.#sentAt.get(ackId)
    if (at === undefined) return
    this.#sentAt.delete(ackId)
    if (ok) this.#ackMs.push(performance.now() - at)
    else this.#refused += 1
  }

  delivered(messageId: string): void {
    const at = this.#messageAt.get(messageId)
    if (at !== undefined) this.#deliveryMs.push(performance.now() - at)
  }

  figures(seconds = (performance.now() - this.#started) / 1000): Figures {
    return {
      sent: this.#sent,
      acked: this.#ackMs.length,
      refused: this.#refused,
      delivered: this.#deliveryMs.length,
      ackedPerSecond: this.#ackMs.length / seconds,
      deliveredPerSecond: this.#deliveryMs.length / seconds,
      ackP50: percentile(this.#ackMs, 0.5),
      ackP99: percentile(this.#ackMs, 0.99),
      deliveryP50: percentile(this.#deliveryMs, 0.5),
      deliveryP99: percentile(this.#deliveryMs, 0.99),
    }
  }
}

export function percentile(values: readonly number[], part: number): number {
  if (values.length === 0) return Number.NaN
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))] as number
}

export const median = (values: readonly number[]): number => percentile(values, 0.5)
