import {
  changeSafeContact,
  getPersonHeader,
  getSafeContact,
  listSafeContactChanges,
} from '@weft/contract/people/operations.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeWorld, type World } from '../../../test/world.ts'

let world: World
beforeAll(async () => {
  world = await makeWorld()
})
afterAll(() => world.close())

const rules = { doNotText: true, voicemailOk: false, callFrom: '09:00', callUntil: '12:00', alias: 'Kay' } as const

test('what somebody asks for is at the top of their page for the team, at once', async () => {
  const kofi = await world.as('kofi')
  expect(await kofi.call(getSafeContact, {})).toEqual({})
  expect(await kofi.call(changeSafeContact, rules)).toEqual(rules)
  expect(await kofi.call(getSafeContact, {})).toEqual(rules)
  const header = await (await world.as('sam')).call(getPersonHeader, { personId: kofi.scope.personId as string })
  expect(header.safeContact).toBe('Do not text. Call 9am to midday. Do not leave a voicemail. Ask for Kay.')
})

test('a rule that is left out is gone, and what the team keeps stays', async () => {
  const kofi = await world.as('kofi')
  await world.sql(`update person set safe_contact = safe_contact || '{"numbers": ["07700 900123"]}' where id = $1`, [
    kofi.scope.personId,
  ])
  await kofi.call(changeSafeContact, { doNotPost: true })
  expect(await kofi.call(getSafeContact, {})).toEqual({ doNotPost: true })
  const [{ safe_contact }] = await world.sql('select safe_contact from person where id = $1', [kofi.scope.personId])
  expect(safe_contact).toEqual({ doNotPost: true, numbers: ['07700 900123'] })
})

test('hours that end before they begin are refused with the field to mend', async () => {
  const kofi = await world.as('kofi')
  const answer = await kofi.try(changeSafeContact, { callFrom: '12:00', callUntil: '09:00' })
  expect(answer).toMatchObject({ status: 422, problem: { fields: [{ path: 'callUntil' }] } })
})

test('a carer and a worker have none, and are not told of anybody’s', async () => {
  for (const actor of [await world.as('raj', 'carer'), await world.as('sam')]) {
    expect(await actor.try(getSafeContact, {})).toMatchObject({ status: 404 })
    expect(await actor.try(changeSafeContact, rules)).toMatchObject({ status: 404 })
  }
})

test('a change leaves a trace that says when and from which device, and nothing of what the rules were', async () => {
  const kofi = await world.as('kofi')
  const before = (await kofi.call(listSafeContactChanges, {})).changes
  await kofi.call(changeSafeContact, { doNotText: true, alias: 'Kay' })
  await kofi.call(changeSafeContact, { alias: 'Kay', doNotText: true })
  const { changes } = await kofi.call(listSafeContactChanges, {})
  expect(changes).toEqual([{ at: world.clock.now().toISOString(), device: 'A test' }, ...before])
  expect(JSON.stringify(changes)).not.toContain('Kay')
  for (const actor of [await world.as('raj', 'carer'), await world.as('sam')])
    expect(await actor.try(listSafeContactChanges, {})).toMatchObject({ status: 404 })
})
