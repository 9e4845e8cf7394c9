import type { Feature } from '../../platform/feature.ts'

export const feature: Feature = {
  name: 'audit',
  tables: ['access_log', 'access_log_chain', 'access_log_mark'],
}
