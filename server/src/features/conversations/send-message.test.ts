import { randomUUID } from 'node:crypto'
import { getConversation, sendMessage } from '@weft/contract/conversations/operations.ts'
import { endEnrolment } from '@weft/contract/organisations/operations.ts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { eventsOf, say } from '../../../test/talk.ts'
import { type Actor, makeWorld, type World } from '../../../test/world.ts'

let world: World
let kofi: Actor
let sam: Actor
let conversationId: string
beforeAll(async () => {
  world = await makeWorld({ operationLimits: {} })
  kofi = await world.as('kofi')
  sam = await world.as('sam')
  conversationId = world.cast.conversations.kofi
})
afterAll(() => world.close())

const messageId = () => randomUUID()
const count = async (id: string) => (await world.sql('select count(*)::int as n from message where id = $1', [id]))[0].n

describe('a message that is sent', () => {
  it('carries the number of the event that tells of it, and who wrote it under which hat', async () => {
    const message = await say(sam, conversationId, 'Good morning, Kofi')
    const events = (await eventsOf(world, `conversation:${conversationId}`)) as { seq: number; data: unknown }[]
    expect(events.at(-1)).toMatchObject({ seq: message.number, name: 'message.sent', data: message })
    expect(message.author).toEqual({
      accountId: sam.scope.accountId,
      hat: 'practitioner',
      name: 'Sam Okafor',
      role: 'nurse',
      organisation: 'Whitlow Mental Health Trust',
      isTeam: true,
    })
    const state = await kofi.call(getConversation, { conversationId })
    expect(state.messages.at(-1)).toEqual(message)
    expect(state.lastNumber).toBe(message.number)
  })

  it('says when the team should answer, once until they do', async () => {
    await say(sam, conversationId, 'How are you?')
    const first = await say(kofi, conversationId, 'Not great')
    const second = await say(kofi, conversationId, 'Can we talk?')
    expect(first.dueAt).toBe('2026-04-16T09:20:00.000Z')
    expect(second.dueAt).toBeUndefined()
    const waiting = await kofi.call(getConversation, { conversationId })
    expect(waiting.awaiting).toEqual({ since: first.sentAt, dueAt: first.dueAt })
    await say(sam, conversationId, 'Of course')
    expect((await kofi.call(getConversation, { conversationId })).awaiting).toBeUndefined()
    expect((await say(kofi, conversationId, 'Thanks')).dueAt).toBeDefined()
  })

  it('leaves an audit row for a worker and none for the person themself', async () => {
    const rows = () =>
      world.sql(`select actor_id, action, reason_code, item_id from access_log where action <> 'deny' order by id`)
    const before = (await rows()).length
    await say(kofi, conversationId, 'Mine')
    expect(await rows()).toHaveLength(before)
    await say(sam, conversationId, 'Theirs')
    expect((await rows()).slice(before)).toEqual([
      { actor_id: sam.scope.accountId, action: 'write', reason_code: 'team', item_id: conversationId },
    ])
  })
})

