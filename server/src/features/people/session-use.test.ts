import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { makeWorld, type World } from '../../../test/world.ts'
import { createSessionUse } from './session-use.ts'

let world: World
beforeEach(async () => {
  world = await makeWorld()
})
afterEach(() => world.close())

const lastUse = async (id: string): Promise<Date> =>
  (await world.sql('select last_used_at from session where id = $1', [id]))[0].last_used_at

test('what is done over a socket keeps a session in use, noted at most once a minute', async () => {
  const used = createSessionUse(world.app.db, world.clock, world.app.log)
  const { sessionId } = (await world.as('sam')).scope
  world.clock.advance({ minutes: 5 })
  const first = world.clock.now()
  used(sessionId)
  await vi.waitFor(async () => expect(await lastUse(sessionId)).toEqual(first))
  world.clock.advance({ seconds: 30 })
  used(sessionId)
  world.clock.advance({ seconds: 31 })
  used(sessionId)
  await vi.waitFor(async () => expect(await lastUse(sessionId)).toEqual(world.clock.now()))
})

test('a session that was ended stays ended', async () => {
  const used = createSessionUse(world.app.db, world.clock, world.app.log)
  const { sessionId } = (await world.as('sam')).scope
  const before = await lastUse(sessionId)
  await world.sql('update session set ended_at = $2 where id = $1', [sessionId, before])
  world.clock.advance({ minutes: 5 })
  used(sessionId)
  const other = (await world.as('nia')).scope.sessionId
  world.clock.advance({ minutes: 2 })
  used(other)
  await vi.waitFor(async () => expect(await lastUse(other)).toEqual(world.clock.now()))
  expect(await lastUse(sessionId)).toEqual(before)
})
