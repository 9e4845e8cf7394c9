import { correctMessage } from '@weft/contract/conversations/operations.ts'
import { ProblemError } from '@weft/contract/problem.ts'
import { type Ctx, handle } from '../../platform/feature.ts'
import { ownMessage } from './own-message.ts'
import type { Standing } from './policy.ts'
import { askedBy, postOne } from './send-message.ts'

/**
 * Says again what the author's own message should have said: a message of its own that is linked to the first. A carer's mark travels
 * with it. Safe to repeat with the same `messageId`. Publishes `message.sent`.
 */
export const correct = handle(correctMessage, async (ctx, input) => {
  const standing = await ctx.require<Standing>('conversation.write', input)
  const { conversationId, messageId, correctsId, body } = input
  const first = await ownMessage(ctx, conversationId, correctsId)
  // What was withdrawn takes no correction; one that came before is still answered again.
  if (first.withdrawn_at && !(await isStored(ctx, messageId))) throw new ProblemError('wrong-state')
  return postOne(ctx, standing, {
    conversationId,
    ...askedBy(ctx),
    draft: {
      kind: 'correction',
      messageId,
      correctsId,
      body,
      ...(first.keep_from_person && { keepFromPerson: true as const }),
    },
  })
})

async function isStored(ctx: Ctx, messageId: string): Promise<boolean> {
  const row = await ctx.tx.db.selectFrom('message').select('id').where('id', '=', messageId).executeTakeFirst()
  return row !== undefined
}
