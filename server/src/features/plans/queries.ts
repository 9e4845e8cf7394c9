import {
  getSharedPlan,
  listAboutMeVersions,
  listSafetyPlanVersions,
  type SharedPlan,
} from '@weft/contract/plans/operations.ts'
import type { Plans } from '@weft/contract/plans/slice.ts'
import { type Ctx, handle } from '../../platform/feature.ts'
import type { Sharing } from '../access/require-shared.ts'
import { loadCarePlans } from './care-plans.ts'
import { loadCoping, loadSharedCoping } from './coping-rows.ts'
import { loadProposals } from './proposals.ts'
import type { TextKind } from './tables.ts'
import { loadText, loadVersions } from './text-rows.ts'

/** The plans as their owner's devices hold them. */
export async function loadPlans(ctx: Ctx, personId: string): Promise<Plans> {
  const safetyPlan = await loadText(ctx, personId, 'safety_plan')
  const aboutMe = await loadText(ctx, personId, 'about_me')
  return {
    coping: await loadCoping(ctx, personId),
    ...(safetyPlan && { safetyPlan }),
    ...(aboutMe && { aboutMe }),
    proposals: await loadProposals(ctx, personId),
    carePlans: await loadCarePlans(ctx, personId),
  }
}

export const safetyPlanVersions = handle(listSafetyPlanVersions, async (ctx, input) => {
  const { personId } = await ctx.require<{ personId: string }>('own.read', input)
  const versions = await loadVersions(ctx, personId, 'safety_plan')
  return { versions: versions.map(({ content, ...version }) => ({ ...version, parts: content })) }
})

export const aboutMeVersions = handle(listAboutMeVersions, async (ctx, input) => {
  const { personId } = await ctx.require<{ personId: string }>('own.read', input)
  const versions = await loadVersions(ctx, personId, 'about_me')
  return { versions: versions.map(({ content, ...version }) => ({ ...version, texts: content })) }
})

/** Which of it is shared is asked of the person's choices; the rows are read as the asker, behind the second fence. */
export const getShared = handle(getSharedPlan, async (ctx, input) => {
  const { personId, shares } = await ctx.require<Sharing>('plan.readShared', input)
  const shared: SharedPlan = { coping: [] }
  const coping = shares.find(({ scope }) => scope === 'coping')
  if (coping) shared.coping = (await loadSharedCoping(ctx, personId, coping.from)).map(toShared)
  const text = async <Kind extends TextKind>(kind: Kind) => {
    if (!shares.some(({ scope }) => scope === kind)) return undefined
    const found = await loadText(ctx, personId, kind)
    return found && !found.deletedAt && found.visibility === 'shared' ? found : undefined
  }
  const plan = await text('safety_plan')
  if (plan) shared.safetyPlan = { parts: plan.parts, changedAt: plan.changedAt }
  const about = await text('about_me')
  if (about) shared.aboutMe = { texts: about.texts, changedAt: about.changedAt }
  return shared
})

function toShared(one: Plans['coping'][number]): SharedPlan['coping'][number] {
  const { visibility: _v, version: _n, deletedAt: _d, taps: _t, pinnedAt: _p, ...shared } = one
  return shared
}
