import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { ask, birthday, type Thing, type World } from './oracle.ts'
import { scopeOfPerson, shareScopes, thingsOf } from './things.ts'

export interface Setting {
  world: World
  now: number
  things: Thing[]
}

const DAY = 86_400_000
/** One millisecond either side of the moment, the moment itself, and far away. */
const around = fc.constantFrom(-400 * DAY, -DAY, -1, 0, 1, DAY)
const index = (size: number) => fc.nat({ max: size - 1 })
const maybe = <T>(arbitrary: fc.Arbitrary<T>, freq = 2) => fc.option(arbitrary, { nil: undefined, freq })
/** The unusual once in twelve. */
const mostly = (usual: boolean) => fc.integer({ min: 0, max: 11 }).map((n) => (n === 5 ? !usual : usual))

const births = ['2013-04-15', '2010-04-15', '2012-02-29', '2009-11-02', '1990-06-15']
const SERVICES = 3
const PEOPLE = 4

const roles: readonly { hats: string[]; isPerson?: true; isStaff?: true }[] = [
  { hats: ['patient'], isPerson: true },
  { hats: ['patient', 'carer'], isPerson: true },
  { hats: ['carer'] },
  { hats: ['practitioner'], isStaff: true },
  { hats: ['coordinator', 'practitioner'], isStaff: true },
  { hats: ['practitioner', 'coordinator', 'patient', 'carer'], isStaff: true, isPerson: true },
  { hats: ['privacy_officer', 'service_manager'], isStaff: true },
  { hats: ['platform_admin', 'commissioner', 'content_editor'], isStaff: true },
  { hats: ['platform_admin'] },
]

/** Places in `roles`; now and then one whom the row cannot concern. */
const workers = fc.constantFrom(3, 3, 4, 4, 5, 5, 6, 7)
const carers = fc.constantFrom(1, 1, 2, 2, 5, 5, 0, 3)

const memberships = fc.array(
  fc.record({
    account: workers,
    service: index(SERVICES),
    isCoordinator: fc.boolean(),
    isVolunteer: fc.integer({ min: 0, max: 3 }).map((n) => n === 1),
    from: fc.oneof({ arbitrary: fc.constant(-DAY), weight: 6 }, { arbitrary: around, weight: 2 }),
    to: maybe(around, 3),
  }),
  { minLength: 4, maxLength: 10 },
)

const enrolments = fc.array(
  fc.record({
    person: index(PEOPLE),
    service: index(SERVICES),
    state: fc.constantFrom('active', 'active', 'active', 'ending', 'ending', 'ended', 'invited', 'archived'),
    endsAt: around,
  }),
  { minLength: 4, maxLength: 10 },
)

const scopes = [
  'appointments',
  'my_team',
  'shared_goals',
  'shared_trackers',
  'shared_plan',
  'care_plan',
  'act',
  'messages',
]
const links = fc.array(
  fc.record({
    account: carers,
    person: index(PEOPLE),
    basis: fc.constantFrom('listening', 'consent', 'parental_responsibility', 'lpa_health', 'deputy', 'best_interests'),
    scopes: fc.subarray(scopes),
    services: fc.subarray([0, 1, 2], { minLength: 1 }),
    state: fc.constantFrom(
      'active',
      'active',
      'active',
      'suspended',
      'requested',
      'awaiting_person',
      'revoked',
      'declined',
    ),
    isParent: mostly(false),
    grantedAt: around,
  }),
  { minLength: 2, maxLength: 6 },
)

const restrictions = fc.array(
  fc.record({
    person: index(PEOPLE),
    kind: fc.constantFrom('bar_actor', 'bar_service', 'freeze', 'withhold_contact'),
    account: index(roles.length),
    service: index(SERVICES),
  }),
  { maxLength: 3 },
)

const masks = fc.array(
  fc.record({ person: index(PEOPLE), account: maybe(index(roles.length)), service: maybe(index(SERVICES)) }),
  { maxLength: 2 },
)

const shares = fc.array(
  fc.record({
    person: index(PEOPLE),
    service: index(SERVICES),
    scope: fc.constantFrom(...shareScopes),
    state: fc.constantFrom('granted', 'granted', 'granted', 'granted', 'revoked', 'expired', 'offered'),
    from: maybe(around, 2),
  }),
  { minLength: 6, maxLength: 24 },
)

