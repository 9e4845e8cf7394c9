import { afterAll, beforeAll, expect, test } from 'vitest'
import { populate } from '../../../test/access/live.ts'
import { surfacesOf } from '../../../test/access/surfaces.ts'
import { newTally, seed } from '../../../test/access/tally.ts'
import { richWorlds } from '../../../test/access/worlds.ts'
import { makeWorld, type World } from '../../../test/world.ts'

let live: World
beforeAll(async () => {
  live = await makeWorld({ operationLimits: {} })
})
afterAll(() => live.close())

test('without row-level security the comparison finds it in raw SQL, and every door still says what the page says', async () => {
  for (const table of [
    'person',
    'enrolment',
    'conversation',
    'conversation_member',
    'message',
    'restriction',
    'mask',
    'authz_grant',
    'share_grant',
    'diary_entry',
    'sleep_entry',
  ])
    await live.sql(`alter table ${table} disable row level security`)
  const [setting] = richWorlds(1, seed)
  const surfaces = surfacesOf(
    live,
    await populate(live, setting as NonNullable<typeof setting>),
    newTally('second fence'),
  )
  await surfaces.all()
  await surfaces.doors()
  const [inSql, atDoors] = [true, false].map((isSql) =>
    surfaces.differences.filter(({ surface }) => String(surface).startsWith('SQL') === isSql),
  )
  expect(inSql?.length).toBeGreaterThan(0)
  expect(atDoors?.slice(0, 2)).toEqual([])
}, 120_000)
