// What domain.md 3.3 to 3.6 and 14 say, written from the page and from nothing else: it imports nothing of the product.
// Every clause has a name, so that a test can leave one out and see whether it alone was responsible for a refusal.

export interface World {
  organisations: { id: string; isActive: boolean }[]
  services: { id: string; organisationId: string }[]
  accounts: {
    id: string
    isActive: boolean
    hats: string[]
    personId?: string
    staff?: { isActive: boolean; organisationId: string }
  }[]
  sessions: { id: string; accountId: string; hat: string; endedAt?: number; endsAt: number }[]
  people: { id: string; bornOn?: string; level: string; levelAt?: number; householdId?: string }[]
  memberships: {
    accountId: string
    serviceId: string
    isCoordinator: boolean
    isVolunteer: boolean
    from: number
    to?: number
  }[]
  enrolments: { personId: string; serviceId: string; state: string; endsAt?: number }[]
  links: {
    id: string
    accountId: string
    personId: string
    basis: string
    scopes: string[]
    services: string[]
    state: string
    isParent: boolean
    grantedAt: number
  }[]
  restrictions: { personId: string; kind: string; accountId?: string; serviceId?: string }[]
  masks: { personId: string; accountId?: string; serviceId?: string }[]
  shares: { personId: string; serviceId: string; scope: string; state: string; from?: number }[]
  /** Why somebody needs to read a person after the end, said to a service. */
  reasons: { personId: string; serviceId: string; accountId: string; until: number }[]
}

export interface Thing {
  personId: string
  serviceId?: string
  recordClass: string
  kind: string
  visibility?: string
  /** The sharing choices that could cover it: its own and its kind's. */
  scopes?: string[]
  staffOnly?: boolean
  carerLinkId?: string
  withheldFromPerson?: boolean
  authorAccountId?: string
  /** Something to be done, which shows no words. */
  isTask?: boolean
  madeAt?: number
}

export type Clause = string
/** What `ask` can be told to leave out. */
export const clauses: Clause[] = (
  'account active, hat held, session open, employed, organisation active, private, bar on actor, bar on service, ' +
  'own record, own household, someone cared for, withheld, identity level, known since, never the person’s, ' +
  'own thread, link state, link scope, link service, basis for messages, parental age, frozen, masked for actor, ' +
  'masked for service, member since, member until, enrolled, grace, volunteer, coordinator’s alone, ' +
  'read-only after the end, reason said, reason of that service, reason still live, own class of rows, own organisation, choice live, choice over it, choice since, ' +
  'shared with that service, shared with a service of the link, shared to read'
).split(', ')
export type Answer = { yes: boolean; code: string }

const peoplesHats = ['patient', 'carer']
/** What each scope of a carer's link opens. */
const opened = {
  appointments: ['appointment'],
  my_team: ['circle_card'],
  shared_goals: ['goal', 'rating'],
  shared_trackers: ['sleep', 'problem', 'mood'],
  shared_plan: ['coping', 'safety_plan', 'about_me'],
  care_plan: ['care_plan'],
  messages: ['person_team'],
}

