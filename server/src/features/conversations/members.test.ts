import { randomUUID } from 'node:crypto'
import { getConversation, getDesk, listConversations, sendMessage } from '@weft/contract/conversations/operations.ts'
import type { Message } from '@weft/contract/conversations/shapes.ts'
import {
  addTeamMember,
  changeTeamRole,
  endEnrolment,
  markStaffLeft,
  removeTeamMember,
} from '@weft/contract/organisations/operations.ts'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { eventsOf, listenAs, say } from '../../../test/talk.ts'
import { type Actor, makeWorld, type World } from '../../../test/world.ts'

let world: World
let kofi: Actor
let sam: Actor
let nia: Actor
let conversationId: string
beforeEach(async () => {
  await world?.close()
  world = await makeWorld()
  kofi = await world.as('kofi')
  sam = await world.as('sam')
  nia = await world.as('nia')
  conversationId = world.cast.conversations.kofi
})
afterAll(() => world.close())

const team = () => ({ serviceId: world.cast.services.wellbeing })
const removeSam = () => nia.call(removeTeamMember, { ...team(), teamMemberId: world.cast.teams.sam })
const returnSam = () =>
  nia.call(addTeamMember, {
    ...team(),
    teamMemberId: randomUUID(),
    staffId: sam.scope.staffId as string,
    role: 'member',
  })
const state = (by = kofi, id = conversationId) => by.call(getConversation, { conversationId: id })
const names = async (id = conversationId) => (await state(nia, id)).members.map((member) => member.name)
const spans = (id = conversationId) =>
  world.sql(
    `select first_number::int, last_number::int from conversation_member where conversation_id = $1 and account_id = $2 order by 1`,
    [id, sam.scope.accountId],
  )
const noteOf = async (id = conversationId) => (await nia.call(getDesk, { conversationId: id })).noteConversationId
const listed = async (by: Actor) =>
  (await by.call(listConversations, { accountId: by.scope.accountId, hat: by.scope.hat })).rows.map(
    (row) => row.conversationId,
  )
const announce = (accountId = sam.scope.accountId) =>
  world.app.runner.act('access', (ctx) =>
    ctx.announce('access.changed', { personId: kofi.scope.personId as string, accountId }),
  )

describe('when a service and a person begin', () => {
  it('their conversation has the person and the whole team, its notes the team alone', async () => {
    expect(await names()).toEqual(['Kofi', 'Nia Hughes', 'Sam Okafor'])
    expect(await names(await noteOf())).toEqual(['Nia Hughes', 'Sam Okafor'])
    expect(await names(world.cast.conversations.raj)).toEqual(['Raj Patel', 'Nia Hughes', 'Sam Okafor'])
    expect((await state()).messages).toEqual([])
  })

  it('a volunteer of the team does not belong', async () => {
    await world.sql('update team_member set is_volunteer = true where id = $1', [world.cast.teams.sam])
    await announce()
    expect(await names()).toEqual(['Kofi', 'Nia Hughes'])
  })
})

