import { listQuestions, readAnswers } from '@weft/contract/questionnaires/operations.ts'
import type { TeamQuestionSet } from '@weft/contract/questionnaires/shapes.ts'
import { type Ctx, handle } from '../../platform/feature.ts'
import { loadMeasures } from './measures.ts'
import type { Assignment } from './policy.ts'
import { readerOf } from './reader.ts'

/** What this team asked, with totals; single answers are the responder's alone. */
export const list = handle(listQuestions, async (ctx, input) => {
  const { personId } = await ctx.require<{ personId: string }>('questions.read', input)
  return {
    sets: await loadTeamSets(ctx, personId, input.serviceId),
    asks: (await loadMeasures(ctx, input.serviceId)).filter((measure) => measure.isOn),
  }
})

export const answers = handle(readAnswers, async (ctx, input) => {
  const assignment = await ctx.require<Assignment>('questions.answers', input)
  const { rows } = await ctx.tx.query('select answers, wants_call from question_response where assignment_id = $1', [
    assignment.id,
  ])
  return { measure: assignment.measure, answers: rows[0]?.answers ?? {}, wantsCall: rows[0]?.wants_call ?? false }
})

/** Newest due first. */
export async function loadTeamSets(
  ctx: Ctx,
  personId: string,
  serviceId: string,
  assignmentId?: string,
): Promise<TeamQuestionSet[]> {
  const staffId = ctx.scope.kind === 'account' ? ctx.scope.staffId : undefined
  const { rows } = await ctx.tx.asSystem('access', () =>
    ctx.tx.query(
      `select a.*, w.id as reader_id, l.display_name as responder, r.started_at, r.submitted_at, r.is_complete, r.total, r.band
       from question_assignment a join staff w on w.id = ${readerOf} join account l on l.id = w.account_id
       left join question_response r on r.assignment_id = a.id
       where a.person_id = $1 and a.service_id = $2 and ($3::uuid is null or a.id = $3) and a.withdrawn_at is null
       order by a.due_on desc, a.id`,
      [personId, serviceId, assignmentId ?? null],
    ),
  )
  return rows.map((row) => ({
    assignmentId: row.id,
    measure: row.measure,
    dueOn: row.due_on,
    ...(row.repeat_weeks && { repeatWeeks: row.repeat_weeks }),
    askedBy: row.asked_name,
    responder: row.responder,
    isMine: row.reader_id === staffId,
    state: row.submitted_at ? 'sent' : row.started_at ? 'started' : 'waiting',
    ...(row.submitted_at && {
      submittedAt: row.submitted_at.toISOString(),
      isComplete: row.is_complete,
      ...(row.total !== null && { total: row.total, band: row.band }),
    }),
  }))
}
