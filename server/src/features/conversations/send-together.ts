import type { sendMessage } from '@weft/contract/conversations/operations.ts'
import type { Message } from '@weft/contract/conversations/shapes.ts'
import type { Ctx, Disclosure, TogetherCall } from '../../platform/feature.ts'
import { type Outcome, post } from './post.ts'

type Call = TogetherCall<typeof sendMessage>

/**
 * Sends of many people in one transaction (architecture 8): the common case alone, a member writing to an open conversation for the first
 * time with this id. Whatever else it meets it leaves to `send`, which says why. Membership here is what access decided: it is kept equal
 * to it in every transaction that changes access, and `authz_grant` is asked besides.
 */
export async function sendTogether(ctx: Ctx, calls: readonly Call[]): Promise<(Message | undefined)[]> {
  const outcomes = await post(
    ctx,
    calls.map(({ scope, input: { conversationId, ...draft } }) => ({
      conversationId,
      accountId: scope.accountId,
      sessionId: scope.sessionId,
      hat: scope.hat,
      draft: { kind: 'message', ...draft },
    })),
    (found) => ctx.disclose(found.flatMap((outcome, place) => disclosureOf(outcome, calls[place] as Call))),
  )
  return outcomes.map((outcome) => (outcome.is === 'sent' ? outcome.message : undefined))
}

/** As the guard of `send` writes it: the person's own writing is no disclosure. */
function disclosureOf(outcome: Outcome, { scope }: Call): Disclosure[] {
  if (outcome.is !== 'sent' || outcome.author.hat === 'patient') return []
  const { thread, author } = outcome
  return [
    {
      personId: thread.person_id,
      recordClass: 'service',
      itemKind: thread.kind,
      itemId: thread.id,
      action: 'write',
      reasonCode: author.isTeam ? 'team' : 'carer_own_thread',
      serviceId: thread.service_id,
      by: scope,
    },
  ]
}
