import { randomUUID } from 'node:crypto'
import { getConversation, listConversations } from '@weft/contract/conversations/operations.ts'
import { askForExport, closeAccount, getMyAccount, keepAccount } from '@weft/contract/my-data/operations.ts'
import { getOwn } from '@weft/contract/own/operations.ts'
import { getSession, listDevices, proveAgain, sendSignInCode, signIn } from '@weft/contract/people/operations.ts'
import { askToSee, startSharing } from '@weft/contract/sharing/operations.ts'
import { listSharedTrackers, logSleep } from '@weft/contract/trackers/operations.ts'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { device } from '../../../test/device.ts'
import { liveALittle } from '../../../test/own-life.ts'
import { eventsOf, say } from '../../../test/talk.ts'
import { type Actor, makeWorld, type World } from '../../../test/world.ts'
import { linkCarer, setRestriction } from '../access/commands.ts'
import { openSession } from '../people/open-session.ts'
import { hashPassword } from '../people/password.ts'

const password = 'three plums and a lemon'
const canary = 'canary-of-kofi'
let world: World
let kofi: Actor
let sam: Actor
let personId: string
beforeEach(async () => {
  world = await makeWorld({ operationLimits: {} })
  kofi = await world.as('kofi')
  sam = await world.as('sam')
  personId = kofi.scope.personId as string
  await world.sql('update account set password_hash = $2 where id = $1', [
    kofi.scope.accountId,
    await hashPassword(password),
  ])
})
afterEach(() => world.close())

const close = () => kofi.call(closeAccount, { word: 'close' })
const share = (scope: string) =>
  kofi.try(startSharing, {
    personId,
    changeId: randomUUID(),
    shareId: randomUUID(),
    serviceId: world.cast.services.wellbeing,
    scope,
    from: 'everything',
  })
const seenBySam = () =>
  sam.try(listSharedTrackers, {
    personId,
    serviceId: world.cast.services.wellbeing,
    from: '2026-04-01',
    to: '2026-04-15',
  })
/** Signs Kofi in as anybody does, on a device of his own. */
const comeBack = async () => {
  const phone = device(world)
  return { phone, session: await phone.call(signIn, { email: 'kofi@demo.example', password, app: 'people' }) }
}

test('before it is closed, the screen says who keeps notes and until when', async () => {
  expect(await kofi.call(getMyAccount, {})).toEqual({
    keepers: [{ service: 'Lichfield Wellbeing', organisation: 'Whitlow Mental Health Trust', untilYear: 2046 }],
  })
  expect(await (await world.as('gary')).call(getMyAccount, {})).toEqual({ keepers: [] })
})

test('closing holds from that moment: nothing is shared, no carer sees, no other device is in, and the team reads that I left', async () => {
  await liveALittle(kofi, world.clock.now())
  const unshared = await seenBySam()
  await share('mood')
  expect(JSON.stringify(await seenBySam())).toContain('A slow day')
  const raj = world.cast.people.raj.accountId
  await world.app.runner.act('access', (ctx) =>
    linkCarer(ctx, {
      carerLinkId: randomUUID(),
      carerAccountId: raj,
      personId,
      relationship: 'friend',
      basis: 'consent',
      scopes: ['shared_trackers'],
      serviceIds: [world.cast.services.wellbeing],
    }),
  )
  await sam.call(askToSee, { personId, serviceId: world.cast.services.wellbeing, askId: randomUUID(), scope: 'sleep' })
  const other = await comeBack()
  expect((await kofi.call(listDevices, {})).devices).toHaveLength(2)

  expect(await close()).toMatchObject({
    closing: { askedAt: '2026-04-15T09:20:00.000Z', erasedAt: '2026-04-29T09:20:00.000Z' },
  })
  expect(await seenBySam()).toEqual(unshared)
  expect(await world.sql(`select from share_grant where person_id = $1 and state = 'granted'`, [personId])).toEqual([])
  expect(await world.sql('select state from share_ask where person_id = $1', [personId])).toEqual([{ state: 'lapsed' }])
  expect(await world.sql(`select scopes, state from carer_link where person_id = $1`, [personId])).toEqual([
    { scopes: [], state: 'active' },
  ])
  expect(await other.phone.try(getSession, {})).toMatchObject({ status: 401 })
  const seen = await sam.call(getConversation, { conversationId: world.cast.conversations.kofi })
  expect(seen.messages.at(-1)?.line).toMatchObject({ type: 'left', name: 'Kofi' })
  expect(seen.members.every((member) => member.isTeam)).toBe(true)
})

