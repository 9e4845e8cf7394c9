import { conversationChannel } from '@weft/contract/conversations/channel.ts'
import { addTeamMember, removeTeamMember } from '@weft/contract/organisations/operations.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type App, type AppOptions, buildApp } from '../src/app.ts'
import { makeWorld, type World } from './world.ts'

// Nodes whose clocks differ. What one of them ended is over on all of them.

const HOUR_MS = 3_600_000
const off = (ms: number) => ({ now: () => new Date(Date.now() + ms) })

let world: World
const nodes: App[] = []
beforeAll(async () => {
  world = await makeWorld({ now: new Date().toISOString() })
})
afterAll(async () => {
  for (const node of nodes) await node.close()
  await world.close()
})

async function node(options: AppOptions): Promise<App> {
  const app = await buildApp(world.app.config, options)
  nodes.push(app)
  return app
}

test('a node goes by the database’s clock, however wrong its machine’s is', async () => {
  for (const ms of [-HOUR_MS, 0, HOUR_MS]) {
    const { clock } = await node({ machineClock: off(ms) })
    expect(Math.abs(clock.now().getTime() - Date.now())).toBeLessThan(HOUR_MS / 60)
  }
})

test.each([
  ['an hour behind, put right', { machineClock: off(-HOUR_MS) }],
  ['an hour ahead, put right', { machineClock: off(HOUR_MS) }],
  ['a few seconds behind, as far as that goes', { clock: off(-5_000) }],
])('who was put out is out on a node that is %s', async (_, options) => {
  const { runner } = await node(options)
  const [sam, nia] = [await world.as('sam'), await world.as('nia', 'coordinator')]
  const params = { conversationId: world.cast.conversations.kofi }
  const { wellbeing: serviceId } = world.cast.services
  const [membership] = await world.sql(
    'select id from team_member where staff_id = $1 and service_id = $2 and to_at is null',
    [sam.scope.staffId, serviceId],
  )
  await expect(runner.authorise(conversationChannel, sam.scope, params)).resolves.toBeDefined()
  await nia.call(removeTeamMember, { serviceId, teamMemberId: membership.id })
  await expect(runner.authorise(conversationChannel, sam.scope, params)).rejects.toMatchObject({ code: 'not-found' })
  world.clock.advance({ seconds: -30 })
  await nia.call(addTeamMember, {
    serviceId,
    teamMemberId: crypto.randomUUID(),
    staffId: sam.scope.staffId,
    role: 'member',
  })
  world.clock.set(new Date())
})
