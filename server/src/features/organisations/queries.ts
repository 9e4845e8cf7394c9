import { getService, listMyEnrolments, listMyServices, listTeam } from '@weft/contract/organisations/operations.ts'
import { handle } from '../../platform/feature.ts'
import type { AccountScope } from '../../platform/scope.ts'
import { describeEnrolmentsOf, describeService, describeServices, describeTeam } from './describe.ts'
import { membershipsOf } from './policy.ts'

const servicesOfMine = handle(listMyServices, async (ctx) => {
  const mine = await membershipsOf(ctx)
  return { services: await describeServices(ctx, [...new Set(mine.map((one) => one.serviceId))]) }
})

const oneService = handle(getService, async (ctx, input) => {
  await ctx.require('service.read', input)
  return describeService(ctx, input.serviceId)
})

const teamOfService = handle(listTeam, async (ctx, input) => {
  await ctx.require('service.read', input)
  return { members: await describeTeam(ctx, input) }
})

/** The patient hat's own; other hats have none. Below L1 somebody is not yet known to any service (domain.md 14). */
const enrolmentsOfMine = handle(listMyEnrolments, async (ctx) => {
  const { personId, hat } = ctx.scope as AccountScope
  if (!personId || hat !== 'patient') return { enrolments: [] }
  const person = await ctx.tx.db
    .selectFrom('person')
    .select('identity_level')
    .where('id', '=', personId)
    .executeTakeFirst()
  if (!person || person.identity_level === 'L0') return { enrolments: [] }
  return { enrolments: await describeEnrolmentsOf(ctx, personId) }
})

export const queries = [servicesOfMine, oneService, teamOfService, enrolmentsOfMine]
