import { randomUUID } from 'node:crypto'
import { sayWhy } from '@weft/contract/access/operations.ts'
import { listAccessLog } from '@weft/contract/audit/operations.ts'
import {
  getConversation,
  getDesk,
  listConversations,
  listMessages,
  sendMessage,
} from '@weft/contract/conversations/operations.ts'
import { endEnrolment } from '@weft/contract/organisations/operations.ts'
import { getPersonHeader } from '@weft/contract/people/operations.ts'
import { listCopies } from '@weft/contract/records/operations.ts'
import { listSharedTrackers } from '@weft/contract/trackers/operations.ts'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { listenAs, say } from '../../../test/talk.ts'
import { type Actor, makeWorld, type World } from '../../../test/world.ts'
import { subject } from './subject.ts'

let world: World
let denise: Actor
let priya: Actor
let nia: Actor
let about: { personId: string; serviceId: string }
let conversationId: string
let noteId: string
beforeEach(async () => {
  world = await makeWorld()
  ;[denise, priya, nia] = await Promise.all([world.as('denise'), world.as('priya', 'coordinator'), world.as('nia')])
  about = { personId: denise.scope.personId as string, serviceId: world.cast.services.coaching }
  conversationId = world.cast.conversations.denise
  noteId = (await priya.call(getDesk, { conversationId })).noteConversationId
  await say(priya, conversationId, 'All the best')
  await denise.call(endEnrolment, { enrolmentId: world.cast.enrolments.denise, reason: 'finished', today: true })
})
afterEach(() => world.close())

const saying = (reason = 'complaint', more = {}) => ({ ...about, reasonId: randomUUID(), reason, ...more }) as never
const absent = { ok: false, status: 404, problem: { code: 'not-found' } }
const asked = { ok: false, status: 403, problem: { code: 'reason-needed' } }
const days = { from: '2026-04-01', to: '2026-04-15' }

/** Each way to read, tried by somebody. */
const doors = (by: Actor) =>
  Promise.all([
    by.try(getPersonHeader, { personId: about.personId }),
    by.try(getConversation, { conversationId }),
    by.try(listMessages, { conversationId, before: 9 }),
    by.try(getConversation, { conversationId: noteId }),
    by.try(listCopies, about),
  ])
const rowsOf = (by: Actor) =>
  by.call(listConversations, { accountId: by.scope.accountId, hat: by.scope.hat, personId: about.personId })
const linesOf = async () => (await denise.call(listAccessLog, {})).lines
/** Sessions go on to a later time. */
async function after(ms: number): Promise<void> {
  world.clock.advance({ ms })
  await world.sql(`update session set last_used_at = $1, ends_at = $1::timestamptz + interval '1 day'`, [
    world.clock.now(),
  ])
}

test('the service’s coordinator is asked why at every door, and told whom it is about; to everybody else there is nothing', async () => {
  const answers = await doors(priya)
  expect(answers).toMatchObject(answers.map(() => asked))
  expect(answers[1]).toMatchObject({
    problem: {
      former: {
        ...about,
        name: 'Denise Archer',
        serviceName: 'Health Coaching',
        endedAt: world.clock.now().toISOString(),
      },
    },
  })
  expect(JSON.stringify(answers)).not.toContain('All the best')
  expect(await rowsOf(priya)).toEqual({ rows: [], total: 0 })

  for (const other of [nia, await world.as('sam'), await world.as('priya', 'practitioner'), await world.as('helen')]) {
    const theirs = await doors(other)
    expect(theirs).toMatchObject(theirs.map(() => absent))
    expect(await other.try(sayWhy, saying())).toMatchObject(absent)
  }
  await world.app.runner.settled()
  const denied = await world.sql(
    `select distinct reason_code from access_log where action = 'deny' and actor_id = $1`,
    [priya.scope.accountId],
  )
  expect(denied.map((row) => row.reason_code).sort()).toEqual(['no_relation', 'reason_needed'])
})

test('once said, what the service holds can be read, and no more than that', async () => {
  await priya.call(sayWhy, saying())
  const answers = await doors(priya)
  expect(answers).toMatchObject(answers.map(() => ({ ok: true })))
  expect(await rowsOf(priya)).toMatchObject({ rows: [{ conversationId, state: 'closed' }], total: 1 })
  const words = { conversationId, messageId: randomUUID(), body: 'Hello again' }
  expect(await priya.try(sendMessage, words)).toMatchObject(absent)
  expect(await priya.try(listSharedTrackers, { ...about, ...days })).toMatchObject(absent)
  const theirs = await doors(nia)
  expect(theirs).toMatchObject(theirs.map(() => absent))
  // Of the row itself nobody learns under their own name.
  const seen = await world.app.db.as(priya.scope, (tx) => tx.query('select from reading_reason'))
  expect(seen.rows).toEqual([])
})

