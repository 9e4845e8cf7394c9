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
  }
}

export {}
