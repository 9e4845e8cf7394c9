import { randomUUID } from 'node:crypto'
import { sendMessage, withdrawMessage } from '@weft/contract/conversations/operations.ts'
import { WeftFile } from '@weft/contract/my-data/file.ts'
import { askForExport, openExport } from '@weft/contract/my-data/operations.ts'
import { ownChannel } from '@weft/contract/own/channel.ts'
import { getOwn } from '@weft/contract/own/operations.ts'
import { proveAgain } from '@weft/contract/people/operations.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import * as z from 'zod/v4/core'
import { liveALittle } from '../../../test/own-life.ts'
import { convergesFor, say } from '../../../test/talk.ts'
import { unzip } from '../../../test/unzip.ts'
import { type Actor, makeWorld, type World } from '../../../test/world.ts'
import { setRestriction } from '../access/commands.ts'
import { hashPassword } from '../people/password.ts'

const password = 'three plums and a lemon'
let world: World
let kofi: Actor
let personId: string
beforeAll(async () => {
  world = await makeWorld({ operationLimits: {} })
  kofi = await world.as('kofi')
  personId = kofi.scope.personId as string
  await world.sql('update account set password_hash = $2 where id = $1', [
    kofi.scope.accountId,
    await hashPassword(password),
  ])
  await liveALittle(kofi, world.clock.now())
})
afterAll(() => world.close())

/** As a device does it: asks, hears that it is ready, opens. */
async function takeAlong(): Promise<Map<string, string>> {
  const exportId = randomUUID()
  await kofi.call(askForExport, { personId, exportId })
  await world.app.jobs.run('export.make')
  const { archive } = await kofi.call(openExport, { personId, exportId })
  await world.sql('delete from my_export')
  return unzip(Buffer.from(archive, 'base64'))
}

test('the archive holds everything of mine, to read, for a spreadsheet and to bring back', async () => {
  const files = await takeAlong()
  const file = JSON.parse(files.get('weft.json') as string)
  expect(z.parse(WeftFile, file)).toEqual(file)
  expect(file).toMatchObject({
    goals: [
      { words: 'Open the letters', state: 'achieved' },
      { words: 'Walk to the park', steps: [{ text: 'Find my shoes' }, {}], ratings: [{ value: 4 }] },
    ],
    sleep: [{ minutesSlept: 390 }, { diary: { outOfBed: '07:15' } }],
    problems: [{ words: 'Going outside', ratings: [{ value: 6 }] }],
    coping: [{ words: 'Ring Joe', taps: [{ kind: 'helped' }] }],
    safetyPlan: { parts: { people: [{ phone: '07700 900111' }] } },
    aboutMe: { texts: { howToTalk: 'Slowly' } },
    reminders: [{ words: 'Tablets' }],
    helpWith: ['sleep', 'goals'],
  })
  const csvs = [...files.keys()].filter((name) => name.startsWith('csv/'))
  for (const name of [
    'goals',
    'steps',
    'goal-ratings',
    'sleep',
    'problems',
    'moods',
    'moments',
    'diary',
    'coping',
    'safety-plan',
    'about-me',
    'reminders',
    'services',
  ])
    expect(csvs).toContain(`csv/${name}.csv`)
})

test('what I wrote runs nowhere: no script in the page, no formula in a spreadsheet', async () => {
  const files = await takeAlong()
  const html = files.get('index.html') as string
  expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;')
  expect(html).not.toMatch(/<script|<a |<img|<link|javascript:|https?:/i)
  expect(html).toContain(`default-src 'none'`)
  expect(files.get('csv/diary.csv')).toContain(`"'=1+1 is how it starts, “<script>alert(1)</script>”\nand goes on"`)
})

