import { getConversation } from '@weft/contract/conversations/operations.ts'
import type { Message } from '@weft/contract/conversations/shapes.ts'
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest'
import { say } from '../../../test/talk.ts'
import { type Actor, makeWorld, type World } from '../../../test/world.ts'
import { automaticReply, automaticReplyId, timeInWords } from './automatic-reply.ts'

const service = { name: 'The team', phone: '01632 960001', zone: 'Europe/London', crisisPanel: [], wording: undefined }

describe('the words of an automatic reply', () => {
  test.each([
    ['2026-04-15T12:00+01:00', '2026-04-15T14:20+01:00', '2:20pm'],
    ['2026-04-15T23:50+01:00', '2026-04-16T09:00+01:00', '9am tomorrow'],
    ['2026-04-17T18:00+01:00', '2026-04-20T09:00+01:00', '9am on Monday'],
    ['2026-04-27T18:00+01:00', '2026-05-04T00:30+01:00', '12:30am on Monday 4 May'],
    ['2026-10-24T12:00+01:00', '2026-10-26T12:00Z', '12pm on Monday'],
  ])('seen from %s, %s is “%s”', (now, at, words) => {
    expect(timeInWords(new Date(at), new Date(now), 'Europe/London')).toBe(words)
  })

  it('say when the team opens and who is there meanwhile', () => {
    const now = new Date('2026-04-22T23:50+01:00')
    expect(automaticReply(service, new Date('2026-04-23T09:00+01:00'), now)).toBe(
      'We are closed until 9am tomorrow. Your message is saved and we will read it then. If you cannot wait: 999 or A&E (life at risk) · NHS 111 option 2 (mental health, 24 hours) · Samaritans 116 123 · text SHOUT to 85258',
    )
  })

  it('are the service’s own where it has them, and nothing is filled in twice', () => {
    const own = {
      ...service,
      wording: 'Back at {time}. {panel} {unknown}',
      crisisPanel: [{ name: '{time}', contact: '111' }],
    }
    const now = new Date('2026-04-22T08:00+01:00')
    expect(automaticReply(own, new Date('2026-04-22T09:00+01:00'), now)).toBe('Back at 9am. {time} 111 {unknown}')
  })

  it('promise nothing when the service does not open', () => {
    const text = automaticReply(service, undefined, new Date())
    expect(text).toMatch(/^We cannot say when we will reply.*Call 01632 960001/)
  })

  it('have an id that only that message can have', () => {
    const id = '019d9070-ba00-7140-96b8-753b9b558753'
    expect(automaticReplyId(id)).toBe(automaticReplyId(id))
    expect(automaticReplyId(id)).not.toBe(automaticReplyId(id.replace('3', '4')))
    expect(automaticReplyId(id)).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-a[0-9a-f]{3}-[0-9a-f]{12}$/)
  })
})

describe('a message to a closed team', () => {
  let world: World
  let kofi: Actor
  let conversationId: string
  beforeAll(async () => {
    world = await makeWorld({ now: '2026-04-22T22:50:00.000Z' })
    kofi = await world.as('kofi')
    conversationId = world.cast.conversations.kofi
  })
  afterAll(() => world.close())
  const messages = async (): Promise<Message[]> => (await kofi.call(getConversation, { conversationId })).messages
  const autos = async () => (await messages()).filter((message) => message.kind === 'auto')

  it('is sent all the same, and answered at once by nobody', async () => {
    const sent = await say(kofi, conversationId, 'I cannot sleep')
    expect(sent.dueAt).toBe('2026-04-23T16:00:00.000Z')
    const [auto, ...more] = await autos()
    expect(more).toEqual([])
    expect(auto).toMatchObject({ number: sent.number + 1, kind: 'auto', sentAt: sent.sentAt })
    expect(auto?.body).toMatch(/^We are closed until 9am tomorrow/)
    expect(auto).not.toHaveProperty('author')
    const { awaiting } = await kofi.call(getConversation, { conversationId })
    expect(awaiting).toEqual({ since: sent.sentAt, dueAt: sent.dueAt })
  })

  it('is answered so at most once in 12 hours', async () => {
    await say(kofi, conversationId, 'Still awake')
    world.clock.advance({ hours: 7 })
    await say(kofi, conversationId, 'Now I am up')
    expect(await autos()).toHaveLength(1)
    world.clock.set('2026-04-23T18:00:00.000Z')
    await say(kofi, conversationId, 'Another evening')
    expect(await autos()).toHaveLength(2)
  })

  it('of the team’s own is not answered, nor one in open hours, nor the same one again', async () => {
    world.clock.set('2026-04-24T20:00:00.000Z')
    const sam = await world.as('sam')
    await say(sam, conversationId, 'Writing late')
    expect(await autos()).toHaveLength(2)
    const messageId = crypto.randomUUID()
    await say(kofi, conversationId, 'Thank you', { messageId })
    await say(kofi, conversationId, 'Thank you', { messageId })
    expect(await autos()).toHaveLength(3)
    world.clock.set('2026-04-27T09:00:00.000Z')
    await say(kofi, conversationId, 'Good morning')
    expect(await autos()).toHaveLength(3)
  })
})
