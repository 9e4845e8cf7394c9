import type { Guard } from '../../platform/feature.ts'
import { requireSharing } from '../access/require-shared.ts'

/** The current team of that service. That somebody shares anything, and what, is about them: whoever is shown it is in the log. */
const readShared: Guard = async (ctx, input) => {
  const serviceId = String(input.serviceId)
  const granted = await requireSharing(ctx, { personId: String(input.personId), serviceId })
  const { personId, shares } = granted.thing
  if (shares.length === 0) return granted
  const about = { recordClass: 'personal', itemKind: 'sharing', itemId: personId } as const
  return { ...granted, disclosure: { ...about, personId, serviceId, reasonCode: 'shared_service' } }
}

export const permissions = { 'shared.read': readShared } satisfies Record<string, Guard>
