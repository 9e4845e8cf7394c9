import { listConversations, listInbox, readConversation, sendMessage } from '@weft/contract/conversations/operations.ts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { eventsOf, say, statementsOf } from '../../../test/talk.ts'
import { type Actor, makeWorld, type World } from '../../../test/world.ts'
import { snippetOf } from './conversation-rows.ts'
import { gather } from './gather-inbox.ts'
import { GATHER_INBOX } from './post.ts'

let world: World
let kofi: Actor
let sam: Actor
let nia: Actor
let conversationId: string
let serviceId: string
beforeAll(async () => {
  world = await makeWorld()
  kofi = await world.as('kofi')
  sam = await world.as('sam')
  nia = await world.as('nia')
  conversationId = world.cast.conversations.kofi
  serviceId = world.cast.services.wellbeing
})
afterAll(() => world.close())

const list = (by: Actor, more = {}) =>
  by.call(listConversations, { accountId: by.scope.accountId, hat: by.scope.hat, ...more })
const ids = async (by: Actor, more = {}) => (await list(by, more)).rows.map((row) => row.conversationId)

describe('a list of conversations', () => {
  it('is a person’s own, with what came last and how much is new', async () => {
    await say(kofi, conversationId, 'Hello')
    world.clock.advance({ minutes: 1 })
    const last = await say(sam, conversationId, 'Good morning\n\nKofi')
    expect(await list(kofi)).toEqual({
      total: 1,
      rows: [
        {
          conversationId,
          kind: 'person_team',
          personId: kofi.scope.personId,
          personName: 'Kofi',
          serviceId,
          serviceName: 'Lichfield Wellbeing',
          state: 'open',
          memberCount: 3,
          activeAt: last.sentAt,
          last: {
            messageId: last.messageId,
            number: last.number,
            at: last.sentAt,
            authorName: 'Sam Okafor',
            isOwn: false,
            snippet: 'Good morning Kofi',
          },
          unread: 1,
          readThrough: 0,
          isMine: false,
          hiddenMessageIds: [],
        },
      ],
    })
  })

  it('is a team’s for a worker: newest first, without notes, each person’s carer named', async () => {
    world.clock.advance({ minutes: 1 })
    const raj = await world.as('raj', 'carer')
    await say(raj, world.cast.conversations.raj, 'How is she?')
    const { rows, total } = await list(sam)
    expect(total).toBe(3)
    expect(rows.map((row) => [row.personName, row.carer?.name, row.isMine])).toEqual([
      ['Meera', 'Raj Patel', true],
      ['Kofi', undefined, true],
      ['Meera', undefined, true],
    ])
    expect(rows[0]?.dueAt).toBeDefined()
    expect((await list(nia)).rows.map((row) => row.isMine)).toEqual([false, false, false])
  })

  it('keeps to those whom the viewer leads, or to one person', async () => {
    expect(await ids(nia, { folder: 'mine' })).toEqual([])
    expect(await ids(sam, { folder: 'mine' })).toHaveLength(3)
    expect(await ids(nia, { personId: kofi.scope.personId })).toEqual([conversationId])
    expect(await ids(nia, { personId: world.cast.people.denise.personId })).toEqual([])
  })

  it('comes in pages that hold each conversation once', async () => {
    const all = await ids(sam)
    const pages: string[] = []
    let after: string | undefined
    do {
      const page = await list(sam, { limit: 1, after })
      pages.push(...page.rows.map((row) => row.conversationId))
      expect(page.total).toBe(3)
      after = page.next
    } while (after)
    expect(pages).toEqual(all)
    const bad = await sam.try(listConversations, {
      accountId: sam.scope.accountId,
      hat: 'practitioner',
      after: 'nonsense',
    })
    expect(bad).toMatchObject({ status: 422 })
  })

  it('counts as new what others wrote, and not lines, automatic replies and withdrawn messages', async () => {
    world.clock.set('2026-04-15T19:00:00.000Z')
    await world.sql(`update session set last_used_at = $1, ends_at = $1::timestamptz + interval '1 day'`, [
      world.clock.now(),
    ])
    const denise = await world.as('denise')
    const priya = await world.as('priya', 'coordinator')
    const own = world.cast.conversations.denise
    await say(denise, own, 'Evening')
    expect((await list(denise)).rows[0]).toMatchObject({ unread: 0, last: { authorName: 'Health Coaching' } })
    expect((await list(priya)).rows[0]?.unread).toBe(1)
    await priya.call(readConversation, { conversationId: own, through: 99 })
    expect((await list(priya)).rows[0]?.unread).toBe(0)
  })

  it('is nobody else’s, under no other hat', async () => {
    const wrong = [
      { accountId: kofi.scope.accountId, hat: 'practitioner' as const },
      { accountId: sam.scope.accountId, hat: 'coordinator' as const },
    ]
    for (const input of wrong) expect(await sam.try(listConversations, input)).toMatchObject({ status: 404 })
    expect(await list(await world.as('gary'))).toEqual({ rows: [], total: 0 })
    expect(await list(await world.as('helen'))).toEqual({ rows: [], total: 0 })
    expect(await list(await world.as('admin'))).toEqual({ rows: [], total: 0 })
  })

  it('is on record for everybody it shows, and not when it is one’s own', async () => {
    const read = () => world.sql(`select actor_id, item_id from access_log where action = 'read' order by id`)
    const before = (await read()).length
    await list(kofi)
    expect(await read()).toHaveLength(before)
    const shown = await ids(sam)
    expect((await read()).slice(before)).toEqual(shown.map((id) => ({ actor_id: sam.scope.accountId, item_id: id })))
  })

  it('takes the same statements for one row as for all', async () => {
    const one = await statementsOf(world, () => list(sam, { limit: 1 }))
    expect(await statementsOf(world, () => list(sam, { limit: 50 }))).toEqual(one)
    expect(one.length).toBeGreaterThan(2)
  })
})

