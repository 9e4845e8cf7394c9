import { randomUUID } from 'node:crypto'
import {
  completeSignUp,
  getSession,
  proveSignUp,
  resendSignUpCode,
  startSignUp,
} from '@weft/contract/people/operations.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { anotherCode, device, goodPassword, lastPage, mailedCode, newestMail, signUp } from '../../../test/device.ts'
import { makeWorld, type World } from '../../../test/world.ts'

let world: World
let count = 0
const newAddress = () => {
  count += 1
  return `new-${count}@post.example`
}

beforeAll(async () => {
  world = await makeWorld()
})
afterAll(() => world.close())

async function started(email = newAddress()) {
  const on = device(world)
  const signUpId = randomUUID()
  await on.call(startSignUp, { signUpId, email })
  return { on, signUpId, email, code: await mailedCode(world, email) }
}

const accountsOf = (email: string) =>
  world.sql('select a.* from account a join account_address d on d.account_id = a.id where d.value = $1', [email])

test('three steps make an account with a person, the patient hat and an open session', async () => {
  const on = device(world)
  const session = await signUp(world, on, 'zofia@post.example', 'Zofia')
  expect(session).toMatchObject({ app: 'people', hat: 'patient', hats: ['patient'], displayName: 'Zofia' })
  expect(await on.call(getSession, {})).toEqual(session)
  const [account] = await accountsOf('zofia@post.example')
  expect(account.person_id).toBe(session.personId)
  expect(account.accepted_texts.map((one: { text: string }) => one.text)).toEqual(['age_13', 'terms', 'privacy'])
  expect(account.password_hash).toMatch(/^\$argon2id\$/)
  const [person] = await world.sql('select * from person where id = $1', [session.personId])
  expect(person).toMatchObject({ known_as: 'Zofia', identity_level: 'L0', record_class: 'personal' })
  expect(person.controller_id).toBe(world.cast.orgs.trust)
})

test('whoever signs up may read their own person and nobody else', async () => {
  const session = await signUp(world, device(world), newAddress())
  const seen = await world.app.db.as(
    {
      kind: 'account',
      requestId: 't',
      sessionId: session.sessionId,
      accountId: session.accountId,
      app: 'people',
      hat: 'patient',
    },
    (tx) => tx.query('select id from person'),
  )
  expect(seen.rows).toEqual([{ id: session.personId }])
})

test('an address in use gets the same answer, and its holder a mail that holds no code', async () => {
  const email = 'kofi@demo.example'
  const answers = []
  for (const one of [newAddress(), email])
    answers.push(await device(world).try(startSignUp, { signUpId: randomUUID(), email: one }))
  expect(answers[0]?.status).toBe(202)
  expect(answers[1]?.status).toBe(202)
  expect(answers[1]?.bytes).toBe(answers[0]?.bytes)
  expect(await newestMail(world, email)).toBe('You have an update.')
})

test('no code opens a sign-up for an address in use', async () => {
  const on = device(world)
  const signUpId = randomUUID()
  await on.call(startSignUp, { signUpId, email: 'denise@demo.example' })
  await world.app.jobs.run('code.issue')
  expect(await on.try(proveSignUp, { signUpId, code: '123456' })).toMatchObject({
    status: 401,
    problem: { code: 'code-not-right' },
  })
})

test('five wrong codes kill the code, and each counts though it is refused', async () => {
  const { on, signUpId, code } = await started()
  const wrong = anotherCode(code)
  for (let n = 0; n < 4; n += 1) expect((await on.try(proveSignUp, { signUpId, code: wrong })).status).toBe(401)
  const other = await started()
  expect((await on.try(proveSignUp, { signUpId, code })).status).toBe(200)
  expect((await on.try(proveSignUp, { signUpId, code: wrong })).status).toBe(401)
  expect((await on.try(proveSignUp, { signUpId, code })).status).toBe(401)
  expect((await other.on.try(proveSignUp, { signUpId: other.signUpId, code: other.code })).status).toBe(200)
})

test('wrong codes sent all at once are no more than five tries', async () => {
  const { signUpId, code } = await started()
  const wrong = anotherCode(code)
  await Promise.all(Array.from({ length: 9 }, () => device(world).try(proveSignUp, { signUpId, code: wrong })))
  const [row] = await world.sql(`select tries_left from one_time_code where bound_to = $1`, [signUpId])
  expect(row.tries_left).toBe(0)
  expect((await device(world).try(proveSignUp, { signUpId, code })).status).toBe(401)
})

test('a code of another sign-up opens nothing', async () => {
  const [one, other] = [await started(), await started()]
  if (one.code === other.code) return
  expect((await one.on.try(proveSignUp, { signUpId: one.signUpId, code: other.code })).status).toBe(401)
})

test('a code runs out after ten minutes', async () => {
  const [early, late] = [await started(), await started()]
  world.clock.advance({ minutes: 9, seconds: 59 })
  expect((await early.on.try(proveSignUp, { signUpId: early.signUpId, code: early.code })).status).toBe(200)
  world.clock.advance({ seconds: 1 })
  expect((await late.on.try(proveSignUp, { signUpId: late.signUpId, code: late.code })).status).toBe(401)
})

