import type { Feature } from '../../platform/feature.ts'
import { jobs } from './jobs.ts'
import { listeners } from './listeners.ts'
import { permissions } from './policy.ts'
import { say } from './say-why.ts'
import { subject } from './subject.ts'
import type {} from './tables.ts'

export const feature: Feature = {
  name: 'access',
  tables: ['authz_grant', 'carer_link', 'restriction', 'mask', 'reading_reason'],
  permissions,
  operations: [say],
  jobs,
  listeners,
  subject,
}
