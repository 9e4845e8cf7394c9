import { createHash } from 'node:crypto'

/** A stream of chance that is the same for the same seed, whatever the machine. */
export interface Random {
  /** In [0, 1). */
  next(): number
  whole(min: number, max: number): number
  pick<T>(from: readonly T[]): T
  shuffle<T>(from: readonly T[]): T[]
  /** Picks an index by weight. */
  weighted(weights: readonly number[]): number
  /** Log-normal with that median. */
  logNormal(median: number, sigma: number): number
}

export function createRandom(seed: string): Random {
  let state = createHash('sha256').update(seed).digest().readUInt32LE(0)
  const next = () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
  const whole = (min: number, max: number) => min + Math.floor(next() * (max - min + 1))
  return {
    next,
    whole,
    pick: (from) => from[Math.floor(next() * from.length)] as (typeof from)[number],
    shuffle(from) {
      const to = [...from]
      for (let i = to.length - 1; i > 0; i -= 1) {
        const j = whole(0, i)
        ;[to[i], to[j]] = [to[j] as (typeof to)[number], to[i] as (typeof to)[number]]
      }
      return to
    },
    weighted(weights) {
      let at = next() * weights.reduce((sum, weight) => sum + weight, 0)
      for (const [index, weight] of weights.entries()) {
        at -= weight
        if (at < 0) return index
      }
      return weights.length - 1
    },
    logNormal: (median, sigma) =>
      median * Math.exp(sigma * Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next())),
  }
}

/** The same id for the same name, in the shape of a UUIDv7 of the demo's first day. */
export function demoId(name: string): string {
  const hash = createHash('sha256').update(`weft demo ${name}`).digest('hex')
  return `019d85c8-${hash.slice(0, 4)}-7${hash.slice(4, 7)}-8${hash.slice(7, 10)}-${hash.slice(10, 22)}`
}
