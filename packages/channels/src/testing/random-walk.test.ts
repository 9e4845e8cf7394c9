import { describe, expect, it } from 'vitest'
import { randomWalk, type WalkOptions } from './random-walk.ts'

// By hand the walks go elsewhere each time; the gate walks where it can be walked again.
const first = Number(process.env.WALK_SEED ?? (process.env.CI ? 20_261_122 : 1 + Math.floor(Math.random() * 1e9)))
const walks = Number(process.env.WALKS ?? 20)

describe(`the protocol, on random walks from seed ${first}`, () => {
  it.each([
    ['loses, doubles, disorders and leaks nothing', {}],
    ['nor when the log is restored to an earlier point now and then', { restores: true }],
  ])(
    '%s',
    async (_, options: WalkOptions) => {
      for (let seed = first; seed < first + walks; seed++) {
        const { events, acked, faults } = await randomWalk(seed, options)
        expect(Math.min(events, acked, faults)).toBeGreaterThan(0)
      }
    },
    120_000,
  )

  it.each([['staleLocalRoom'], ['noHeadCheck'], ['bellAsTruth'], ['rekeyOnRetry']])(
    'would notice the planted bug %s within five seeds',
    async (fault) => {
      const outcomes = await Promise.allSettled(
        [0, 1, 2, 3, 4].map((step) => randomWalk(first + step, { faults: { [fault]: true } })),
      )
      expect(outcomes.filter(({ status }) => status === 'rejected').length).toBeGreaterThan(0)
    },
    120_000,
  )
})