describe('when somebody leaves the team', () => {
  it('everybody sees a line, and the span ends with the event that says so', async () => {
    await say(kofi, conversationId, 'Hello')
    await removeSam()
    const { messages, members } = await state()
    expect(messages.at(-1)).toMatchObject({ kind: 'event', line: { type: 'left', name: 'Sam Okafor', role: 'nurse' } })
    expect(members.map((member) => member.name)).toEqual(['Kofi', 'Nia Hughes'])
    expect(await spans()).toEqual([{ first_number: 1, last_number: messages.at(-1)?.number }])
  })

  it('they find nothing any more, in any way in', async () => {
    const note = await noteOf()
    await removeSam()
    for (const id of [conversationId, note, world.cast.conversations.raj]) {
      expect(await sam.try(getConversation, { conversationId: id })).toMatchObject({ status: 404 })
      const input = { conversationId: id, messageId: randomUUID(), body: 'Still here?' }
      expect(await sam.try(sendMessage, input)).toMatchObject({ status: 404 })
    }
    expect(await listed(sam)).toEqual([])
    const seen = await world.app.db.as(sam.scope, (tx) => tx.query('select count(*) as n from message'))
    expect(seen.rows[0].n).toBe(0)
  })

  it('and comes back, a new span begins, with the whole history and nothing unread', async () => {
    const before = await say(kofi, conversationId, 'Before')
    await removeSam()
    const between = await say(kofi, conversationId, 'Between')
    await returnSam()
    const { messages, lastNumber } = await state(sam)
    expect(messages.map((message) => message.messageId)).toEqual(
      expect.arrayContaining([before.messageId, between.messageId]),
    )
    expect(messages.at(-1)).toMatchObject({ line: { type: 'joined', name: 'Sam Okafor' }, number: lastNumber })
    expect(await spans()).toEqual([
      { first_number: 1, last_number: lastNumber - 2 },
      { first_number: lastNumber, last_number: null },
    ])
    const { rows } = await sam.call(listConversations, { accountId: sam.scope.accountId, hat: sam.scope.hat })
    expect(rows).toHaveLength(3)
    expect(rows.map((row) => row.unread)).toEqual([0, 0, 0])
  })

  it('because they left their employer, they leave every conversation', async () => {
    await nia.call(markStaffLeft, { staffId: sam.scope.staffId as string })
    expect(await names()).toEqual(['Kofi', 'Nia Hughes'])
    expect(await names(world.cast.conversations.meera)).toEqual(['Meera', 'Nia Hughes'])
  })

  it('and nobody is left, the conversation is closed to the person until somebody comes', async () => {
    await removeSam()
    await world.sql('update team_member set is_volunteer = true where id = $1', [world.cast.teams.nia])
    await announce(nia.scope.accountId)
    const input = { conversationId, messageId: randomUUID(), body: 'Anybody?' }
    expect(await kofi.try(sendMessage, input)).toMatchObject({ status: 409, problem: { code: 'closed' } })
    await world.sql('update team_member set is_volunteer = false where id = $1', [world.cast.teams.nia])
    await announce(nia.scope.accountId)
    expect(await kofi.try(sendMessage, input)).toMatchObject({ status: 201 })
  })
})

describe('when somebody takes another role in the team', () => {
  it('everybody sees a line, and they are a member under their new hat', async () => {
    await nia.call(changeTeamRole, { ...team(), teamMemberId: world.cast.teams.sam, role: 'coordinator' })
    const { messages, members } = await state()
    expect(messages.at(-1)?.line).toEqual({ type: 'role_changed', name: 'Sam Okafor', role: 'nurse' })
    expect(members.filter((member) => member.name === 'Sam Okafor').map((member) => member.hat)).toEqual([
      'coordinator',
    ])
    expect(await listed(sam)).toHaveLength(3)
  })
})

describe('a worker whom the person keeps out', () => {
  const bar = async () => {
    await world.sql(
      `insert into restriction (id, person_id, kind, account_id, reason) values (gen_random_uuid(), $1, 'bar_actor', $2, 'Known to each other')`,
      [kofi.scope.personId, sam.scope.accountId],
    )
    await announce()
  }

  it('leaves that person’s conversations and no others, and comes back with the end of it', async () => {
    await bar()
    expect(await names()).toEqual(['Kofi', 'Nia Hughes'])
    expect(await sam.try(getConversation, { conversationId })).toMatchObject({ status: 404 })
    expect(await names(world.cast.conversations.meera)).toContain('Sam Okafor')
    expect(await listed(sam)).toHaveLength(2)
    await world.sql(`update restriction set state = 'ended'`)
    await announce()
    expect(await names()).toEqual(['Kofi', 'Nia Hughes', 'Sam Okafor'])
  })
})

