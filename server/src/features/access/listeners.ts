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
  listen('account.closing', 'within', async (ctx, about) => {
    if (about.personId) await endScopes(ctx, about.personId)
    await accountMoved(ctx, about)
  }),
  listen('account.kept', 'within', accountMoved),
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

/** What their carers could see of somebody who closes their account; a carer's own thread with the team stays. */
async function endScopes(ctx: Ctx, personId: string): Promise<void> {
  await ctx.tx.asSystem('access', () =>
    ctx.tx.query(`update carer_link set scopes = '{}', version = version + 1 where person_id = $1 and scopes <> '{}'`, [
      personId,
    ]),
  )
}

/** Of the person themself, and of everybody they care for. */
async function accountMoved(
  ctx: Ctx,
  { accountId, personId }: { accountId: string; personId?: string },
): Promise<void> {
  const { rows } = await ctx.tx.asSystem('access', () =>
    ctx.tx.query(
      `select person_id from carer_link where carer_account_id = $1 and state in ('active', 'suspended') order by 1`,
      [accountId],
    ),
  )
  const people = new Set([...(personId ? [personId] : []), ...rows.map((row) => row.person_id as string)])
  for (const one of people) await ctx.announce('access.changed', { personId: one, accountId })
}

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
