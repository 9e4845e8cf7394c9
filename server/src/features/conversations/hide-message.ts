import { myConversationsChannel } from '@weft/contract/conversations/channel.ts'
import { hideMessage } from '@weft/contract/conversations/operations.ts'
import { handle } from '../../platform/feature.ts'
import { Refused } from '../../platform/runner.ts'
import { findMessage } from './own-message.ts'
import type { Standing } from './policy.ts'

/** Hides a message for the asker alone, under the hat they wear, or shows it again. Publishes `message.hidden` on their own list. */
export const hide = handle(
  hideMessage,
  async (ctx, input) => {
    const { personId } = await ctx.require<Standing>('conversation.read', input)
    const { scope } = ctx
    if (scope.kind !== 'account') throw new Refused('not_active')
    const { conversationId, messageId, hidden } = input
    await findMessage(ctx, conversationId, messageId)
    const mine = { account_id: scope.accountId, hat: scope.hat, message_id: messageId }
    const { rowCount } = hidden
      ? await ctx.tx.query(
          `insert into message_hidden (account_id, hat, message_id, conversation_id, person_id) values ($1, $2, $3, $4, $5)
           on conflict do nothing`,
          [mine.account_id, mine.hat, mine.message_id, conversationId, personId],
        )
      : await ctx.tx.query('delete from message_hidden where account_id = $1 and hat = $2 and message_id = $3', [
          mine.account_id,
          mine.hat,
          mine.message_id,
        ])
    if (rowCount) {
      await ctx.publish(
        myConversationsChannel,
        { accountId: scope.accountId, hat: scope.hat },
        'message.hidden',
        { conversationId, messageId, hidden },
        { subjectId: personId },
      )
    }
    return {}
  },
  { action: 'read' },
)
