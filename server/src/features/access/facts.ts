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
     * One thing (`goal:{id}`, a safety plan): `isShared` is its visibility. A kind shared from `everything`: all there is becomes shared; from `now`:
     * only what is made from here on starts so. `isShared: false` says that nobody is left: what is made from here on starts private;
     * what is there stays as it is, closed by having no choice over it, so that an undo brings back exactly what was open.
     */
    'share.changed': { personId: string; scope: string; isShared: boolean; from?: 'now' | 'everything' }
    /**
     * Something personal changed. `isShared`: its visibility is shared, or was until this change; of what is private throughout, staff
     * must not learn that it moved. `alsoUnder`: further scopes that cover it, `goals:{type}` of a goal.
     */
    'personal.changed': { personId: string; scope: string; isShared: boolean; alsoUnder?: readonly string[] }
  }
}

export {}