test('messages come as I saw them: withdrawn ones marked, and nothing of carers or of the team’s own', async () => {
  const { kofi: mine, meera, raj } = world.cast.conversations
  const sam = await world.as('sam')
  await say(kofi, mine, 'my own words')
  const slip = await say(sam, mine, 'words for somebody else')
  await sam.call(withdrawMessage, { conversationId: mine, messageId: slip.messageId })
  const [note] = await world.sql('select id from conversation where note_of = $1', [mine])
  await sam.call(sendMessage, { conversationId: note.id, messageId: randomUUID(), body: 'a note of the team' })
  await say(await world.as('meera'), meera, 'what meera wrote')
  await say(await world.as('raj', 'carer'), raj, 'what a carer wrote')
  const all = [...(await takeAlong()).values()].join('\n')
  for (const there of ['my own words', 'Sam Okafor', 'nurse', 'Message withdrawn']) expect(all).toContain(there)
  expect(all).not.toMatch(
    /words for somebody else|a note of the team|what meera wrote|what a carer wrote|Meera|password_hash/,
  )
  expect(all).not.toContain(sam.scope.accountId)
})

test('somebody whom no service knows well gets what is their own, and nothing that a service holds', async () => {
  await world.sql(`update person set identity_level = 'L0' where id = $1`, [personId])
  const files = await takeAlong()
  await world.sql(`update person set identity_level = 'L2' where id = $1`, [personId])
  expect(files.get('weft.json')).toContain('Walk to the park')
  const all = [...files.values()].join('\n')
  expect(all).not.toMatch(/my own words|Lichfield Wellbeing|Sam Okafor/)
})

test('where I live and my numbers are for a service to say: whoever took over my invitation does not learn them here', async () => {
  await world.sql(
    `update person set nhs_number = '9434765919', address = '1 Elm Row', postcode = 'WS13 6AB', phones = '["07700 900222"]', previous_surname = 'Mbeki',
       safe_contact = '{"numbers": ["07700 900333"], "alias": "Dot", "doNotPost": true}' where id = $1`,
    [personId],
  )
  const known = [...(await takeAlong()).values()].join('\n')
  expect(known).not.toMatch(/Elm Row|WS13|900222|900333/)
  for (const there of ['9434765919', 'Mbeki']) expect(known).toContain(there)
  expect(known).toContain('ask the service for it')
  await world.sql(`update person set identity_level = 'L1' where id = $1`, [personId])
  const hardly = [...(await takeAlong()).values()].join('\n')
  await world.sql(`update person set identity_level = 'L2' where id = $1`, [personId])
  expect(hardly).not.toMatch(/9434765919|Mbeki|"Dot"|Elm Row|900222|900333/)
})

test('while my record is frozen nothing of a service goes out: not in a new file, and not in one that was ready', async () => {
  const exportId = randomUUID()
  await kofi.call(askForExport, { personId, exportId })
  await world.app.jobs.run('export.make')
  const restrictionId = randomUUID()
  await world.app.runner.act('access', (ctx) =>
    setRestriction(ctx, { restrictionId, personId, kind: 'freeze', reason: 'a review' }),
  )
  const open = () => kofi.try(openExport, { personId, exportId })
  const absent = await kofi.try(openExport, { personId, exportId: randomUUID() })
  const refused = await open()
  const said = (answer: typeof refused) => !answer.ok && { ...answer.problem, requestId: undefined }
  expect(said(refused)).toEqual(said(absent))
  await convergesFor(world, kofi, ownChannel, { personId }, async () => {
    await world.app.jobs.run('export.make')
  })
  const { value } = (await open()) as { value: { archive: string } }
  const files = unzip(Buffer.from(value.archive, 'base64'))
  expect(files.get('weft.json')).toContain('Walk to the park')
  expect([...files.values()].join('\n')).not.toMatch(/my own words|Sam Okafor|Mbeki|9434765919|freez|frozen|a review/i)
  await world.sql(`update restriction set state = 'ended' where id = $1`, [restrictionId])
  expect(await open()).toMatchObject({ ok: true })
  await world.sql('delete from my_export')
})

