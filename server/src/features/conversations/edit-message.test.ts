import { randomUUID } from 'node:crypto'
import {
  correctMessage,
  editMessage,
  getConversation,
  sendMessage,
  withdrawMessage,
} from '@weft/contract/conversations/operations.ts'
import { endEnrolment } from '@weft/contract/organisations/operations.ts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { say } from '../../../test/talk.ts'
import { type Actor, makeWorld, usualMoment, type World } from '../../../test/world.ts'

let world: World
let kofi: Actor
let sam: Actor
let conversationId: string
beforeAll(async () => {
  world = await makeWorld()
  kofi = await world.as('kofi')
  sam = await world.as('sam')
  conversationId = world.cast.conversations.kofi
})
afterAll(() => world.close())

const edit = (by: Actor, messageId: string, body: string) => by.try(editMessage, { conversationId, messageId, body })
const newest = async (by: Actor) => (await by.call(getConversation, { conversationId })).messages.at(-1)

describe('editing', () => {
  it('changes the words for everyone and keeps what they were', async () => {
    const first = await say(kofi, conversationId, 'See you at tree')
    world.clock.advance({ minutes: 2 })
    const once = await edit(kofi, first.messageId, 'See you at three')
    world.clock.advance({ minutes: 3 })
    const twice = await edit(kofi, first.messageId, 'See you at 3pm')
    expect(once).toMatchObject({ ok: true, value: { body: 'See you at three', editedAt: '2026-04-15T09:22:00.000Z' } })
    const edits = [
      { body: 'See you at tree', until: '2026-04-15T09:22:00.000Z' },
      { body: 'See you at three', until: '2026-04-15T09:25:00.000Z' },
    ]
    expect(twice).toMatchObject({ ok: true, value: { number: first.number, sentAt: first.sentAt, edits } })
    expect(await newest(sam)).toEqual(twice.ok && twice.value)
    world.clock.set(usualMoment)
  })

  it('that arrives again after a later one undoes nothing; going back to an earlier text is an act of its own', async () => {
    const { messageId } = await say(kofi, conversationId, 'At two')
    const act = (editId: string, body: string) => kofi.call(editMessage, { conversationId, messageId, body, editId })
    const [first, second, third] = [randomUUID(), randomUUID(), randomUUID()]
    await act(first, 'At three')
    const later = await act(second, 'At four')
    expect(await act(first, 'At three')).toEqual(later)
    expect(await act(second, 'At four')).toEqual(later)
    expect(await newest(sam)).toEqual(later)
    expect(JSON.stringify(later)).not.toContain(second)
    expect(await act(third, 'At three')).toMatchObject({ body: 'At three' })
  })

  it('is possible to the last moment of the tenth minute by the server’s clock, and not after', async () => {
    const message = await say(kofi, conversationId, 'First')
    world.clock.advance({ minutes: 10 })
    expect(await edit(kofi, message.messageId, 'Second')).toMatchObject({ ok: true })
    world.clock.advance({ ms: 1 })
    expect(await edit(kofi, message.messageId, 'Third')).toMatchObject({
      status: 409,
      problem: { code: 'too-late-to-edit' },
    })
    expect((await newest(kofi))?.body).toBe('Second')
    expect(await edit(kofi, message.messageId, 'Second')).toMatchObject({ ok: true })
    world.clock.set(usualMoment)
  })

  it('with the same words says nothing new to anybody', async () => {
    const message = await say(kofi, conversationId, 'Same')
    const head = () => world.sql('select seq from topic_head where topic = $1', [`conversation:${conversationId}`])
    const before = await head()
    expect(await edit(kofi, message.messageId, 'Same')).toMatchObject({ ok: true, value: message })
    expect(await head()).toEqual(before)
  })

  it('does not make a repeat of the send new, nor change the question that waits', async () => {
    const input = { conversationId, messageId: randomUUID(), body: 'Hel' }
    const sent = await kofi.call(sendMessage, input)
    await edit(kofi, input.messageId, 'Help')
    expect(await kofi.call(sendMessage, input)).toMatchObject({ number: sent.number, body: 'Help' })
    const { awaiting } = await kofi.call(getConversation, { conversationId })
    expect(awaiting?.since).toBe(usualMoment)
  })

  it('is the author’s alone, of a message of that conversation', async () => {
    const mine = await say(kofi, conversationId, 'Mine')
    const elsewhere = await say(sam, world.cast.conversations.meera, 'Elsewhere')
    expect(await edit(sam, mine.messageId, 'Yours')).toMatchObject({ status: 404 })
    expect(await edit(sam, elsewhere.messageId, 'Moved')).toMatchObject({ status: 404 })
    expect(await edit(await world.as('gary'), mine.messageId, 'Mine now')).toMatchObject({ status: 404 })
    expect(await edit(kofi, mine.messageId, ' ')).toMatchObject({ status: 422 })
  })

  it('is over once the message is withdrawn or the conversation closed', async () => {
    const mine = await say(kofi, conversationId, 'Mine')
    await kofi.call(withdrawMessage, { conversationId, messageId: mine.messageId })
    expect(await edit(kofi, mine.messageId, 'Back')).toMatchObject({ status: 409, problem: { code: 'wrong-state' } })
    const denise = await world.as('denise')
    const own = world.cast.conversations.denise
    const last = await say(denise, own, 'Bye')
    await denise.call(endEnrolment, { enrolmentId: world.cast.enrolments.denise, reason: 'finished', today: true })
    const answer = await denise.try(editMessage, { conversationId: own, messageId: last.messageId, body: 'Good bye' })
    expect(answer).toMatchObject({ status: 409, problem: { code: 'closed' } })
  })
})

