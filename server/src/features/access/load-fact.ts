import type { ReadingReason } from '@weft/contract/access/shapes.ts'
import { PERSON_ZONE } from '@weft/contract/scalars.ts'
import { Temporal } from 'temporal-polyfill'
import type { Tx } from '../../platform/db.ts'
import type { AccountScope } from '../../platform/scope.ts'
import type { Fact, Item } from './fact.ts'

/** Loads what the decision looks at, in one round trip. Nothing when there is no such person: asked of the absent and the unseen alike. */
export async function loadFact(
  tx: Tx,
  scope: AccountScope,
  about: { personId: string; serviceId?: string; item: Item },
  now: Date,
): Promise<Fact | undefined> {
  const { rows } = await tx.query(
    'select access_fact($1, $2, $3, $4, $5) as found',
    [scope.accountId, scope.sessionId, scope.hat, about.personId, about.serviceId ?? null],
    'access-fact',
  )
  const found: Found | null = rows[0]?.found
  return found?.person ? factOf(found, found.person, about.item, now) : undefined
}

/** 00:00 local on the day somebody turns `years`; for those born on 29 February, 1 March of other years. */
export function birthdayAt(bornOn: string, years: number, zone = PERSON_ZONE): Date {
  const born = Temporal.PlainDate.from(bornOn)
  const constrained = born.add({ years })
  const day = constrained.day === born.day ? constrained : constrained.add({ days: 1 })
  return new Date(day.toZonedDateTime(zone).epochMilliseconds)
}

/** What the SQL function access_fact answers. */
interface Found {
  account_state: string
  own_person_id: string | null
  holds_hat: boolean
  session: { ends_at: string; ended_at: string | null } | null
  staff: { state: string; organisation_id: string; organisation_state: string } | null
  memberships: { service_id: string; role: string; is_volunteer: boolean; from_at: string; to_at: string | null }[]
  reasons: { service_id: string; reason: ReadingReason; until: string }[]
  carer_links: {
    id: string
    basis: Fact['actor']['carerLinks'][number]['basis']
    scopes: string[]
    services: string[]
    state: Fact['actor']['carerLinks'][number]['state']
    is_parental: boolean
    granted_at: string
  }[]
  shares_household: boolean
  person: {
    id: string
    born_on: string | null
    identity_level: 'L0' | 'L1' | 'L2'
    identity_level_at: string | null
  } | null
  enrolments: { service_id: string; state: Fact['person']['enrolments'][number]['state']; ends_at: string | null }[]
  restrictions: {
    kind: Fact['person']['restrictions'][number]['kind']
    account_id: string | null
    service_id: string | null
  }[]
  masks: { account_id: string | null; service_id: string | null }[]
  service: { id: string; organisation_id: string; sensitive_kind: string } | null
}

function factOf(found: Found, person: NonNullable<Found['person']>, item: Item, now: Date): Fact {
  const { session, staff, service } = found
  return {
    actor: {
      accountIsActive: found.account_state === 'active',
      holdsHat: found.holds_hat,
      sessionIsLive: session !== null && session.ended_at === null && new Date(session.ends_at) > now,
      ...(staff && {
        staff: {
          isActive: staff.state === 'active',
          organisationId: staff.organisation_id,
          organisationIsActive: staff.organisation_state === 'active',
        },
      }),
      memberships: found.memberships.map((one) => ({
        serviceId: one.service_id,
        isCoordinator: one.role === 'coordinator',
        isVolunteer: one.is_volunteer,
        from: new Date(one.from_at),
        to: instant(one.to_at),
      })),
      reasons: found.reasons.map((one) => ({
        serviceId: one.service_id,
        reason: one.reason,
        until: new Date(one.until),
      })),
      carerLinks: found.carer_links.map((one) => ({
        carerLinkId: one.id,
        basis: one.basis,
        scopes: one.scopes,
        serviceIds: one.services,
        state: one.state,
        isParental: one.is_parental || one.basis === 'parental_responsibility',
        grantedAt: new Date(one.granted_at),
      })),
      personId: found.own_person_id ?? undefined,
      sharesHousehold: found.shares_household,
    },
    person: {
      id: person.id,
      identityLevel: person.identity_level,
      identityLevelAt: instant(person.identity_level_at),
      turns13At: person.born_on ? birthdayAt(person.born_on, 13) : undefined,
      turns16At: person.born_on ? birthdayAt(person.born_on, 16) : undefined,
      enrolments: found.enrolments.map((one) => ({
        serviceId: one.service_id,
        state: one.state,
        endsAt: instant(one.ends_at),
      })),
      restrictions: found.restrictions.map((one) => ({ kind: one.kind, ...named(one) })),
      masks: found.masks.map(named),
    },
    item,
    service: service
      ? {
          id: service.id,
          organisationId: service.organisation_id,
          isSensitive: service.sensitive_kind !== 'none',
        }
      : undefined,
  }
}

const instant = (value: string | null) => (value === null ? undefined : new Date(value))

const named = (one: { account_id: string | null; service_id: string | null }) => ({
  ...(one.account_id && { accountId: one.account_id }),
  ...(one.service_id && { serviceId: one.service_id }),
})
