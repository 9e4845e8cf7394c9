import type { Feature } from '../../platform/feature.ts'
import type {} from './facts.ts'

export const feature: Feature = {
  name: 'organisations',
  tables: ['organisation', 'service', 'contract', 'staff', 'team_member', 'enrolment'],
}
