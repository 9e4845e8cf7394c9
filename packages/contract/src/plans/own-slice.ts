import * as z from 'zod/mini'
import { defineOwnSlice } from '../own/part.ts'
import { Id } from '../scalars.ts'
import { CarePlan } from './care-plan.ts'
import { AboutMe, AboutMeProposal, CopingStrategy, SafetyPlan } from './shapes.ts'
import { Plans, withStrategies } from './slice.ts'

export const withoutProposal = (plans: Plans, { proposalId }: { proposalId: string }): Plans => ({
  ...plans,
  proposals: plans.proposals.filter((one) => one.proposalId !== proposalId),
})

/** The rows, each in the place of the one of its key, in the order of the keys. */
function placed<Row>(rows: readonly Row[], row: Row, keyOf: (row: Row) => string): Row[] {
  return [...rows.filter((one) => keyOf(one) !== keyOf(row)), row].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1))
}

/** A person's plans in the feed of everything they own. */
export const plansSlice = defineOwnSlice({
  state: Plans,
  empty: { coping: [], proposals: [], carePlans: [] },
  events: {
    'coping.changed': CopingStrategy,
    /** For good, as each of these. */
    'coping.erased': z.object({ copingId: Id }),
    'safetyPlan.saved': SafetyPlan,
    'safetyPlan.erased': z.object({}),
    'aboutMe.saved': AboutMe,
    'aboutMe.erased': z.object({}),
    'proposal.offered': AboutMeProposal,
    'proposal.answered': z.object({ proposalId: Id }),
    'carePlan.received': CarePlan,
  },
  apply: {
    'coping.changed': (plans, row) => withStrategies(plans, [row]),
    'coping.erased': (plans, { copingId }) => ({
      ...plans,
      coping: plans.coping.filter((one) => one.copingId !== copingId),
    }),
    'safetyPlan.saved': (plans, safetyPlan) => ({ ...plans, safetyPlan }),
    'safetyPlan.erased': ({ safetyPlan: _, ...plans }) => plans,
    'aboutMe.saved': (plans, aboutMe) => ({ ...plans, aboutMe }),
    'aboutMe.erased': ({ aboutMe: _, ...plans }) => plans,
    'proposal.offered': (plans, offered) => ({
      ...plans,
      proposals: placed(plans.proposals, offered, (one) => one.proposalId),
    }),
    'proposal.answered': withoutProposal,
    'carePlan.received': (plans, received) => ({
      ...plans,
      carePlans: placed(plans.carePlans, received, (one) => one.serviceId),
    }),
  },
})
