import { randomUUID } from 'node:crypto'
import {
  conversationChannel,
  deskChannel,
  inboxChannel,
  myConversationsChannel,
} from '@weft/contract/conversations/channel.ts'
import {
  correctMessage,
  editMessage,
  hideMessage,
  readConversation,
  withdrawMessage,
} from '@weft/contract/conversations/operations.ts'
import {
  addTeamMember,
  changeServiceHours,
  changeTeamRole,
  endEnrolment,
  removeTeamMember,
} from '@weft/contract/organisations/operations.ts'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { convergesFor, eventsOf, say, snapshotFor } from '../../../test/talk.ts'
import { type Actor, makeWorld, type World } from '../../../test/world.ts'
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
beforeEach(() => world.clock.advance({ seconds: 20 }))

const removeSam = async () => {
  const [{ id }] = await world.sql('select id from team_member where staff_id = $1 and to_at is null', [
    sam.scope.staffId,
  ])
  await nia.call(removeTeamMember, { serviceId, teamMemberId: id })
}
const returnSam = () =>
  nia.call(addTeamMember, {
    serviceId,
    teamMemberId: randomUUID(),
    staffId: sam.scope.staffId as string,
    role: 'member',
  })
const bar = async (isLive: boolean) => {
  await world.sql('delete from restriction')
  if (isLive)
    await world.sql(
      `insert into restriction (id, person_id, kind, account_id, reason) values (gen_random_uuid(), $1, 'bar_actor', $2, 'x')`,
      [kofi.scope.personId, sam.scope.accountId],
    )
  const about = { personId: kofi.scope.personId as string, accountId: sam.scope.accountId }
  await world.app.runner.act('access', (ctx) => ctx.announce('access.changed', about))
}

