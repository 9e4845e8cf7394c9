import { suggestedGoalsChannel } from '@weft/contract/goals/team.ts'
import { type Ctx, type Listener, listen, publication } from '../../platform/feature.ts'
import type {} from '../access/facts.ts'
import type {} from '../organisations/facts.ts'
import { followSharing } from './follow-sharing.ts'
import { moveGoals } from './move-goals.ts'
import { closeSuggestions } from './suggestions.ts'

/** Everything here runs in the transaction that makes the fact true. */
export const listeners: Listener[] = [
  listen('share.changed', 'within', followSharing),
  listen('person.linked', 'within', moveGoals),
  listen('access.changed', 'within', (ctx, { personId, accountId }) =>
    askAgain(ctx, 'person_id = $1', [personId], accountId),
  ),
  listen('enrolment.ended', 'within', async (ctx, { personId, serviceId }) => {
    await closeSuggestions(ctx, personId, serviceId)
    await askAgain(ctx, 'person_id = $1 and service_id = $2', [personId, serviceId])
  }),
  listen('team.left', 'within', (ctx, { serviceId, accountId }) =>
    askAgain(ctx, 'service_id = $1', [serviceId], accountId),
  ),
  listen('team.roleChanged', 'within', (ctx, { serviceId, accountId }) =>
    askAgain(ctx, 'service_id = $1', [serviceId], accountId),
  ),
]

/** Whoever listens to a team's suggestions is asked again before anything more is said to them. */
async function askAgain(ctx: Ctx, where: string, values: unknown[], accountId?: string): Promise<void> {
  const { rows } = await ctx.tx.asSystem('access', () =>
    ctx.tx.query(`select distinct person_id, service_id from suggested_goal where ${where} order by 1, 2`, values),
  )
  await ctx.publishAll(
    rows.map(({ person_id: personId, service_id: serviceId }) =>
      publication(suggestedGoalsChannel, { personId, serviceId }, 'access.changed', accountId ? { accountId } : {}, {
        subjectId: personId,
      }),
    ),
  )
}
