import type { Guard } from '../../platform/feature.ts'
import { requireSharing } from '../access/require-shared.ts'

/** What the person shares with a service, for its current team. The read writes a row of the log for each kind that it shows. */
const readShared: Guard = (ctx, { personId, serviceId }) =>
  requireSharing(ctx, { personId: String(personId), serviceId: String(serviceId) })

export const permissions = { 'trackers.readShared': readShared } satisfies Record<string, Guard>
