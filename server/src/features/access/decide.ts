import type { ReadingReason, ReasonCode } from '@weft/contract/access/shapes.ts'
import { appOf } from '@weft/contract/people/shapes.ts'
import type { AccountScope } from '../../platform/scope.ts'
import { carerScopeOf, endsByAgeAt, isSuspendedByAge, mayHoldMessages } from './carer-scopes.ts'
import type { Action, EnrolmentFact, Fact, Membership } from './fact.ts'

export type Decision =
  | ({ isAllowed: true; reason: ReasonCode } & Terms)
  /** `ofService`: with `reason_needed`, whose coordinator is to say why. */
  | { isAllowed: false; reason: ReasonCode; ofService?: string }

interface Terms {
  /** The answer leaves out what a restriction hides (address, phones, place). */
  masked?: true
  /** Access ends then by itself. */
  until?: Date
  /** Of a personal item: the services by whose sharing choice it is open. */
  through?: readonly string[]
  /** Why they read after the end, as they said. */
  why?: ReadingReason
}

interface Question {
  fact: Fact
  scope: AccountScope
  action: Action
  now: Date
}

type Rule = (question: Question) => Decision | undefined

const allow = (reason: ReasonCode, more: Terms = {}): Decision => ({
  isAllowed: true,
  reason,
  ...more,
})
const deny = (reason: ReasonCode): Decision => ({ isAllowed: false, reason })

/**
 * May this account, under this hat, do this to this item, now? Pure; the one decision about access (domain.md 3.3).
 *
 * The rules are asked in the page's order and the first that answers wins. A feature that brings a later rule (break-glass, circle,
 * referral, case) adds its function at its place in the list and its facts to `Fact`.
 */
export function decide(fact: Fact, scope: AccountScope, action: Action, now: Date): Decision {
  const question = { fact, scope, action, now }
  for (const rule of rules) {
    const decision = rule(question)
    if (decision) return decision
  }
  return deny('no_relation')
}

/** For the audit: what somebody said why they read after the end stands in the row of each thing that they read. */
export const reasonCodeOf = ({ reason, why }: { reason: ReasonCode; why?: ReadingReason }): string =>
  why ? `${reason}:${why}` : reason

/**
 * May this worker deal for their service with somebody who is not, or not yet, with it? Standing, bars, masks and a place in that
 * service's team; no enrolment. `fact.service` is the service.
 */
export function decideStanding(fact: Fact, scope: AccountScope, now: Date): Decision {
  const question: Question = { fact, scope, action: 'read', now }
  const said = notActive(question) ?? restricted(question) ?? masked(question)
  if (said) return said
  const ways = membershipsAt(fact, scope, now).filter((one) => one.serviceId === fact.service?.id)
  if (ways.some((one) => !one.isVolunteer)) return allow('team')
  return deny(ways.length > 0 ? 'volunteer' : 'no_relation')
}

/** 1 Account, hat, session; of staff also their place and its organisation. */
function notActive({ fact: { actor }, scope }: Question): Decision | undefined {
  const isStanding = actor.accountIsActive && actor.holdsHat && actor.sessionIsLive && appOf(scope.hat) === scope.app
  const { staff } = actor
  const isEmployed = staff ? staff.isActive && staff.organisationIsActive : scope.hat === 'platform_admin'
  return isStanding && (scope.app === 'people' || isEmployed) ? undefined : deny('not_active')
}

/** 2 */
function ownPersonal({ fact, scope }: Question): Decision | undefined {
  return fact.item.recordClass === 'personal' && isThePerson(fact, scope) ? allow('owner') : undefined
}

/** 3 Everybody but the owner; there is no override in the product. */
function privateItem({ fact: { item } }: Question): Decision | undefined {
  return item.recordClass === 'personal' && item.visibility !== 'shared' ? deny('private') : undefined
}

/** 4 A bar that names the actor or a service they work in, or a self-conflict. */
function restricted({ fact, scope, now }: Question): Decision | undefined {
  const isBarred = fact.person.restrictions.some(
    (one) =>
      (one.kind === 'bar_actor' && one.accountId === scope.accountId) ||
      (one.kind === 'bar_service' && worksIn(fact, scope, one.serviceId, now)),
  )
  return isBarred || isSelfConflict(fact, scope) ? deny('restricted') : undefined
}

/** 5 */
function withheld({ fact, scope }: Question): Decision | undefined {
  if (!fact.item.withheldFromPerson) return undefined
  return isThePerson(fact, scope) || actsForThePerson(fact, scope) ? deny('withheld') : undefined
}

/** 6 What is the person's own, as far as their identity level reaches. */
function thePerson({ fact, scope, action }: Question): Decision | undefined {
  const { item } = fact
  if (!isThePerson(fact, scope) || item.staffOnly || item.carerLinkId || action === 'manage') return undefined
  if (item.recordClass === 'audit') return action === 'read' ? allow('own_log') : undefined
  return reachesByIdentity(fact) ? allow('person') : deny('identity_level')
}

