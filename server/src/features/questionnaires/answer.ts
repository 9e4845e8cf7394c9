import { randomUUID } from 'node:crypto'
import { ProblemError } from '@weft/contract/problem.ts'
import { score, strangeKey } from '@weft/contract/questionnaires/measures.ts'
import { answerQuestions } from '@weft/contract/questionnaires/operations.ts'
import { Temporal } from 'temporal-polyfill'
import { type Ctx, handlePrepared } from '../../platform/feature.ts'
import { Refused } from '../../platform/runner.ts'
import { requireAccess } from '../access/require-access.ts'
import { handleOwn, publishOwn } from '../own/own-change.ts'
import type {} from './facts.ts'
import { hearRisk } from './hear-risk.ts'
import { loadSets } from './load-sets.ts'
import { type Assignment, findAssignment, itemOf } from './policy.ts'
import type { QuestionResponseTable } from './tables.ts'
import { tellTeam } from './tell-team.ts'

const keep = handleOwn(answerQuestions, async (ctx, input, personId) => {
  const { assignmentId, answers, isSent, wantsCall } = input
  const assignment = await findAssignment(ctx, assignmentId, 'for update')
  if (!assignment || assignment.person_id !== personId) throw new Refused('no_relation')
  const { service_id: serviceId, measure } = assignment
  await requireAccess(ctx, { personId, serviceId, item: itemOf(assignmentId), action: 'write' })
  const before = await responseTo(ctx, assignmentId)
  if (assignment.withdrawn_at || before?.submitted_at) throw new ProblemError('wrong-state')
  const strange = strangeKey(measure, answers)
  if (strange)
    throw new ProblemError('not-acceptable', { fields: [{ path: `answers.${strange}`, message: 'unknown' }] })

  const outcome = score(measure, answers)
  await ctx.tx.query(
    `insert into question_response as r (assignment_id, person_id, answers, is_complete, total, band, wants_call, started_at, submitted_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
     on conflict (assignment_id) do update set answers = excluded.answers, is_complete = excluded.is_complete, total = excluded.total,
       band = excluded.band, wants_call = r.wants_call or excluded.wants_call, submitted_at = excluded.submitted_at`,
    [
      assignmentId,
      personId,
      JSON.stringify(answers),
      outcome.isComplete,
      outcome.total ?? null,
      outcome.band ?? null,
      wantsCall === true,
      ctx.now,
      isSent ? ctx.now : null,
    ],
  )
  const next = isSent && assignment.repeat_weeks ? await askAgain(ctx, assignment) : undefined
  for (const id of next ? [assignmentId, next] : [assignmentId]) await tellPerson(ctx, personId, id)
  // Saved again on the way, it is to the team what it was.
  if (!before || isSent) await tellTeam(ctx, personId, serviceId)
  if (next) await ctx.announce('questions.asked', { assignmentId: next, isRepeat: true })
})

/** Saves what is given so far, or sends it. `risk.seen` is announced first, as soon as an answer calls for it: sent or not, kept or refused. */
export const answer = handlePrepared(answerQuestions, hearRisk, (ctx, input) => keep.run(ctx, input, undefined))

/** Brings one set on the person's devices up to date. */
export async function tellPerson(ctx: Ctx, personId: string, assignmentId: string): Promise<void> {
  const [set] = await loadSets(ctx, personId, assignmentId)
  if (set) await publishOwn(ctx, personId, 'questions.changed', set)
}

async function responseTo(ctx: Ctx, assignmentId: string): Promise<QuestionResponseTable | undefined> {
  const { rows } = await ctx.tx.query('select * from question_response where assignment_id = $1', [assignmentId])
  return rows[0]
}

/** The next of a row: as many weeks after this one was due, but never in the past. */
async function askAgain(ctx: Ctx, assignment: Assignment): Promise<string> {
  const id = randomUUID()
  const weeks = assignment.repeat_weeks ?? 1
  const today = ctx.now.toISOString().slice(0, 10)
  let due = Temporal.PlainDate.from(assignment.due_on).add({ weeks })
  while (due.toString() < today) due = due.add({ weeks })
  await ctx.tx.asSystem('access', () =>
    ctx.tx.query(
      `insert into question_assignment (id, person_id, service_id, measure, due_on, repeat_weeks, responder_id, asked_by, asked_name, asked_at,
         controller_id, legal_basis, retention_class)
       select $2, person_id, service_id, measure, $3, repeat_weeks, responder_id, asked_by, asked_name, $4, controller_id, legal_basis, retention_class
       from question_assignment where id = $1`,
      [assignment.id, id, due.toString(), ctx.now],
    ),
  )
  return id
}
