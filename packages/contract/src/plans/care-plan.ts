import * as z from 'zod/mini'
import { Id, Instant, LocalDate } from '../scalars.ts'

const Words = z.optional(z.string())

/** Headings of each part, in their order (domain.md 7). */
export const carePlanKeys = {
  me: ['matters', 'stayingWell', 'different', 'control', 'communicate', 'whenWell', 'strengths'],
  team: ['recovery', 'goals', 'earlySigns', 'triggers', 'crisis', 'helpFromOthers', 'hopes'],
  contingency: ['watch', 'helps', 'worse'],
  crisis: ['avoid', 'supporters', 'helpedBefore', 'preferred', 'unwanted', 'doNotShareWith'],
  needs: [
    'mentalHealth',
    'physicalHealth',
    'relationships',
    'workAndEducation',
    'dailyLiving',
    'accommodation',
    'finance',
    'ethnicityAndCulture',
    'drugsAndAlcohol',
    'religionAndValues',
    'childNeed',
    'risk',
  ],
} as const
export type CarePlanPart = keyof typeof carePlanKeys

const part = <const Keys extends readonly string[]>(keys: Keys) => z.partialRecord(z.enum(keys), z.string())

/** What the record system holds. Rows that belong together stay together. */
export const CarePlanContent = z.object({
  me: part(carePlanKeys.me),
  team: part(carePlanKeys.team),
  goals: z.array(z.object({ goal: z.string(), actions: Words, whoSupports: Words })),
  triggers: z.array(z.object({ event: z.string(), coping: Words })),
  contingency: part(carePlanKeys.contingency),
  crisis: part(carePlanKeys.crisis),
  daily: z.array(z.object({ what: z.string(), when: Words, why: Words, agreedBy: Words })),
  needs: part(carePlanKeys.needs),
  completedBy: Words,
  completedOn: z.optional(LocalDate),
  assessedBy: Words,
  assessedOn: z.optional(LocalDate),
  assessmentEndsOn: z.optional(LocalDate),
})
export type CarePlanContent = z.infer<typeof CarePlanContent>

/** A copy of the plan that a service keeps in its record system, as it was at `asAt`. Nobody edits it here. */
export const CarePlan = z.object({
  carePlanId: Id,
  serviceId: Id,
  serviceName: z.string(),
  /** The record system's name. */
  source: z.string(),
  asAt: Instant,
  /** Absent: the record holds no structured plan. */
  content: z.optional(CarePlanContent),
  /** Whom to ask about it. */
  askWhom: z.optional(z.string()),
})
export type CarePlan = z.infer<typeof CarePlan>