/** 7 */
function carer({ fact, scope, action, now }: Question): Decision | undefined {
  if (scope.hat !== 'carer') return undefined
  const { item, actor } = fact
  if (item.staffOnly || action === 'manage') return deny('carer_no_scope')
  const mayEnter = actor.carerLinks.filter((link) => link.state === 'active' || link.state === 'suspended')
  if (item.carerLinkId) {
    const isOwn = mayEnter.some((link) => link.carerLinkId === item.carerLinkId)
    return isOwn ? allow('carer_own_thread') : deny('carer_no_scope')
  }
  return byCarerScope(fact, action, now) ?? deny('carer_no_scope')
}

/** 9 An upheld objection, from here on. */
function masked({ fact, scope, now }: Question): Decision | undefined {
  const isMasked = fact.person.masks.some(
    (mask) => mask.accountId === scope.accountId || worksIn(fact, scope, mask.serviceId, now),
  )
  return isMasked ? deny('masked') : undefined
}

/** 9 The current team; a volunteer only what they wrote themself. `manage` takes the coordinator hat. */
function team({ fact, scope, action, now }: Question): Decision | undefined {
  if (!isHolding(fact)) return undefined
  const ways = waysIn(fact, scope, now, (enrolment) => isCurrent(enrolment, now))
  const trusted = ways.filter(({ membership }) => !membership.isVolunteer)
  if (trusted.length > 0 && (action !== 'manage' || scope.hat === 'coordinator'))
    return allow('team', { until: latest(trusted.map(({ until }) => until)) })
  if (trusted.length > 0 || ways.length === 0) return undefined
  const wroteIt = fact.item.authorAccountId === scope.accountId && action !== 'manage'
  return wroteIt ? allow('team', { until: latest(ways.map(({ until }) => until)) }) : deny('volunteer')
}

/** 9 After the end that service’s coordinators may read, once they have said why and for as long as that holds. */
function endedCoordinator({ fact, scope, action, now }: Question): Decision | undefined {
  if (!isHolding(fact) || scope.hat !== 'coordinator' || action !== 'read') return undefined
  const ways = waysIn(fact, scope, now, (enrolment) => isEnded(enrolment, now)).filter(
    ({ membership }) => !membership.isVolunteer,
  )
  const [first] = ways
  if (!first) return undefined
  const untilOf = (some: Way[]) => latest(some.map(({ membership }) => membership.to))
  if (fact.item.isTask) return allow('ended_coordinator', { until: untilOf(ways) })
  const to = (serviceId: string) => ways.filter(({ membership }) => membership.serviceId === serviceId)
  const said = fact.actor.reasons.find((one) => now < one.until && to(one.serviceId).length > 0)
  if (!said) return { isAllowed: false, reason: 'reason_needed', ofService: first.membership.serviceId }
  return allow('ended_coordinator', { until: earliest(said.until, untilOf(to(said.serviceId))), why: said.reason })
}

/** 9 and 10: what the person shares with a service, to its current team, to read. */
function sharedWithTheTeam({ fact, scope, action, now }: Question): Decision | undefined {
  if (fact.item.recordClass !== 'personal') return undefined
  const ways = waysIn(fact, scope, now, (enrolment) => isCurrent(enrolment, now))
  if (ways.length === 0) return undefined
  const trusted = ways.filter(({ membership }) => !membership.isVolunteer)
  if (trusted.length === 0) return deny('volunteer')
  const shared = trusted.filter(({ membership }) => fact.item.sharedWith?.includes(membership.serviceId))
  if (shared.length === 0 || action !== 'read') return deny('not_shared')
  const through = shared.map(({ membership }) => membership.serviceId)
  return allow('shared_service', { until: latest(shared.map(({ until }) => until)), through })
}

/** 13 */
function ownOrganisationsAudit({ fact, scope, action }: Question): Decision | undefined {
  if (scope.hat !== 'privacy_officer' || fact.item.recordClass !== 'audit' || action !== 'read') return undefined
  return fact.service && fact.service.organisationId === fact.actor.staff?.organisationId
    ? allow('own_organisation')
    : undefined
}

const rules: readonly Rule[] = [
  notActive,
  ownPersonal,
  privateItem,
  restricted,
  withheld,
  thePerson,
  carer,
  masked,
  team,
  endedCoordinator,
  sharedWithTheTeam,
  ownOrganisationsAudit,
]

function isThePerson({ person }: Fact, scope: AccountScope): boolean {
  return scope.hat === 'patient' && scope.personId === person.id
}

/** A staff hat never opens its own account's record, its household's, or that of someone it cares for (domain.md 1). */
function isSelfConflict({ actor, person }: Fact, scope: AccountScope): boolean {
  if (scope.app !== 'staff') return false
  const caresFor = actor.carerLinks.some((link) => link.state === 'active' || link.state === 'suspended')
  return actor.personId === person.id || actor.sharesHousehold || caresFor
}