describe('a team’s inbox', () => {
  const inbox = (by: Actor) => by.call(listInbox, { serviceId })

  it('holds the newest line of each conversation that somebody wrote in', async () => {
    const { rows } = await inbox(sam)
    expect(rows.map((row) => [row.conversationId, row.authorName, row.fromTeam, row.snippet])).toEqual([
      [world.cast.conversations.raj, 'Raj Patel', false, 'How is she?'],
      [conversationId, 'Sam Okafor', true, 'Good morning Kofi'],
    ])
    expect(await inbox(nia)).toEqual({ rows })
  })

  it('is told of many messages by one event, and of each once', async () => {
    const topic = `inbox:${serviceId}`
    await world.app.jobs.run(GATHER_INBOX)
    const before = (await eventsOf(world, topic)).length
    await Promise.all(
      Array.from({ length: 20 }, (_, n) =>
        world.app.runner.run(sendMessage, kofi.scope, {
          conversationId,
          messageId: crypto.randomUUID(),
          body: `Number ${n}`,
        }),
      ),
    )
    await world.app.jobs.run(GATHER_INBOX)
    await world.app.jobs.run(GATHER_INBOX)
    const events = (await eventsOf(world, topic)).slice(before)
    expect(events).toHaveLength(1)
    expect(events[0]).toMatchObject({ name: 'inbox.changed', data: { rows: [{ conversationId }] } })
  })

  it('is told even if whoever sent died right after', async () => {
    await say(kofi, conversationId, 'Last words of a server')
    expect(await world.sql('select id from conversation where is_ungathered')).toEqual([{ id: conversationId }])
    await world.app.jobs.run(GATHER_INBOX)
    expect(await world.sql('select id from conversation where is_ungathered')).toEqual([])
    expect((await eventsOf(world, `inbox:${serviceId}`)).at(-1)).toMatchObject({
      data: { rows: [{ snippet: 'Last words of a server' }] },
    })
  })

  it('is told again of what came while it was being told', async () => {
    await say(kofi, conversationId, 'Before')
    const told = await world.app.runner.act('jobs', (ctx) =>
      gather(
        {
          ...ctx,
          publishAll: async (events) => {
            await say(kofi, conversationId, 'Meanwhile')
            return ctx.publishAll(events)
          },
        },
        serviceId,
      ),
    )
    expect(told).toBe(1)
    await world.app.jobs.run(GATHER_INBOX)
    expect((await eventsOf(world, `inbox:${serviceId}`)).at(-1)).toMatchObject({
      data: { rows: [{ snippet: 'Meanwhile' }] },
    })
  })

  it('is not found by anybody but the team', async () => {
    const strangers = [
      kofi,
      await world.as('raj', 'carer'),
      await world.as('priya', 'practitioner'),
      await world.as('helen'),
      await world.as('admin'),
      await world.as('gary'),
    ]
    for (const by of strangers) expect(await by.try(listInbox, { serviceId })).toMatchObject({ status: 404 })
    await world.sql('update team_member set is_volunteer = true where id = $1', [world.cast.teams.sam])
    expect(await sam.try(listInbox, { serviceId })).toMatchObject({ status: 404 })
  })
})

describe('the beginning of a message', () => {
  it('is one line of at most 140 characters, whole emoji included', () => {
    expect(snippetOf(' a \n\n b\t c ')).toBe('a b c')
    expect(snippetOf('x'.repeat(140))).toHaveLength(140)
    expect(snippetOf('🧵'.repeat(200))).toBe(`${'🧵'.repeat(139)}…`)
  })
})
