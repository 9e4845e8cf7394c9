import type { Guard } from '../../platform/feature.ts'
import { requireSharing } from '../access/require-shared.ts'

/** The current team of the service, for entries that are shared with it one by one; carers never read a diary (domain.md 3.2). */
export const permissions = {
  'diary.readShared': (ctx, { personId, serviceId }) =>
    requireSharing(ctx, { personId: String(personId), serviceId: String(serviceId), kind: 'diary' }),
} satisfies Record<string, Guard>
