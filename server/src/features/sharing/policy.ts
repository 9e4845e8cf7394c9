import type { Guard } from '../../platform/feature.ts'
import { requireSharing } from '../access/require-shared.ts'

/** The current team of that service. What it learns is no content, so it is no disclosure. */
const readShared: Guard = (ctx, { personId, serviceId }) =>
  requireSharing(ctx, { personId: String(personId), serviceId: String(serviceId) })

export const permissions = { 'shared.read': readShared } satisfies Record<string, Guard>