/** May the wearer of this session do this to this thing at this moment, and which rule said so? */
export function ask(
  world: World,
  sessionId: string,
  action: string,
  thing: Thing,
  now: number,
  without?: Clause,
): Answer {
  const holds = (clause: Clause, isMet: boolean) => without === clause || isMet
  const no = (code: string): Answer => ({ yes: false, code })
  const yes = (code: string): Answer => ({ yes: true, code })
  const session = world.sessions.find((one) => one.id === sessionId)!
  const account = world.accounts.find((one) => one.id === session.accountId)!
  const person = world.people.find((one) => one.id === thing.personId)
  if (!person) return no('no_relation')
  const hat = session.hat
  const isStaffHat = !peoplesHats.includes(hat)
  const isPerson = hat === 'patient' && account.personId === person.id
  const links = world.links.filter((one) => one.accountId === account.id && one.personId === person.id)
  const limits = world.restrictions.filter((one) => one.personId === person.id)

  // 1
  if (!holds('account active', account.isActive)) return no('not_active')
  if (!holds('hat held', account.hats.includes(hat))) return no('not_active')
  if (!holds('session open', session.endedAt === undefined && now < session.endsAt)) return no('not_active')
  if (isStaffHat && !(hat === 'platform_admin' && !account.staff)) {
    if (!holds('employed', account.staff?.isActive === true)) return no('not_active')
    const employer = world.organisations.find((one) => one.id === account.staff?.organisationId)
    if (!holds('organisation active', employer?.isActive === true)) return no('not_active')
  }

  // 2 and 3
  if (thing.recordClass === 'personal' && isPerson) return yes('owner')
  if (thing.recordClass === 'personal' && !holds('private', thing.visibility === 'shared')) return no('private')

  // 4: a bar follows the human, whatever else opens the record; a staff hat never opens what is close to its wearer (§1)
  const isIn = (membership: World['memberships'][number]) =>
    holds('member since', membership.from <= now) &&
    holds('member until', membership.to === undefined || now < membership.to)
  const mine = world.memberships.filter((one) => one.accountId === account.id && isIn(one))
  const myServices = isStaffHat ? mine.map((one) => one.serviceId) : []
  const bars = limits.filter((one) => one.kind === 'bar_actor' && one.accountId === account.id)
  if (!holds('bar on actor', bars.length === 0)) return no('restricted')
  const closed = limits.filter((one) => one.kind === 'bar_service' && myServices.includes(one.serviceId!))
  if (!holds('bar on service', closed.length === 0)) return no('restricted')
  if (isStaffHat) {
    if (!holds('own record', account.personId !== person.id)) return no('restricted')
    const home = world.people.find((one) => one.id === account.personId)?.householdId
    if (!holds('own household', home === undefined || home !== person.householdId)) return no('restricted')
    const cares = links.some((one) => one.state === 'active' || one.state === 'suspended')
    if (!holds('someone cared for', !cares)) return no('restricted')
  }

  // 5
  const isOwnThread = (link: World['links'][number]) => link.id === thing.carerLinkId
  const acts = hat === 'carer' && links.some((one) => one.state === 'active' && one.scopes.includes('act'))
  const isOwnWords = hat === 'carer' && links.some((one) => one.state === 'active' && isOwnThread(one))
  if (!holds('withheld', !thing.withheldFromPerson || !(isPerson || (acts && !isOwnWords)))) return no('withheld')

  // 6
  const isStaffs = thing.staffOnly === true || thing.carerLinkId !== undefined
  const isOwnLog = isPerson && thing.recordClass === 'audit' && !isStaffs
  if (isOwnLog && action === 'read') return yes('own_log')
  if (isPerson && !isOwnLog && action !== 'manage' && holds('never the person’s', !isStaffs)) {
    const early = ['conversation', 'person_team', 'message', 'appointment', 'enrolment'].includes(thing.kind)
    const isReached = person.level === 'L2' || (person.level === 'L1' && early)
    if (!holds('identity level', isReached)) return no('identity_level')
    const isNew = person.level !== 'L1' || (thing.madeAt ?? Infinity) >= (person.levelAt ?? -Infinity)
    return holds('known since', isNew) ? yes('person') : no('identity_level')
  }

  // §3.4: a choice holds while it is granted and the person is with that service, over its thing or kind, from its start on
  const isOver = (one: World['enrolments'][number]) =>
    one.state === 'ended' || (one.state === 'ending' && one.endsAt !== undefined && one.endsAt <= now)
  const isWith = (one: World['enrolments'][number]) =>
    one.state === 'active' ||
    (one.state === 'ending' && holds('grace', !isOver(one))) ||
    (without === 'enrolled' && one.state !== 'ending')
  const theirs = world.enrolments.filter((one) => one.personId === person.id)
  const isChosen = (one: World['shares'][number]) =>
    holds('choice live', one.state === 'granted') &&
    holds('choice over it', thing.scopes?.includes(one.scope) === true) &&
    holds('choice since', (one.from ?? 0) <= (thing.madeAt ?? now))
  const chosen = world.shares.filter((one) => one.personId === person.id && isChosen(one)).map((one) => one.serviceId)
  const sharedWith = chosen.filter((id) => theirs.some((one) => one.serviceId === id && isWith(one)))
  const isSharedWith = (services: string[]) => services.some((id) => sharedWith.includes(id))

  // 7
  if (hat === 'carer') {
    if (thing.staffOnly || action === 'manage') return no('carer_no_scope')
    if (thing.carerLinkId !== undefined) {
      const thread = links.filter((one) => holds('own thread', isOwnThread(one)))
      const mayEnter = thread.some((one) => holds('link state', one.state === 'active' || one.state === 'suspended'))
      return mayEnter ? yes('carer_own_thread') : no('carer_no_scope')
    }
    const scope = Object.entries(opened).find(([, kinds]) => kinds.includes(thing.kind))?.[0]
    const isFrozen = limits.some((one) => one.kind === 'freeze')
    const opens = (link: World['links'][number]) =>
      holds('link state', link.state === 'active') &&
      scope !== undefined &&
      holds('link scope', link.scopes.includes(scope)) &&
      (action === 'read' || scope === 'messages' || link.scopes.includes('act')) &&
      holds('link service', thing.serviceId === undefined || link.services.includes(thing.serviceId)) &&
      (thing.recordClass !== 'personal' || holds('shared with a service of the link', isSharedWith(link.services))) &&
      holds('basis for messages', scope !== 'messages' || mayHoldMessages(link, person.bornOn, now)) &&
      holds('parental age', !isOutgrown(link, person.bornOn, now)) &&
      holds('frozen', !isFrozen)
    return links.some(opens) ? yes('carer_scope') : no('carer_no_scope')
  }

  // 9
  const masks = world.masks.filter((one) => one.personId === person.id)
  if (!holds('masked for actor', !masks.some((one) => one.accountId === account.id))) return no('masked')
  if (!holds('masked for service', !masks.some((one) => myServices.includes(one.serviceId!)))) return no('masked')
  const worn = mine.filter((one) => hat === 'practitioner' || (hat === 'coordinator' && one.isCoordinator))
  const isRows = thing.recordClass === 'service' || thing.recordClass === 'snapshot'
  const here = worn.flatMap((membership) =>
    theirs
      .filter((one) => one.serviceId === membership.serviceId)
      .filter((one) => thing.serviceId === undefined || thing.serviceId === one.serviceId)
      .map((enrolment) => ({ membership, enrolment })),
  )
  const current = here.filter((one) => isWith(one.enrolment))
  const trusted = current.filter((one) => holds('volunteer', !one.membership.isVolunteer))
  if (thing.recordClass === 'personal' && current.length > 0) {
    if (trusted.length === 0) return no('volunteer')
    const isShared = holds('shared with that service', isSharedWith(trusted.map((one) => one.membership.serviceId)))
    return isShared && holds('shared to read', action === 'read') ? yes('shared_service') : no('not_shared')
  }
  if (holds('own class of rows', isRows)) {
    if (trusted.length > 0 && holds('coordinator’s alone', action !== 'manage' || hat === 'coordinator'))
      return yes('team')
    if (trusted.length === 0 && current.length > 0)
      return thing.authorAccountId === account.id && action !== 'manage' ? yes('team') : no('volunteer')
    const former = here.filter((one) => isOver(one.enrolment) && !one.membership.isVolunteer)
    if (hat === 'coordinator' && former.length > 0 && holds('read-only after the end', action === 'read')) {
      const said = world.reasons.filter((one) => one.personId === person.id && one.accountId === account.id)
      const ofThese = said.filter((one) =>
        holds(
          'reason of that service',
          former.some(({ membership }) => membership.serviceId === one.serviceId),
        ),
      )
      const isSaid = ofThese.some((one) => holds('reason still live', now < one.until))
      return holds('reason said', thing.isTask === true || isSaid) ? yes('ended_coordinator') : no('reason_needed')
    }
  }

  // 13
  if (hat === 'privacy_officer' && thing.recordClass === 'audit' && action === 'read') {
    const owner = world.services.find((one) => one.id === thing.serviceId)?.organisationId
    if (owner !== undefined && holds('own organisation', owner === account.staff?.organisationId))
      return yes('own_organisation')
  }
  return no('no_relation')
}

