import type { Fact } from '../../src/features/access/fact.ts'
import type { AccountScope } from '../../src/platform/scope.ts'
import { birthday, type Thing, type World } from './oracle.ts'

const date = (at: number | undefined) => (at === undefined ? undefined : new Date(at))
const hatsOfThePeople = ['patient', 'carer']

export function scopeOf(world: World, sessionId: string): AccountScope {
  const session = world.sessions.find((one) => one.id === sessionId) as World['sessions'][number]
  const account = world.accounts.find((one) => one.id === session.accountId) as World['accounts'][number]
  const app = hatsOfThePeople.includes(session.hat) ? 'people' : 'staff'
  return {
    kind: 'account',
    requestId: 'access',
    sessionId,
    accountId: account.id,
    app,
    hat: session.hat as AccountScope['hat'],
    ...(app === 'people' && { personId: account.personId }),
  }
}

/** What load-fact would answer in this world; that it does is compared against the database besides. */
export function factOf(world: World, sessionId: string, thing: Thing, now: number): Fact {
  const session = world.sessions.find((one) => one.id === sessionId) as World['sessions'][number]
  const account = world.accounts.find((one) => one.id === session.accountId) as World['accounts'][number]
  const person = world.people.find((one) => one.id === thing.personId) as World['people'][number]
  const home = world.people.find((one) => one.id === account.personId)?.householdId
  const service = world.services.find((one) => one.id === thing.serviceId)
  const employer = world.organisations.find((one) => one.id === account.staff?.organisationId)
  const { personId: _person, serviceId: _service, madeAt, scopes = [], ...item } = thing
  const shares = world.shares.filter(
    (one) => one.personId === person.id && one.state === 'granted' && scopes.includes(one.scope),
  )
  const sharedWith = shares
    .filter((one) => one.from === undefined || one.from <= (madeAt ?? now))
    .map((one) => one.serviceId)
  return {
    actor: {
      accountIsActive: account.isActive,
      holdsHat: account.hats.includes(session.hat),
      sessionIsLive: session.endedAt === undefined && now < session.endsAt,
      ...(account.staff && {
        staff: {
          isActive: account.staff.isActive,
          organisationId: account.staff.organisationId,
          organisationIsActive: employer?.isActive === true,
        },
      }),
      memberships: world.memberships
        .filter((one) => one.accountId === account.id)
        .map((one) => ({ ...one, from: new Date(one.from), to: date(one.to) })),
      reasons: world.reasons
        .filter((one) => one.accountId === account.id && one.personId === person.id && one.until > now)
        .map(({ serviceId, until }) => ({ serviceId, reason: 'complaint' as const, until: new Date(until) })),
      carerLinks: world.links
        .filter((one) => one.accountId === account.id && one.personId === person.id)
        .map((one) => ({
          carerLinkId: one.id,
          basis: one.basis as Fact['actor']['carerLinks'][number]['basis'],
          scopes: one.scopes,
          serviceIds: one.services,
          state: one.state as Fact['actor']['carerLinks'][number]['state'],
          isParental: one.isParent,
          grantedAt: new Date(one.grantedAt),
        })),
      personId: account.personId,
      sharesHousehold: home !== undefined && home === person.householdId,
    },
    person: {
      id: person.id,
      identityLevel: person.level as 'L0' | 'L1' | 'L2',
      identityLevelAt: date(person.levelAt),
      turns13At: person.bornOn ? new Date(birthday(person.bornOn, 13)) : undefined,
      turns16At: person.bornOn ? new Date(birthday(person.bornOn, 16)) : undefined,
      enrolments: world.enrolments
        .filter((one) => one.personId === person.id && one.state !== 'invited')
        .map((one) => ({
          serviceId: one.serviceId,
          state: one.state as Fact['person']['enrolments'][number]['state'],
          endsAt: date(one.endsAt),
        })),
      restrictions: world.restrictions
        .filter((one) => one.personId === person.id)
        .map(({ personId: _, ...one }) => one as Fact['person']['restrictions'][number]),
      masks: world.masks.filter((one) => one.personId === person.id).map(({ personId: _, ...one }) => one),
    },
    item: { ...item, id: 'a thing', madeAt: date(madeAt), sharedWith } as Fact['item'],
    service: service && { id: service.id, organisationId: service.organisationId, isSensitive: false },
  }
}
