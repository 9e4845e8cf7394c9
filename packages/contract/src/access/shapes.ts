import * as z from 'zod/mini'

/** Why access answered as it did (domain.md 3.3). Goes to the log and the audit, never to the asker. */
export const ReasonCode = z.enum([
  'owner',
  'person',
  'carer_own_thread',
  'carer_scope',
  'break_glass',
  'team',
  'ended_coordinator',
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
