import { conversationChannel } from '@weft/contract/conversations/channel.ts'
import { tap } from '../../shell/live/tap.ts'

/** The conversation's channel, heard also by those who hold pages older than its state. */
export const { channel: threadChannel, onEvent: onThreadEvent } = tap(conversationChannel)
