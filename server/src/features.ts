import { feature as access } from './features/access/feature.ts'
import { feature as audit } from './features/audit/feature.ts'
import { feature as conversations } from './features/conversations/feature.ts'
import { feature as diary } from './features/diary/feature.ts'
import { feature as goals } from './features/goals/feature.ts'
import { myDataFeature } from './features/my-data/feature.ts'
import { feature as notifications } from './features/notifications/feature.ts'
import { feature as organisations } from './features/organisations/feature.ts'
import { ownFeature } from './features/own/feature.ts'
import { feature as people } from './features/people/feature.ts'
import { feature as plans } from './features/plans/feature.ts'
import { feature as questionnaires } from './features/questionnaires/feature.ts'
import { recordsFeature } from './features/records/feature.ts'
import { feature as sharing } from './features/sharing/feature.ts'
import { feature as tips } from './features/tips/feature.ts'
import { feature as trackers } from './features/trackers/feature.ts'
import type { Feature } from './platform/feature.ts'

const nouns: readonly Feature[] = [
  sharing,
  conversations,
  goals,
  trackers,
  diary,
  plans,
  questionnaires,
  notifications,
  tips,
]

/** With the copies that teams keep of what the nouns show them, and what a person does with all of theirs at once. */
const all: readonly Feature[] = [...nouns, recordsFeature(nouns), myDataFeature(() => features)]

/** The product's table of contents, foundation first. `within` listeners run in this order. */
export const features: readonly Feature[] = [people, organisations, access, audit, ownFeature(all), ...all]
