import { getSession, sendSignInCode, signIn, signInWithCode } from '@weft/contract/people/operations.ts'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import {
  anotherCode,
  device,
  givePassword,
  goodPassword,
  mailedCode,
  newestMail,
  signUp,
} from '../../../test/device.ts'
import { makeWorld, type World } from '../../../test/world.ts'

let world: World
beforeAll(async () => {
  world = await makeWorld()
  for (const name of ['kofi', 'gary', 'sam', 'nia', 'priya', 'denise'] as const) await givePassword(world, name)
})
afterAll(() => world.close())
// Each test begins with what was tried before forgotten, here and in the limits of the process.
beforeEach(() => void world.clock.advance({ hours: 2 }))

const kofi = { email: 'kofi@demo.example', password: goodPassword, app: 'people' as const }
const sam = { email: 'sam@demo.example', password: goodPassword, app: 'staff' as const }

/** Everything of an answer that could tell two of them apart. */
function face(answer: { status: number; bytes: string; headers: Record<string, unknown> }) {
  const { 'x-request-id': _, date: __, ...headers } = answer.headers
  return { status: answer.status, headers, bytes: answer.bytes.replace(/"requestId":"[^"]*"/, '') }
}

test('the right password opens a session, whose cookie scripts and other sites cannot use', async () => {
  const on = device(world)
  const answer = await on.try(signIn, kofi)
  expect(answer).toMatchObject({
    ok: true,
    value: { hat: 'patient', displayName: 'Kofi Mensah', idleSeconds: 30 * 86_400 },
  })
  const cookie = String(answer.headers['set-cookie'])
  for (const part of ['__Host-weft_people=', 'Path=/', 'HttpOnly', 'Secure', 'SameSite=Strict', 'Max-Age=31536000'])
    expect(cookie).toContain(part)
  expect(cookie).not.toContain('Domain')
  expect(await on.call(getSession, {})).toMatchObject({ displayName: 'Kofi Mensah' })
})

test('on a shared device the cookie goes with the browser and the session after a quarter of an hour', async () => {
  const answer = await device(world).try(signIn, { ...kofi, sharedDevice: true })
  expect(answer).toMatchObject({ value: { sharedDevice: true, idleSeconds: 900 } })
  expect(String(answer.headers['set-cookie'])).not.toContain('Max-Age')
})

test('only a hash of the token is kept', async () => {
  const on = device(world)
  await on.call(signIn, kofi)
  const rows = await world.sql('select row_to_json(s)::text as row from session s')
  for (const { row } of rows) expect(row).not.toContain(on.cookies.get('__Host-weft_people'))
})

test('unknown, wrong, without a password, suspended and closed are one answer', async () => {
  await world.sql(`update account set state = 'suspended' where id = $1`, [world.cast.people.gary.accountId])
  const wrong = [
    { ...kofi, password: 'not the password' },
    { ...kofi, email: 'nobody@demo.example' },
    { ...kofi, email: 'meera@demo.example' },
    { ...kofi, email: 'gary@demo.example' },
  ]
  const answers = []
  for (const one of wrong) answers.push(face(await device(world).try(signIn, one)))
  expect(answers[0]).toMatchObject({ status: 401 })
  for (const answer of answers) expect(answer).toEqual(answers[0])
  await world.sql(`update account set state = 'active' where id = $1`, [world.cast.people.gary.accountId])
})

test('after five wrong tries the wait is a minute, and longer after each further one, whoever the address belongs to', async () => {
  for (const email of ['kofi@demo.example', 'nobody@demo.example']) {
    world.clock.advance({ hours: 2 })
    const attempt = (password = 'not the password') => device(world).try(signIn, { ...kofi, email, password })
    for (let n = 0; n < 5; n += 1) expect((await attempt()).status).toBe(401)
    expect(await attempt(goodPassword)).toMatchObject({ status: 429, headers: { 'retry-after': '60' } })
    world.clock.advance({ minutes: 1 })
    expect((await attempt()).status).toBe(401)
    expect(await attempt()).toMatchObject({ status: 429, headers: { 'retry-after': '120' } })
    world.clock.advance({ minutes: 2 })
    expect((await attempt()).status).toBe(401)
    expect(await attempt()).toMatchObject({ status: 429, headers: { 'retry-after': '240' } })
  }
})

test('it is never a lock: the wait ends, and the right password forgets what went before', async () => {
  const attempt = (password: string) => device(world).try(signIn, { ...kofi, password })
  for (let n = 0; n < 5; n += 1) await attempt('not the password')
  world.clock.advance({ minutes: 1 })
  expect((await attempt(goodPassword)).status).toBe(200)
  expect((await attempt('not the password')).status).toBe(401)
  expect((await attempt(goodPassword)).status).toBe(200)
})

test('a code opens though the password has to wait', async () => {
  for (let n = 0; n < 6; n += 1) await device(world).try(signIn, { ...kofi, password: 'not the password' })
  await device(world).call(sendSignInCode, { email: kofi.email, app: 'people' })
  const code = await mailedCode(world, kofi.email)
  expect((await device(world).try(signInWithCode, { email: kofi.email, app: 'people', code })).status).toBe(200)
})

test('twenty wrong tries in a minute make their network wait', async () => {
  for (let n = 0; n < 20; n += 1)
    await device(world).try(signIn, { ...kofi, email: `nobody-${n}@demo.example`, password: 'x' })
  expect((await device(world).try(signIn, kofi)).status).toBe(429)
  world.clock.advance({ minutes: 1, seconds: 1 })
  expect((await device(world).try(signIn, kofi)).status).toBe(200)
})

test('work addresses reach staff hats only, others patient and carer hats only', async () => {
  expect((await device(world).try(signIn, { ...sam, app: 'people' })).status).toBe(401)
  expect((await device(world).try(signIn, { ...kofi, app: 'staff' })).status).toBe(401)
  expect((await device(world, 'staff').try(signIn, sam)).status).toBe(200)
})

test('a worker who also uses Weft for themselves keeps the two apart', async () => {
  const { accountId } = world.cast.people.nia
  await world.sql(`insert into account_hat (account_id, hat) values ($1, 'patient')`, [accountId])
  await world.sql(
    `insert into account_address (id, account_id, kind, value, verified_at) values (gen_random_uuid(), $1, 'email', 'nia@home.example', now())`,
    [accountId],
  )
  const atWork = await device(world, 'staff').call(signIn, { ...sam, email: 'nia@demo.example' })
  expect(atWork.hats).toEqual(['coordinator'])
  expect(atWork.personId).toBeUndefined()
  const atHome = await device(world).call(signIn, { ...kofi, email: 'nia@home.example' })
  expect(atHome.hats).toEqual(['patient'])
  expect(atHome).not.toHaveProperty('organisation')
  expect((await device(world).try(signIn, { ...kofi, email: 'nia@demo.example' })).status).toBe(401)
})

test('the portal names the job and the organisation', async () => {
  const session = await device(world, 'staff').call(signIn, sam)
  expect(session).toMatchObject({ role: 'nurse', organisation: 'Whitlow Mental Health Trust', idleSeconds: 900 })
  expect(session.deviceSecret).toBeUndefined()
  expect(new Date(session.endsAt).getTime()).toBe(world.clock.now().getTime() + 8 * 3_600_000)
})

test('a colleague who is not active is unknown', async () => {
  await world.sql(`update staff set state = 'suspended' where id = $1`, [world.cast.people.priya.staffId])
  const answer = await device(world, 'staff').try(signIn, { ...sam, email: 'priya@demo.example' })
  expect(answer).toMatchObject({ status: 401, problem: { code: 'details-do-not-match' } })
})

test('the two apps have separate sessions side by side', async () => {
  const cookies = new Map<string, string>()
  const [people, staff] = [device(world, 'people', cookies), device(world, 'staff', cookies)]
  await people.call(signIn, kofi)
  await staff.call(signIn, sam)
  expect((await people.call(getSession, {})).displayName).toBe('Kofi Mensah')
  expect((await staff.call(getSession, {})).displayName).toBe('Sam Okafor')
  const swapped = new Map([['__Host-weft_staff', cookies.get('__Host-weft_people') as string]])
  expect((await device(world, 'staff', swapped).try(getSession, {})).status).toBe(401)
})

test('signing in on a device that is signed in ends what was open there', async () => {
  const on = device(world)
  await on.call(signIn, kofi)
  const before = new Map(on.cookies)
  await on.call(signIn, { ...kofi, email: 'denise@demo.example' })
  expect((await device(world, 'people', before).try(getSession, {})).status).toBe(401)
})

test('the hat worn last is worn again', async () => {
  const raj = await world.as('raj', 'patient')
  await givePassword(world, 'raj')
  await world.sql(`update session set last_used_at = $2 where id = $1`, [raj.scope.sessionId, world.clock.now()])
  expect((await device(world).call(signIn, { ...kofi, email: 'raj@demo.example' })).hat).toBe('patient')
})

test('asking for a sign-in code is answered alike whether or not there is an account, and only an account gets mail', async () => {
  const addresses = ['kofi@demo.example', 'nobody@demo.example', 'sam@demo.example']
  const answers = []
  for (const email of addresses) answers.push(face(await device(world).try(sendSignInCode, { email, app: 'people' })))
  expect(answers[0]).toMatchObject({ status: 202, bytes: '{}' })
  for (const answer of answers) expect(answer).toEqual(answers[0])
  expect(await newestMail(world, 'kofi@demo.example')).toMatch(/^\d{6}$/)
  expect(await newestMail(world, 'nobody@demo.example')).toBeUndefined()
  expect(await newestMail(world, 'sam@demo.example')).toBeUndefined()
})

test('spending a code for an address without an account is refused as a wrong code is', async () => {
  const spend = async (email: string) => {
    await device(world).call(sendSignInCode, { email, app: 'people' })
    await world.app.jobs.run('code.issue')
    const [row] = await world.sql(`select body from mail where to_address = $1 order by id desc limit 1`, [email])
    return face(
      await device(world).try(signInWithCode, { email, app: 'people', code: anotherCode(row?.body ?? '123456') }),
    )
  }
  expect(await spend('nobody@demo.example')).toEqual(await spend('kofi@demo.example'))
})

test('a code is good once, in its own app', async () => {
  await device(world).call(sendSignInCode, { email: kofi.email, app: 'people' })
  const code = await mailedCode(world, kofi.email)
  expect((await device(world, 'staff').try(signInWithCode, { email: kofi.email, app: 'staff', code })).status).toBe(401)
  const both = await Promise.all(
    [1, 2].map(() => device(world).try(signInWithCode, { email: kofi.email, app: 'people', code })),
  )
  expect(both.map((one) => one.status).sort()).toEqual([200, 401])
  expect((await device(world).try(signInWithCode, { email: kofi.email, app: 'people', code })).status).toBe(401)
})

test('five wrong codes kill a sign-in code', async () => {
  await device(world).call(sendSignInCode, { email: kofi.email, app: 'people' })
  const code = await mailedCode(world, kofi.email)
  for (let n = 0; n < 5; n += 1)
    await device(world).try(signInWithCode, { email: kofi.email, app: 'people', code: anotherCode(code) })
  expect((await device(world).try(signInWithCode, { email: kofi.email, app: 'people', code })).status).toBe(401)
})

test('the device secret is the same at each sign-in of one account and of nobody else', async () => {
  const [one, again] = [await device(world).call(signIn, kofi), await device(world).call(signIn, kofi)]
  const other = await device(world).call(signIn, { ...kofi, email: 'denise@demo.example' })
  expect(one.deviceSecret).toHaveLength(43)
  expect(again.deviceSecret).toBe(one.deviceSecret)
  expect(other.deviceSecret).not.toBe(one.deviceSecret)
})

test('an address is the same in any case and with spaces around it', async () => {
  await signUp(world, device(world), 'Åsa.Berg@Post.example'.replace('Å', 'A'))
  const answer = await device(world).try(signIn, { ...kofi, email: '  ASA.berg@post.EXAMPLE ' })
  expect(answer.status).toBe(200)
})
