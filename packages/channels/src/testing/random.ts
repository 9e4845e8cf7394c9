/** A small seeded generator (mulberry32): the same seed, the same walk, on every machine. */
export interface Random {
  (): number
  int(below: number): number
  pick<T>(items: readonly T[]): T
  chance(probability: number): boolean
}

export function createRandom(seed: number): Random {
  let state = seed >>> 0
  const random = (() => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = state
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }) as Random
  random.int = (below) => Math.floor(random() * below)
  random.pick = (items) => items[random.int(items.length)] as (typeof items)[number]
  random.chance = (probability) => random() < probability
  return random
}
