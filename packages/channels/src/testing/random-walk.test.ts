import { describe, expect, it } from 'vitest'
import { randomWalk } from './random-walk.ts'

const first = Number(process.env.WALK_SEED ?? 1 + Math.floor(Math.random() * 1e9))
const walks = Number(process.env.WALKS ?? 30)

describe(`the protocol, on random walks from seed ${first}`, () => {
  it(`keeps its promises on ${walks} walks`, async () => {
    for (let seed = first; seed < first + walks; seed++) {
      const { events, acked, faults } = await randomWalk(seed)
      expect(events).toBeGreaterThan(0)
      expect(acked).toBeGreaterThan(0)
      expect(faults).toBeGreaterThan(0)
    }
  }, 120_000)
})