describe('the same send again', () => {
  it('answers the stored message, a month later as well', async () => {
    const input = { conversationId, messageId: messageId(), body: 'Once only' }
    const first = await kofi.call(sendMessage, input)
    world.clock.advance({ days: 29 })
    expect(await kofi.call(sendMessage, input)).toEqual(first)
    world.clock.set('2026-04-15T09:20:00.000Z')
    expect(await count(input.messageId)).toBe(1)
  })

  it('is one message and fifty equal answers when it comes fifty times at once', async () => {
    const input = { conversationId, messageId: messageId(), body: 'A storm of retries' }
    const answers = await Promise.all(
      Array.from({ length: 50 }, () => world.app.runner.run(sendMessage, kofi.scope, input)),
    )
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1)
    expect(answers[0]).toMatchObject({ messageId: input.messageId, body: input.body })
    expect(await count(input.messageId)).toBe(1)
  })

  it('is refused with other words, and with another author, and nothing changes', async () => {
    const input = { conversationId, messageId: messageId(), body: 'These words' }
    const first = await kofi.call(sendMessage, input)
    const other = await kofi.try(sendMessage, { ...input, body: 'Other words' })
    expect(other).toMatchObject({ status: 422, problem: { code: 'same-id-other-words' } })
    const replying = await kofi.try(sendMessage, { ...input, replyToId: first.messageId })
    expect(replying).toMatchObject({ status: 422, problem: { code: 'same-id-other-words' } })
    const taken = await sam.try(sendMessage, input)
    expect(taken).toMatchObject({ status: 409, problem: { code: 'id-taken' } })
    expect(await kofi.call(sendMessage, input)).toEqual(first)
  })

  it('is refused in another conversation, seen or unseen by whoever asks', async () => {
    const id = messageId()
    await say(kofi, conversationId, 'Here', { messageId: id })
    const meera = await world.as('meera')
    const unseen = await meera.try(sendMessage, {
      conversationId: world.cast.conversations.meera,
      messageId: id,
      body: 'There',
    })
    expect(unseen).toMatchObject({ status: 409, problem: { code: 'id-taken' } })
    const own = messageId()
    await say(sam, conversationId, 'Here', { messageId: own })
    const elsewhere = await sam.try(sendMessage, {
      conversationId: world.cast.conversations.meera,
      messageId: own,
      body: 'Here',
    })
    expect(elsewhere).toMatchObject({ status: 422, problem: { code: 'same-id-other-words' } })
  })

  it('goes to one of two conversations when it is sent to both at once', async () => {
    const id = messageId()
    const places = [conversationId, world.cast.conversations.meera, conversationId, world.cast.conversations.meera]
    const answers = await Promise.all(
      places.map((place) => sam.try(sendMessage, { conversationId: place, messageId: id, body: 'Both' })),
    )
    expect(answers.map((answer) => answer.status).sort()).toEqual([201, 201, 422, 422])
    expect(await count(id)).toBe(1)
  })
})

describe('the words', () => {
  it.each([
    ['nothing', ''],
    ['only spaces', ' \n\t '],
    ['5,001 characters', 'x'.repeat(5001)],
    ['5,001 emoji', '🧵'.repeat(5001)],
    ['a null character', 'a\0b'],
    ['half an emoji', 'a\ud83d'],
  ])('are refused when they are %s', async (_, body) => {
    const id = messageId()
    const answer = await kofi.try(sendMessage, { conversationId, messageId: id, body })
    expect(answer).toMatchObject({ status: 422, problem: { code: 'not-acceptable', fields: [{ path: 'body' }] } })
    expect(JSON.stringify(answer)).not.toContain('x'.repeat(50))
    expect(await count(id)).toBe(0)
  })

  it.each([
    ['5,000 characters', 'x'.repeat(5000)],
    ['5,000 emoji', '🧵'.repeat(5000)],
    ['accents that are composed', 'cafe\u0301'],
    ['Welsh, Urdu and Farsi', 'Sut wyt ti? آپ کیسے ہیں؟ حال شما چطور است؟'],
  ])('are kept when they are %s', async (_, body) => {
    expect((await say(kofi, conversationId, body)).body).toBe(body.normalize('NFC'))
  })

  it('stay inert text whatever they look like', async () => {
    const body = '<script>alert(1)</script> **bold** [x](javascript:alert(1)) {{7*7}} \u202e'
    await say(kofi, conversationId, body)
    expect((await sam.call(getConversation, { conversationId })).messages.at(-1)?.body).toBe(body)
  })
})

describe('a reply', () => {
  it('names a message of the same conversation', async () => {
    const first = await say(kofi, conversationId, 'A question')
    expect((await say(sam, conversationId, 'An answer', { replyToId: first.messageId })).replyToId).toBe(
      first.messageId,
    )
  })

  it('to a message of another conversation is not found', async () => {
    const elsewhere = await say(sam, world.cast.conversations.meera, 'Hello Meera')
    const input = { conversationId, messageId: messageId(), body: 'x', replyToId: elsewhere.messageId }
    expect(await sam.try(sendMessage, input)).toMatchObject({ status: 404 })
    expect(await sam.try(sendMessage, { ...input, replyToId: randomUUID() })).toMatchObject({ status: 404 })
    expect(await count(input.messageId)).toBe(0)
  })
})

