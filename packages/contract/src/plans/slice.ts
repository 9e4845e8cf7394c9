import * as z from 'zod/mini'
import { upsert } from '../own/part.ts'
import { CarePlan } from './care-plan.ts'
import { AboutMe, AboutMeProposal, CopingStrategy, SafetyPlan } from './shapes.ts'

/** Why an act is not done. The server answers it as a problem; a device that foresees it shows things as they are. */
export type Refusal = 'not-found' | 'wrong-state' | 'conflict' | 'same-id-other-words'

/** A person's plans as their devices hold them. Coping ideas in the order of their ids. */
export const Plans = z.object({
  coping: z.array(CopingStrategy),
  safetyPlan: z.optional(SafetyPlan),
  aboutMe: z.optional(AboutMe),
  /** Those that wait for an answer, in the order of their ids. */
  proposals: z.array(AboutMeProposal),
  /** The newest of each service, in the order of the services' ids; none for somebody not known well enough to read it. */
  carePlans: z.array(CarePlan),
})
export type Plans = z.infer<typeof Plans>

export type Strategies = readonly CopingStrategy[]
const ascending = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

/** Pinned longest ago first: the order of Get help now. */
export const pinnedOf = (all: Strategies): CopingStrategy[] =>
  all
    .filter((one) => one.pinnedAt && !one.deletedAt)
    .sort((a, b) => ascending(a.pinnedAt ?? '', b.pinnedAt ?? '') || ascending(a.copingId, b.copingId))

/** As lists show them: pinned ones first, then the newest. */
export const copingInOrder = (all: Strategies): CopingStrategy[] => {
  const pinned = pinnedOf(all)
  const rest = all.filter((one) => !one.pinnedAt && !one.deletedAt)
  return [...pinned, ...rest.sort((a, b) => ascending(b.createdAt, a.createdAt) || ascending(b.copingId, a.copingId))]
}

/** In the order of their ids, in which the server gives them as well. */
export const withStrategies = (plans: Plans, rows: Strategies): Plans =>
  rows.length === 0
    ? plans
    : {
        ...plans,
        coping: upsert(
          plans.coping,
          rows,
          (one) => one.copingId,
          (a, b) => ascending(a.copingId, b.copingId),
        ),
      }