function actsForThePerson({ actor, item }: Fact, scope: AccountScope): boolean {
  if (scope.hat !== 'carer') return false
  const active = actor.carerLinks.filter((link) => link.state === 'active')
  const isOwnThread = active.some((link) => link.carerLinkId === item.carerLinkId)
  return !isOwnThread && active.some((link) => link.scopes.includes('act'))
}

/** What somebody known at L1 reaches, from the day they were (domain.md 14). */
export const knownAtL1 = ['conversation', 'person_team', 'message', 'appointment', 'enrolment']

function reachesByIdentity({ person, item }: Fact): boolean {
  if (person.identityLevel !== 'L1') return person.identityLevel === 'L2'
  if (!knownAtL1.includes(item.kind)) return false
  return !item.madeAt || !person.identityLevelAt || item.madeAt >= person.identityLevelAt
}

function byCarerScope(fact: Fact, action: Action, now: Date): Decision | undefined {
  const { actor, item, person, service } = fact
  const needed = carerScopeOf(item.kind)
  if (!needed || person.restrictions.some((one) => one.kind === 'freeze')) return undefined
  const open = item.recordClass === 'personal' ? sharedNow(fact, now) : undefined
  const covers = actor.carerLinks.filter(
    (link) =>
      link.state === 'active' &&
      (!open || link.serviceIds.some((id) => open.includes(id))) &&
      link.scopes.includes(needed) &&
      (action === 'read' || needed === 'messages' || link.scopes.includes('act')) &&
      (!service || link.serviceIds.includes(service.id)) &&
      (needed !== 'messages' || mayHoldMessages(link, person, now)) &&
      !isSuspendedByAge(link, person, now),
  )
  if (covers.length === 0) return undefined
  const hidesContact = person.restrictions.some((one) => one.kind === 'withhold_contact')
  const until = latest(covers.map((link) => endsByAgeAt(link, person, now)))
  const through = open?.filter((id) => covers.some((link) => link.serviceIds.includes(id)))
  return allow('carer_scope', { ...(hidesContact && { masked: true }), until, ...(through && { through }) })
}

/**
 * The services with which a personal item is shared and the person is. A carer reads what is shared with a service of their link, and
 * nothing that only others know: a link names each sensitive service or leaves it out (domain.md 3.6).
 */
function sharedNow({ item, person }: Fact, now: Date): readonly string[] {
  const current = person.enrolments.filter((enrolment) => isCurrent(enrolment, now)).map((one) => one.serviceId)
  return (item.sharedWith ?? []).filter((id) => current.includes(id))
}

/** Rows that a service holds of its own; personal ones need a sharing choice, circle and referral their own rules. */
const isHolding = ({ item }: Fact) => item.recordClass === 'service' || item.recordClass === 'snapshot'

/** Memberships in force at `now`. The coordinator hat opens only what it coordinates. */
function membershipsAt({ actor }: Fact, scope: AccountScope, now: Date): Membership[] {
  if (scope.hat !== 'practitioner' && scope.hat !== 'coordinator') return []
  return actor.memberships.filter(
    (one) => one.from <= now && (!one.to || now < one.to) && (scope.hat === 'practitioner' || one.isCoordinator),
  )
}

/** Whether the actor belongs to that service at all, whichever staff hat they wear: bars and masks follow the human. */
function worksIn({ actor }: Fact, scope: AccountScope, serviceId: string | undefined, now: Date): boolean {
  if (scope.app !== 'staff' || !serviceId) return false
  return actor.memberships.some((one) => one.serviceId === serviceId && one.from <= now && (!one.to || now < one.to))
}

interface Way {
  membership: Membership
  until: Date | undefined
}

function waysIn(fact: Fact, scope: AccountScope, now: Date, fits: (enrolment: EnrolmentFact) => boolean): Way[] {
  return membershipsAt(fact, scope, now).flatMap((membership) =>
    fact.person.enrolments
      .filter((one) => one.serviceId === membership.serviceId && fits(one))
      .filter((one) => !fact.service || fact.service.id === one.serviceId)
      .map((one) => ({ membership, until: earliest(membership.to, one.state === 'ending' ? one.endsAt : undefined) })),
  )
}

/** A grace that is over has ended, even in the moment before the job says so. */
const isCurrent = ({ state, endsAt }: EnrolmentFact, now: Date) =>
  state === 'active' || (state === 'ending' && (!endsAt || now < endsAt))
const isEnded = ({ state, endsAt }: EnrolmentFact, now: Date) =>
  state === 'ended' || (state === 'ending' && endsAt !== undefined && endsAt <= now)

const earliest = (a: Date | undefined, b: Date | undefined) => (!a ? b : !b ? a : a < b ? a : b)

/** Of several ways in, the one that lasts longest; one without end has none. */
function latest(ends: (Date | undefined)[]): Date | undefined {
  if (ends.some((end) => !end)) return undefined
  return ends.reduce((a, b) => (a && b && a > b ? a : b), undefined)
}
