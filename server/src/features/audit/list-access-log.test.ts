import { randomUUID } from 'node:crypto'
import { listAccessLog } from '@weft/contract/audit/operations.ts'
import { getConversation, getDesk, listConversations, sendMessage } from '@weft/contract/conversations/operations.ts'
import { getPersonHeader } from '@weft/contract/people/operations.ts'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type Actor, makeWorld, type World } from '../../../test/world.ts'
import { subject } from './subject.ts'

let world: World
let kofi: Actor
let meera: Actor
let sam: Actor

beforeEach(async () => {
  world = await makeWorld()
  ;[kofi, meera, sam] = await Promise.all([world.as('kofi'), world.as('meera'), world.as('sam')])
})
afterEach(() => world.close())

const lookAt = (personId = world.cast.people.kofi.personId) => sam.call(getPersonHeader, { personId })
const linesOf = async (actor: Actor, input = {}) => (await actor.call(listAccessLog, input)).lines

/** Everybody’s sessions go on to a later day. */
async function onDay(at: string): Promise<void> {
  world.clock.set(at)
  await world.sql(`update session set last_used_at = $1, ends_at = $1::timestamptz + interval '1 day'`, [at])
}

test('one line a day, worker and kind of thing, newest first, with who they are', async () => {
  await lookAt()
  world.clock.advance({ minutes: 5 })
  await lookAt()
  world.clock.advance({ minutes: 1 })
  await sam.call(getConversation, { conversationId: world.cast.conversations.kofi })
  await onDay('2026-04-16T08:00:00.000Z')
  await lookAt()
  expect(await linesOf(kofi)).toMatchObject([
    { on: '2026-04-16', itemKind: 'person', times: 1 },
    { on: '2026-04-15', itemKind: 'person_team', times: 1, firstAt: '2026-04-15T09:26:00.000Z' },
    {
      on: '2026-04-15',
      itemKind: 'person',
      times: 2,
      firstAt: '2026-04-15T09:20:00.000Z',
      lastAt: '2026-04-15T09:25:00.000Z',
      name: 'Sam Okafor',
      role: 'nurse',
      organisation: 'Whitlow Mental Health Trust',
      action: 'read',
      purpose: 'care',
    },
  ])
})

test('a day is the person’s own: half past eleven at night UTC in summer is tomorrow', async () => {
  await onDay('2026-04-15T22:59:59.999Z')
  await lookAt()
  await onDay('2026-04-15T23:00:00.000Z')
  await lookAt()
  expect((await linesOf(kofi)).map(({ on }) => on)).toEqual(['2026-04-16', '2026-04-15'])
})

test('pages go back in days and end with what there is', async () => {
  await lookAt()
  await onDay('2026-06-01T09:00:00.000Z')
  await lookAt()
  const first = await kofi.call(listAccessLog, { days: 30 })
  expect(first).toMatchObject({ lines: [{ on: '2026-06-01' }], next: '2026-05-03' })
  const second = await kofi.call(listAccessLog, { days: 30, before: first.next })
  expect(second).toMatchObject({ lines: [{ on: '2026-04-15' }] })
  expect(second.next).toBeUndefined()
})

test('the person’s own doings, refusals, and what is not theirs to know of stay out', async () => {
  await kofi.call(getConversation, { conversationId: world.cast.conversations.kofi })
  const gary = await world.as('gary')
  await gary.try(getConversation, { conversationId: world.cast.conversations.kofi })
  await sam.call(getConversation, { conversationId: world.cast.conversations.raj })
  const { noteConversationId } = await sam.call(getDesk, { conversationId: world.cast.conversations.meera })
  await sam.call(getConversation, { conversationId: noteConversationId })
  await sam.call(sendMessage, { conversationId: noteConversationId, messageId: randomUUID(), body: 'a note' })

  expect(await linesOf(kofi)).toEqual([])
  const kinds = (await linesOf(meera)).map(({ itemKind }) => itemKind)
  expect(kinds).toContain('person_team')
  expect(kinds.filter((kind) => kind === 'carer_team' || kind === 'team_note')).toEqual([])
  await world.app.runner.settled()
  const logged = await world.sql(`select action, item_kind, reason_code from access_log where action = 'deny'`)
  expect(logged).toEqual([{ action: 'deny', item_kind: 'person_team', reason_code: 'no_relation' }])
})

