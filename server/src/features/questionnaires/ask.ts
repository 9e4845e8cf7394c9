import { daysBetween } from '@weft/contract/conversations/zone-time.ts'
import type { InputOf } from '@weft/contract/operation.ts'
import { ProblemError } from '@weft/contract/problem.ts'
import { askQuestions } from '@weft/contract/questionnaires/operations.ts'
import type { TeamQuestionSet } from '@weft/contract/questionnaires/shapes.ts'
import { type Ctx, handle } from '../../platform/feature.ts'
import type { AccountScope } from '../../platform/scope.ts'
import { tellPerson } from './answer.ts'
import { loadTeamSets } from './list.ts'
import { tellTeam } from './tell-team.ts'

/** A set that comes again is counted on from when it was due: never from the beginning of the calendar, nor past its end. */
const DAYS_AROUND = 366

/** Asks a set, once under its id. Only what the service has switched on, with its reader still in the team. */
export const ask = handle(askQuestions, async (ctx: Ctx<AccountScope>, input) => {
  const { personId } = await ctx.require<{ personId: string }>('questions.ask', input)
  const { assignmentId, serviceId, measure, dueOn, repeatWeeks = null } = input
  const known = await asked(ctx, personId, serviceId, assignmentId)
  if (known) return theSame(known, input)
  if (Math.abs(daysBetween(ctx.now.toISOString().slice(0, 10), dueOn)) > DAYS_AROUND)
    throw new ProblemError('not-acceptable', { fields: [{ path: 'dueOn', message: 'more than a year away' }] })
  const { rowCount } = await ctx.tx.asSystem('access', () =>
    ctx.tx.query(askSql, [
      assignmentId,
      personId,
      serviceId,
      measure,
      dueOn,
      repeatWeeks,
      ctx.scope.accountId,
      ctx.now,
    ]),
  )
  const added = await asked(ctx, personId, serviceId, assignmentId)
  if (!added) throw new ProblemError((await isTaken(ctx, assignmentId)) ? 'id-taken' : 'wrong-state')
  // Asked in the same moment by another request, which tells of it.
  if (rowCount === 0) return theSame(added, input)
  await tellPerson(ctx, personId, assignmentId)
  await tellTeam(ctx, personId, serviceId)
  await ctx.announce('questions.asked', { assignmentId, isRepeat: false })
  return added
})

function theSame(known: TeamQuestionSet, input: InputOf<typeof askQuestions>): TeamQuestionSet {
  const isSame =
    known.measure === input.measure && known.dueOn === input.dueOn && known.repeatWeeks === input.repeatWeeks
  if (!isSame) throw new ProblemError('same-id-other-words')
  return known
}

/** Inserts nothing unless the gate is open: on, and the responder still works in that service. */
const askSql = `
  insert into question_assignment (id, person_id, service_id, measure, due_on, repeat_weeks, responder_id, asked_by, asked_name, asked_at,
    controller_id, legal_basis, retention_class)
  select $1, $2, $3, $4, $5, $6, m.responder_id, $7, l.display_name, $8, e.controller_id, e.legal_basis, e.retention_class
  from service_measure m
  join enrolment e on e.person_id = $2 and e.service_id = m.service_id and e.state in ('active', 'ending')
  join account l on l.id = $7
  where m.service_id = $3 and m.measure = $4 and m.is_on and exists (
    select from team_member t where t.service_id = m.service_id and t.staff_id = m.responder_id
      and t.from_at <= $8 and (t.to_at is null or t.to_at > $8))
  on conflict (id) do nothing`

async function asked(
  ctx: Ctx,
  personId: string,
  serviceId: string,
  assignmentId: string,
): Promise<TeamQuestionSet | undefined> {
  return (await loadTeamSets(ctx, personId, serviceId, assignmentId))[0]
}

async function isTaken(ctx: Ctx, assignmentId: string): Promise<boolean> {
  const { rows } = await ctx.tx.asSystem('access', () =>
    ctx.tx.query('select from question_assignment where id = $1', [assignmentId]),
  )
  return rows.length > 0
}
