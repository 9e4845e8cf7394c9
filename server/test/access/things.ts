import type { Thing, World } from './oracle.ts'

const DAY = 86_400_000

/** One of each that a choice can cover. Of one thing, that whose id is the person's own. */
export const shareScopes = [
  'goal:{id}',
  'goals:money',
  'ratings',
  'sleep',
  'mood',
  'problem:{id}',
  'diary:{id}',
  'coping',
  'safety_plan',
  'about_me',
]
export const scopeOfPerson = (scope: string, personId: string) => scope.replace('{id}', personId)

/** What is a person's own: alone and shared, one by one and by kind, made before and after a choice could begin. */
export function personalThings(personId: string, now: number): Thing[] {
  const shared = (kind: string, scopes: string[], madeAt?: number): Thing => ({
    personId,
    recordClass: 'personal',
    kind,
    visibility: 'shared',
    scopes,
    ...(madeAt !== undefined && { madeAt }),
  })
  const goal = shared('goal', [`goal:${personId}`, 'goals:money'])
  return [
    { ...goal, visibility: 'private' },
    goal,
    shared('rating', ['ratings']),
    shared('sleep', ['sleep'], now),
    shared('mood', ['mood'], now - DAY),
    shared('problem', [`problem:${personId}`]),
    shared('diary', [`diary:${personId}`]),
    shared('coping', ['coping']),
    shared('safety_plan', ['safety_plan']),
    shared('about_me', ['about_me']),
  ]
}

/** Every kind of thing that domain.md 3.3 tells apart, of each person, in each service and in none. */
export function thingsOf(world: World, now: number, authorAccountId: string): Thing[] {
  return world.people.flatMap(({ id: personId }) => [
    { personId, recordClass: 'personal', kind: 'goal' },
    ...personalThings(personId, now),
    { personId, recordClass: 'service', kind: 'person' },
    { personId, recordClass: 'circle', kind: 'circle_card' },
    { personId, recordClass: 'audit', kind: 'access_log' },
    ...world.services.flatMap(({ id: serviceId }): Thing[] => [
      ...personalThings(personId, now).map((thing) => ({ ...thing, serviceId })),
      { personId, serviceId, recordClass: 'service', kind: 'person_team' },
      { personId, serviceId, recordClass: 'service', kind: 'appointment', madeAt: now },
      { personId, serviceId, recordClass: 'service', kind: 'message', madeAt: now - 86_400_000, authorAccountId },
      { personId, serviceId, recordClass: 'service', kind: 'message', withheldFromPerson: true },
      { personId, serviceId, recordClass: 'service', kind: 'team_note', staffOnly: true },
      { personId, serviceId, recordClass: 'service', kind: 'person_team', isTask: true },
      { personId, serviceId, recordClass: 'service', kind: 'care_plan' },
      { personId, serviceId, recordClass: 'snapshot', kind: 'snapshot' },
      { personId, serviceId, recordClass: 'audit', kind: 'access_log' },
      ...world.links
        .filter((link) => link.personId === personId)
        .flatMap((link): Thing[] => [
          { personId, serviceId, recordClass: 'service', kind: 'carer_team', carerLinkId: link.id },
          {
            personId,
            serviceId,
            recordClass: 'service',
            kind: 'message',
            carerLinkId: link.id,
            withheldFromPerson: true,
          },
        ]),
    ]),
  ])
}
