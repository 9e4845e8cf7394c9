import type { ReasonCode } from '@weft/contract/access/shapes.ts'
import type { Ctx, Granted } from '../../platform/feature.ts'
import { Refused } from '../../platform/runner.ts'
import { askWhy } from './ask-why.ts'
import { decide, reasonCodeOf } from './decide.ts'
import type { Action, Item } from './fact.ts'
import { loadFact } from './load-fact.ts'

export type { Action, Item } from './fact.ts'

/** What a guard hands on: why, until when, and the audit row when the asker is not the person themself. */
export interface Access {
  reason: ReasonCode
  until?: Date
  /** A restriction hides address, phones and places from this asker. */
  masked?: true
  /** Of a personal item: the services by whose sharing choice it is open to this asker. */
  through?: readonly string[]
  /** The person as they are known now; differs from the id that was asked when two records were merged. */
  personId: string
  disclosure?: Granted['disclosure']
}

/**
 * Asks access inside the transaction that acts. Throws `Refused`, answered as `not-found`, with the reason for the log; where the
 * item exists the refusal is an audit row of its own. `serviceId` is the service that holds the item; without it the item is the
 * person's as a whole, and any of their services opens it. A coordinator who has yet to say why they read after the end is asked.
 */
export async function requireAccess(
  ctx: Ctx,
  about: { personId: string; serviceId?: string; item: Item; action: Action },
): Promise<Access> {
  const { scope, tx, now } = ctx
  if (scope.kind !== 'account') throw new Refused('not_active')
  const { item } = about
  const fact = await loadFact(tx, scope, about, now)
  if (!fact) throw new Refused('no_relation')
  const disclosure = {
    personId: fact.person.id,
    recordClass: item.recordClass,
    itemKind: item.kind,
    itemId: item.id,
    ...(about.serviceId && { serviceId: about.serviceId }),
    ...((item.staffOnly || item.carerLinkId || item.withheldFromPerson) && { hiddenFromPerson: true as const }),
  }
  const decision = decide(fact, scope, about.action, now)
  if (!decision.isAllowed && decision.ofService) throw await askWhy(ctx, decision.ofService, disclosure)
  if (!decision.isAllowed) throw new Refused(decision.reason, disclosure)
  const isOwn = scope.hat === 'patient' && scope.personId === fact.person.id
  return {
    reason: decision.reason,
    until: decision.until,
    masked: decision.masked,
    through: decision.through,
    personId: fact.person.id,
    ...(!isOwn && { disclosure: { ...disclosure, reasonCode: reasonCodeOf(decision) } }),
  }
}