const reasons = fc.array(
  fc.record({
    person: index(PEOPLE),
    service: index(SERVICES),
    account: fc.constantFrom(4, 5),
    until: fc.constantFrom(-1, 0, 1, DAY),
  }),
  { minLength: 4, maxLength: 14 },
)

const people = fc.array(
  fc.record({
    bornOn: maybe(fc.constantFrom(...births), 4),
    level: fc.constantFrom('L0', 'L1', 'L2', 'L2', 'L2'),
    levelAt: maybe(around, 2),
    household: maybe(index(3)),
  }),
  { minLength: PEOPLE, maxLength: PEOPLE },
)

const standings = fc.array(
  fc.record({
    isActive: mostly(true),
    isEmployed: mostly(true),
    organisation: index(2),
    owns: index(PEOPLE),
    holdsHats: mostly(true),
    endedAt: mostly(true).chain((open) => (open ? fc.constant(undefined) : around)),
    endsAt: mostly(true).chain((open) => (open ? fc.constant(DAY) : around)),
  }),
  { minLength: roles.length, maxLength: roles.length },
)

/** A birthday's midnight in one case of three, an ordinary moment otherwise; either with a millisecond to or fro. */
const moments = fc
  .record({
    at: fc.constantFrom(
      birthday('2013-04-15', 13),
      birthday('2010-04-15', 16),
      birthday('2012-02-29', 13),
      Date.parse('2026-04-15T09:20:00Z'),
      Date.parse('2026-10-25T01:30:00Z'),
    ),
    off: fc.constantFrom(-1, 0, 1),
  })
  .map(({ at, off }) => at + off)

/** Random people, services, enrolments, carers, restrictions and masks, with everything that has a time close to the moment. */
export const settings: fc.Arbitrary<Setting> = fc
  .record({
    now: moments,
    organisations: fc.tuple(fc.constant(true), mostly(true)),
    people,
    standings,
    memberships,
    enrolments,
    links,
    restrictions,
    masks,
    shares,
    reasons,
    author: index(roles.length),
  })
  .map(build)

type Spec = {
  now: number
  organisations: [boolean, boolean]
  people: { bornOn?: string; level: string; levelAt?: number; household?: number }[]
  standings: {
    isActive: boolean
    isEmployed: boolean
    organisation: number
    owns: number
    holdsHats: boolean
    endedAt?: number
    endsAt: number
  }[]
  memberships: {
    account: number
    service: number
    isCoordinator: boolean
    isVolunteer: boolean
    from: number
    to?: number
  }[]
  enrolments: { person: number; service: number; state: string; endsAt: number }[]
  links: {
    account: number
    person: number
    basis: string
    scopes: string[]
    services: number[]
    state: string
    isParent: boolean
    grantedAt: number
  }[]
  restrictions: { person: number; kind: string; account: number; service: number }[]
  masks: { person: number; account?: number; service?: number }[]
  shares: { person: number; service: number; scope: string; state: string; from?: number }[]
  reasons: { person: number; service: number; account: number; until: number }[]
  author: number
}

