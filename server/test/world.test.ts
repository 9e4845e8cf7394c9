import { getConversation, listConversations, sendMessage } from '@weft/contract/conversations/operations.ts'
import { getSession } from '@weft/contract/people/operations.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeWorld, type World } from './world.ts'

let world: World
beforeAll(async () => {
  world = await makeWorld()
})
afterAll(() => world.close())

test('the cast signs in, each under their own hat', async () => {
  expect(await (await world.as('kofi')).call(getSession, {})).toMatchObject({
    hat: 'patient',
    displayName: 'Kofi Mensah',
  })
  expect(await (await world.as('sam')).call(getSession, {})).toMatchObject({ hat: 'practitioner', role: 'nurse' })
})

test('Kofi writes and Sam reads it; Gary finds nothing', async () => {
  const kofi = await world.as('kofi')
  const conversationId = world.cast.conversations.kofi
  const sent = await kofi.call(sendMessage, { conversationId, messageId: crypto.randomUUID(), body: 'Bad night again' })
  const sam = await world.as('sam')
  const seen = await sam.call(getConversation, { conversationId })
  expect(seen.messages.at(-1)).toEqual(sent)
  const { rows } = await sam.call(listConversations, { accountId: sam.scope.accountId, hat: 'practitioner' })
  expect(rows.find((row) => row.conversationId === conversationId)).toMatchObject({ unread: 1 })
  const gary = await world.as('gary')
  expect(await gary.try(getConversation, { conversationId })).toMatchObject({ ok: false, status: 404 })
})