test('nor does “there is more” give away what stays out', async () => {
  await sam.call(getConversation, { conversationId: world.cast.conversations.raj })
  await onDay('2026-06-01T09:00:00.000Z')
  expect(await meera.call(listAccessLog, { days: 1 })).toEqual({ lines: [] })
})

test('a carer sees their own doings and nobody else’s; a worker sees none', async () => {
  const raj = await world.as('raj', 'carer')
  await raj.call(getConversation, { conversationId: world.cast.conversations.raj })
  await sam.call(getConversation, { conversationId: world.cast.conversations.raj })
  expect(await linesOf(raj)).toMatchObject([{ name: 'Raj Patel', role: '', organisation: '', itemKind: 'carer_team' }])
  expect(await linesOf(await world.as('raj', 'patient'))).toEqual([])
  for (const name of ['sam', 'nia', 'helen', 'admin'] as const) expect(await linesOf(await world.as(name))).toEqual([])
})

test('a carer who read what the person shares with them is named with what they are to them', async () => {
  await world.sql(`update carer_link set scopes = '{messages}', basis = 'lpa_health' where id = $1`, [
    world.cast.links.raj,
  ])
  await world.app.runner.act('access', (ctx) =>
    ctx.announce('access.changed', { personId: meera.scope.personId as string }),
  )
  const raj = await world.as('raj', 'carer')
  await raj.call(getConversation, { conversationId: world.cast.conversations.meera })
  expect(await linesOf(meera)).toMatchObject([{ name: 'Raj Patel', role: 'husband', organisation: '' }])
})

test('what was looked at before two records became one is still there, under the rows’ own id', async () => {
  const record = randomUUID()
  await world.sql(`insert into person (id, known_as) values ($1, 'R')`, [record])
  await world.sql(
    `insert into access_log (person_id, at, actor_id, hat, record_class, item_kind, item_id, action, purpose, reason_code, request_id)
     values ($1, $2, $3, 'practitioner', 'service', 'person', 'x', 'read', 'care', 'team', 'r')`,
    [record, world.clock.now(), sam.scope.accountId],
  )
  expect(await linesOf(kofi)).toEqual([])
  await world.sql('update person set merged_into = $2 where id = $1', [record, kofi.scope.personId])
  expect(await linesOf(kofi)).toMatchObject([{ name: 'Sam Okafor', itemKind: 'person' }])
})

test('what somebody takes along says of it what they may see, and no more', async () => {
  const takenBy = async (actor: Actor) => {
    const personId = actor.scope.personId as string
    const { accessLog } = await world.app.runner.act('audit', (ctx) => subject.export(ctx, personId))
    return (accessLog as { item_kind: string }[]).map((row) => row.item_kind)
  }
  const { accountId, hat } = sam.scope
  await sam.call(listConversations, { accountId, hat, personId: meera.scope.personId })
  const { noteConversationId } = await sam.call(getDesk, { conversationId: world.cast.conversations.meera })
  await sam.call(sendMessage, { conversationId: noteConversationId, messageId: randomUUID(), body: 'a note' })
  await sam.call(sendMessage, { conversationId: world.cast.conversations.raj, messageId: randomUUID(), body: 'Hello' })
  expect(new Set(await takenBy(meera))).toEqual(new Set(['person_team']))

  const record = randomUUID()
  await world.sql(`insert into person (id, known_as) values ($1, 'R')`, [record])
  await world.sql(
    `insert into access_log (person_id, at, actor_id, hat, record_class, item_kind, item_id, action, purpose, reason_code, request_id)
     values ($1, $2, $3, 'practitioner', 'service', 'person', 'x', 'read', 'care', 'team', 'r')`,
    [record, world.clock.now(), accountId],
  )
  expect(await takenBy(kofi)).toEqual([])
  await world.sql('update person set merged_into = $2 where id = $1', [record, kofi.scope.personId])
  expect(await takenBy(kofi)).toEqual(['person'])
})

test.each([
  ['L0', []],
  ['L1', ['person_team']],
  ['L2', ['person', 'person_team']],
] as const)('somebody known at %s sees of it what they may see', async (level, kinds) => {
  await lookAt()
  await sam.call(getConversation, { conversationId: world.cast.conversations.kofi })
  await world.sql('update person set identity_level = $2 where id = $1', [kofi.scope.personId, level])
  expect((await linesOf(kofi)).map(({ itemKind }) => itemKind).sort()).toEqual(kinds)
})