describe('whoever listened sees what a newcomer sees', () => {
  const thread = (by: Actor, act: () => Promise<unknown>) =>
    convergesFor(world, by, conversationChannel, { conversationId }, act)

  it('of a thread that is written, changed, read and answered', async () => {
    await thread(nia, async () => {
      const first = await say(kofi, conversationId, 'One')
      const second = await say(sam, conversationId, 'Two', { replyToId: first.messageId })
      const third = await say(kofi, conversationId, 'Three')
      await kofi.call(editMessage, { conversationId, messageId: third.messageId, body: 'Three!' })
      await kofi.call(correctMessage, {
        conversationId,
        correctsId: first.messageId,
        messageId: randomUUID(),
        body: 'Won',
      })
      await kofi.call(withdrawMessage, { conversationId, messageId: third.messageId })
      await sam.call(readConversation, { conversationId, through: third.number })
      await kofi.call(readConversation, { conversationId, through: second.number })
    })
  })

  it('of a thread at night, with its automatic reply', async () => {
    const before = world.clock.now()
    world.clock.set('2026-04-15T23:00:00.000Z')
    await world.sql(`update session set last_used_at = $1, ends_at = $1::timestamptz + interval '1 day'`, [
      world.clock.now(),
    ])
    const { state } = await thread(kofi, () => say(kofi, conversationId, 'Awake'))
    expect(state.messages.at(-1)?.kind).toBe('auto')
    world.clock.set(before)
  })

  it('of a thread whose team changes', async () => {
    await thread(kofi, async () => {
      await removeSam()
      await returnSam()
      const [{ id: teamMemberId }] = await world.sql(
        'select id from team_member where staff_id = $1 and to_at is null',
        [sam.scope.staffId],
      )
      await nia.call(changeTeamRole, { serviceId, teamMemberId, role: 'coordinator' })
      await nia.call(changeTeamRole, { serviceId, teamMemberId, role: 'member' })
      await bar(true)
      await bar(false)
    })
  })

  it('of a thread whose service changes its hours', async () => {
    const { state } = await thread(kofi, () => nia.call(changeServiceHours, { serviceId, replyTargetMinutes: 960 }))
    expect(state.head.hours.replyTargetMinutes).toBe(960)
  })

  it('of a thread that closes', async () => {
    const denise = await world.as('denise')
    const own = { conversationId: world.cast.conversations.denise }
    const { state } = await convergesFor(world, denise, conversationChannel, own, () =>
      denise.call(endEnrolment, { enrolmentId: world.cast.enrolments.denise, reason: 'moved', today: true }),
    )
    expect(state.head.state).toBe('closed')
  })

  it('of the team’s notes', async () => {
    const [note] = await world.sql('select id from conversation where note_of = $1', [conversationId])
    await convergesFor(world, nia, conversationChannel, { conversationId: note.id }, async () => {
      await say(sam, note.id, 'A note')
      await removeSam()
      await returnSam()
    })
  })

  it('of their own list', async () => {
    const params = { accountId: sam.scope.accountId, hat: sam.scope.hat }
    const message = await say(kofi, conversationId, 'For the list')
    await convergesFor(world, sam, myConversationsChannel, params, async () => {
      await sam.call(readConversation, { conversationId, through: message.number })
      await sam.call(readConversation, { conversationId, through: 1, markUnread: true })
      await sam.call(hideMessage, { conversationId, messageId: message.messageId, hidden: true })
      await bar(true)
      await bar(false)
      await removeSam()
      await returnSam()
    })
  })

  it('of the team’s inbox', async () => {
    const older = await say(sam, world.cast.conversations.raj, 'An older line')
    await world.app.jobs.run(GATHER_INBOX)
    const { state } = await convergesFor(world, nia, inboxChannel, { serviceId }, async () => {
      world.clock.advance({ seconds: 1 })
      const first = await say(kofi, conversationId, 'First')
      await world.app.jobs.run(GATHER_INBOX)
      await say(sam, conversationId, 'Second')
      await kofi.call(withdrawMessage, { conversationId, messageId: first.messageId })
      await world.app.jobs.run(GATHER_INBOX)
      await bar(true)
      await say(nia, conversationId, 'Not for Sam')
      await world.app.jobs.run(GATHER_INBOX)
      await bar(false)
      await world.app.jobs.run(GATHER_INBOX)
      await sam.call(editMessage, { conversationId: older.conversationId, messageId: older.messageId, body: 'Changed' })
      await world.app.jobs.run(GATHER_INBOX)
    })
    expect(state.rows.map((row) => row.snippet)).toEqual(['Not for Sam', 'Changed'])
    expect(state.rows[0]).toMatchObject({ conversationId, snippet: 'Not for Sam' })
  })

  it('of the list of a person whose conversation closes', async () => {
    const meera = await world.as('meera')
    await say(meera, world.cast.conversations.meera, 'Soon over')
    const params = { accountId: meera.scope.accountId, hat: 'patient' }
    const { state } = await convergesFor(world, meera, myConversationsChannel, params, () =>
      meera.call(endEnrolment, { enrolmentId: world.cast.enrolments.meera, reason: 'moved', today: true }),
    )
    expect(state.rows[0]?.state).toBe('closed')
  })

  it('of the desk, where only access changes', async () => {
    await convergesFor(world, nia, deskChannel, { conversationId }, () => bar(true))
    await bar(false)
  })
})

describe('a conversation that one of the team may not see', () => {
  it('leaves the shared inbox in that transaction, and its log as well', async () => {
    await say(kofi, conversationId, 'words-not-for-sam')
    await world.app.jobs.run(GATHER_INBOX)
    expect(JSON.stringify((await snapshotFor(world, nia, inboxChannel, { serviceId })).state)).toContain(
      'words-not-for-sam',
    )
    await bar(true)
    await say(kofi, conversationId, 'more-not-for-sam')
    await world.app.jobs.run(GATHER_INBOX)
    const told = [
      (await snapshotFor(world, sam, inboxChannel, { serviceId })).state,
      await eventsOf(world, `inbox:${serviceId}`),
      (await snapshotFor(world, sam, myConversationsChannel, { accountId: sam.scope.accountId, hat: 'practitioner' }))
        .state,
    ]
    expect(JSON.stringify(told)).not.toMatch(/not-for-sam/)
    const own = await eventsOf(world, `my-conversations:${nia.scope.accountId}:coordinator`)
    expect(own.at(-1)).toMatchObject({ name: 'conversation.listed', data: { last: { snippet: 'more-not-for-sam' } } })
  })
})