describe('when a person leaves the service', () => {
  it('one line says so, the team is gone, and the carer’s conversation closes with it', async () => {
    const meera = await world.as('meera')
    const raj = await world.as('raj', 'carer')
    await say(meera, world.cast.conversations.meera, 'Goodbye')
    await meera.call(endEnrolment, { enrolmentId: world.cast.enrolments.meera, reason: 'finished', today: true })
    for (const [by, id] of [
      [meera, world.cast.conversations.meera],
      [raj, world.cast.conversations.raj],
    ] as const) {
      const seen = await state(by, id)
      expect(seen.head.state).toBe('closed')
      expect(seen.messages.at(-1)?.line).toEqual({ type: 'closed', name: 'Lichfield Wellbeing' })
      expect(seen.messages.filter((message) => message.kind === 'event')).toHaveLength(1)
      expect(seen.members.map((member) => member.isTeam)).toEqual([false])
      expect((await listed(by))[0]).toBe(id)
    }
    expect(await listed(sam)).toEqual([conversationId])
  })

  it('and comes back, a new conversation begins and the carer’s opens again', async () => {
    const meera = await world.as('meera')
    const [{ id: enrolmentId }] = await world.sql('select gen_random_uuid() as id')
    await meera.call(endEnrolment, { enrolmentId: world.cast.enrolments.meera, reason: 'finished', today: true })
    await world.sql(
      `insert into enrolment (id, person_id, service_id, contract_id, state, started_on, controller_id, legal_basis, retention_class)
       select $1, person_id, service_id, contract_id, 'active', '2026-04-15', controller_id, legal_basis, retention_class from enrolment where id = $2`,
      [enrolmentId, world.cast.enrolments.meera],
    )
    const personId = meera.scope.personId as string
    await world.app.runner.act('access', (ctx) =>
      ctx.announce('enrolment.activated', { enrolmentId, personId, ...team() }),
    )
    expect(await listed(meera)).toHaveLength(2)
    const raj = await state(await world.as('raj', 'carer'), world.cast.conversations.raj)
    expect(raj.head).not.toHaveProperty('closedAt')
    expect(raj.messages.map((message) => message.line?.type)).toEqual(['closed', 'reopened'])
    expect(raj.members).toHaveLength(3)
  })
})

describe('when a carer’s link ends', () => {
  it('their conversation closes and they find nothing any more', async () => {
    const raj = await world.as('raj', 'carer')
    const own = world.cast.conversations.raj
    await world.sql(`update carer_link set state = 'revoked' where id = $1`, [world.cast.links.raj])
    const personId = world.cast.people.meera.personId as string
    const { accountId } = raj.scope
    await world.app.runner.act('access', (ctx) =>
      ctx.announce('carer.unlinked', { carerLinkId: world.cast.links.raj, personId, accountId }),
    )
    expect(await raj.try(getConversation, { conversationId: own })).toMatchObject({ status: 404 })
    expect(await listed(raj)).toEqual([])
  })
})

describe('losing access in the middle of a flood', () => {
  it('ends with the event that says so: nothing later arrives, and nobody else misses anything', async () => {
    const url = await world.listen()
    const topic = `conversation:${conversationId}`
    const [gone, stays] = [await listenAs(sam, url), await listenAs(kofi, url)]
    expect(await gone.join(topic)).toMatchObject({ ok: true })
    expect(await stays.join(topic)).toMatchObject({ ok: true })
    const note = `conversation:${await noteOf()}`
    expect(await stays.join(note)).toMatchObject({ ok: false, problem: { status: 404 } })

    const send = (n: number) =>
      world.app.runner.run(sendMessage, kofi.scope, {
        conversationId,
        messageId: randomUUID(),
        body: `Message ${n}`,
      }) as Promise<Message>
    const sent: Message[] = []
    let isOver = false
    const flood = Array.from({ length: 4 }, async () => {
      while (!isOver) sent.push(await send(sent.length))
    })
    await expect.poll(() => sent.length).toBeGreaterThan(10)
    await removeSam()
    const soFar = sent.length
    await expect.poll(() => sent.length).toBeGreaterThan(soFar + 10)
    isOver = true
    await Promise.all(flood)
    const late = await send(0)

    const log = (await eventsOf(world, topic)) as { seq: number; name: string; data: { accountId?: string } }[]
    const removal = log.find((event) => event.name === 'member.removed') as { seq: number }
    expect(sent.some((message) => message.number < removal.seq)).toBe(true)
    expect(sent.some((message) => message.number > removal.seq)).toBe(true)
    await expect.poll(() => stays.events.at(-1)?.seq).toBe(late.number)
    await expect.poll(() => gone.kicked).toContain(topic)
    expect(gone.events.filter((event) => event.seq > removal.seq)).toEqual([])
    expect(stays.events.map((event) => event.seq)).toEqual(
      log.filter((event) => event.seq > 1).map((event) => event.seq),
    )
    expect(await gone.join(topic, { epoch: (log[0] as unknown as { epoch: string }).epoch, seq: 1 })).toMatchObject({
      ok: false,
      problem: { status: 404 },
    })
    gone.close()
    stays.close()
  })
})