test('each of my devices sees it coming, ready and gone; it opens for a day and then is nowhere', async () => {
  const exportId = randomUUID()
  await convergesFor(world, kofi, ownChannel, { personId }, async () => {
    await kofi.call(askForExport, { personId, exportId })
    await world.app.jobs.run('export.make')
  })
  const { exports } = (await kofi.call(getOwn, { personId })).exports
  expect(exports).toMatchObject([{ exportId, readyBy: '2026-04-15T09:30:00.000Z', endsAt: '2026-04-16T09:20:00.000Z' }])
  world.clock.set('2026-04-16T09:19:00.000Z')
  await kofi.call(proveAgain, { password })
  expect(await kofi.try(openExport, { personId, exportId })).toMatchObject({ ok: true })
  world.clock.set('2026-04-16T09:20:00.000Z')
  expect(await kofi.try(openExport, { personId, exportId })).toMatchObject({ status: 404 })
  await world.app.jobs.run('export.erase')
  expect(await world.sql('select from my_export where id = $1', [exportId])).toEqual([])
  expect((await kofi.call(getOwn, { personId })).exports).toEqual({ exports: [] })
})

test('asking twice is asking once; after three in a day it waits', async () => {
  const exportId = randomUUID()
  for (let times = 0; times < 3; times += 1) await kofi.call(askForExport, { personId, exportId })
  for (let times = 0; times < 2; times += 1) await kofi.call(askForExport, { personId, exportId: randomUUID() })
  const refused = await kofi.try(askForExport, { personId, exportId: randomUUID() })
  expect(refused).toMatchObject({ status: 429, problem: { retryAfter: 86_400 } })
  await world.sql('delete from my_export')
})

test('whoever finds the phone unlocked takes nothing along: not a new file, and not one that is ready', async () => {
  const exportId = randomUUID()
  await kofi.call(askForExport, { personId, exportId })
  await world.app.jobs.run('export.make')
  world.clock.advance({ minutes: 11 })
  expect(await kofi.try(openExport, { personId, exportId })).toMatchObject({
    status: 403,
    problem: { code: 'prove-again' },
  })
  expect(await kofi.try(askForExport, { personId, exportId: randomUUID() })).toMatchObject({
    problem: { code: 'prove-again' },
  })
  expect(await kofi.try(proveAgain, { password: 'a guess at it' })).toMatchObject({ status: 401 })
  expect(await kofi.try(openExport, { personId, exportId })).toMatchObject({ problem: { code: 'prove-again' } })
  await kofi.call(proveAgain, { password })
  expect(await kofi.try(openExport, { personId, exportId })).toMatchObject({ ok: true })
})

test('guesses at the password wait longer and longer, as at the door', async () => {
  for (let times = 0; times < 5; times += 1) await kofi.try(proveAgain, { password: `guess ${times}` })
  expect(await kofi.try(proveAgain, { password })).toMatchObject({ status: 429 })
  world.clock.advance({ hours: 2 })
  expect(await kofi.try(proveAgain, { password })).toMatchObject({ ok: true })
})

test('many guesses at one moment are no more tries than one by one', async () => {
  const answers = await Promise.all(
    Array.from({ length: 9 }, (_, n) => kofi.try(proveAgain, { password: `guess ${n}` })),
  )
  expect(answers.map(({ status }) => status).sort()).toEqual([401, 401, 401, 401, 401, 429, 429, 429, 429])
  world.clock.advance({ hours: 2 })
  expect(await kofi.try(proveAgain, { password })).toMatchObject({ ok: true })
})

test('nobody else opens it, and I can read that it was taken', async () => {
  const exportId = randomUUID()
  await kofi.call(askForExport, { personId, exportId })
  await world.app.jobs.run('export.make')
  for (const other of [await world.as('gary'), await world.as('denise'), await world.as('raj', 'carer')])
    expect(await other.try(openExport, { personId, exportId })).toMatchObject({ status: 404 })
  await kofi.call(openExport, { personId, exportId })
  const rows = await world.sql(
    `select action from access_log where item_kind = 'export' and item_id = $1 and action <> 'deny'`,
    [exportId],
  )
  expect(rows).toEqual([{ action: 'export' }, { action: 'export' }])
})

