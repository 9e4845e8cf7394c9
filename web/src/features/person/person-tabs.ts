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

/** The tabs of a person's page (experience.md W2), in order. A noun that staff may see adds its own, loaded when it is first opened. */
export const personTabs = {
  messages: PersonMessages,
  goals: lazy(() => import('../goals/person-goals.tsx')),
  trackers: lazy(() => import('../trackers/person-trackers.tsx')),
  plan: lazy(() => import('../plan/person-plan.tsx')),
  questions: lazy(() => import('../questions/person-questions.tsx')),
} satisfies Record<string, ComponentType<PersonTabProps>>

/** Its words are in the catalogue under the same name. */
export type PersonTab = keyof typeof personTabs & keyof Words['person']['tab']
