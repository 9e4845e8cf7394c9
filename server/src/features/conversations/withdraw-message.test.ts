import { randomUUID } from 'node:crypto'
import { conversationChannel } from '@weft/contract/conversations/channel.ts'
import {
  editMessage,
  getConversation,
  hideMessage,
  listConversations,
  listMessages,
  withdrawMessage,
} from '@weft/contract/conversations/operations.ts'
import { addTeamMember, removeTeamMember } from '@weft/contract/organisations/operations.ts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { convergesFor, eventsOf, listenAs, say } from '../../../test/talk.ts'
import { type Actor, makeWorld, type World } from '../../../test/world.ts'

let world: World
let kofi: Actor
let sam: Actor
let nia: Actor
let conversationId: string
beforeAll(async () => {
  world = await makeWorld()
  kofi = await world.as('kofi')
  sam = await world.as('sam')
  nia = await world.as('nia')
  conversationId = world.cast.conversations.kofi
})
afterAll(() => world.close())

const withdraw = (by: Actor, messageId: string) => by.try(withdrawMessage, { conversationId, messageId })

describe('withdrawing', () => {
  it('empties the message for everyone and keeps its text where only a case reads it', async () => {
    const message = await say(kofi, conversationId, 'a-secret-word')
    await kofi.call(editMessage, { conversationId, messageId: message.messageId, body: 'another-secret' })
    world.clock.advance({ minutes: 12 })
    const answer = await withdraw(kofi, message.messageId)
    expect(answer).toMatchObject({
      ok: true,
      value: { body: '', withdrawnBy: 'Kofi', withdrawnAt: world.clock.now().toISOString() },
    })
    expect(answer.ok && answer.value.edits).toBeUndefined()
    for (const by of [kofi, sam]) {
      const seen = JSON.stringify([
        await by.call(getConversation, { conversationId }),
        await by.call(listMessages, { conversationId, before: 1_000 }),
        await by.call(listConversations, { accountId: by.scope.accountId, hat: by.scope.hat }),
      ])
      expect(seen).not.toMatch(/a-secret-word|another-secret/)
    }
    expect(await world.sql('select body, edits, withdrawn_by from withdrawn_text')).toEqual([
      {
        body: 'another-secret',
        edits: [expect.objectContaining({ body: 'a-secret-word' })],
        withdrawn_by: kofi.scope.accountId,
      },
    ])
    const unfenced = await world.app.db.as(kofi.scope, (tx) => tx.query('select * from withdrawn_text'))
    expect(unfenced.rows).toEqual([])
  })

  it('leaves no text in the log for a device that catches up later', async () => {
    const events = await eventsOf(world, `conversation:${conversationId}`)
    expect(JSON.stringify(events)).not.toMatch(/a-secret-word|another-secret/)
    expect(JSON.stringify(events)).toContain('message.withdrawn')
  })

  it('leaves no text in the log whatever spelling of its id the message came with', async () => {
    const messageId = randomUUID().toUpperCase()
    const sent = await say(kofi, conversationId, 'a-loud-word', { messageId })
    expect(sent.messageId).toBe(messageId.toLowerCase())
    await withdraw(kofi, messageId)
    expect(JSON.stringify(await eventsOf(world, `conversation:${conversationId}`))).not.toContain('a-loud-word')
  })

  it('leaves no beginning of the text in what inboxes and lists were told', async () => {
    const { cast } = world
    const message = await say(sam, conversationId, 'a-listed-word')
    await world.app.jobs.run('inbox.gather')
    const serviceId = cast.services.wellbeing
    await nia.call(removeTeamMember, { serviceId, teamMemberId: cast.teams.sam })
    const staffId = cast.people.sam.staffId as string
    await nia.call(addTeamMember, { serviceId, teamMemberId: randomUUID(), staffId, role: 'member' })
    const told = () =>
      world.sql(`select distinct topic from topic_event where data::text like '%a-listed-word%' order by topic`)
    expect((await told()).map(({ topic }) => topic)).toEqual([
      `conversation:${conversationId}`,
      `inbox:${serviceId}`,
      `my-conversations:${sam.scope.accountId}:practitioner`,
    ])
    await withdraw(sam, message.messageId)
    expect(await told()).toEqual([])
  })

  it('is not told of its text who comes back to a node that had it in memory', async () => {
    const url = await world.listen()
    const [there, back] = await Promise.all([listenAs(nia, url), listenAs(sam, url)])
    const { epoch, seq } = (await there.join(`conversation:${conversationId}`)).value
    const message = await say(kofi, conversationId, 'a-remembered-word')
    await withdraw(kofi, message.messageId)
    const { value } = await back.join(`conversation:${conversationId}`, { epoch, seq })
    there.close()
    back.close()
    expect(value.events.map((event: { name: string }) => event.name)).toEqual(['message.sent', 'message.withdrawn'])
    expect(JSON.stringify(value)).not.toContain('a-remembered-word')
  })

  it('leaves no question waiting that nobody asks any more, and one waiting again whose answer is gone', async () => {
    const thread = world.cast.conversations.meera
    const meera = await world.as('meera')
    const take = (by: Actor, { messageId }: { messageId: string }) =>
      by.call(withdrawMessage, { conversationId: thread, messageId })
    const awaiting = async () => (await meera.call(getConversation, { conversationId: thread })).awaiting
    const stored = async () =>
      (await world.sql('select awaiting_since, due_at from conversation where id = $1', [thread]))[0]
    await convergesFor(world, sam, conversationChannel, { conversationId: thread }, async () => {
      const first = await say(meera, thread, 'Are you there?')
      const asked = { since: first.sentAt, dueAt: first.dueAt }
      world.clock.advance({ minutes: 1 })
      const second = await say(meera, thread, 'It is urgent')
      await take(meera, first)
      expect(await awaiting()).toEqual(asked)
      const wrong = await say(sam, thread, 'For somebody else')
      expect(await awaiting()).toBeUndefined()
      await take(nia, wrong)
      expect(await awaiting()).toEqual(asked)
      await take(meera, second)
      expect(await awaiting()).toBeUndefined()
      expect(await stored()).toEqual({ awaiting_since: null, due_at: null })
    })
    const again = await say(meera, thread, 'Now then')
    expect(await awaiting()).toEqual({ since: again.sentAt, dueAt: again.dueAt })
  })

  it('again changes nothing', async () => {
    const message = await say(kofi, conversationId, 'Oops')
    const first = await withdraw(kofi, message.messageId)
    world.clock.advance({ minutes: 1 })
    expect(await withdraw(kofi, message.messageId)).toEqual(first)
  })

  it('is for the author, or a coordinator of the service for a message to the wrong person', async () => {
    const mine = await say(kofi, conversationId, 'Mine')
    const sams = await say(sam, conversationId, 'Meant for Meera')
    expect(await withdraw(sam, mine.messageId)).toMatchObject({ status: 404 })
    expect(await withdraw(kofi, sams.messageId)).toMatchObject({ status: 404 })
    expect(await withdraw(nia, sams.messageId)).toMatchObject({ ok: true, value: { withdrawnBy: 'Nia Hughes' } })
  })

  it('is not found for a stranger, for another conversation’s message, and for a line of the thread', async () => {
    const mine = await say(kofi, conversationId, 'Mine')
    const elsewhere = await say(sam, world.cast.conversations.meera, 'Elsewhere')
    expect(await withdraw(await world.as('gary'), mine.messageId)).toMatchObject({ status: 404 })
    expect(await withdraw(sam, elsewhere.messageId)).toMatchObject({ status: 404 })
    expect(await withdraw(kofi, randomUUID())).toMatchObject({ status: 404 })
  })
})

