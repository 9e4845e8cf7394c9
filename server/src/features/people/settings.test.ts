import { changeSettings, getSettings } from '@weft/contract/people/operations.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { device } from '../../../test/device.ts'
import { makeWorld, type World } from '../../../test/world.ts'
import { usualSettings } from './settings.ts'

let world: World
beforeAll(async () => {
  world = await makeWorld()
})
afterAll(() => world.close())

test('whoever never chose has the careful settings', async () => {
  expect(await (await world.as('kofi')).call(getSettings, {})).toEqual(usualSettings)
})

test('a change changes what it names and nothing else, for this account alone', async () => {
  const [raj, denise] = [await world.as('raj'), await world.as('denise')]
  await raj.call(changeSettings, { theme: 'dark' })
  expect(await raj.call(changeSettings, { seenReceipts: false })).toEqual({
    ...usualSettings,
    theme: 'dark',
    seenReceipts: false,
  })
  expect(await denise.call(getSettings, {})).toEqual(usualSettings)
})

test('changes of different settings at once are all kept', async () => {
  const meera = await world.as('meera')
  await Promise.all([
    meera.call(changeSettings, { language: 'cy' }),
    meera.call(changeSettings, { textSize: 'large' }),
    meera.call(changeSettings, { leaveQuickly: true }),
  ])
  expect(await meera.call(getSettings, {})).toEqual({
    ...usualSettings,
    language: 'cy',
    textSize: 'large',
    leaveQuickly: true,
  })
})

test('a setting that is none, and a value that is none of it, are refused', async () => {
  const kofi = await world.as('kofi')
  expect((await kofi.try(changeSettings, { isAdmin: true } as never)).status).toBe(400)
  expect((await kofi.try(changeSettings, { theme: 'pink' } as never)).status).toBe(422)
})

test('nobody signed in has settings', async () => {
  expect((await device(world).try(getSettings, {})).status).toBe(401)
})
