import { endEnrolment, resumeEnrolment } from '@weft/contract/organisations/operations.ts'
import { ProblemError } from '@weft/contract/problem.ts'
import { PERSON_ZONE } from '@weft/contract/scalars.ts'
import { Temporal } from 'temporal-polyfill'
import { type Ctx, handle } from '../../platform/feature.ts'
import type { AccountScope } from '../../platform/scope.ts'
import { requireRecent } from '../people/prove-again.ts'
import { tellByLetter } from '../people/tell-by-letter.ts'
import { describeEnrolment } from './describe.ts'
import type { EnrolmentTable } from './tables.ts'

const GRACE_DAYS = 14

/** What the guard `enrolment.end` answers: the row, locked, and on whose side the asker stands. */
export interface Parting {
  enrolment: { id: string; person_id: string; service_id: string } & Pick<EnrolmentTable, 'state' | 'exit_asked_by'> & {
      version: number
      ends_at: Date | null
    }
  by: 'person' | 'service'
}

/** The grace ends at the same local time of day, 14 days on, whatever the clocks do between. */
export function graceEndsAt(now: Date, zone = PERSON_ZONE): Date {
  const local = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(zone)
  return new Date(local.add({ days: GRACE_DAYS }).epochMilliseconds)
}

/**
 * active → ending, or → ended at once when the person chooses today; a person may also cut the grace short. Announces
 * `enrolment.ending` or `enrolment.ended`. Sharing stops with either, and care with the second: whoever holds the person's phone must neither be
 * able to do it nor do it unseen, so it takes their password, and a letter in the words that say nothing.
 */
export const end = handle(endEnrolment, async (ctx: Ctx<AccountScope>, input) => {
  const { enrolment, by } = await ctx.require<Parting>('enrolment.end', input)
  if (input.version !== undefined && input.version !== enrolment.version) throw new ProblemError('conflict')
  if (input.today && by !== 'person')
    throw new ProblemError('not-acceptable', {
      fields: [{ path: 'today', message: 'only the person may choose this' }],
    })
  const { id: enrolmentId, person_id: personId, service_id: serviceId } = enrolment
  if (enrolment.state !== 'active' && !(enrolment.state === 'ending' && input.today))
    throw new ProblemError('wrong-state')
  if (by === 'person') await requireRecent(ctx)
  await ctx.tx.db
    .updateTable('enrolment')
    .set((eb) => ({
      state: 'ending' as const,
      exit_asked_by: enrolment.exit_asked_by ?? by,
      exit_reason: input.reason,
      ends_at: input.today ? ctx.now : graceEndsAt(ctx.now),
      version: eb('version', '+', 1),
    }))
    .where('id', '=', enrolmentId)
    .execute()
  if (input.today) await finishEnrolment(ctx, enrolmentId)
  else await ctx.announce('enrolment.ending', { enrolmentId, personId, serviceId, askedBy: by })
  if (by === 'person') await tellByLetter(ctx, `leaving ${enrolmentId} ${enrolment.version}`)
  return describeEnrolment(ctx, enrolmentId)
})

/** ending → active, by the side that asked to part. Announces `enrolment.resumed`. */
export const resume = handle(resumeEnrolment, async (ctx, input) => {
  const { enrolment, by } = await ctx.require<Parting>('enrolment.end', input)
  const isInGrace = enrolment.state === 'ending' && enrolment.ends_at !== null && ctx.now < enrolment.ends_at
  if (!isInGrace || enrolment.exit_asked_by !== by) throw new ProblemError('wrong-state')
  await ctx.tx.db
    .updateTable('enrolment')
    .set((eb) => ({
      state: 'active' as const,
      exit_asked_by: null,
      exit_reason: null,
      ends_at: null,
      version: eb('version', '+', 1),
    }))
    .where('id', '=', enrolment.id)
    .execute()
  const { id: enrolmentId, person_id: personId, service_id: serviceId } = enrolment
  await ctx.announce('enrolment.resumed', { enrolmentId, personId, serviceId })
  return describeEnrolment(ctx, enrolmentId)
})

/**
 * ending → ended, once its time has come; nothing when it has not, or somebody else was first. Announces `enrolment.ended`: the team
 * leaves the conversation's future, which the person may still read.
 */
export async function finishEnrolment(ctx: Ctx, enrolmentId: string): Promise<void> {
  const { rows } = await ctx.tx.asSystem('access', () =>
    ctx.tx.query(
      `update enrolment set state = 'ended', version = version + 1
       where id = $1 and state = 'ending' and ends_at <= $2 returning person_id, service_id`,
      [enrolmentId, ctx.now],
    ),
  )
  for (const { person_id: personId, service_id: serviceId } of rows)
    await ctx.announce('enrolment.ended', { enrolmentId, personId, serviceId })
}
