import type { Ctx } from '../../platform/feature.ts'
import { Refused } from '../../platform/runner.ts'
import type { MessageRow } from './message-row.ts'

/** A message of this conversation, and not of another; lines and automatic replies are nobody's, and nobody acts on them. */
export async function findMessage(ctx: Ctx, conversationId: string, messageId: string): Promise<MessageRow> {
  const row = await ctx.tx.db
    .selectFrom('message')
    .selectAll()
    .where('id', '=', messageId)
    .where('conversation_id', '=', conversationId)
    .where('author_id', 'is not', null)
    .executeTakeFirst()
  if (!row) throw new Refused('no_relation')
  return row
}

/** As `findMessage`, if the asker wrote it. */
export async function ownMessage(ctx: Ctx, conversationId: string, messageId: string): Promise<MessageRow> {
  const row = await findMessage(ctx, conversationId, messageId)
  if (ctx.scope.kind !== 'account' || row.author_id !== ctx.scope.accountId) throw new Refused('no_relation')
  return row
}
