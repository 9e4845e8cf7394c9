import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { populate } from '../../../test/access/live.ts'
import { surfacesOf } from '../../../test/access/surfaces.ts'
import { newTally, seed } from '../../../test/access/tally.ts'
import { richWorlds } from '../../../test/access/worlds.ts'
import { makeWorld, type World } from '../../../test/world.ts'

// The product with its first fence taken away: whoever asks is told yes.
vi.mock('./decide.ts', async (original) => ({
  ...(await original<object>()),
  decide: () => ({ isAllowed: true, reason: 'team' }),
}))

let live: World
beforeAll(async () => {
  live = await makeWorld({ operationLimits: {} })
})
afterAll(() => live.close())

test('without the decision in code the comparison finds it at every door, and raw SQL still shows no more than the second fence', async () => {
  const [setting] = richWorlds(1, seed)
  const surfaces = surfacesOf(
    live,
    await populate(live, setting as NonNullable<typeof setting>),
    newTally('code fence'),
  )
  await surfaces.all()
  await surfaces.doors()
  const found = new Set(surfaces.differences.map(({ surface }) => surface))
  for (const surface of ['join', 'shared', 'shared join', 'conversation.get', 'message.list', 'person.get'])
    expect(found).toContain(surface)
  expect(surfaces.differences.filter(({ surface }) => String(surface).startsWith('SQL beyond'))).toEqual([])
}, 120_000)
