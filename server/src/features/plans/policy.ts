import { kindOfScope, type SharedKind } from '@weft/contract/sharing/shapes.ts'
import type { Guard } from '../../platform/feature.ts'
import { type Action, requireAccess } from '../access/require-access.ts'
import { requireSharing, type Sharing } from '../access/require-shared.ts'

const kinds: readonly SharedKind[] = ['coping', 'safety_plan', 'about_me']

/** The current team of the service, for what of the plans is shared with it. One row of the log says that they looked, if there was anything. */
const readShared: Guard = async (ctx, input) => {
  const [personId, serviceId] = [String(input.personId), String(input.serviceId)]
  const all = await requireSharing(ctx, { personId, serviceId })
  const shares = all.thing.shares.filter(({ scope }) => kinds.includes(kindOfScope(scope)))
  const thing: Sharing = { ...all.thing, shares }
  const [first] = shares
  if (!first) return { thing, until: all.until }
  const { disclosure } = await requireSharing(ctx, { personId, serviceId, kind: kindOfScope(first.scope) })
  return { thing, disclosure: disclosure && { ...disclosure, itemKind: 'plan' }, until: all.until }
}

/** A service's own rows about the person: its current team, and the person themself as far as they are known. */
const ofService =
  (kind: string, action: Action, staffOnly: boolean): Guard =>
  async (ctx, { personId, serviceId }) => {
    const item = { recordClass: 'service', kind, id: String(personId), staffOnly } as const
    const access = await requireAccess(ctx, { personId: String(personId), serviceId: String(serviceId), item, action })
    const { hiddenFromPerson: _, ...disclosure } = access.disclosure ?? {}
    const thing = { personId: access.personId }
    return { thing, disclosure: access.disclosure && (disclosure as typeof access.disclosure), until: access.until }
  }

export const permissions = {
  'plan.readShared': readShared,
  'carePlan.read': ofService('care_plan', 'read', false),
  'aboutMe.propose': ofService('about_me_proposal', 'write', true),
} satisfies Record<string, Guard>
