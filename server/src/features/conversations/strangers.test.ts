import { randomUUID } from 'node:crypto'
import {
  correctMessage,
  editMessage,
  getConversation,
  getDesk,
  getWhoCanSee,
  hideMessage,
  listMessages,
  readConversation,
  sendMessage,
  withdrawMessage,
} from '@weft/contract/conversations/operations.ts'
import type { Operation } from '@weft/contract/operation.ts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { say } from '../../../test/talk.ts'
import { type Actor, makeWorld, type World } from '../../../test/world.ts'

let world: World
let sam: Actor
let here: { conversationId: string; messageId: string }
let elsewhere: { conversationId: string; messageId: string }
beforeAll(async () => {
  world = await makeWorld({ operationLimits: {} })
  sam = await world.as('sam')
  here = await say(sam, world.cast.conversations.kofi, 'Here')
  elsewhere = await say(sam, world.cast.conversations.meera, 'Elsewhere')
})
afterAll(() => world.close())

type Place = { conversationId: string; messageId: string }
const body = 'Words'
const asks: [string, Operation, (place: Place) => Record<string, unknown>][] = [
  ['open it', getConversation, ({ conversationId }) => ({ conversationId })],
  ['page back in it', listMessages, ({ conversationId }) => ({ conversationId, before: 99 })],
  ['ask who can see it', getWhoCanSee, ({ conversationId }) => ({ conversationId })],
  ['open its desk', getDesk, ({ conversationId }) => ({ conversationId })],
  ['mark it read', readConversation, ({ conversationId }) => ({ conversationId, through: 1 })],
  ['send', sendMessage, ({ conversationId }) => ({ conversationId, messageId: randomUUID(), body })],
  [
    'reply',
    sendMessage,
    ({ conversationId, messageId }) => ({ conversationId, messageId: randomUUID(), body, replyToId: messageId }),
  ],
  ['edit', editMessage, (place) => ({ ...place, body })],
  [
    'correct',
    correctMessage,
    ({ conversationId, messageId }) => ({ conversationId, correctsId: messageId, messageId: randomUUID(), body }),
  ],
  ['withdraw', withdrawMessage, (place) => place],
  ['hide', hideMessage, (place) => ({ ...place, hidden: true })],
]
const ofMessages = asks.filter(([name]) => ['reply', 'edit', 'correct', 'withdraw', 'hide'].includes(name))

const stored = async () => JSON.stringify(await world.sql('select * from message order by id'))
const placeOf = ({ conversationId, messageId }: Place): Place => ({ conversationId, messageId })

describe('a stranger to a conversation', () => {
  it.each(asks)('cannot %s, and cannot tell it from one that does not exist', async (_, operation, input) => {
    const before = await stored()
    const strangers = [
      await world.as('gary'),
      await world.as('denise'),
      await world.as('meera'),
      await world.as('raj', 'carer'),
      await world.as('raj', 'patient'),
      await world.as('priya', 'practitioner'),
      await world.as('priya', 'coordinator'),
      await world.as('helen'),
      await world.as('admin'),
    ]
    for (const by of strangers) {
      const there = await by.try(operation, input(placeOf(here)))
      const nowhere = await by.try(operation, input({ conversationId: randomUUID(), messageId: randomUUID() }))
      expect(there).toMatchObject({ ok: false, status: 404 })
      const { requestId: _there, ...problem } = there.ok ? ({} as never) : there.problem
      const { requestId: _nowhere, ...absent } = nowhere.ok ? ({} as never) : nowhere.problem
      expect(problem).toEqual(absent)
    }
    expect(await stored()).toBe(before)
  })

  it.each(asks)('who is not signed in cannot %s', async (_, operation, input) => {
    await expect(
      world.app.runner.run(operation, { kind: 'nobody', requestId: 'x' }, input(placeOf(here))),
    ).rejects.toMatchObject({ code: 'not-signed-in' })
  })
})

describe('the conversation of one message with another conversation’s message', () => {
  it.each(ofMessages)('is no way to %s', async (_, operation, input) => {
    const before = await stored()
    const mixed = { conversationId: here.conversationId, messageId: elsewhere.messageId }
    expect(await sam.try(operation, input(mixed))).toMatchObject({ status: 404 })
    expect(await stored()).toBe(before)
  })
})