describe('hiding a message for oneself', () => {
  const hidden = async (by: Actor) => {
    const list = await by.call(listConversations, { accountId: by.scope.accountId, hat: by.scope.hat })
    return list.rows.find((row) => row.conversationId === conversationId)?.hiddenMessageIds
  }

  it('follows oneself and nobody else, and can be taken back', async () => {
    const message = await say(sam, conversationId, 'Hard to read')
    const { messageId } = message
    await kofi.call(hideMessage, { conversationId, messageId, hidden: true })
    await kofi.call(hideMessage, { conversationId, messageId, hidden: true })
    expect(await hidden(kofi)).toEqual([messageId])
    expect(await hidden(sam)).toEqual([])
    expect((await sam.call(getConversation, { conversationId })).messages.at(-1)).toEqual(message)
    await kofi.call(hideMessage, { conversationId, messageId, hidden: false })
    expect(await hidden(kofi)).toEqual([])
    const events = await eventsOf(world, `my-conversations:${kofi.scope.accountId}:patient`)
    expect((events as { name: string }[]).filter((event) => event.name === 'message.hidden')).toHaveLength(2)
  })

  it('is not found for strangers and for messages of other conversations', async () => {
    const elsewhere = await say(sam, world.cast.conversations.meera, 'Elsewhere')
    const mine = await say(sam, conversationId, 'Here')
    expect(await sam.try(hideMessage, { conversationId, messageId: elsewhere.messageId, hidden: true })).toMatchObject({
      status: 404,
    })
    const gary = await world.as('gary')
    expect(await gary.try(hideMessage, { conversationId, messageId: mine.messageId, hidden: true })).toMatchObject({
      status: 404,
    })
  })
})
