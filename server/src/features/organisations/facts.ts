declare module '../../platform/feature.ts' {
  /** Facts of organisations; each is announced in the transaction that makes it true. */
  interface Facts {
    /** A person is now with a service. */
    'enrolment.activated': { enrolmentId: string; personId: string; serviceId: string }
    /** The 14-day grace began. */
    'enrolment.ending': { enrolmentId: string; personId: string; serviceId: string; askedBy: 'person' | 'service' }
    /** Back within the grace. */
    'enrolment.resumed': { enrolmentId: string; personId: string; serviceId: string }
    'enrolment.ended': { enrolmentId: string; personId: string; serviceId: string }
    'team.joined': { teamMemberId: string; staffId: string; accountId: string; serviceId: string }
    'team.left': { teamMemberId: string; staffId: string; accountId: string; serviceId: string }
    'team.roleChanged': { teamMemberId: string; staffId: string; accountId: string; serviceId: string }
    /** A member of staff left their organisation; `team.left` was announced for each membership before this. */
    'staff.left': { staffId: string; accountId: string }
    /**
     * The record that a service held is now one with the person who signed up: rows about `fromPersonId` move to `intoPersonId`
     * in the same transaction. The log of who looked is never rewritten: it resolves the older id when it is read.
     */
    'person.linked': { fromPersonId: string; intoPersonId: string }
    /** Hours, closures, reply target or messaging of a service changed. */
    'service.changed': { serviceId: string }
  }
}

export {}
