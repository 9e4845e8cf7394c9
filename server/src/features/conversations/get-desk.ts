import { getDesk } from '@weft/contract/conversations/operations.ts'
import { handle } from '../../platform/feature.ts'
import { Refused } from '../../platform/runner.ts'
import { openFlagsOf } from './flags.ts'

/** Where the team's notes beside a conversation are, and its open flags; presence and typing run on the same topic. */
export const desk = handle(getDesk, async (ctx, input) => {
  await ctx.require('conversation.desk', input)
  const note = await ctx.tx.db
    .selectFrom('conversation')
    .select('id')
    .where('note_of', '=', input.conversationId)
    .executeTakeFirst()
  if (!note) throw new Refused('no_relation')
  return {
    conversationId: input.conversationId,
    noteConversationId: note.id,
    flags: await openFlagsOf(ctx, input.conversationId),
  }
})