/** §3.6: `messages` is for a parent of someone under 13, a health attorney or a deputy. */
function mayHoldMessages(link: World['links'][number], bornOn: string | undefined, now: number): boolean {
  if (link.basis === 'parental_responsibility') return bornOn !== undefined && now < birthday(bornOn, 13)
  return link.basis === 'lpa_health' || link.basis === 'deputy'
}

/** §3.6 Ages: what a parent held before the 13th or 16th birthday suspends at 00:00 local of it; no date of birth, no parental grant. */
function isOutgrown(link: World['links'][number], bornOn: string | undefined, now: number): boolean {
  if (!link.isParent) return false
  if (bornOn === undefined) return true
  return [13, 16].some((age) => birthday(bornOn, age) <= now && link.grantedAt < birthday(bornOn, age))
}

const londonHour = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/London', hour: 'numeric', hourCycle: 'h23' })

/** 00:00 in London on the birthday; for someone born on 29 February, on 1 March of other years. */
export function birthday(bornOn: string, age: number): number {
  const [year, month, day] = bornOn.split('-').map(Number) as [number, number, number]
  const midnight = Date.UTC(year + age, month - 1, day) // 29 February of another year is 1 March here
  return Number(londonHour.format(midnight)) === 0 ? midnight : midnight - 3_600_000
}