test('only the device that proved the address may finish, and proving elsewhere moves that right', async () => {
  const { on, signUpId, code } = await started()
  const elsewhere = device(world)
  expect((await on.try(completeSignUp, lastPage(signUpId))).status).toBe(401)
  await on.call(proveSignUp, { signUpId, code })
  expect((await elsewhere.try(completeSignUp, lastPage(signUpId))).status).toBe(401)
  await elsewhere.call(proveSignUp, { signUpId, code })
  expect((await on.try(completeSignUp, lastPage(signUpId))).status).toBe(401)
  expect((await elsewhere.try(completeSignUp, lastPage(signUpId))).status).toBe(201)
})

test('finishing twice makes one account', async () => {
  const { on, signUpId, email, code } = await started()
  await on.call(proveSignUp, { signUpId, code })
  const cookies = new Map(on.cookies)
  const first = await on.call(completeSignUp, lastPage(signUpId))
  const again = await device(world, 'people', cookies).call(completeSignUp, lastPage(signUpId))
  expect(again.accountId).toBe(first.accountId)
  expect(await accountsOf(email)).toHaveLength(1)
})

test('of two sign-ups for one mailbox, one makes the account', async () => {
  const email = newAddress()
  const one = await started(email)
  world.clock.advance({ seconds: 1 })
  const other = await started(email)
  for (const { on, signUpId, code } of [one, other]) await on.call(proveSignUp, { signUpId, code })
  expect((await one.on.try(completeSignUp, lastPage(one.signUpId))).status).toBe(201)
  expect((await other.on.try(completeSignUp, lastPage(other.signUpId))).status).toBe(401)
  expect(await accountsOf(email)).toHaveLength(1)
})

test('one of the commonest passwords is refused, and the address stays proved', async () => {
  const { on, signUpId, code } = await started()
  await on.call(proveSignUp, { signUpId, code })
  const refused = await on.try(completeSignUp, lastPage(signUpId, 'Password123!'))
  expect(refused).toMatchObject({ status: 422, problem: { fields: [{ path: 'password' }] } })
  expect((await on.try(completeSignUp, lastPage(signUpId, goodPassword))).status).toBe(201)
})

test('each of the three ticks is needed', async () => {
  const { on, signUpId, code } = await started()
  await on.call(proveSignUp, { signUpId, code })
  for (const tick of ['isThirteenOrOver', 'agreesToTerms', 'hasReadPrivacy'] as const) {
    expect((await on.try(completeSignUp, { ...lastPage(signUpId), [tick]: false } as never)).status).toBe(422)
  }
})

test('a code is sent again after half a minute at the earliest, and replaces the one before', async () => {
  const { on, signUpId, email, code } = await started()
  expect(await on.try(resendSignUpCode, { signUpId })).toMatchObject({ status: 429, headers: { 'retry-after': '30' } })
  world.clock.advance({ seconds: 30 })
  await on.call(resendSignUpCode, { signUpId })
  const newer = await mailedCode(world, email)
  if (newer !== code) expect((await on.try(proveSignUp, { signUpId, code })).status).toBe(401)
  expect((await on.try(proveSignUp, { signUpId, code: newer })).status).toBe(200)
})

test('an address gets five codes an hour, and asking for a sixth is answered as ever', async () => {
  const { on, signUpId, email } = await started()
  for (let n = 0; n < 5; n += 1) {
    world.clock.advance({ minutes: 1 })
    expect((await on.try(resendSignUpCode, { signUpId })).status).toBe(202)
    await world.app.jobs.run('code.issue')
  }
  const count = () => world.sql('select count(*)::int as n from mail where to_address = $1', [email])
  expect(await count()).toEqual([{ n: 5 }])
  world.clock.advance({ hours: 1 })
  await on.call(resendSignUpCode, { signUpId })
  await world.app.jobs.run('code.issue')
  expect(await count()).toEqual([{ n: 6 }])
})

test('a repeated first step sends no second code; the same id with another address is refused', async () => {
  const { on, signUpId, email } = await started()
  await on.call(startSignUp, { signUpId, email, calledName: 'Ines' })
  await world.app.jobs.run('code.issue')
  expect(await world.sql('select id from mail where to_address = $1', [email])).toHaveLength(1)
  const other = await on.try(startSignUp, { signUpId, email: newAddress() })
  expect(other).toMatchObject({ status: 422, problem: { code: 'same-id-other-words' } })
})

test('a work address is asked to be left at work', async () => {
  await world.sql(`update organisation set email_domains = '{Kindling.example}' where id = $1`, [
    world.cast.orgs.coaching,
  ])
  const refused = await device(world).try(startSignUp, { signUpId: randomUUID(), email: 'someone@kindling.example' })
  expect(refused).toMatchObject({ status: 422, problem: { fields: [{ path: 'email' }] } })
})

test('a mail with a code holds the code alone', async () => {
  const { email, code } = await started()
  expect(await world.sql('select subject, body, link from mail where to_address = $1', [email])).toEqual([
    { subject: 'Your code', body: code, link: null },
  ])
})
