import { listMessages } from '@weft/contract/conversations/operations.ts'
import { PAGE_SIZE } from '@weft/contract/conversations/shapes.ts'
import { handle } from '../../platform/feature.ts'
import { pageBefore } from './get-conversation.ts'

/** Pages backwards; the page after the last is empty. */
export const list = handle(listMessages, async (ctx, input) => {
  await ctx.require('conversation.read', input)
  return pageBefore(ctx, input.conversationId, input.before, input.limit ?? PAGE_SIZE)
})
