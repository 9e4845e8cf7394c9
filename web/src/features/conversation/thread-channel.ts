import { conversationChannel } from '@weft/contract/conversations/channel.ts'
import type { ConversationState } from '@weft/contract/conversations/shapes.ts'

type Event = Parameters<typeof conversationChannel.reduce>[1]
type Changed = (event: Event) => void

const listeners = new Set<Changed>()
const changes = ['message.edited', 'message.withdrawn']

/**
 * The conversation's channel, which also tells of changes to messages: the channel's state holds the newest page and what came since, and a
 * reader who has paged back holds older ones, to which the same changes belong.
 */
export const threadChannel: typeof conversationChannel = {
  ...conversationChannel,
  reduce(state, event) {
    const next = conversationChannel.reduce(state, event)
    if (changes.includes(event.name)) for (const changed of listeners) changed(event)
    return next
  },
}

export function onMessageChange(changed: Changed): () => void {
  listeners.add(changed)
  return () => void listeners.delete(changed)
}

/** A stretch of older messages after the same change. */
export function changeMessages(state: ConversationState, messages: ConversationState['messages'], event: Event) {
  return conversationChannel.reduce({ ...state, messages }, event).messages
}
