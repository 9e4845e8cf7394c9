import type { Feature } from '../../platform/feature.ts'
import { answer } from './answer.ts'
import { ask } from './ask.ts'
import { answers, list } from './list.ts'
import { listeners } from './listeners.ts'
import { loadSets } from './load-sets.ts'
import * as measures from './measures.ts'
import { permissions } from './policy.ts'
import { subject } from './subject.ts'
import type {} from './tables.ts'

export const feature: Feature = {
  name: 'questionnaires',
  tables: ['service_measure', 'question_assignment', 'question_response'],
  permissions,
  operations: [answer, ask, list, answers, measures.list, measures.set],
  listeners,
  subject,
  own: async (ctx, personId) => ({ questions: { sets: await loadSets(ctx, personId) } }),
}
