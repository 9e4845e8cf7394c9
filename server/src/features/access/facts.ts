declare module '../../platform/feature.ts' {
  /** Facts of access; announced once `authz_grant` is right again, in the same transaction. */
  interface Facts {
    /**
     * Somebody's access to a person changed without a team or an enrolment changing: a restriction, a mask, a carer link.
     * Features take away or give back membership in the same transaction.
     */
    'access.changed': { personId: string; accountId?: string; serviceId?: string }
    /** A carer's link became active (also while suspended the carer keeps their own thread). */
    'carer.linked': { carerLinkId: string; personId: string; accountId: string; serviceIds: string[] }
    /** A carer's link ended: revoked, expired. */
    'carer.unlinked': { carerLinkId: string; personId: string; accountId: string }
    /**
     * A person began or stopped sharing `scope` with a service. The noun that owns it hears this `within` and keeps `visibility`.
     * `isShared: false` says that nobody is left: all of it is private again. One thing that is shared (`goal:{id}`, a safety plan) is so
     * whole. Of a kind whose things each say who can see them (`goals:{type}`, `coping`) a beginning opens none; of `sleep` and `mood` all
     * there is from `everything`, and from `now` what is made from here on.
     * `stopped`: the choices that ended with it, each with what it was over. `again`: the one whose stop is undone; what was open by it then is
     * open once more, and nothing else. `since`: from when on that was.
     */
    'share.changed': {
      personId: string
      scope: string
      isShared: boolean
      from?: 'now' | 'everything'
      stopped?: readonly { shareId: string; since?: Date }[]
      again?: string
      since?: Date
    }
    /**
     * Something personal changed. `isShared`: its visibility is shared, or was until this change; of what is private throughout, staff
     * must not learn that it moved. `alsoUnder`: further scopes that cover it, `goals:{type}` of a goal. `serviceId`: to no other service
     * has anything moved.
     */
    'personal.changed': {
      personId: string
      scope: string
      isShared: boolean
      alsoUnder?: readonly string[]
      serviceId?: string
    }
    /** One thing that may have been shared under this scope is no more, for good: announced by the noun that erases it, in that transaction. */
    'personal.erased': { personId: string; scope: string }
  }
}

export {}