describe("a carer's mark", () => {
  it('is the carer’s, in their own conversation only', async () => {
    const raj = await world.as('raj', 'carer')
    const own = world.cast.conversations.raj
    expect((await say(raj, own, 'Please keep this', { keepFromPerson: true })).keepFromPerson).toBe(true)
    for (const [by, place] of [
      [sam, own],
      [kofi, conversationId],
    ] as const) {
      const input = { conversationId: place, messageId: messageId(), body: 'x', keepFromPerson: true as const }
      expect(await by.try(sendMessage, input)).toMatchObject({
        status: 422,
        problem: { fields: [{ path: 'keepFromPerson' }] },
      })
    }
  })
})

describe('whoever may not write', () => {
  it.each([
    ['gary', undefined],
    ['denise', undefined],
    ['raj', 'carer'],
    ['raj', 'patient'],
    ['priya', 'coordinator'],
    ['helen', undefined],
    ['admin', undefined],
  ] as const)('%s (%s) gets the answer for a conversation that does not exist', async (name, hat) => {
    const stranger = await world.as(name, hat)
    const input = { messageId: messageId(), body: 'Let me in' }
    const answer = await stranger.try(sendMessage, { conversationId, ...input })
    const absent = await stranger.try(sendMessage, { conversationId: randomUUID(), ...input })
    const bare = (a: typeof answer) => (a.ok ? a : { ...a.problem, requestId: '' })
    expect(answer.status).toBe(404)
    expect(bare(answer)).toEqual(bare(absent))
    expect(await count(input.messageId)).toBe(0)
  })

  it('nobody signed in is asked to sign in', async () => {
    const reply = await world.inject({
      method: 'POST',
      url: `/api/conversations/${conversationId}/messages`,
      payload: { messageId: messageId(), body: 'x' },
    })
    expect(reply.statusCode).toBe(401)
  })

  it('a field that the server sets is refused', async () => {
    const input = { conversationId, messageId: messageId(), body: 'x', number: 1 }
    expect(await kofi.try(sendMessage, input)).toMatchObject({ status: 400, problem: { code: 'malformed' } })
    expect(await kofi.try(sendMessage, { ...input, number: undefined, sentAt: '2020-01-01T00:00:00Z' })).toMatchObject({
      status: 400,
    })
  })
})

describe('a conversation that cannot be written to', () => {
  it('is closed to people, not to the team, while its service only announces', async () => {
    const service = world.cast.services.wellbeing
    await world.sql(`update service set messaging = 'announce_only' where id = $1`, [service])
    const refused = await kofi.try(sendMessage, { conversationId, messageId: messageId(), body: 'x' })
    expect(refused).toMatchObject({ status: 409, problem: { code: 'closed' } })
    await say(sam, conversationId, 'We are moving')
    await world.sql(`update service set messaging = 'two_way' where id = $1`, [service])
    await say(kofi, conversationId, 'Good to know')
  })

  it('is closed once the person has left; what was sent before is still answered again', async () => {
    const denise = await world.as('denise')
    const own = world.cast.conversations.denise
    const input = { conversationId: own, messageId: messageId(), body: 'Goodbye' }
    const sent = await denise.call(sendMessage, input)
    await denise.call(endEnrolment, { enrolmentId: world.cast.enrolments.denise, reason: 'finished', today: true })
    expect(await denise.try(sendMessage, { ...input, messageId: messageId() })).toMatchObject({
      status: 409,
      problem: { code: 'closed' },
    })
    expect(await denise.call(sendMessage, input)).toEqual(sent)
    const priya = await world.as('priya', 'coordinator')
    expect(await priya.try(sendMessage, { ...input, messageId: messageId() })).toMatchObject({ status: 404 })
    expect((await denise.call(getConversation, { conversationId: own })).head.state).toBe('closed')
  })
})
