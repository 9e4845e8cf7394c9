import { type Ctx, type Facts, type Listener, listen } from '../../platform/feature.ts'
import type {} from '../access/facts.ts'
import type {} from '../organisations/facts.ts'
import { publishOwn } from '../own/own-change.ts'
import { publishCarePlans } from './care-plans.ts'
import { followCoping } from './follow-coping.ts'
import { lockPlans } from './plan-rules.ts'
import { closeProposals, loadProposals } from './proposals.ts'
import { subject } from './subject.ts'
import type { TextKind } from './tables.ts'
import { loadText } from './text-rows.ts'
import { publishText } from './texts.ts'

/**
 * A person began or stopped sharing one of these. A safety plan and About me are one thing each, so `from` says nothing of them. Of coping ideas
 * that begin to be shared each stays as it is: only those that are shared already are covered (ADR 27). Nothing that is kept to oneself opens
 * because one service of several is told no more, or one more is told.
 */
async function followSharing(ctx: Ctx, change: Facts['share.changed']): Promise<void> {
  const { personId, scope, isShared } = change
  if (scope === 'coping') await ctx.tx.asSystem('access', () => followCoping(ctx, change))
  if (scope === 'safety_plan' || scope === 'about_me')
    await setText(ctx, personId, scope, isShared ? 'shared' : 'private')
}

const setText = (ctx: Ctx, personId: string, kind: TextKind, visibility: string) =>
  ctx.tx.asSystem('access', async () => {
    await lockPlans(ctx, personId)
    const { rowCount } = await ctx.tx.query(
      'update person_text set visibility = $3 where person_id = $1 and kind = $2 and visibility <> $3',
      [personId, kind, visibility],
    )
    const text = rowCount ? await loadText(ctx, personId, kind) : undefined
    if (text) await publishText(ctx, personId, kind, text)
  })

export const listeners: Listener[] = [
  listen('share.changed', 'within', followSharing),
  listen('person.linked', 'within', async (ctx, { fromPersonId, intoPersonId }) => {
    await subject.merge(ctx, fromPersonId, intoPersonId)
    const proposals = await ctx.tx.asSystem('access', () => loadProposals(ctx, intoPersonId))
    for (const offered of proposals) await publishOwn(ctx, intoPersonId, 'proposal.offered', offered)
    await publishCarePlans(ctx, intoPersonId)
  }),
  listen('enrolment.ended', 'within', (ctx, { personId, serviceId }) => closeProposals(ctx, personId, serviceId)),
  // Whoever joins with an invitation is known well enough from then on to read what was there before.
  listen('enrolment.activated', 'within', (ctx, { personId }) => publishCarePlans(ctx, personId)),
]
