import * as z from 'zod/mini'
import { Id, Instant } from '../scalars.ts'

/** Why access answered as it did (domain.md 3.3). Goes to the log and the audit, never to the asker. */
export const ReasonCode = z.enum([
  'owner',
  'person',
  'carer_own_thread',
  'carer_scope',
  'break_glass',
  'team',
  'ended_coordinator',
  'reason_needed',
  'shared_service',
  'circle',
  'receiver',
  'case',
  'own_log',
  'own_service',
  'own_organisation',
  'platform',
  'not_active',
  'private',
  'restricted',
  'withheld',
  'identity_level',
  'carer_no_scope',
  'masked',
  'volunteer',
  'not_shared',
  'no_relation',
])
export type ReasonCode = z.infer<typeof ReasonCode>

/** Why a coordinator reads somebody whose time with their service has ended (domain.md 3.3 rule 9). `other` says it in words. */
export const readingReasons = [
  'continuity_of_care',
  'records_request',
  'complaint',
  'safeguarding',
  'court_or_law',
  'audit',
  'other',
] as const
export const ReadingReason = z.enum(readingReasons)
export type ReadingReason = z.infer<typeof ReadingReason>

/** Who has left which service, and when: all that its coordinator knows until they said why they need more. */
export const Former = z.object({
  personId: Id,
  name: z.string(),
  serviceId: Id,
  serviceName: z.string(),
  endedAt: z.optional(Instant),
})
export type Former = z.infer<typeof Former>
