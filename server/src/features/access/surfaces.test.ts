import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { populate } from '../../../test/access/live.ts'
import { make, moves } from '../../../test/access/moves.ts'
import { surfacesOf } from '../../../test/access/surfaces.ts'
import { newTally, seed } from '../../../test/access/tally.ts'
import { richWorlds } from '../../../test/access/worlds.ts'
import { type World as Live, makeWorld } from '../../../test/world.ts'

const tally = newTally('surfaces')
let live: Live

beforeAll(async () => {
  live = await makeWorld({ operationLimits: {} })
})
afterAll(async () => {
  tally.write()
  await live.close()
})

test('every surface gives everybody what the page gives them, after every change of random worlds', async () => {
  for (const [place, setting] of richWorlds(Number(process.env.ACCESS_WORLDS ?? 3), seed).entries()) {
    tally.worlds += 1
    const populated = await populate(live, setting)
    const surfaces = surfacesOf(live, populated, tally)
    await surfaces.all()
    for (const move of fc.sample(moves, { numRuns: 6, seed: seed + place })) {
      await make(live, populated, move)
      await surfaces.doors()
      expect({ move, differences: surfaces.differences.slice(0, 3) }).toEqual({ move, differences: [] })
    }
    await surfaces.all()
    expect(surfaces.differences.slice(0, 3)).toEqual([])
  }
  expect(tally.allowed).toBeGreaterThan(100)
}, 300_000)