test('it holds for eight hours, for one person, and is asked again afterwards', async () => {
  const { until } = await priya.call(sayWhy, saying())
  expect(Date.parse(until) - world.clock.now().getTime()).toBe(8 * 3_600_000)
  await after(8 * 3_600_000 - 1)
  expect(await priya.try(getConversation, { conversationId })).toMatchObject({ ok: true })
  await after(1)
  expect(await priya.try(getConversation, { conversationId })).toMatchObject(asked)
  await priya.call(sayWhy, saying('audit'))
  expect(await priya.try(getConversation, { conversationId })).toMatchObject({ ok: true })
})

test('a socket is refused until a reason is given, let in then, and asked again when it runs out', async () => {
  const socket = await listenAs(priya, await world.listen())
  const topic = `conversation:${conversationId}`
  expect(await socket.join(topic)).toMatchObject({ ok: false, problem: { code: 'reason-needed', former: about } })
  await world.sql(
    `insert into reading_reason (id, person_id, service_id, account_id, reason, said_at, until)
     values ($1, $2, $3, $4, 'audit', $5, $5::timestamptz + interval '300 ms')`,
    [randomUUID(), about.personId, about.serviceId, priya.scope.accountId, world.clock.now()],
  )
  const joined = await socket.join(topic)
  expect(joined).toMatchObject({ ok: true })
  world.clock.advance({ seconds: 1 })
  const { epoch, seq, span } = joined.value
  expect(await socket.join(topic, { epoch, seq, span })).toMatchObject({
    ok: false,
    problem: { code: 'reason-needed' },
  })
  socket.close()
})

test('the person finds the reason in their log, with the words of one that has no name, and in their copy', async () => {
  await priya.call(sayWhy, saying())
  await priya.call(getConversation, { conversationId })
  await after(60_000)
  await priya.call(sayWhy, saying('other', { text: 'Denise rang and asked for a date' }))
  await priya.call(getConversation, { conversationId })
  const read = (await linesOf()).filter((line) => line.itemKind === 'person_team' && line.why)
  expect(read).toMatchObject([
    { name: 'Priya Shah', times: 1, why: { reason: 'other', text: 'Denise rang and asked for a date' } },
    { name: 'Priya Shah', times: 1, why: { reason: 'complaint' } },
  ])
  expect(new Set(read.map((line) => line.lineId)).size).toBe(2)
  const copy = await world.app.runner.act('access', (ctx) => subject.export(ctx, about.personId))
  expect(copy.readAfterTheEnd).toMatchObject([{ reason: 'complaint', text: null }, { reason: 'other' }])
})

test('saying it twice is saying it once; an id says one thing; words go with “other” and with nothing else', async () => {
  const once = saying()
  const first = await priya.call(sayWhy, once)
  await after(60_000)
  expect(await priya.call(sayWhy, once)).toEqual(first)
  expect(await world.sql('select count(*)::int as n from reading_reason')).toEqual([{ n: 1 }])
  const other = { ...(once as object), reason: 'audit' } as never
  expect(await priya.try(sayWhy, other)).toMatchObject({ status: 422, problem: { code: 'same-id-other-words' } })
  for (const wrong of [saying('other'), saying('complaint', { text: 'because' })])
    expect(await priya.try(sayWhy, wrong)).toMatchObject({ status: 422, problem: { code: 'not-acceptable' } })
})

test('a reason is nobody’s to change, not even as erasure', async () => {
  await priya.call(sayWhy, saying())
  for (const change of ['update reading_reason set until = now()', 'delete from reading_reason'])
    await expect(world.app.runner.act('erasure', (ctx) => ctx.tx.query(change))).rejects.toThrow(/permission denied/)
  await world.app.runner.act('erasure', (ctx) => subject.erase(ctx, about.personId))
  expect(await world.sql('select count(*)::int as n from reading_reason')).toEqual([{ n: 1 }])
})

test('while somebody is with the service there is nothing to say why about', async () => {
  const kofi = { personId: world.cast.people.kofi.personId as string, serviceId: world.cast.services.wellbeing }
  expect(await nia.try(sayWhy, { ...kofi, reasonId: randomUUID(), reason: 'complaint' } as never)).toMatchObject(absent)
})
