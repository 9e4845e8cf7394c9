import type { World } from './oracle.ts'

// The coarse fence, as architecture 5 and the page have it: which categories of which person an account may reach by raw SQL at most,
// whatever hat it wears. Written apart from the product and importing nothing of it but the oracle's shape of a world.

export type Fence = ReadonlySet<string>

export const within = (fence: Fence, personId: string, ...categories: string[]) =>
  categories.some((category) => fence.has(`${personId} ${category}`))

export function fenceOf(world: World, accountId: string, now: number): Fence {
  const fence = new Set<string>()
  const add = (personId: string, ...categories: string[]) => {
    for (const category of categories) fence.add(`${personId} ${category}`)
  }
  const isShared = (personId: string, serviceId: string) =>
    world.shares.some((one) => one.personId === personId && one.serviceId === serviceId && one.state === 'granted')
  const account = world.accounts.find((one) => one.id === accountId)!
  if (!account.isActive) return fence
  if (account.personId) add(account.personId, 'own', 'person_team')
  for (const link of world.links) {
    const isIn = link.accountId === accountId && (link.state === 'active' || link.state === 'suspended')
    const isBarred = world.restrictions.some(
      (one) => one.personId === link.personId && one.kind === 'bar_actor' && one.accountId === accountId,
    )
    if (!isIn || isBarred) continue
    add(link.personId, 'carer_team')
    if (link.state !== 'active') continue
    if (link.scopes.includes('messages')) add(link.personId, 'person_team')
    const mayShare = link.scopes.some((scope) => scope.startsWith('shared_'))
    if (mayShare && link.services.some((serviceId) => isShared(link.personId, serviceId))) add(link.personId, 'shared')
  }
  const employer = world.organisations.find((one) => one.id === account.staff?.organisationId)
  if (!account.staff?.isActive || !employer?.isActive) return fence
  const isIn = (one: World['memberships'][number]) => one.from <= now && (one.to === undefined || now < one.to)
  const mine = world.memberships.filter((one) => one.accountId === accountId && isIn(one))
  const home = world.people.find((one) => one.id === account.personId)?.householdId
  for (const person of world.people) {
    const isClose =
      person.id === account.personId ||
      (home !== undefined && home === person.householdId) ||
      world.links.some(
        (one) =>
          one.accountId === accountId && one.personId === person.id && ['active', 'suspended'].includes(one.state),
      )
    const bars = world.restrictions.filter((one) => one.personId === person.id && one.kind.startsWith('bar_'))
    const keptOut = [...bars, ...world.masks.filter((one) => one.personId === person.id)].some(
      (one) => one.accountId === accountId || mine.some((membership) => membership.serviceId === one.serviceId),
    )
    if (isClose || keptOut) continue
    const isOver = (one: World['enrolments'][number]) =>
      one.state === 'ended' || (one.state === 'ending' && one.endsAt !== undefined && one.endsAt <= now)
    const reaches = mine
      .filter((one) => !one.isVolunteer)
      .flatMap((membership) =>
        world.enrolments
          .filter((one) => one.personId === person.id && one.serviceId === membership.serviceId)
          .filter((one) => (isOver(one) ? membership.isCoordinator : one.state === 'active' || one.state === 'ending')),
      )
    if (reaches.some((one) => !isOver(one) && isShared(person.id, one.serviceId))) add(person.id, 'shared')
    if (reaches.length > 0) add(person.id, 'team', 'person_team', 'carer_team', 'team_note')
  }
  return fence
}
