import type { Feature } from '../../platform/feature.ts'
import { listCopies } from './care-plans.ts'
import { copingCommands } from './coping.ts'
import { jobs } from './jobs.ts'
import { listeners } from './listeners.ts'
import { permissions } from './policy.ts'
import { portable } from './portable.ts'
import { accept, decline, propose } from './proposals.ts'
import { aboutMeVersions, getShared, loadPlans, safetyPlanVersions } from './queries.ts'
import { subject } from './subject.ts'
import type {} from './tables.ts'
import { textCommands } from './texts.ts'

export const feature: Feature = {
  name: 'plans',
  tables: [
    'coping_strategy',
    'coping_tap',
    'coping_strategy_version',
    'person_text',
    'person_text_version',
    'about_me_proposal',
    'care_plan_copy',
  ],
  permissions,
  operations: [
    ...copingCommands,
    ...textCommands,
    accept,
    decline,
    propose,
    safetyPlanVersions,
    aboutMeVersions,
    getShared,
    listCopies,
  ],
  listeners,
  jobs,
  subject,
  portable,
  own: async (ctx, personId) => ({ plans: await loadPlans(ctx, personId) }),
}
