import { hideMessage, readConversation, withdrawMessage } from '@weft/contract/conversations/operations.ts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { say } from '../../../test/talk.ts'
import { type Actor, makeWorld, type World } from '../../../test/world.ts'
import { subject } from './subject.ts'

let world: World
let meera: Actor
let personId: string
beforeAll(async () => {
  world = await makeWorld()
  meera = await world.as('meera')
  personId = meera.scope.personId as string
  const sam = await world.as('sam')
  const { meera: own, raj: carers } = world.cast.conversations
  const [note] = await world.sql('select id from conversation where note_of = $1', [own])
  const first = await say(meera, own, 'my-own-words')
  const second = await say(sam, own, 'withdrawn-words')
  await sam.call(withdrawMessage, { conversationId: own, messageId: second.messageId })
  await meera.call(readConversation, { conversationId: own, through: 99 })
  await meera.call(hideMessage, { conversationId: own, messageId: first.messageId, hidden: true })
  await say(await world.as('raj', 'carer'), carers, 'a-carers-words')
  await say(sam, note.id, 'a-team-note')
  await say(await world.as('kofi'), world.cast.conversations.kofi, 'somebody-elses-words')
})
afterAll(() => world.close())

describe('what conversations hold about a person', () => {
  it('is given to them without carers’ threads, notes and what was withdrawn', async () => {
    const text = JSON.stringify(await world.app.runner.act('jobs', (ctx) => subject.export(ctx, personId)))
    expect(text).toContain('my-own-words')
    expect(text).toContain('withdrawnAt')
    expect(text).not.toMatch(/a-carers-words|a-team-note|withdrawn-words|somebody-elses-words/)
  })

  it('is gone after erasure, and nobody else’s is', async () => {
    await world.app.runner.act('jobs', (ctx) => subject.erase(ctx, personId))
    for (const table of [
      'conversation',
      'conversation_member',
      'message',
      'conversation_read',
      'message_hidden',
      'withdrawn_text',
    ])
      expect(await world.sql(`select 1 from ${table} where person_id = $1`, [personId])).toEqual([])
    expect(await world.sql('select body from message')).toEqual([{ body: 'somebody-elses-words' }])
  })
})
