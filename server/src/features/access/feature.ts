import { type Feature, listen } from '../../platform/feature.ts'
import type {} from '../organisations/facts.ts'
import type {} from '../people/facts.ts'
import type {} from './facts.ts'
import { refreshGrants } from './grants.ts'
import { jobs } from './jobs.ts'
import { moveLimits } from './move-limits.ts'
import { permissions } from './policy.ts'
import { subject } from './subject.ts'
import type {} from './tables.ts'

export const feature: Feature = {
  name: 'access',
  tables: ['authz_grant', 'carer_link', 'restriction', 'mask'],
  permissions,
  jobs,
  listeners: [
    listen('account.opened', 'within', (ctx, { accountId }) => refreshGrants(ctx, { accountId })),
    listen('person.linked', 'within', moveLimits),
    listen('enrolment.activated', 'within', (ctx, { personId }) => refreshGrants(ctx, { personId })),
    listen('enrolment.ending', 'within', (ctx, { personId }) => refreshGrants(ctx, { personId })),
    listen('enrolment.resumed', 'within', (ctx, { personId }) => refreshGrants(ctx, { personId })),
    listen('enrolment.ended', 'within', (ctx, { personId }) => refreshGrants(ctx, { personId })),
    listen('team.joined', 'within', (ctx, { accountId }) => refreshGrants(ctx, { accountId })),
    listen('team.left', 'within', (ctx, { accountId }) => refreshGrants(ctx, { accountId })),
    listen('team.roleChanged', 'within', (ctx, { accountId }) => refreshGrants(ctx, { accountId })),
    listen('staff.left', 'within', (ctx, { accountId }) => refreshGrants(ctx, { accountId })),
    listen('carer.linked', 'within', (ctx, { personId }) => refreshGrants(ctx, { personId })),
    listen('carer.unlinked', 'within', (ctx, { personId }) => refreshGrants(ctx, { personId })),
    listen('access.changed', 'within', (ctx, { personId }) => refreshGrants(ctx, { personId })),
  ],
  subject,
}
