import { randomUUID } from 'node:crypto'
import { ownChannel } from '@weft/contract/own/channel.ts'
import { getOwn } from '@weft/contract/own/operations.ts'
import { chooseTopics, saveTip, unsaveTip } from '@weft/contract/tips/operations.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { convergesFor } from '../../../test/talk.ts'
import { addTip } from '../../../test/tips.ts'
import { type Actor, makeWorld, type World } from '../../../test/world.ts'
import { subject } from './subject.ts'

let world: World
let kofi: Actor
let personId: string
beforeAll(async () => {
  world = await makeWorld()
  kofi = await world.as('kofi')
  personId = kofi.scope.personId as string
})
afterAll(() => world.close())

const act = (more: object) => ({ personId, changeId: randomUUID(), ...more })
const ofKofi = async () => (await kofi.call(getOwn, { personId })).tips

test('whoever listens sees what a newcomer sees', async () => {
  const [one, two] = [await addTip(world), await addTip(world)]
  await convergesFor(world, kofi, ownChannel, { personId }, async () => {
    for (const contentId of [one, two, one]) await kofi.call(saveTip, act({ contentId }))
    await kofi.call(unsaveTip, act({ contentId: two }))
    await kofi.call(unsaveTip, act({ contentId: two }))
    await kofi.call(chooseTopics, act({ topics: ['worry', 'sleep', 'worry'] }))
  })
  expect(await ofKofi()).toEqual({
    saved: [{ contentId: one, savedAt: world.clock.now().toISOString() }],
    topics: ['sleep', 'worry'],
  })
  await kofi.call(unsaveTip, act({ contentId: one }))
})

test('what was taken down, was never published or never was is not saved, and not told apart', async () => {
  const gone = await addTip(world, { retired: true })
  const draft = await addTip(world, { draft: true })
  for (const contentId of [gone, draft, randomUUID()]) expect(await kofi.call(saveTip, act({ contentId }))).toEqual({})
  expect((await ofKofi()).saved).toEqual([])
})

test('what somebody saved is theirs alone, in the code and in the database', async () => {
  const contentId = await addTip(world)
  await kofi.call(saveTip, act({ contentId }))
  for (const other of [world.as('sam'), world.as('nia'), world.as('meera'), world.as('raj', 'carer')]) {
    const { scope } = await other
    const rows = await world.app.db.as(scope, (tx) =>
      tx.query('select from tip_bookmark union all select from tip_topics where person_id = $1', [personId]),
    )
    expect(rows.rowCount).toBe(0)
  }
})

test('a record that became theirs brings what it saved, and erased, neither has anything left', async () => {
  const [meera, gary] = [await world.as('meera'), await world.as('gary')]
  const [into, from] = [meera.scope.personId as string, gary.scope.personId as string]
  const [one, two] = [await addTip(world), await addTip(world)]
  for (const [actor, contentId] of [
    [meera, one],
    [gary, one],
    [gary, two],
  ] as const)
    await actor.call(saveTip, { ...act({ contentId }), personId: actor.scope.personId as string })
  await gary.call(chooseTopics, { ...act({ topics: ['home'] }), personId: from })
  const inside = (run: Parameters<World['app']['runner']['act']>[1]) => world.app.runner.act('jobs', run)
  await inside((ctx) => subject.merge(ctx, from, into))
  const { tips } = (await inside((ctx) => subject.export(ctx, into))) as { tips: Awaited<ReturnType<typeof ofKofi>> }
  expect(tips.saved.map(({ contentId }) => contentId).sort()).toEqual([one, two].sort())
  expect(tips.topics).toEqual(['home'])
  await inside((ctx) => subject.erase(ctx, into))
  for (const table of ['tip_bookmark', 'tip_topics'])
    expect(await world.sql(`select from ${table} where person_id = any ($1)`, [[from, into]])).toEqual([])
})
