import { randomUUID } from 'node:crypto'
import { ownChannel } from '@weft/contract/own/channel.ts'
import { changeChoices } from '@weft/contract/own/choices.ts'
import { getOwn } from '@weft/contract/own/operations.ts'
import { nothingOwned } from '@weft/contract/own/parts.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { convergesFor, eventsOf } from '../../../test/talk.ts'
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

const change = (more: object = {}) => ({ personId, changeId: randomUUID(), ...more })

test('somebody with nothing has an empty feed', async () => {
  const gary = await world.as('gary')
  expect(await gary.call(getOwn, { personId: gary.scope.personId as string })).toEqual(nothingOwned)
})

test('whoever listens sees what a newcomer sees', async () => {
  await convergesFor(world, kofi, ownChannel, { personId }, async () => {
    await kofi.call(changeChoices, change({ helpWith: ['goals', 'sleep'] }))
    await kofi.call(changeChoices, change({ isStarted: true }))
  })
  const { choices } = await kofi.call(getOwn, { personId })
  expect(choices).toEqual({ helpWith: ['sleep', 'goals'], startedAt: world.clock.now().toISOString() })
})

test('an act that is sent again, at once or after another, is done once', async () => {
  const first = change({ helpWith: ['mood'] })
  await Promise.all(Array.from({ length: 10 }, () => kofi.call(changeChoices, first)))
  await kofi.call(changeChoices, change({ helpWith: ['team'] }))
  const before = await eventsOf(world, `own:${personId}`)
  expect(await kofi.call(changeChoices, first)).toEqual({})
  expect(await eventsOf(world, `own:${personId}`)).toHaveLength(before.length)
  expect((await kofi.call(getOwn, { personId })).choices.helpWith).toEqual(['team'])
})

test('an id is not used for a second act, nor for one of somebody else', async () => {
  const first = change({ helpWith: ['mood'] })
  await kofi.call(changeChoices, first)
  expect(await kofi.try(changeChoices, { ...first, helpWith: ['sleep'] })).toMatchObject({ status: 422 })
  const meera = await world.as('meera')
  const hers = { ...first, personId: meera.scope.personId as string }
  expect(await meera.try(changeChoices, hers)).toMatchObject({ status: 409, problem: { code: 'id-taken' } })
})

test('nobody else reads it or writes to it, whatever they are to the person', async () => {
  const strangers = [world.as('sam'), world.as('nia'), world.as('gary'), world.as('helen'), world.as('raj', 'carer')]
  for (const stranger of await Promise.all(strangers)) {
    expect(await stranger.try(getOwn, { personId })).toMatchObject({ status: 404 })
    expect(await stranger.try(changeChoices, change({ helpWith: ['mood'] }))).toMatchObject({ status: 404 })
  }
})

test('erased, nothing of a record that became theirs is left either', async () => {
  const [meera, gary] = [await world.as('meera'), await world.as('gary')]
  const [into, from] = [meera.scope.personId as string, gary.scope.personId as string]
  for (const actor of [meera, gary])
    await actor.call(changeChoices, { ...change({ isStarted: true }), personId: actor.scope.personId as string })
  const act = (run: Parameters<World['app']['runner']['act']>[1]) => world.app.runner.act('jobs', run)
  await act((ctx) => subject.merge(ctx, from, into))
  await world.sql('update person set merged_into = $2 where id = $1', [from, into])
  expect(await world.sql('select from own_choices where person_id = $1', [from])).toHaveLength(1)
  await act((ctx) => subject.erase(ctx, into))
  for (const table of ['own_choices', 'own_change'])
    expect(await world.sql(`select from ${table} where person_id = any ($1)`, [[from, into]])).toEqual([])
})
