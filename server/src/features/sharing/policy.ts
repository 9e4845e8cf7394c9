import type { Guard } from '../../platform/feature.ts'
import { type Action, requireAccess } from '../access/require-access.ts'
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

/** What a team asks for is the service's own doing; the person reads and answers it in their own feed. */
const asking =
  (action: Action): Guard =>
  async (ctx, { personId, serviceId }) => {
    const item = { recordClass: 'service', kind: 'share_ask', id: String(personId), staffOnly: true } as const
    const about = { personId: String(personId), serviceId: String(serviceId), item, action }
    const access = await requireAccess(ctx, about)
    const { hiddenFromPerson: _, ...disclosure } = access.disclosure ?? {}
    const thing = { personId: access.personId }
    return { thing, disclosure: access.disclosure && (disclosure as typeof access.disclosure), until: access.until }
  }

export const permissions = {
  'shared.read': readShared,
  'shared.ask': asking('write'),
  'shared.listAsks': asking('read'),
} satisfies Record<string, Guard>
