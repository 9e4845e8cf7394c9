import type { Feature } from '../../platform/feature.ts'
import { jobs } from './jobs.ts'
import { whoHasLooked } from './list-access-log.ts'
import { subject } from './subject.ts'
import type {} from './tables.ts'

export const feature: Feature = {
  name: 'audit',
  tables: ['access_log', 'access_log_chain', 'access_log_mark'],
  operations: [whoHasLooked],
  jobs,
  subject,
}
