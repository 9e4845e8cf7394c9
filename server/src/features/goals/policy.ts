import type { Guard } from '../../platform/feature.ts'
import { Refused } from '../../platform/runner.ts'
import { type Action, requireAccess } from '../access/require-access.ts'
import { requireSharing } from '../access/require-shared.ts'

/** What the guards of suggestions answer: the person as they are known now. */
export interface Standing {
  personId: string
}

/** The service's current team, to read what the person shares with it. */
const readShared: Guard = (ctx, { personId, serviceId }) =>
  requireSharing(ctx, { personId: String(personId), serviceId: String(serviceId), kind: 'goal' })

/** The same team, about one goal that is shared with it now. */
const assist: Guard = async (ctx, input) => {
  const granted = await readShared(ctx, input)
  const { personId } = granted.thing as Standing
  const { rows } = await ctx.tx.asSystem('access', () =>
    ctx.tx.query('select from goal_shared where goal_id = $1 and person_id = $2 and service_id = $3', [
      input.goalId,
      personId,
      input.serviceId,
    ]),
  )
  if (rows.length === 0) throw new Refused('not_shared')
  return { ...granted, disclosure: granted.disclosure && { ...granted.disclosure, itemId: String(input.goalId) } }
}

/**
 * A suggestion is the service's own row: its team's, and no other's. The person reads and answers it in their own feed. A volunteer, who may
 * see only what they wrote themself, has no list of what others did.
 */
const suggestion =
  (action: Action): Guard =>
  async (ctx, { personId, serviceId }) => {
    const item = { recordClass: 'service', kind: 'suggested_goal', id: String(personId), staffOnly: true } as const
    const about = { personId: String(personId), serviceId: String(serviceId), item, action }
    const access = await requireAccess(ctx, about)
    const { hiddenFromPerson: _, ...disclosure } = access.disclosure ?? {}
    const thing: Standing = { personId: access.personId }
    return { thing, disclosure: access.disclosure && (disclosure as typeof access.disclosure), until: access.until }
  }

export const permissions = {
  'goal.readShared': readShared,
  'goal.assist': assist,
  'suggestedGoal.read': suggestion('read'),
  'suggestedGoal.write': suggestion('write'),
} satisfies Record<string, Guard>