describe('correcting', () => {
  const correct = (by: Actor, correctsId: string, body: string, messageId: string = randomUUID()) =>
    by.try(correctMessage, { conversationId, correctsId, messageId, body })

  it('is a message of its own, linked to the first, at any time, once', async () => {
    const first = await say(sam, conversationId, 'Thursday at 4')
    const messageId = randomUUID()
    const answer = await correct(sam, first.messageId, 'Friday at 4', messageId)
    expect(answer).toMatchObject({
      status: 201,
      value: { kind: 'correction', correctsId: first.messageId, body: 'Friday at 4' },
    })
    expect(await correct(sam, first.messageId, 'Friday at 4', messageId)).toEqual(answer)
    expect(await correct(sam, first.messageId, 'Friday at 5', messageId)).toMatchObject({ status: 422 })
    expect(await newest(kofi)).toEqual(answer.ok && answer.value)
  })

  it('is the author’s alone, and never of what is withdrawn', async () => {
    const first = await say(kofi, conversationId, 'Mine')
    expect(await correct(sam, first.messageId, 'Yours')).toMatchObject({ status: 404 })
    await kofi.call(withdrawMessage, { conversationId, messageId: first.messageId })
    expect(await correct(kofi, first.messageId, 'Again')).toMatchObject({
      status: 409,
      problem: { code: 'wrong-state' },
    })
  })

  it('that was stored is answered again, though the first was withdrawn meanwhile', async () => {
    const first = await say(kofi, conversationId, 'At nine')
    const messageId = randomUUID()
    const answer = await correct(kofi, first.messageId, 'At ten', messageId)
    await kofi.call(withdrawMessage, { conversationId, messageId: first.messageId })
    expect(await correct(kofi, first.messageId, 'At ten', messageId)).toEqual(answer)
    expect(await correct(kofi, first.messageId, 'At eleven', messageId)).toMatchObject({ status: 422 })
  })

  it('carries a carer’s mark along', async () => {
    const raj = await world.as('raj', 'carer')
    const own = world.cast.conversations.raj
    const first = await say(raj, own, 'She fell', { keepFromPerson: true })
    const input = { conversationId: own, correctsId: first.messageId, messageId: randomUUID(), body: 'She slipped' }
    expect(await raj.call(correctMessage, input)).toMatchObject({ keepFromPerson: true })
  })
})
