import type { CarerFact, Fact } from './fact.ts'

export type CarerScope =
  | 'appointments'
  | 'my_team'
  | 'shared_goals'
  | 'shared_trackers'
  | 'shared_plan'
  | 'care_plan'
  | 'messages'

/** Which scope opens which kind of item (domain.md 3.6). A kind that is not here is never opened by a scope: diary above all. */
const scopes: Readonly<Record<string, CarerScope>> = {
  person_team: 'messages',
  appointment: 'appointments',
  circle_card: 'my_team',
  goal: 'shared_goals',
  rating: 'shared_goals',
  sleep: 'shared_trackers',
  problem: 'shared_trackers',
  mood: 'shared_trackers',
  coping: 'shared_plan',
  safety_plan: 'shared_plan',
  about_me: 'shared_plan',
  care_plan: 'care_plan',
}

export const carerScopeOf = (kind: string): CarerScope | undefined => scopes[kind]

/** The person–team thread: a parent of someone under 13, a health attorney or a deputy only. */
export function mayHoldMessages(
  link: Pick<CarerFact, 'basis'>,
  person: Pick<Fact['person'], 'turns13At'>,
  now: Date,
): boolean {
  if (link.basis === 'parental_responsibility') return person.turns13At !== undefined && now < person.turns13At
  return link.basis === 'lpa_health' || link.basis === 'deputy'
}

/**
 * At the 13th and the 16th birthday, 00:00 local, every grant a parent or guardian held before it suspends, whatever its basis;
 * without a date of birth there is no parental grant (domain.md 3.6).
 */
export function isSuspendedByAge(
  link: Pick<CarerFact, 'isParental' | 'grantedAt'>,
  { turns13At, turns16At }: Pick<Fact['person'], 'turns13At' | 'turns16At'>,
  now: Date,
): boolean {
  if (!link.isParental) return false
  if (!turns13At || !turns16At) return true
  return [turns13At, turns16At].some((birthday) => birthday <= now && link.grantedAt < birthday)
}

/** The birthday at which a grant that holds now will suspend; nothing for grants that no birthday touches. */
export function endsByAgeAt(link: CarerFact, { turns13At, turns16At }: Fact['person'], now: Date): Date | undefined {
  return link.isParental ? [turns13At, turns16At].find((birthday) => birthday && birthday > now) : undefined
}
