import type { Feature } from '../../platform/feature.ts'
import { accept } from './accept-invite.ts'
import { changeHours } from './change-service-hours.ts'
import { addToTeam, changeRole, removeFromTeam } from './change-team.ts'
import { end, resume } from './end-enrolment.ts'
import type {} from './facts.ts'
import { invite } from './invite-to-service.ts'
import { jobs } from './jobs.ts'
import { caseload } from './list-caseload.ts'
import { leave } from './mark-staff-left.ts'
import { listeners } from './move-enrolments.ts'
import { permissions } from './policy.ts'
import { queries } from './queries.ts'
import { subject } from './subject.ts'
import type {} from './tables.ts'

export const feature: Feature = {
  name: 'organisations',
  tables: ['organisation', 'service', 'contract', 'staff', 'team_member', 'enrolment'],
  permissions,
  operations: [
    ...queries,
    caseload,
    changeHours,
    addToTeam,
    changeRole,
    removeFromTeam,
    leave,
    invite,
    accept,
    end,
    resume,
  ],
  jobs,
  listeners,
  subject,
}
