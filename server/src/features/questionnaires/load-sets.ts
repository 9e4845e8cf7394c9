import { inOrder } from '@weft/contract/questionnaires/own-slice.ts'
import type { QuestionSet } from '@weft/contract/questionnaires/shapes.ts'
import type { Ctx } from '../../platform/feature.ts'
import { bankHolidaysAhead, toHours } from '../organisations/service-hours.ts'
import { readerOf } from './reader.ts'

/**
 * A person's sets with their own answers. Below identity level L2 there are none (domain.md 14); what was not answered before a service ended
 * is gone, what was sent stays.
 */
export async function loadSets(ctx: Ctx, personId: string, assignmentId?: string): Promise<QuestionSet[]> {
  const { rows } = await ctx.tx.asSystem('access', () =>
    ctx.tx.query(setsSql, [personId, assignmentId ?? null], 'question-sets'),
  )
  return inOrder(rows.map((row) => toSet(row, ctx.now)))
}

const setsSql = `
  select a.id, a.service_id, s.plain_name, a.measure, a.due_on, l.display_name as responder, coalesce(m.hours, s.hours) as hours,
    s.closures, s.nation, s.zone, s.reply_target_minutes, coalesce(m.shows_total, false) as shows_total,
    r.answers, r.submitted_at, r.total
  from question_assignment a
  join person p on p.id = a.person_id
  join service s on s.id = a.service_id
  join staff w on w.id = ${readerOf}
  join account l on l.id = w.account_id
  left join service_measure m on m.service_id = a.service_id and m.measure = a.measure
  left join question_response r on r.assignment_id = a.id
  where a.person_id = $1 and ($2::uuid is null or a.id = $2) and a.withdrawn_at is null and p.identity_level = 'L2'`

// biome-ignore lint/suspicious/noExplicitAny: one row of the statement above
function toSet(row: any, now: Date): QuestionSet {
  return {
    assignmentId: row.id,
    serviceId: row.service_id,
    serviceName: row.plain_name,
    measure: row.measure,
    dueOn: row.due_on,
    responder: {
      name: row.responder,
      hours: toHours(row),
      bankHolidays: bankHolidaysAhead(row.nation, now),
    },
    answers: row.answers ?? {},
    ...(row.submitted_at && { submittedAt: row.submitted_at.toISOString() }),
    ...(row.shows_total && row.submitted_at && row.total !== null && { total: row.total }),
  }
}
