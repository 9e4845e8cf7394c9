import { completeReset, getSession, signIn, startReset } from '@weft/contract/people/operations.ts'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { anotherCode, device, givePassword, goodPassword, mailedCode, newestMail } from '../../../test/device.ts'
import { makeWorld, type World } from '../../../test/world.ts'

let world: World
beforeEach(async () => {
  world = await makeWorld()
  await givePassword(world, 'kofi')
})
afterEach(() => world.close())

const email = 'kofi@demo.example'
const newPassword = 'quite another warm stable'
const kofi = { email, app: 'people' as const }

async function askedFor(address = email) {
  await device(world).call(startReset, { email: address, app: 'people' })
  return mailedCode(world, address)
}

test('a reset sets the password, ends every session and opens none', async () => {
  const [phone, tablet] = [device(world), device(world)]
  for (const on of [phone, tablet]) await on.call(signIn, { ...kofi, password: goodPassword })
  const code = await askedFor()
  const on = device(world)
  await on.call(completeReset, { ...kofi, code, password: newPassword })
  expect(on.cookies.size).toBe(0)
  for (const one of [phone, tablet]) expect((await one.try(getSession, {})).status).toBe(401)
  expect((await on.try(signIn, { ...kofi, password: goodPassword })).status).toBe(401)
  expect((await on.try(signIn, { ...kofi, password: newPassword })).status).toBe(200)
})

test('a reset by the work address opens nothing of one’s own, and one’s own opens nothing at work', async () => {
  await givePassword(world, 'sam')
  const { accountId } = world.cast.people.sam
  const [own, work] = ['sam@home.example', 'sam@demo.example']
  await world.sql(`insert into account_hat (account_id, hat) values ($1, 'patient')`, [accountId])
  await world.sql(
    `insert into account_address (id, account_id, kind, value, verified_at) values (gen_random_uuid(), $1, 'email', $2, now())`,
    [accountId, own],
  )
  const reset = async (email: string, app: 'people' | 'staff', password: string) => {
    await device(world, app).call(startReset, { email, app })
    await device(world, app).call(completeReset, { email, app, code: await mailedCode(world, email), password })
  }
  const opens = async (email: string, app: 'people' | 'staff', password: string) =>
    (await device(world, app).try(signIn, { email, app, password })).status === 200

  await reset(work, 'staff', newPassword)
  expect([await opens(work, 'staff', newPassword), await opens(own, 'people', newPassword)]).toEqual([true, false])
  await reset(own, 'people', 'a third one, for home')
  expect(await opens(own, 'people', 'a third one, for home')).toBe(true)
  expect(await opens(work, 'staff', 'a third one, for home')).toBe(false)
})

test('asking is answered alike for a known and an unknown address, and only the known one gets mail', async () => {
  const known = await device(world).try(startReset, kofi)
  const unknown = await device(world).try(startReset, { ...kofi, email: 'nobody@demo.example' })
  expect([known.status, known.bytes]).toEqual([202, '{}'])
  expect([unknown.status, unknown.bytes]).toEqual([202, '{}'])
  expect(await newestMail(world, 'nobody@demo.example')).toBeUndefined()
})

test('known and unknown addresses leave the same rows behind, so that spending takes the same path', async () => {
  for (const address of [email, 'nobody@demo.example'])
    await device(world).call(startReset, { email: address, app: 'people' })
  await world.app.jobs.run('code.issue')
  const rows = await world.sql(
    `select purpose, app, tries_left, issued_at, expires_at, spent_at, code_hash is not null as has_hash from one_time_code order by id`,
  )
  expect(rows).toHaveLength(2)
  expect(rows[1]).toEqual(rows[0])
})

test('five wrong codes kill it; a code is good once', async () => {
  const code = await askedFor()
  for (let n = 0; n < 5; n += 1) {
    const answer = await device(world).try(completeReset, { ...kofi, code: anotherCode(code), password: newPassword })
    expect(answer).toMatchObject({ status: 401, problem: { code: 'code-not-right' } })
  }
  expect((await device(world).try(completeReset, { ...kofi, code, password: newPassword })).status).toBe(401)
  world.clock.advance({ minutes: 10 })
  const next = await askedFor()
  expect((await device(world).try(completeReset, { ...kofi, code: next, password: newPassword })).status).toBe(200)
  expect((await device(world).try(completeReset, { ...kofi, code: next, password: goodPassword })).status).toBe(401)
})

test('one of the commonest passwords is refused and costs no try', async () => {
  const code = await askedFor()
  for (let n = 0; n < 5; n += 1)
    expect((await device(world).try(completeReset, { ...kofi, code, password: 'qwertyuiop' })).status).toBe(422)
  expect((await device(world).try(completeReset, { ...kofi, code, password: newPassword })).status).toBe(200)
})

test('a work address resets in the portal only, and a code for one app is none for the other', async () => {
  await device(world).call(startReset, { email: 'sam@demo.example', app: 'people' })
  expect(await newestMail(world, 'sam@demo.example')).toBeUndefined()
  await device(world, 'staff').call(startReset, { email: 'sam@demo.example', app: 'staff' })
  const code = await mailedCode(world, 'sam@demo.example')
  const elsewhere = await device(world).try(completeReset, {
    email: 'sam@demo.example',
    app: 'people',
    code,
    password: newPassword,
  })
  expect(elsewhere.status).toBe(401)
  const here = await device(world, 'staff').try(completeReset, {
    email: 'sam@demo.example',
    app: 'staff',
    code,
    password: newPassword,
  })
  expect(here.status).toBe(200)
})
