import type { Guard } from '../../platform/feature.ts'
import { type Action, requireAccess } from '../access/require-access.ts'

/** The owner in the patient hat and nobody else: the feed holds what is private. What is shared has reads of its own. */
const owner =
  (action: Action): Guard =>
  async (ctx, { personId }) => {
    const item = { recordClass: 'personal', kind: 'own', id: String(personId) } as const
    const access = await requireAccess(ctx, { personId: String(personId), item, action })
    return { thing: { personId: access.personId }, disclosure: access.disclosure, until: access.until }
  }

export const permissions = { 'own.read': owner('read'), 'own.write': owner('write') } satisfies Record<string, Guard>