function build(spec: Spec): Setting {
  const { now } = spec
  const ids = (count: number) => Array.from({ length: count }, () => randomUUID() as string)
  const [orgIds, serviceIds, personIds, accountIds, households] = [
    ids(2),
    ids(SERVICES),
    ids(PEOPLE),
    ids(roles.length),
    ids(3),
  ]
  const id = (of: string[], place: number) => of[place] as string
  const owned = new Set<number>()
  const seen = new Set<string>()
  const once = (key: string) => !seen.has(key) && seen.add(key) !== undefined

  const accounts = roles.map((role, place) => {
    const one = spec.standings[place] as Spec['standings'][number]
    const mayOwn = role.isPerson && !owned.has(one.owns)
    if (mayOwn) owned.add(one.owns)
    return {
      id: id(accountIds, place),
      isActive: one.isActive,
      hats: one.holdsHats ? role.hats : role.hats.slice(1),
      ...(mayOwn && { personId: id(personIds, one.owns) }),
      ...(role.isStaff && { staff: { isActive: one.isEmployed, organisationId: id(orgIds, one.organisation) } }),
    }
  })
  const world: World = {
    organisations: orgIds.map((each, place) => ({ id: each, isActive: spec.organisations[place] as boolean })),
    services: serviceIds.map((each, place) => ({ id: each, organisationId: id(orgIds, place === 2 ? 1 : 0) })),
    accounts,
    sessions: roles.flatMap((role, place) => {
      const one = spec.standings[place] as Spec['standings'][number]
      return role.hats.map((hat) => ({
        id: randomUUID(),
        accountId: id(accountIds, place),
        hat,
        endsAt: now + one.endsAt,
        ...(one.endedAt !== undefined && { endedAt: now + one.endedAt }),
      }))
    }),
    people: spec.people.map((one, place) => ({
      id: id(personIds, place),
      level: one.level,
      ...(one.bornOn && { bornOn: one.bornOn }),
      ...(one.levelAt !== undefined && { levelAt: now + one.levelAt }),
      ...(one.household !== undefined && { householdId: id(households, one.household) }),
    })),
    memberships: spec.memberships
      .filter((one) => roles[one.account]?.isStaff)
      .filter((one) => one.to !== undefined || once(`member ${one.account} ${one.service}`))
      .map((one) => ({
        accountId: id(accountIds, one.account),
        serviceId: id(serviceIds, one.service),
        isCoordinator: one.isCoordinator,
        isVolunteer: one.isVolunteer,
        from: now + one.from,
        ...(one.to !== undefined && { to: now + one.to }),
      })),
    enrolments: spec.enrolments
      .filter((one) => ['ended', 'archived'].includes(one.state) || once(`with ${one.person} ${one.service}`))
      .map((one) => ({
        personId: id(personIds, one.person),
        serviceId: id(serviceIds, one.service),
        state: one.state,
        ...(['ending', 'ended'].includes(one.state) && { endsAt: now + one.endsAt }),
      })),
    links: spec.links.map((one) => ({
      id: randomUUID(),
      accountId: id(accountIds, one.account),
      personId: id(personIds, one.person),
      basis: one.basis,
      scopes: one.scopes,
      services: one.services.map((service) => id(serviceIds, service)),
      state: one.state,
      isParent: one.isParent || one.basis === 'parental_responsibility',
      grantedAt: now + one.grantedAt,
    })),
    restrictions: spec.restrictions.map((one) => ({
      personId: id(personIds, one.person),
      kind: one.kind,
      ...(one.kind === 'bar_actor' && { accountId: id(accountIds, one.account) }),
      ...(one.kind === 'bar_service' && { serviceId: id(serviceIds, one.service) }),
    })),
    masks: spec.masks.map((one) => ({
      personId: id(personIds, one.person),
      ...(one.account !== undefined && { accountId: id(accountIds, one.account) }),
      ...(one.service !== undefined && { serviceId: id(serviceIds, one.service) }),
    })),
    shares: spec.shares
      .filter((one) => one.state !== 'granted' || once(`shares ${one.person} ${one.service} ${one.scope}`))
      .map((one) => ({
        personId: id(personIds, one.person),
        serviceId: id(serviceIds, one.service),
        scope: scopeOfPerson(one.scope, id(personIds, one.person)),
        state: one.state,
        // One thing is shared whole.
        ...(one.from !== undefined && !one.scope.includes('{id}') && { from: now + one.from }),
      })),
    reasons: spec.reasons.map((one) => ({
      personId: id(personIds, one.person),
      serviceId: id(serviceIds, one.service),
      accountId: id(accountIds, one.account),
      until: now + one.until,
    })),
  }
  return { world, now, things: thingsOf(world, now, id(accountIds, spec.author)) }
}

/** Nobody bars a person from their own record. */
function plausible({ world, ...rest }: Setting): Setting {
  const restrictions = world.restrictions.filter(
    (one) => !world.accounts.some((account) => account.id === one.accountId && account.personId === one.personId),
  )
  return { ...rest, world: { ...world, restrictions } }
}

/** How much may be had in it: where nobody may see anything, little is compared. */
function richness({ world, now, things }: Setting): number {
  const threads = things.filter(({ kind }) => kind === 'person_team' || kind === 'carer_team')
  return world.sessions.flatMap(({ id }) => threads.filter((thing) => ask(world, id, 'read', thing, now).yes)).length
}

/** Those of many random worlds in which most may be had; for what is slow to compare. */
export function richWorlds(count: number, seed: number): Setting[] {
  const sampled = fc.sample(settings.map(plausible), { numRuns: count * 12, seed })
  return sampled.sort((a, b) => richness(b) - richness(a)).slice(0, count)
}