test('while it is being closed it opens nothing and shares nothing, whatever an old device sends', async () => {
  await liveALittle(kofi, world.clock.now())
  await close()
  expect(await kofi.try(getOwn, { personId })).toMatchObject({ status: 404 })
  expect(await share('mood')).toMatchObject({ status: 404 })
  expect(await kofi.try(askForExport, { personId, exportId: randomUUID() })).toMatchObject({ status: 404 })
  expect((await kofi.call(listConversations, { accountId: kofi.scope.accountId, hat: 'patient' })).rows).toEqual([])
  expect(await kofi.call(getSession, {})).toMatchObject({ closing: { erasedAt: '2026-04-29T09:20:00.000Z' } })
  const grants = 'select category from authz_grant where account_id = $1'
  expect(await world.sql(grants, [kofi.scope.accountId])).toEqual([])
})

test('whoever finds the phone unlocked cannot close it, nor open again what I closed', async () => {
  world.clock.advance({ minutes: 11 })
  expect(await kofi.try(closeAccount, { word: 'close' })).toMatchObject({
    status: 403,
    problem: { code: 'prove-again' },
  })
  expect(await kofi.try(closeAccount, { word: 'Close!' as 'close' })).toMatchObject({ status: 422 })
  await kofi.call(proveAgain, { password })
  await close()
  world.clock.advance({ minutes: 11 })
  expect(await kofi.try(keepAccount, {})).toMatchObject({ problem: { code: 'prove-again' } })
  expect(await kofi.call(getSession, {})).toHaveProperty('closing')
})

test('I am told of it by a letter that says nothing', async () => {
  await close()
  await close()
  const letters = await world.sql(`select to_address, subject, body, link from mail where effect_key like 'closing %'`)
  expect(letters).toEqual([
    { to_address: 'kofi@demo.example', subject: 'You have an update', body: 'You have an update.', link: '/sign-in' },
  ])
})

test('on day 13 I sign in and keep it: all of mine is there, and nothing is shared any more', async () => {
  await liveALittle(kofi, world.clock.now(), canary)
  await share('mood')
  await say(kofi, world.cast.conversations.kofi, 'before I closed it')
  await close()
  world.clock.advance({ days: 13 })
  await world.app.jobs.run('account.erase')
  const { phone, session } = await comeBack()
  expect(session).toHaveProperty('closing')
  await phone.call(keepAccount, {})
  await phone.call(keepAccount, {})
  expect(await phone.call(getSession, {})).not.toHaveProperty('closing')
  const owned = await phone.call(getOwn, { personId })
  expect(owned.goals.goals).toHaveLength(2)
  expect(owned.sharing.shares).toEqual([])
  const { messages } = await phone.call(getConversation, { conversationId: world.cast.conversations.kofi })
  expect(messages.map((message) => message.line?.type ?? message.body)).toContain('before I closed it')
  world.clock.advance({ days: 2 })
  await world.app.jobs.run('account.erase')
  expect((await world.sql('select from goal where person_id = $1', [personId])).length).toBe(2)
})

test('14 days and a minute later nothing of mine is left in any table, whatever the queue forgot; what the service wrote stays', async () => {
  await liveALittle(kofi, world.clock.now(), canary)
  const night = {
    forDate: '2026-04-15',
    recordedAt: '2026-04-15T09:20:00.000Z',
    minutesSlept: 300,
    note: `${canary} again`,
  }
  await kofi.call(logSleep, { personId, changeId: randomUUID(), ...night })
  await world.sql(`insert into tip_topics (person_id, topics, changed_at) values ($1, '{}', now())`, [personId])
  await share('mood')
  await say(kofi, world.cast.conversations.kofi, 'a message stays')
  await device(world).call(sendSignInCode, { email: 'kofi@demo.example', app: 'people' })
  const exportId = randomUUID()
  await kofi.call(askForExport, { personId, exportId })
  await world.app.jobs.run('export.make')
  // Whoever adds a table of the personal class lives a little there too, and says what `forget` does to it.
  expect(await personalTables('empty')).toEqual(['tip_bookmark'])
  await close()
  world.clock.advance({ days: 14, minutes: -1 })
  await world.app.jobs.run('account.erase')
  expect(await whereIs(canary)).not.toEqual([])
  world.clock.advance({ minutes: 2 })
  await world.app.jobs.run('account.erase')
  await world.app.jobs.run('account.erase')

  expect(await whereIs(canary)).toEqual([])
  expect(await whereIs('kofi@demo.example')).toEqual([])
  expect(await personalTables('filled')).toEqual([])
  for (const table of ['own_change', 'goal_version', 'diary_entry_version', 'person_text_version', 'coping_tap'])
    expect([table, await world.sql(`select from ${table} where person_id = $1`, [personId])]).toEqual([table, []])
  expect(
    await world.sql(`select state, password_hash, display_name from account where id = $1`, [kofi.scope.accountId]),
  ).toEqual([{ state: 'closed', password_hash: null, display_name: 'Erased' }])
  expect(await world.sql('select from session where account_id = $1', [kofi.scope.accountId])).toEqual([])
  expect(await eventsOf(world, `own:${personId}`)).toBe('too-old')
  const again = await device(world).try(signIn, { email: 'kofi@demo.example', password, app: 'people' })
  expect(again).toMatchObject({ status: 401, problem: { code: 'details-do-not-match' } })
  expect(await whereIs('a message stays')).toContain('message')
  expect(await world.sql('select family_name from person where id = $1', [personId])).toEqual([
    { family_name: 'Mensah' },
  ])
  expect(await world.sql('select state from enrolment where person_id = $1', [personId])).toEqual([{ state: 'active' }])
})

