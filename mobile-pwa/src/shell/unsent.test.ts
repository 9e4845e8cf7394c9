import type { OutboxItem } from '@weft/channels/client'
import { ownPushes } from '@weft/contract/own/parts.ts'
import { describe, expect, it } from 'vitest'
import { areMessages, isWritten, placeOf } from './unsent.ts'

const item = (push: string, topic: string, input: Record<string, unknown> = {}): OutboxItem =>
  ({ id: push, push, topic, input, operation: { name: push } }) as unknown as OutboxItem
const message = item('message.send', 'conversation:c', { conversationId: 'c' })
const night = item('sleep.log', 'own:p')
const readMark = item('conversation.read', 'conversation:c', { conversationId: 'c' })

describe('what is not sent yet', () => {
  it('is messages only where each of it is one', () => {
    expect(areMessages([message])).toBe(true)
    expect(areMessages([message, night])).toBe(false)
  })

  it('is what somebody wrote or logged, and no read mark', () => {
    expect([message, night, readMark].map(isWritten)).toEqual([true, true, false])
  })

  it('has a place for each act of one’s own', () => {
    expect(placeOf(item('reminder.add', 'own:p'))).toBe('/settings/reminders')
    expect(placeOf(night)).toBe('/track')
    const lost = Object.keys(ownPushes).filter((push) => placeOf(item(push, 'own:p')) === '/messages')
    expect(lost).toEqual([])
  })
})
