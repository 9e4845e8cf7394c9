import { inviteToService } from '@weft/contract/organisations/operations.ts'
import { ProblemError } from '@weft/contract/problem.ts'
import { type Ctx, handle } from '../../platform/feature.ts'
import type { AccountScope } from '../../platform/scope.ts'
import { issueInviteCode } from '../people/invite-codes.ts'
import { describeEnrolment } from './describe.ts'
import { newLocator, writeInviteCode } from './invite-code.ts'

/**
 * Makes an invitation, which opens nothing until its code is spent, under the contract that is in force. Again with the same
 * `enrolmentId`: a new code.
 */
export const invite = handle(inviteToService, async (ctx, { enrolmentId, serviceId, personId: asked }) => {
  const { personId } = await ctx.require<{ personId: string }>('enrolment.manage', {
    enrolmentId,
    serviceId,
    personId: asked,
  })
  const locator = await ctx.tx.asSystem('access', async () => {
    const made = await insertInvitation(ctx, { enrolmentId, serviceId, personId })
    if (made) return made
    const { rows } = await ctx.tx.query('select * from enrolment where id = $1 for update', [enrolmentId])
    const [known] = rows
    // The service is not open, has no contract, or has this person already.
    if (!known) throw new ProblemError('wrong-state')
    if (known.person_id !== personId || known.service_id !== serviceId) throw new ProblemError('id-taken')
    if (known.state !== 'invited') throw new ProblemError('wrong-state')
    return known.invite_locator as string
  })
  const { code, expiresAt } = await issueInviteCode(ctx, enrolmentId)
  const enrolment = await ctx.tx.asSystem('access', () => describeEnrolment(ctx, enrolmentId))
  return { enrolment, code: writeInviteCode(locator, code), expiresAt: expiresAt.toISOString() }
})

interface Invitation {
  enrolmentId: string
  serviceId: string
  personId: string
}

/** Answers its locator, or nothing when none was made. */
async function insertInvitation(
  ctx: Ctx,
  { enrolmentId, serviceId, personId }: Invitation,
): Promise<string | undefined> {
  const { accountId, hat } = ctx.scope as AccountScope
  const locator = newLocator()
  const { rowCount } = await ctx.tx.query(
    `insert into enrolment (id, person_id, service_id, contract_id, state, invite_locator, controller_id, legal_basis,
       retention_class, created_at, created_by, created_hat)
     select $1, $2, s.id, c.id, 'invited', $4, c.controller_id, c.basis_art6 || '+' || c.basis_art9, c.retention_default, $5, $6, $7
     from service s join contract c on c.service_id = s.id and c.state in ('active', 'notice')
     where s.id = $3 and s.state = 'open' order by c.starts_on desc limit 1
     on conflict do nothing`,
    [enrolmentId, personId, serviceId, locator, ctx.now, accountId, hat],
  )
  return rowCount === 1 ? locator : undefined
}
