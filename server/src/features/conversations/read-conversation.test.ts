import {
  getConversation,
  listConversations,
  readConversation,
  withdrawMessage,
} from '@weft/contract/conversations/operations.ts'
import { countsAsUnread } from '@weft/contract/conversations/unread.ts'
import { changeSettings } from '@weft/contract/people/operations.ts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { eventsOf, say } from '../../../test/talk.ts'
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

const read = (by: Actor, through: number, markUnread?: true) =>
  by.call(readConversation, { conversationId, through, ...(markUnread && { markUnread }) })
const state = () => kofi.call(getConversation, { conversationId })
const unreadOf = async (by: Actor) => {
  const list = await by.call(listConversations, { accountId: by.scope.accountId, hat: by.scope.hat })
  return list.rows.find((row) => row.conversationId === conversationId)
}

describe('a read mark', () => {
  it('moves forward only, never past the newest message, and back when one says so', async () => {
    const first = await say(kofi, conversationId, '1')
    const second = await say(kofi, conversationId, '2')
    const third = await say(kofi, conversationId, '3')
    expect(await read(sam, second.number)).toEqual({ readThrough: second.number, unread: 1 })
    expect(await read(sam, first.number)).toEqual({ readThrough: second.number, unread: 1 })
    expect(await read(sam, third.number + 500)).toEqual({ readThrough: third.number, unread: 0 })
    expect(await read(sam, first.number, true)).toEqual({ readThrough: first.number, unread: 2 })
    expect(await read(sam, third.number, true)).toEqual({ readThrough: first.number, unread: 2 })
  })

  it('is each reader’s own, and the count is that of the messages themselves', async () => {
    await say(nia, conversationId, 'From Nia')
    for (const by of [kofi, sam, nia]) {
      const { messages } = await by.call(getConversation, { conversationId })
      const row = await unreadOf(by)
      const recount = messages.filter((message) =>
        countsAsUnread(message, { accountId: by.scope.accountId, readThrough: row?.readThrough ?? 0 }),
      )
      expect(row?.unread).toBe(recount.length)
    }
    expect((await unreadOf(kofi))?.unread).toBe(1)
  })

  it('marked unread before it was ever read stays at nothing', async () => {
    const raj = await world.as('raj', 'carer')
    const own = world.cast.conversations.raj
    await say(sam, own, 'Hello Raj')
    expect(await raj.call(readConversation, { conversationId: own, through: 1, markUnread: true })).toEqual({
      readThrough: 0,
      unread: 1,
    })
  })

  it('marked unread goes back to what can be unread: past automatic replies and what was withdrawn', async () => {
    const denise = await world.as('denise')
    const priya = await world.as('priya', 'practitioner')
    const own = world.cast.conversations.denise
    const unread = async (through: number) =>
      denise.call(readConversation, { conversationId: own, through, markUnread: true })
    const said = await say(priya, own, 'See you on Friday')
    const gone = await say(priya, own, 'For somebody else')
    await priya.call(withdrawMessage, { conversationId: own, messageId: gone.messageId })
    const usual = world.clock.now().toISOString()
    world.clock.set('2026-04-15T20:00:00.000Z')
    await world.sql('update session set last_used_at = $1', [world.clock.now()])
    await say(denise, own, 'Thank you')
    world.clock.set(usual)
    const { lastNumber, messages } = await denise.call(getConversation, { conversationId: own })
    expect(messages.at(-1)?.kind).toBe('auto')
    await denise.call(readConversation, { conversationId: own, through: lastNumber })
    expect(await unread(lastNumber - 1)).toEqual({ readThrough: said.number - 1, unread: 1 })
  })

  it('that did not move tells nobody', async () => {
    const topic = `my-conversations:${sam.scope.accountId}:practitioner`
    const { lastNumber } = await state()
    await read(sam, lastNumber)
    const before = (await eventsOf(world, topic)).length
    await read(sam, lastNumber)
    await read(sam, 1)
    expect(await eventsOf(world, topic)).toHaveLength(before)
  })
})

describe('receipts', () => {
  const moves = async () =>
    ((await eventsOf(world, `conversation:${conversationId}`)) as { name: string; data: unknown }[])
      .filter((event) => event.name === 'seen.moved')
      .map((event) => event.data)

  it('say when the first of the team got so far, once and without a name', async () => {
    const { number } = await say(kofi, conversationId, 'Has anybody seen this?')
    const before = (await moves()).length
    world.clock.advance({ minutes: 1 })
    await read(nia, number)
    world.clock.advance({ minutes: 1 })
    await read(sam, number)
    expect((await moves()).slice(before)).toEqual([{ by: 'team', through: number, at: '2026-04-15T09:21:00.000Z' }])
    expect((await state()).seen.team).toEqual({ through: number, at: '2026-04-15T09:21:00.000Z' })
    expect(JSON.stringify(await state()).match(/Nia Hughes/g)).toHaveLength(2)
  })

  it('only ever move forward, however many read at once', async () => {
    const sent = []
    for (let n = 0; n < 12; n += 1) sent.push(await say(kofi, conversationId, `Message ${n}`))
    const before = (await moves()).length
    await Promise.all(sent.toReversed().map(({ number }, n) => read(n % 2 ? nia : sam, number)))
    const through = ((await moves()).slice(before) as { through: number }[]).map((move) => move.through)
    expect(through).toEqual([...new Set(through)].sort((a, b) => a - b))
    expect(through.at(-1)).toBe(sent.at(-1)?.number)
  })

  it('do not go back when a mark does', async () => {
    const { seen } = await state()
    await read(nia, 1, true)
    expect((await state()).seen).toEqual(seen)
  })

  it('tell the team what the person has read, unless they switched that off', async () => {
    const first = await say(sam, conversationId, 'Your letter is here')
    await read(kofi, first.number)
    expect((await state()).seen.other?.through).toBe(first.number)
    await kofi.call(changeSettings, { seenReceipts: false })
    const second = await say(sam, conversationId, 'And another')
    const before = (await moves()).length
    expect(await read(kofi, second.number)).toMatchObject({ readThrough: second.number, unread: 0 })
    expect(await moves()).toHaveLength(before)
    expect((await state()).seen.other?.through).toBe(first.number)
  })

  it('are not kept of note threads', async () => {
    const [note] = await world.sql('select id from conversation where note_of = $1', [conversationId])
    const { number } = await say(sam, note.id, 'Remember the interpreter')
    await nia.call(readConversation, { conversationId: note.id, through: number })
    expect((await nia.call(getConversation, { conversationId: note.id })).seen).toEqual({})
  })
})

it('whoever reads without belonging moves nothing, and a stranger finds nothing', async () => {
  expect(await (await world.as('gary')).try(readConversation, { conversationId, through: 3 })).toMatchObject({
    status: 404,
  })
  expect(await (await world.as('raj', 'carer')).try(readConversation, { conversationId, through: 3 })).toMatchObject({
    status: 404,
  })
})
