import { randomUUID } from 'node:crypto'
import { sayWhy } from '@weft/contract/access/operations.ts'
import { getConversation, getDesk, getWhoCanSee, listMessages } from '@weft/contract/conversations/operations.ts'
import { endEnrolment } from '@weft/contract/organisations/operations.ts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { say, statementsOf } from '../../../test/talk.ts'
import { type Actor, makeWorld, type World } from '../../../test/world.ts'

let world: World
let kofi: Actor
let sam: Actor
let conversationId: string
beforeAll(async () => {
  world = await makeWorld()
  kofi = await world.as('kofi')
  sam = await world.as('sam')
  conversationId = world.cast.conversations.kofi
  for (const [place, id] of [conversationId, world.cast.conversations.meera].entries()) {
    await world.sql(
      `insert into message (id, person_id, conversation_id, kind, number, message_kind, author_id, author_hat, author, body, sent_at)
       select gen_random_uuid(), c.person_id, c.id, c.kind, n + 1, 'message', $2, 'practitioner', $3, 'Message ' || n, '2026-04-01'::timestamptz + n * interval '1 minute'
       from conversation c, generate_series(1, $4::int) n where c.id = $1`,
      [
        id,
        sam.scope.accountId,
        JSON.stringify({ accountId: sam.scope.accountId, hat: 'practitioner', name: 'Sam Okafor', isTeam: true }),
        place === 0 ? 10_000 : 10,
      ],
    )
    await world.sql(
      `update topic_head set seq = (select max(number) from message where conversation_id = $2) where topic = $1`,
      [`conversation:${id}`, id],
    )
    await world.sql(
      `update conversation set last_number = (select max(number) from message where conversation_id = $1) where id = $1`,
      [id],
    )
  }
  await world.sql('analyze')
})
afterAll(() => world.close())

describe('a thread of ten thousand messages', () => {
  it('opens with its newest forty', async () => {
    const state = await kofi.call(getConversation, { conversationId })
    expect(state.messages.map((message) => message.number)).toEqual(Array.from({ length: 40 }, (_, n) => 9_962 + n))
    expect(state).toMatchObject({ hasEarlier: true, lastNumber: 10_001 })
  })

  // Past the door, whose limits a person reading does not meet.
  const pageBefore = async (before: number) =>
    (await world.app.runner.run(listMessages, kofi.scope, { conversationId, before, limit: 100 })) as {
      messages: { number: number }[]
      hasEarlier: boolean
    }

  it('pages backwards to its beginning, each message once', async () => {
    const numbers: number[] = []
    let before = 10_002
    for (let hasEarlier = true; hasEarlier; ) {
      const page = await pageBefore(before)
      numbers.unshift(...page.messages.map((message) => message.number))
      before = numbers[0] as number
      hasEarlier = page.hasEarlier
    }
    expect(numbers).toEqual(Array.from({ length: 10_000 }, (_, n) => n + 2))
    expect(await pageBefore(1)).toEqual({ messages: [], hasEarlier: false })
  })

  it('pages from the greatest number that there is', async () => {
    const page = await kofi.call(listMessages, { conversationId, before: Number.MAX_SAFE_INTEGER, limit: 1 })
    expect(page).toMatchObject({ messages: [{ number: 10_001 }], hasEarlier: true })
    const beyond = {
      url: `/api/conversations/${conversationId}/messages?before=9007199254740993`,
      headers: { cookie: kofi.cookie },
    }
    expect((await world.inject({ method: 'GET', ...beyond })).statusCode).toBe(422)
  })

  it('is read by its index alone, wherever the page lies', async () => {
    for (const [query, values] of [
      [
        'select * from message where conversation_id = $1 and number < $2 order by number desc limit 41',
        [conversationId, 5_000],
      ],
      [
        `select count(*) from message where conversation_id = $1 and number > $2 and author_id <> '${kofi.scope.accountId}' and withdrawn_at is null`,
        [conversationId, 9_900],
      ],
    ] as const) {
      const plan = await world.app.db.as(kofi.scope, (tx) => tx.query(`explain (format json) ${query}`, [...values]))
      const text = JSON.stringify(plan.rows)
      expect(text).toContain('message_number')
      expect(text).not.toMatch(
        /"Seq Scan","Parent Relationship":"[^"]*","Parallel Aware":[^}]*"Relation Name":"message"/,
      )
      expect(text).not.toContain('"Node Type":"Sort"')
    }
  })

  it('takes the same statements as one of ten', async () => {
    const meera = await world.as('meera')
    const long = await statementsOf(world, () => kofi.call(getConversation, { conversationId }))
    expect(long.length).toBeGreaterThan(3)
    expect(
      await statementsOf(world, () => meera.call(getConversation, { conversationId: world.cast.conversations.meera })),
    ).toEqual(long)
  })
})

