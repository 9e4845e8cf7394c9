import type { Feature } from '../../platform/feature.ts'
import { deleting, editing, pinning, restoring, writing } from './commands.ts'
import { jobs } from './jobs.ts'
import { listeners } from './listeners.ts'
import { permissions } from './policy.ts'
import { portable } from './portable.ts'
import { get, history, list, listShared, loadDiary } from './queries.ts'
import { subject } from './subject.ts'
import type {} from './tables.ts'

export const feature: Feature = {
  name: 'diary',
  tables: ['diary_entry', 'diary_entry_version'],
  permissions,
  operations: [writing, editing, pinning, deleting, restoring, get, list, history, listShared],
  listeners,
  jobs,
  subject,
  portable,
  own: async (ctx, personId) => ({ diary: await loadDiary(ctx, personId) }),
}