test('my phone is told that there is something, once, and not after I have opened it', async () => {
  await world.app.jobs.run('facts.tell')
  const notices = await world.sql(
    `select hat, kind, state from notice where kind = 'export' and thing_id in (select id from my_export)`,
  )
  expect(new Set(notices.map(({ hat }) => hat))).toEqual(new Set(['patient']))
  await world.app.jobs.run('notice.deliver')
  const [after] = await world.sql(
    `select why from notice where kind = 'export' and thing_id = (select id from my_export where opened_at is not null limit 1)`,
  )
  expect(after).toEqual({ why: 'read' })
})

test('a queue that forgot everything delays it and no more', async () => {
  const exportId = randomUUID()
  await world.sql('delete from my_export')
  await world.sql(`insert into my_export (id, person_id, account_id, asked_at, ready_by) values ($1, $2, $3, $4, $4)`, [
    exportId,
    personId,
    kofi.scope.accountId,
    world.clock.now(),
  ])
  await world.app.jobs.run('export.make')
  expect(await kofi.try(openExport, { personId, exportId })).toMatchObject({ ok: true })
})

test('files of accounts that cannot have them stand in nobody’s way', async () => {
  await world.sql('delete from my_export')
  const denise = await world.as('denise')
  await world.sql(`update account set state = 'suspended' where id = $1`, [denise.scope.accountId])
  await world.sql(
    `insert into my_export (id, person_id, account_id, asked_at, ready_by)
     select gen_random_uuid(), $1, $2, '2026-04-01', '2026-04-01' from generate_series(1, 25)`,
    [denise.scope.personId, denise.scope.accountId],
  )
  await kofi.call(proveAgain, { password })
  await kofi.call(askForExport, { personId, exportId: randomUUID() })
  await world.app.jobs.run('export.make')
  expect(await world.sql('select from my_export where ready_at is not null')).toHaveLength(1)
  await world.sql(`delete from my_export; update account set state = 'active' where id = '${denise.scope.accountId}'`)
})

test('a file that cannot be made is tried three times, and then I am told; it holds up nobody', async () => {
  await world.sql(
    `create function spoil() returns trigger language plpgsql as $$ begin
       if new.archive is not null and new.id::text like 'bad%' then raise exception 'cannot be made'; end if; return new; end $$;
     create trigger spoil before update on my_export for each row execute function spoil()`,
  )
  await kofi.call(proveAgain, { password })
  const exportId = `bad${randomUUID().slice(3)}`
  await kofi.call(askForExport, { personId, exportId })
  for (const minutes of [0, 5, 10]) {
    world.clock.advance({ minutes })
    await world.app.jobs.run('export.make')
    await world.app.jobs.run('export.make')
  }
  expect(await world.sql('select attempts from my_export where id = $1', [exportId])).toEqual([{ attempts: 3 }])
  const { exports } = (await kofi.call(getOwn, { personId })).exports
  expect(exports).toMatchObject([{ exportId, failedAt: world.clock.now().toISOString() }])
  expect(exports[0]).not.toHaveProperty('endsAt')
  // One whose last try ended the process that made it: given up when its time is over, and not before.
  await world.sql(`update my_export set failed_at = null, ends_at = null, next_at = $1`, [
    new Date(world.clock.now().getTime() + 60_000),
  ])
  const isGivenUp = async () => (await world.sql('select failed_at is not null as yes from my_export'))[0].yes
  await world.app.jobs.run('export.make')
  expect(await isGivenUp()).toBe(false)
  world.clock.advance({ minutes: 1 })
  await world.app.jobs.run('export.make')
  expect(await isGivenUp()).toBe(true)
  world.clock.advance({ hours: 24 })
  await world.app.jobs.run('export.erase')
  expect(await world.sql('select from my_export')).toEqual([])
})