test('of somebody who was with no service not even the name stays', async () => {
  const gary = await world.as('gary')
  await gary.call(closeAccount, { word: 'close' })
  world.clock.advance({ days: 14 })
  await world.app.jobs.run('account.erase')
  for (const word of ['Gary', 'Stone', 'gary@demo.example']) expect([word, await whereIs(word)]).toEqual([word, []])
})

test('somebody who works here too loses nothing of their work, and work sees nothing of it', async () => {
  const { accountId } = sam.scope
  const own = randomUUID()
  await world.sql(`insert into person (id, known_as, identity_level) values ($1, 'Sam', 'L0')`, [own])
  await world.sql('update account set person_id = $2 where id = $1', [accountId, own])
  await world.sql(`insert into account_hat (account_id, hat) values ($1, 'patient')`, [accountId])
  await world.app.runner.act('access', (ctx) => ctx.announce('account.opened', { accountId, personId: own }))
  const { token } = await world.app.runner.act('identity', (ctx) =>
    openSession(ctx, { accountId, app: 'people', hat: 'patient', sharedDevice: false, device: 'A phone' }),
  )
  const closed = await world.inject({
    method: 'POST',
    url: '/api/me/account/close',
    headers: { cookie: `__Host-weft_people=${token}` },
    payload: { word: 'close' },
  })
  expect(closed.statusCode).toBe(200)
  expect(await sam.call(getSession, {})).not.toHaveProperty('closing')
  expect(await sam.try(getMyAccount, {})).toMatchObject({ status: 404 })
  world.clock.advance({ days: 14, minutes: 1 })
  await world.app.jobs.run('account.erase')
  expect(await world.sql('select state, display_name from account where id = $1', [accountId])).toEqual([
    { state: 'active', display_name: 'Sam Okafor' },
  ])
  expect(await world.sql('select hat from account_hat where account_id = $1', [accountId])).toEqual([
    { hat: 'practitioner' },
  ])
})

test('a record that is frozen is not erased until it is no longer', async () => {
  await liveALittle(kofi, world.clock.now(), canary)
  await close()
  const restrictionId = randomUUID()
  await world.app.runner.act('access', (ctx) =>
    setRestriction(ctx, { restrictionId, personId, kind: 'freeze', reason: 'a review' }),
  )
  world.clock.advance({ days: 15 })
  await world.app.jobs.run('account.erase')
  expect(await whereIs(canary)).not.toEqual([])
  await world.sql(`update restriction set state = 'ended' where id = $1`, [restrictionId])
  await world.app.jobs.run('account.erase')
  expect(await whereIs(canary)).toEqual([])
})

/** The tables of the whole database in which a word stands anywhere, files of one's own unpacked or not. */
async function whereIs(word: string): Promise<string[]> {
  const tables = await world.sql(
    `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and not relispartition order by 1`,
  )
  const asked = tables.map(
    ({ name }) => `(select '${name}' as name from ${name} t where strpos(lower(t::text), lower($1)) > 0 limit 1)`,
  )
  return (await world.sql(asked.join(' union all '), [word])).map((row) => row.name).sort()
}

/** Tables of the personal class (domain.md 3.1) in which Kofi has something, or nothing; who he is apart. */
async function personalTables(wanted: 'filled' | 'empty'): Promise<string[]> {
  const tables = await world.sql(
    `select table_name as name from information_schema.columns
     where table_schema = 'public' and column_name = 'record_class' and column_default like '''personal''%' and table_name <> 'person' order by 1`,
  )
  const asked = tables.map(
    ({ name }) => `select '${name}' as name, exists (select from ${name} where person_id = $1) as is_filled`,
  )
  const rows = await world.sql(asked.join(' union all '), [personId])
  return rows
    .filter((row) => row.is_filled === (wanted === 'filled'))
    .map((row) => row.name)
    .sort()
}
