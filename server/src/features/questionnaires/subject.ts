import type { Subject } from '../../platform/feature.ts'
import { move } from './listeners.ts'

/** The person's own export has every answer and total, whatever the service shows. */
export const subject: Subject = {
  export: (ctx, personId) =>
    ctx.tx.asSystem('access', async () => {
      const { rows } = await ctx.tx.query(
        `select a.measure, a.due_on, s.plain_name as service, r.answers, r.is_complete, r.total, r.band, r.started_at, r.submitted_at
         from question_response r join question_assignment a on a.id = r.assignment_id join service s on s.id = a.service_id
         where r.person_id = $1 order by r.started_at, a.id`,
        [personId],
      )
      return { questionnaires: rows }
    }),
  erase: (ctx, personId) =>
    ctx.tx.asSystem('erasure', async () => {
      for (const table of ['question_response', 'question_assignment'])
        await ctx.tx.query(`delete from ${table} where person_id = $1`, [personId])
    }),
  merge: move,
}
