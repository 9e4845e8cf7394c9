import type { ReadingReason } from '@weft/contract/access/shapes.ts'
import type { Guard } from '../../platform/feature.ts'
import { Refused } from '../../platform/runner.ts'
import type { Parting } from '../organisations/end-enrolment.ts'
import { decide, decideStanding, reasonCodeOf } from './decide.ts'
import { loadFact } from './load-fact.ts'
import { requireAccess } from './require-access.ts'

/** Who somebody is: the header of their page. `thing.personId` is the id they go by now, `thing.masked` says that contact details stay out. */
const readPerson: Guard = async (ctx, { personId }) => {
  const item = { recordClass: 'service', kind: 'person', id: String(personId) } as const
  const access = await requireAccess(ctx, { personId: String(personId), item, action: 'read' })
  return {
    thing: { personId: access.personId, masked: access.masked === true },
    disclosure: access.disclosure,
    until: access.until,
  }
}

/** The person themself or their current team. The row is locked, so that two endings cannot cross. */
const endEnrolment: Guard = async (ctx, { enrolmentId }) => {
  const { rows } = await ctx.tx.asSystem('access', () =>
    ctx.tx.query('select * from enrolment where id = $1 for update', [enrolmentId]),
  )
  const enrolment: Parting['enrolment'] | undefined = rows[0]
  if (!enrolment || enrolment.state === 'invited' || enrolment.state === 'archived') throw new Refused('no_relation')
  const item = { recordClass: 'service', kind: 'enrolment', id: enrolment.id } as const
  const { person_id: personId, service_id: serviceId } = enrolment
  const access = await requireAccess(ctx, { personId, serviceId, item, action: 'write' })
  const thing: Parting = { enrolment, by: access.reason === 'person' ? 'person' : 'service' }
  return { thing, disclosure: access.disclosure, until: access.until }
}

/**
 * Inviting opens nothing yet, so being enrolled is not asked for: a worker of the service's team may, for somebody whom the
 * organisation has on record, whom no bar, mask or closeness keeps them from.
 */
const manageEnrolment: Guard = async (ctx, input) => {
  const { scope, now } = ctx
  const [personId, serviceId] = [String(input.personId), String(input.serviceId)]
  if (scope.kind !== 'account') throw new Refused('not_active')
  const item = { recordClass: 'service', kind: 'enrolment', id: String(input.enrolmentId ?? personId) } as const
  const fact = await loadFact(ctx.tx, scope, { personId, serviceId, item }, now)
  if (!fact?.service) throw new Refused('no_relation')
  const about = {
    personId: fact.person.id,
    recordClass: item.recordClass,
    itemKind: item.kind,
    itemId: item.id,
    serviceId,
  }
  const decision = decideStanding(fact, scope, now)
  if (!decision.isAllowed) throw new Refused(decision.reason, about)
  const { rows } = await ctx.tx.asSystem('access', () =>
    ctx.tx.query(onRecordSql, [fact.person.id, fact.service?.organisationId]),
  )
  if (rows.length === 0) throw new Refused('no_relation', about)
  return { thing: { personId: fact.person.id, serviceId }, disclosure: { ...about, reasonCode: decision.reason } }
}

/** Whoever would read after the end if they said why, and whoever has said so already; for everybody else there is nothing here. */
const sayWhy: Guard = async (ctx, input) => {
  const { scope, now } = ctx
  const [personId, serviceId] = [String(input.personId), String(input.serviceId)]
  if (scope.kind !== 'account') throw new Refused('not_active')
  const item = { recordClass: 'service', kind: 'reading_reason', id: String(input.reasonId) } as const
  const fact = await loadFact(ctx.tx, scope, { personId, serviceId, item }, now)
  if (!fact?.service) throw new Refused('no_relation')
  const about = {
    personId: fact.person.id,
    recordClass: item.recordClass,
    itemKind: item.kind,
    itemId: item.id,
    serviceId,
  }
  const { reason, isAllowed } = decide(fact, scope, 'read', now)
  if (reason !== 'reason_needed' && reason !== 'ended_coordinator')
    throw new Refused(isAllowed ? 'no_relation' : reason, about)
  const reasonCode = reasonCodeOf({ reason: 'ended_coordinator', why: input.reason as ReadingReason })
  return { thing: { personId: fact.person.id }, disclosure: { ...about, reasonCode } }
}

const onRecordSql = `
  select from person p where p.id = $1 and (p.controller_id = $2 or exists (
    select from enrolment e join service s on s.id = e.service_id where e.person_id = p.id and s.org_id = $2))`

export const permissions = {
  'person.read': readPerson,
  'enrolment.end': endEnrolment,
  'enrolment.manage': manageEnrolment,
  'reading.sayWhy': sayWhy,
} satisfies Record<string, Guard>
