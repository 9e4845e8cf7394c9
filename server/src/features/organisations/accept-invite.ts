import { acceptInvite } from '@weft/contract/organisations/operations.ts'
import { ProblemError } from '@weft/contract/problem.ts'
import { PERSON_ZONE } from '@weft/contract/scalars.ts'
import { Temporal } from 'temporal-polyfill'
import { type Ctx, handlePrepared } from '../../platform/feature.ts'
import { Refused } from '../../platform/runner.ts'
import type { Scope } from '../../platform/scope.ts'
import { spendCode } from '../people/codes.ts'
import { tryInviteCode } from '../people/invite-codes.ts'
import { linkRecord, raiseIdentityLevel } from '../people/link-record.ts'
import { describeEnrolment } from './describe.ts'
import { readInviteCode } from './invite-code.ts'

/** Stands in for the invitation where there is none, so that looking takes the same path. */
const nowhere = '00000000-0000-0000-0000-000000000000'

/** A live code, tried and right, and the invitation that it opens. */
interface Found {
  codeId: string
  enrolmentId: string
}

/**
 * Spends an invitation: the record becomes one with the asker's own person, who is known from then on (L2), and they are with the
 * service. Announces `person.linked` where there were two, and `enrolment.activated`. Every refusal is the one answer.
 */
export const accept = handlePrepared(
  acceptInvite,
  async (tools, { code, bornOn }) => {
    const personId = ownPerson(tools.scope)
    const typed = readInviteCode(code)
    const enrolmentId = await tools.act('access', async (ctx) => {
      const { rows } = await ctx.tx.query(`select id from enrolment where invite_locator = $1 and state = 'invited'`, [
        typed?.locator ?? '',
      ])
      return (rows[0]?.id as string | undefined) ?? nowhere
    })
    const codeId = await tryInviteCode(tools, enrolmentId, typed?.digits ?? '', (ctx) =>
      ctx.tx.asSystem('access', () => mayJoin(ctx, enrolmentId, personId, bornOn)),
    )
    return codeId ? { codeId, enrolmentId } : undefined
  },
  async (ctx, _input, found: Found | undefined) => {
    const personId = ownPerson(ctx.scope)
    if (!found) throw new ProblemError('code-not-right')
    const invitation = await ctx.tx.asSystem('access', () => lockInvitation(ctx, found.enrolmentId))
    if (!invitation) throw new ProblemError('code-not-right')
    await spendCode(ctx, found.codeId)
    const recordId = invitation.person_id
    if (recordId !== personId) await linkRecord(ctx, { from: recordId, into: personId })
    // Known first: whoever is not known to any service belongs to no conversation.
    await raiseIdentityLevel(ctx, personId, 'L2')
    if (recordId !== personId) await ctx.announce('person.linked', { fromPersonId: recordId, intoPersonId: personId })
    const today = Temporal.Instant.fromEpochMilliseconds(ctx.now.getTime())
      .toZonedDateTimeISO(PERSON_ZONE)
      .toPlainDate()
    const { id: enrolmentId, service_id: serviceId } = invitation
    await ctx.tx.asSystem('access', () =>
      ctx.tx.query(
        `update enrolment set state = 'active', started_on = $2, invite_locator = null, version = version + 1 where id = $1`,
        [enrolmentId, today.toString()],
      ),
    )
    await ctx.announce('enrolment.activated', { enrolmentId, personId, serviceId })
    return describeEnrolment(ctx, enrolmentId)
  },
)

/** Invitations are for the patient hat. */
function ownPerson(scope: Scope): string {
  if (scope.kind !== 'account' || scope.hat !== 'patient' || !scope.personId) throw new Refused('no_relation')
  return scope.personId
}

async function lockInvitation(ctx: Ctx, enrolmentId: string) {
  const { rows } = await ctx.tx.query(`select * from enrolment where id = $1 and state = 'invited' for update`, [
    enrolmentId,
  ])
  return rows[0] as { id: string; person_id: string; service_id: string } | undefined
}

/**
 * The date of birth is the record's; they are old enough for the service; and nothing has to be guessed: the record is nobody else's,
 * it does not contradict what is known of the asker, and the two are not with one service twice.
 */
async function mayJoin(ctx: Ctx, enrolmentId: string, personId: string, bornOn: string): Promise<boolean> {
  const { rows } = await ctx.tx.query(
    `select r.born_on, s.min_account_age
     from enrolment e join person r on r.id = e.person_id join service s on s.id = e.service_id join person me on me.id = $2
     where e.id = $1 and r.merged_into is null and r.died_on is null
       and coalesce(me.born_on, r.born_on) = r.born_on
       and coalesce(me.nhs_number = r.nhs_number, true)
       and (r.id = me.id or not exists (select from account a where a.person_id = r.id))
       and not exists (select from enrolment mine join enrolment theirs on theirs.service_id = mine.service_id
         where mine.person_id = me.id and theirs.person_id = r.id and mine.id <> theirs.id
           and mine.state in ('invited', 'active', 'ending') and theirs.state in ('invited', 'active', 'ending'))`,
    [enrolmentId, personId],
  )
  const [row] = rows
  if (!row?.born_on || row.born_on !== bornOn) return false
  const today = Temporal.Instant.fromEpochMilliseconds(ctx.now.getTime()).toZonedDateTimeISO(PERSON_ZONE).toPlainDate()
  return Temporal.PlainDate.from(bornOn).until(today, { largestUnit: 'years' }).years >= row.min_account_age
}
