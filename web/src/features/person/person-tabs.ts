import { type ComponentType, lazy } from 'react'
import type { Words } from '../../words/words.ts'
import { PersonMessages } from './person-messages.tsx'

export interface PersonTabProps {
  personId: string
  personName: string
  /** The services through which the viewer's team knows this person; what is shared is shared with one of them. */
  services: readonly { serviceId: string; serviceName: string }[]
  /** “Message Kofi” was pressed: another object each time. */
  toWrite?: object
}

const later = {
  goals: () => import('../goals/person-goals.tsx'),
  trackers: () => import('../trackers/person-trackers.tsx'),
  plan: () => import('../plan/person-plan.tsx'),
  questions: () => import('../questions/person-questions.tsx'),
}

/** Has them here before they are asked for, and before the network goes. */
export function fetchTabs(): void {
  for (const fetchIt of Object.values(later)) void fetchIt().catch(() => {})
}

/** The tabs of a person's page (experience.md W2), in order. A noun that staff may see adds its own, fetched after the page itself. */
export const personTabs = {
  messages: PersonMessages,
  goals: lazy(later.goals),
  trackers: lazy(later.trackers),
  plan: lazy(later.plan),
  questions: lazy(later.questions),
} satisfies Record<string, ComponentType<PersonTabProps>>

/** Its words are in the catalogue under the same name. */
export type PersonTab = keyof typeof personTabs & keyof Words['person']['tab']
