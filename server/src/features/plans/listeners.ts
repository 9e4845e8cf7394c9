import { type Ctx, type Facts, type Listener, listen } from '../../platform/feature.ts'
import type {} from '../access/facts.ts'
import type {} from '../organisations/facts.ts'
import { publishOwn } from '../own/own-change.ts'
import { publishCarePlans } from './care-plans.ts'
import { loadCoping } from './coping-rows.ts'
import { lockPlans } from './plan-rules.ts'
import { loadProposals } from './proposals.ts'
import { subject } from './subject.ts'
import type { TextKind } from './tables.ts'
import { loadText } from './text-rows.ts'
import { publishText } from './texts.ts'

/**
 * A person began or stopped sharing one of these. A safety plan and About me are one thing each, so `from` says nothing of them; of coping ideas
 * shared from now on, those that are there already stay as they are, but for what was open before a stop that is undone. Nothing that is
 * kept to oneself opens because one service of several is told no more, or one more is told.
 */
async function followSharing(
  ctx: Ctx,
  { personId, scope, isShared, from, since }: Facts['share.changed'],
): Promise<void> {
  const visibility = isShared ? 'shared' : 'private'
  const opens = isShared && (from === 'everything' || since !== undefined)
  if (scope === 'coping' && (!isShared || opens)) await setCoping(ctx, personId, visibility, since)
  if (scope === 'safety_plan' || scope === 'about_me') await setText(ctx, personId, scope, visibility)
}

const setCoping = (ctx: Ctx, personId: string, visibility: 'private' | 'shared', since: Date | undefined) =>
  ctx.tx.asSystem('access', async () => {
    await lockPlans(ctx, personId)
    const { rows } = await ctx.tx.query(
      `update coping_strategy set visibility = $2
       where person_id = $1 and visibility <> $2 and ($3::timestamptz is null or created_at >= $3)
         and ($2 = 'private' or not is_kept) returning id`,
      [personId, visibility, since],
    )
    const moved = new Set(rows.map((row) => row.id as string))
    for (const one of await loadCoping(ctx, personId))
      if (moved.has(one.copingId)) await publishOwn(ctx, personId, 'coping.changed', one)
  })

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
  // Whoever joins with an invitation is known well enough from then on to read what was there before.
  listen('enrolment.activated', 'within', (ctx, { personId }) => publishCarePlans(ctx, personId)),
]
