import type { ReadingReason } from '@weft/contract/access/shapes.ts'
import type { CarerLinkTable } from './tables.ts'

/** What is asked for. `kind` is the noun's own word; the rest is what domain.md 3.3 looks at. */
export interface Item {
  recordClass: 'personal' | 'snapshot' | 'service' | 'circle' | 'referral' | 'audit'
  kind: string
  id: string
  /** Personal items only. Absent is private. */
  visibility?: 'private' | 'shared'
  /** Personal items only: the services that hold a live sharing choice over it. */
  sharedWith?: readonly string[]
  /** Team-note threads, risk flags and the like: never the person, never a carer. */
  staffOnly?: boolean
  /** The carer link whose own thread this belongs to. */
  carerLinkId?: string
  /** Kept from the person: a carer's mark, a delayed notice, staff safety, an open review. */
  withheldFromPerson?: boolean
  authorAccountId?: string
  /** Something to be done that shows no words: after the end it waits for no reason. */
  isTask?: true
  /** When it was made: below identity level L2 a person reaches only what came after they were known. */
  madeAt?: Date
}

/**
 * `manage` is what only a coordinator of that service does to other people's rows; `write` adds to or changes one's own part.
 */
export type Action = 'read' | 'write' | 'manage'

export interface Membership {
  serviceId: string
  isCoordinator: boolean
  isVolunteer: boolean
  from: Date
  to: Date | undefined
}

export interface EnrolmentFact {
  serviceId: string
  state: 'invited' | 'active' | 'ending' | 'ended' | 'archived'
  endsAt: Date | undefined
}

export interface CarerFact {
  carerLinkId: string
  basis: CarerLinkTable['basis']
  scopes: readonly string[]
  serviceIds: readonly string[]
  state: CarerLinkTable['state']
  /** The carer is a parent or guardian. */
  isParental: boolean
  /** When what it opens was last granted. */
  grantedAt: Date
}

/** Everything the decision looks at besides who asks, what for and when. Loaded in one round trip by `loadFact`. */
export interface Fact {
  actor: {
    accountIsActive: boolean
    holdsHat: boolean
    sessionIsLive: boolean
    /** Present for an account with a staff row. */
    staff?: { isActive: boolean; organisationId: string; organisationIsActive: boolean }
    memberships: readonly Membership[]
    /** Why they need to read this person after the end, as they said to each service; live ones only, newest first. */
    reasons: readonly { serviceId: string; reason: ReadingReason; until: Date }[]
    /** The actor's own links to this person. */
    carerLinks: readonly CarerFact[]
    /** The person behind the actor's own account. */
    personId: string | undefined
    /** The actor lives at this person's address, as far as records say. */
    sharesHousehold: boolean
  }
  person: {
    id: string
    identityLevel: 'L0' | 'L1' | 'L2'
    /** Since when they are known at that level. */
    identityLevelAt: Date | undefined
    /** 00:00 local time of these birthdays; absent without a date of birth. */
    turns13At: Date | undefined
    turns16At: Date | undefined
    enrolments: readonly EnrolmentFact[]
    /** Live ones only. */
    restrictions: readonly {
      kind: 'bar_actor' | 'bar_service' | 'freeze' | 'withhold_contact'
      accountId?: string
      serviceId?: string
    }[]
    /** Upheld ones only. */
    masks: readonly { accountId?: string; serviceId?: string }[]
  }
  item: Item
  /** The service that holds the item; absent when it is the person's as a whole. */
  service: { id: string; organisationId: string; isSensitive: boolean } | undefined
}
