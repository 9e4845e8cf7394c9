import { sendMessage } from '@weft/contract/conversations/operations.ts'
import type { Message } from '@weft/contract/conversations/shapes.ts'
import { ProblemError } from '@weft/contract/problem.ts'
import { type Ctx, handle } from '../../platform/feature.ts'
import { Refused } from '../../platform/runner.ts'
import { toMessage } from './message-row.ts'
import type { Standing } from './policy.ts'
import { type Ask, hashOf, IdTakenMeanwhile, post } from './post.ts'
import { sendTogether } from './send-together.ts'

/**
 * Sends once, however often it is asked: the stored message is the answer to a repeat, a month later as well. Publishes `message.sent`,
 * and a second one for the automatic reply of a closed service. The plain form of `sendTogether`.
 */
export const send = handle(
  sendMessage,
  async (ctx, input) => {
    const standing = await ctx.require<Standing>('conversation.write', input)
    const { conversationId, ...draft } = input
    return postOne(ctx, standing, { conversationId, ...askedBy(ctx), draft: { kind: 'message', ...draft } })
  },
  { together: { key: (input) => input.conversationId, run: sendTogether } },
)

export function askedBy({ scope }: Ctx): Pick<Ask, 'accountId' | 'sessionId' | 'hat'> {
  if (scope.kind !== 'account') throw new Refused('not_active')
  return { accountId: scope.accountId, sessionId: scope.sessionId, hat: scope.hat }
}

/** Posts one message and answers it, or says why not. */
export async function postOne(ctx: Ctx, standing: Standing, ask: Ask): Promise<Message> {
  const outcome = await postOrAnswerAgain(ctx, ask)
  switch (outcome.is) {
    case 'sent':
      return outcome.message
    case 'known':
      return answerAgain(ctx, ask)
    case 'misplaced-mark':
      throw new ProblemError('not-acceptable', {
        fields: [{ path: 'keepFromPerson', message: 'only a carer, in their own conversation' }],
      })
    case 'closed':
      throw new ProblemError('closed')
    case 'no-member':
    case 'no-parent': {
      const { personId, kind, conversationId, serviceId } = standing
      throw new Refused('no_relation', {
        personId,
        recordClass: 'service',
        itemKind: kind,
        itemId: conversationId,
        serviceId,
      })
    }
  }
}

async function postOrAnswerAgain(ctx: Ctx, ask: Ask) {
  try {
    return (await post(ctx, [ask]))[0]!
  } catch (error) {
    if (!(error instanceof IdTakenMeanwhile)) throw error
    // The id stands in another conversation: never the same words, and the throw takes everything back.
    await answerAgain(ctx, ask)
    throw error
  }
}

async function answerAgain(ctx: Ctx, ask: Ask): Promise<Message> {
  const row = await ctx.tx.db.selectFrom('message').selectAll().where('id', '=', ask.draft.messageId).executeTakeFirst()
  if (row?.author_id !== ask.accountId) throw new ProblemError('id-taken')
  if (row.body_hash?.toString('hex') !== hashOf(ask)) throw new ProblemError('same-id-other-words')
  return toMessage(row)
}
