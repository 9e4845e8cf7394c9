import { afterEach, beforeEach, expect, test } from 'vitest'
import { makeWorld, type World } from '../../../test/world.ts'
import { subject } from './subject.ts'

let world: World
beforeEach(async () => {
  world = await makeWorld()
})
afterEach(() => world.close())

const act = <T>(work: Parameters<World['app']['runner']['act']>[1]) => world.app.runner.act('audit', work) as Promise<T>
const rowOf = async (id?: string) => (await world.sql('select * from person where id = $1', [id]))[0]

test('an export holds the person, their account and their own addresses, and no secret of either', async () => {
  const { personId, accountId } = world.cast.people.kofi
  await world.sql(`update account set password_hash = 'a-canary', staff_password_hash = 'a-canary' where id = $1`, [
    accountId,
  ])
  const exported = await act<{ accounts: unknown[] }>((ctx) => subject.export(ctx, personId as string))
  const text = JSON.stringify(exported)
  for (const held of ['Mensah', '1990-06-15', 'kofi@demo.example', 'Kofi Mensah']) expect(text).toContain(held)
  expect(text).not.toContain('a-canary')
  expect(text).not.toContain('Denise')
})

test('erasing leaves a row that says nothing, and nobody else is touched', async () => {
  const { kofi, denise } = world.cast.people
  const untouched = await rowOf(denise.personId)
  await act((ctx) => subject.erase(ctx, kofi.personId as string))
  expect(await rowOf(kofi.personId)).toMatchObject({
    known_as: 'Erased',
    family_name: '',
    born_on: null,
    nhs_number: null,
  })
  expect(await world.sql('select * from account_address where account_id = $1', [kofi.accountId])).toEqual([])
  expect(await world.sql('select display_name from account where id = $1', [kofi.accountId])).toEqual([
    { display_name: 'Erased' },
  ])
  expect(await rowOf(denise.personId)).toEqual(untouched)
})

test('erasing somebody who also works here leaves their work', async () => {
  const { accountId } = world.cast.people.sam
  const personId = world.cast.people.gary.personId as string
  await world.sql('update account set person_id = null where id = $1', [world.cast.people.gary.accountId])
  await world.sql('update account set person_id = $2 where id = $1', [accountId, personId])
  await world.sql(`insert into account_hat (account_id, hat) values ($1, 'patient')`, [accountId])
  await act((ctx) => subject.erase(ctx, personId))
  expect(await world.sql('select hat from account_hat where account_id = $1', [accountId])).toEqual([
    { hat: 'practitioner' },
  ])
  expect(await world.sql('select value from account_address where account_id = $1', [accountId])).toEqual([
    { value: 'sam@demo.example' },
  ])
})

test('after a merge both ids resolve, and the one merged is as it was', async () => {
  const { kofi, gary } = world.cast.people
  const before = await rowOf(gary.personId)
  await act((ctx) => subject.merge(ctx, gary.personId as string, kofi.personId as string))
  const after = await rowOf(gary.personId)
  expect(after.merged_into).toBe(kofi.personId)
  expect({ ...after, merged_into: null, version: before.version }).toEqual(before)
})