describe('who can see a conversation', () => {
  it('is said by name to whoever can', async () => {
    const seen = await kofi.call(getWhoCanSee, { conversationId })
    expect(seen).toMatchObject({ team: 'Lichfield Wellbeing', count: 2, notSeenBy: ['carers'] })
    expect(seen.members.map((member) => [member.name, member.role])).toEqual([
      ['Kofi', undefined],
      ['Nia Hughes', 'team coordinator'],
      ['Sam Okafor', 'nurse'],
    ])
    const raj = await world.as('raj', 'carer')
    const own = await raj.call(getWhoCanSee, { conversationId: world.cast.conversations.raj })
    expect(own.notSeenBy).toEqual(['person'])
    expect(own.members[0]).toMatchObject({ name: 'Raj Patel', relationship: 'husband', isTeam: false })
  })

  it('names a carer whose scopes reach the person’s messages', async () => {
    const link = world.cast.links.raj
    await world.sql(`update carer_link set scopes = '{messages}', basis = 'lpa_health' where id = $1`, [link])
    const { personId, accountId } = {
      personId: world.cast.people.meera.personId as string,
      accountId: world.cast.people.raj.accountId,
    }
    await world.app.runner.act('access', (ctx) => ctx.announce('access.changed', { personId, accountId }))
    const meera = await world.as('meera')
    const seen = await meera.call(getWhoCanSee, { conversationId: world.cast.conversations.meera })
    expect(seen.notSeenBy).toEqual([])
    expect(seen.members.at(-1)).toMatchObject({ name: 'Raj Patel', hat: 'carer', relationship: 'husband' })
    const raj = await world.as('raj', 'carer')
    expect((await raj.call(getConversation, { conversationId: world.cast.conversations.meera })).messages).toHaveLength(
      10,
    )
  })

  it('does not name a carer to whom access says no, though their scopes are still written down', async () => {
    const { links, people, conversations } = world.cast
    const meera = await world.as('meera')
    const raj = await world.as('raj', 'carer')
    const seen = async () => {
      const { members, notSeenBy } = await meera.call(getWhoCanSee, { conversationId: conversations.meera })
      const { status } = await raj.try(getConversation, { conversationId: conversations.meera })
      return [members.some(({ hat }) => hat === 'carer'), notSeenBy, status]
    }
    expect(await seen()).toEqual([true, [], 200])
    await world.sql(`update carer_link set basis = 'consent' where id = $1`, [links.raj])
    expect(await seen()).toEqual([false, ['carers'], 404])
    await world.sql(`update carer_link set basis = 'parental_responsibility' where id = $1`, [links.raj])
    expect(await seen()).toEqual([false, ['carers'], 404])
    await world.sql(`update carer_link set basis = 'lpa_health' where id = $1`, [links.raj])
    await world.sql(
      `insert into restriction (id, person_id, kind, reason) values (gen_random_uuid(), $1, 'freeze', 'x')`,
      [people.meera.personId],
    )
    expect(await seen()).toEqual([false, ['carers'], 404])
  })
})

describe('the team’s side', () => {
  it('leads to the notes, which the person and the carer cannot find', async () => {
    const { noteConversationId } = await sam.call(getDesk, { conversationId })
    await say(sam, noteConversationId, 'Not for Kofi’s eyes')
    expect((await sam.call(getConversation, { conversationId: noteConversationId })).head.kind).toBe('team_note')
    for (const by of [kofi, await world.as('raj', 'carer'), await world.as('gary'), await world.as('priya')]) {
      world.clock.advance({ seconds: 30 })
      const note = { conversationId: noteConversationId }
      expect(await by.try(getDesk, { conversationId })).toMatchObject({ status: 404 })
      expect(await by.try(getConversation, note)).toMatchObject({ status: 404 })
      expect(await by.try(listMessages, { ...note, before: 9 })).toMatchObject({ status: 404 })
      expect(await by.try(getWhoCanSee, note)).toMatchObject({ status: 404 })
    }
  })

  it('has no desk of its own', async () => {
    const { noteConversationId } = await sam.call(getDesk, { conversationId })
    expect(await sam.try(getDesk, { conversationId: noteConversationId })).toMatchObject({ status: 404 })
    expect(await sam.try(getDesk, { conversationId: randomUUID() })).toMatchObject({ status: 404 })
  })
})

it('after the end only the person and the service’s coordinator may still read, and that is on record', async () => {
  const denise = await world.as('denise')
  const priya = await world.as('priya', 'coordinator')
  const own = world.cast.conversations.denise
  await say(priya, own, 'All the best')
  await denise.call(endEnrolment, { enrolmentId: world.cast.enrolments.denise, reason: 'finished', today: true })
  const seen = await denise.call(getConversation, { conversationId: own })
  expect(seen.head).toMatchObject({ state: 'closed', closedAt: world.clock.now().toISOString() })
  expect(seen.messages.map((message) => message.line?.type ?? message.body)).toEqual(['All the best', 'closed'])
  expect(seen.members.map((member) => member.name)).toEqual(['Denise'])
  const about = { personId: denise.scope.personId, serviceId: world.cast.services.coaching }
  await priya.call(sayWhy, { ...about, reasonId: randomUUID(), reason: 'complaint' })
  expect((await priya.call(getConversation, { conversationId: own })).messages).toHaveLength(2)
  const [last] = await world.sql('select reason_code, action from access_log order by id desc limit 1')
  expect(last).toEqual({ reason_code: 'ended_coordinator:complaint', action: 'read' })
  const practitioner = await world.as('priya', 'practitioner')
  expect(await practitioner.try(getConversation, { conversationId: own })).toMatchObject({ status: 404 })
})

describe('what is absent and what is not one’s own', () => {
  it('take the same statements before the answer, which no audit row delays', async () => {
    const gary = await world.as('gary')
    const askFor = (id: string) => statementsOf(world, () => gary.try(getConversation, { conversationId: id }))
    const unseen = await askFor(conversationId)
    await world.app.runner.settled()
    const absent = await askFor(randomUUID())
    const asked = (statements: string[]) => statements.filter((text) => !text.includes('access_log'))
    expect(asked(unseen)).toEqual(asked(absent))
    expect(absent.length).toBeGreaterThan(1)
  })
})
