import { type Ctx, type Listener, listen } from '../../platform/feature.ts'
import type {} from '../organisations/facts.ts'
import type {} from '../people/facts.ts'
import type {} from './facts.ts'
import { refreshGrants } from './grants.ts'
import { moveLimits } from './move-limits.ts'

const ofPerson = (ctx: Ctx, { personId }: { personId: string }) => refreshGrants(ctx, { personId })
const ofAccount = (ctx: Ctx, { accountId }: { accountId: string }) => refreshGrants(ctx, { accountId })

/** Grants follow their sources in the same transaction, before any other feature hears of it. */
export const listeners: Listener[] = [
  listen('account.opened', 'within', ofAccount),
  listen('person.linked', 'within', moveLimits),
  listen('enrolment.activated', 'within', ofPerson),
  listen('enrolment.ending', 'within', ofPerson),
  listen('enrolment.resumed', 'within', ofPerson),
  listen('enrolment.ended', 'within', ofPerson),
  listen('team.joined', 'within', teamMoved),
  listen('team.left', 'within', teamMoved),
  listen('team.roleChanged', 'within', ofAccount),
  listen('staff.left', 'within', ofAccount),
  listen('access.changed', 'within', ofPerson),
  // Whoever cares for somebody is kept from their record at work, in other services too.
  listen('carer.linked', 'within', (ctx, { personId, accountId }) =>
    ctx.announce('access.changed', { personId, accountId }),
  ),
  listen('carer.unlinked', 'within', ofPerson),
]

/** A bar or a mask that names a service follows those who work there, in whatever team they meet the person. */
async function teamMoved(ctx: Ctx, { accountId, serviceId }: { accountId: string; serviceId: string }): Promise<void> {
  await refreshGrants(ctx, { accountId })
  const { rows } = await ctx.tx.asSystem('access', () =>
    ctx.tx.query(
      `select person_id from restriction where service_id = $1 and state = 'live' and kind = 'bar_service'
       union select person_id from mask where service_id = $1 and state = 'live' order by 1`,
      [serviceId],
    ),
  )
  for (const { person_id: personId } of rows) await ctx.announce('access.changed', { personId, accountId })
}
