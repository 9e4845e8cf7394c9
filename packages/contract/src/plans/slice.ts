import * as z from 'zod/mini'
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
